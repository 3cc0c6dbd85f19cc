import LedgerCore
import LedgerStore

/// The steps of a large file, sorted as a whole while its lines go in part by part.
///
/// A month's steps lie scattered over the whole of it: a part's steps touch every page that those of
/// the part before touched, so that a step costs half as much when all are sorted together. The steps
/// of each part wait in a private file, which is merged when the last line is in.
struct FileSteps {
  private let spool: Spool<NewStep>
  private var parts: [Range<Int64>] = []
  private var merge: Merge?

  /// No steps yet; they wait in a file beside the ledger.
  init(beside location: String) throws { spool = try Spool(beside: location) }

  /// How many steps wait, and so how many lines the file had before.
  var count: Int64 { spool.count }

  /// Keeps a part's steps, in the order of their keys.
  mutating func keep(_ steps: ContiguousArray<NewStep>) throws {
    let start = spool.count
    try spool.append(steps)
    parts.append(start..<spool.count)
  }

  /// The next steps in the order of their keys, at most so many; none after the last.
  ///
  /// From then on nothing can be kept any more.
  mutating func next(_ count: Int) throws -> ContiguousArray<NewStep> {
    var merge = try self.merge ?? Merge(parts.map { spool.reader($0) })
    self.merge = nil
    defer { self.merge = merge }
    return try merge.next(count)
  }
}

/// Sorted runs merged into one: a heap of the runs by the step that comes next of each.
private struct Merge {
  private var runs: [SpoolReader<NewStep>]
  private var heads: ContiguousArray<(step: NewStep, run: Int)> = []

  init(_ runs: [SpoolReader<NewStep>]) throws {
    self.runs = runs
    for run in runs.indices {
      guard let step = try self.runs[run].next() else { continue }
      heads.append((step, run))
    }
    for place in heads.indices.reversed() { sink(place) }
  }

  mutating func next(_ count: Int) throws -> ContiguousArray<NewStep> {
    var steps = ContiguousArray<NewStep>()
    steps.reserveCapacity(count)
    while steps.count < count, let (step, run) = heads.first {
      steps.append(step)
      if let following = try runs[run].next() {
        heads[0].step = following
      } else {
        heads[0] = heads[heads.count - 1]
        heads.removeLast()
      }
      sink(0)
    }
    return steps
  }

  /// Moves what stands at a place down to where nothing below it comes before.
  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var least = 2 * place + 1
      guard least < heads.count else { return }
      if least + 1 < heads.count, heads[least + 1].step.key < heads[least].step.key { least += 1 }
      guard heads[least].step.key < heads[place].step.key else { return }
      heads.swapAt(place, least)
      place = least
    }
  }
}
