import Dispatch
import Foundation

/// Many sequences, on as many threads as the machine has processors.
enum Crowd {
  /// What all sequences reached, and those that failed.
  struct Results: Sendable {
    var marks = Marks()
    var failures: [Sequence.Failure] = []
    var other: [String] = []
  }

  /// Runs sequences with seeds one after another, until enough of them have failed.
  static func run(_ settings: Settings, _ templates: LedgerTemplates) throws -> Results {
    let lock = NSLock()
    nonisolated(unsafe) var results = Results()
    nonisolated(unsafe) var next = 0
    @Sendable func take() -> Int? {
      lock.withLock {
        guard next < settings.sequences,
          results.failures.count + results.other.count < settings.failures
        else { return nil }
        next += 1
        return next - 1
      }
    }
    let threads = max(2, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while let number = take() {
        let sequence = Sequence(
          seed: settings.seed &+ UInt64(number), length: settings.commands)
        do {
          let marks = try sequence.run(templates)
          lock.withLock { results.marks.add(marks) }
        } catch let failure as Sequence.Failure {
          lock.withLock { results.failures.append(failure) }
        } catch {
          lock.withLock { results.other.append("seed \(sequence.seed): \(error)") }
        }
      }
    }
    if let other = results.other.first { throw HarnessFault(other) }
    return results
  }
}
