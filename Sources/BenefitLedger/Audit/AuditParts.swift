import Foundation

/// The parts of an audit's lines, handed out to the two threads in their order.
///
/// What each thread finds is put together by the numbers of the parts, so that a ledger is reported on
/// in the same order whichever thread was faster.
final class AuditParts: @unchecked Sendable {
  private let lock = NSLock()
  private let parts: [AuditedPart]
  private var next = 0
  private var done: Int64 = 0

  init(_ parts: [AuditedPart]) { self.parts = parts }

  /// The next part that nobody has taken, and its number; nil if there is none.
  func take() -> (number: Int, part: AuditedPart)? {
    lock.lock()
    defer { lock.unlock() }
    guard next < parts.count else { return nil }
    defer { next += 1 }
    return (next, parts[next])
  }

  /// Notes that more lines are done.
  ///
  /// - Returns: How many are, on both threads.
  func note(_ lines: Int64) -> Int64 {
    lock.lock()
    defer { lock.unlock() }
    done += lines
    return done
  }
}
