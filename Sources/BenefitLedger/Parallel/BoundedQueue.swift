import Foundation

/// Hands values from one thread to another and makes the faster one wait.
final class BoundedQueue<Element>: @unchecked Sendable {
  private let condition = NSCondition()
  private var elements: [Element] = []
  private let capacity: Int
  private var isClosed = false

  init(capacity: Int) { self.capacity = capacity }

  /// Adds a value, waiting for room.
  ///
  /// False if the taker has gone.
  func put(_ element: Element) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while elements.count >= capacity && !isClosed { condition.wait() }
    guard !isClosed else { return false }
    elements.append(element)
    condition.signal()
    return true
  }

  /// Takes the next value, waiting for one.
  func take() -> Element {
    condition.lock()
    defer { condition.unlock() }
    while elements.isEmpty { condition.wait() }
    let element = elements.removeFirst()
    condition.signal()
    return element
  }

  /// Lets a waiting giver go: nothing more will be taken.
  func close() {
    condition.lock()
    isClosed = true
    condition.broadcast()
    condition.unlock()
  }
}
