import Dispatch
import Foundation

/// Runs two pieces of work at the same time, the second on a thread of its own, and waits for both.
///
/// A plain thread, because both block on the disk and on SQLite for seconds, which Swift's pool of
/// as many threads as cores is not made for.
///
/// - Throws: What the first threw; if it threw nothing, what the second threw.
func runInParallel<First, Second: Sendable>(
  _ first: () throws -> First, _ second: @escaping @Sendable () throws -> Second
) throws -> (First, Second) {
  let outcome = Outcome<Second>()
  let thread = Thread {
    outcome.result = Result { try second() }
    outcome.isDone.signal()
  }
  thread.stackSize = 8 << 20
  thread.start()
  let firstResult = Result { try first() }
  outcome.isDone.wait()
  guard let secondResult = outcome.result else {
    preconditionFailure("the second thread leaves its result before it signals")
  }
  return (try firstResult.get(), try secondResult.get())
}

/// What the second thread leaves behind; the semaphore orders writing before reading.
private final class Outcome<Value: Sendable>: @unchecked Sendable {
  let isDone = DispatchSemaphore(value: 0)
  var result: Result<Value, any Error>?
}
