import Foundation

/// Hands values from one thread to another, and makes a giver wait who is too far ahead.
final class BoundedQueue<Element>: @unchecked Sendable {
  private let condition = NSCondition()
  private let capacity: Int
  private var elements: [Element] = []
  private var isClosed = false

  /// An empty queue.
  ///
  /// - Parameter capacity: The giver waits while so many values are there. With 1, which is for large
  ///   values, he waits until his value is taken.
  init(capacity: Int = 1) { self.capacity = capacity }

  /// Gives a value, and waits until there is room for another.
  ///
  /// False if the taker has gone.
  func put(_ element: Element) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    guard !isClosed else { return false }
    elements.append(element)
    condition.broadcast()
    while elements.count >= capacity && !isClosed { condition.wait() }
    return !isClosed
  }

  /// Takes the next value, waiting for one.
  func take() -> Element {
    condition.lock()
    defer { condition.unlock() }
    while elements.isEmpty { condition.wait() }
    condition.broadcast()
    return elements.removeFirst()
  }

  /// Lets a waiting giver go: nothing more will be taken.
  func close() {
    condition.lock()
    isClosed = true
    elements = []
    condition.broadcast()
    condition.unlock()
  }
}
