import LedgerCore
import LedgerStore

/// Has the steps of a large file written in longer runs of their order than the file is read in.
///
/// A month's steps lie scattered over the whole of it: a part's steps touch every page that the part
/// before touched, so what a step costs falls with how many are sorted together. Lines need not wait
/// for that. So the steps of several parts are gathered to a run while the run before is handed out,
/// piece by piece in the order of its keys, with the lines of the parts that are read meanwhile.
struct StepRuns {
  /// Steps in the order of their keys, and how many are handed out.
  private struct Sorted {
    let steps: ContiguousArray<NewStep>
    var next = 0
  }

  /// How many steps are sorted together, at most and about.
  private let capacity: Int
  private var gathered: [Sorted] = []
  private var gatheredCount = 0
  private var run: [Sorted] = []
  private var runCount = 0

  /// No steps yet.
  init(capacity: Int) { self.capacity = capacity }

  /// Takes a part's steps, in the order of their keys, and hands out what goes in with its lines.
  ///
  /// Half as many, so that each run is twice as long as the one before and the ledger has something to
  /// do from the first part on; as many as they must be when runs are as long as they may get.
  mutating func exchange(_ steps: ContiguousArray<NewStep>) -> ContiguousArray<NewStep> {
    let room = max(1, capacity - gatheredCount)
    gathered.append(Sorted(steps: steps))
    gatheredCount += steps.count
    if runCount == 0 { beginRun() }
    let evenly = steps.count >= room ? runCount : (runCount * steps.count + room - 1) / room
    return next(min(runCount, max(evenly, steps.count / 2)))
  }

  /// Hands out the next of all that is left, at most so many; nothing if nothing is left.
  mutating func rest(_ count: Int) -> ContiguousArray<NewStep> {
    if gatheredCount > 0 { beginRun() }
    return next(min(count, runCount))
  }

  private mutating func beginRun() {
    run += gathered
    runCount += gatheredCount
    gathered = []
    gatheredCount = 0
  }

  /// The next steps of the run: those of its parts merged.
  private mutating func next(_ count: Int) -> ContiguousArray<NewStep> {
    runCount -= count
    defer { run.removeAll { $0.next == $0.steps.count } }
    return ContiguousArray(unsafeUninitializedCapacity: count) { merged, initialized in
      while initialized < count {
        var least = 0
        var key = UInt64.max
        for index in run.indices where run[index].next < run[index].steps.count {
          let here = run[index].steps[run[index].next].key
          if here < key {
            key = here
            least = index
          }
        }
        merged.initializeElement(at: initialized, to: run[least].steps[run[least].next])
        run[least].next += 1
        initialized += 1
      }
    }
  }
}
