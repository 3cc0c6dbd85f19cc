import LedgerCore
import LedgerStore

/// Finds what new links show to be owed twice: the same obligation under two numbers of one person.
///
/// One sweep of the steps, a month at a time.
struct DoubleSearch {
  /// The first of what was found.
  private(set) var found: [DoubleObligation] = []
  /// How many there are.
  private(set) var count = 0

  private var union: NumberUnion
  private let numbers: ContiguousArray<Int64>
  /// The obligations of the month so far, each by its last step.
  private var month: ContiguousArray<Entry> = []
  private var last: StoredStep?

  /// An obligation: its key as if it were kept under the person's group, and its last step.
  private struct Entry {
    var group: UInt64
    var step: StoredStep
  }

  /// Prepares to search what is owed to the persons whose numbers were linked.
  init(_ union: NumberUnion, linked: [NumberPair]) {
    var union = union
    var isLinked = ContiguousArray<Bool>(repeating: false, count: union.numbers.count)
    for pair in linked {
      if let place = union.place(of: pair.old) { isLinked[union.root(of: place)] = true }
    }
    var numbers: ContiguousArray<Int64> = []
    for place in union.numbers.indices where isLinked[union.root(of: place)] {
      numbers.append(union.numbers[place])
    }
    self.numbers = numbers
    self.union = union
  }

  /// Goes over the steps.
  mutating func run(_ snapshot: any LedgerSnapshot) throws {
    try snapshot.scanSteps(ofAny: numbers) { step in
      if let last, last.key != step.key {
        take(last)
        if last.key.month != step.key.month { try finishMonth(snapshot) }
      }
      last = step
    }
    if let last { take(last) }
    try finishMonth(snapshot)
  }

  private mutating func take(_ step: StoredStep) {
    let state = ObligationState(rawValue: step.toState) ?? .none
    guard state != .cancelled, state != .reversed, let place = union.place(of: step.key.person)
    else { return }
    let group = ObligationKey(
      month: step.key.month, person: Int64(union.root(of: place)), benefit: step.key.benefit,
      occurrence: step.key.occurrence)
    month.append(Entry(group: group.packed, step: step))
  }

  private mutating func finishMonth(_ snapshot: any LedgerSnapshot) throws {
    month.sort { ($0.group, $0.step.line) < ($1.group, $1.step.line) }
    var start = 0
    while start < month.count {
      var end = start + 1
      while end < month.count, month[end].group == month[start].group { end += 1 }
      if end - start > 1 {
        count += 1
        if found.count < FindingList.listed {
          found.append(try double(month[start..<end], snapshot))
        }
      }
      start = end
    }
    month.removeAll(keepingCapacity: true)
  }

  private func double(
    _ entries: ArraySlice<Entry>, _ snapshot: any LedgerSnapshot
  ) throws -> DoubleObligation {
    let key = entries[entries.startIndex].step.key
    return DoubleObligation(
      month: key.month, benefit: try promised(Benefit(rawValue: key.benefit), "benefit"),
      occurrence: Int(key.occurrence),
      sides: try entries.map { entry in
        let origin = try snapshot.origin(ofLine: entry.step.line)
        return DoubleObligation.Side(
          person: try promised(PersonNumber(encoded: entry.step.key.person), "person"),
          state: try promised(ObligationState(rawValue: entry.step.toState), "state"),
          amount: entry.step.remainder, batch: origin.batch, file: origin.fileName,
          fileLine: origin.fileLine)
      })
  }
}
