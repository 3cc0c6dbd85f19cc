import Foundation

/// Hands values from one thread to another, one at a time, and makes the faster one wait.
final class BoundedQueue<Element>: @unchecked Sendable {
  private let condition = NSCondition()
  private var element: Element?
  private var isClosed = false

  /// Gives a value and waits until it is taken.
  ///
  /// The giver is ahead of the taker by one value and by no more: the values are large. False if the
  /// taker has gone.
  func put(_ element: Element) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    guard !isClosed else { return false }
    self.element = element
    condition.broadcast()
    while self.element != nil && !isClosed { condition.wait() }
    return !isClosed
  }

  /// Takes the next value, waiting for one.
  func take() -> Element {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let element {
        self.element = nil
        condition.broadcast()
        return element
      }
      condition.wait()
    }
  }

  /// Lets a waiting giver go: nothing more will be taken.
  func close() {
    condition.lock()
    isClosed = true
    element = nil
    condition.broadcast()
    condition.unlock()
  }
}
