import LedgerCore
import LedgerStore

/// Reads obligations with all their steps, and where each step came from.
struct ObligationReader {
  let snapshot: any LedgerSnapshot
  let tree: UnitTree
  let asOf: AsOf
  /// The last record of the register that was known.
  let lastRecord: Int64

  init(_ snapshot: any LedgerSnapshot, _ asOf: AsOf) throws {
    self.snapshot = snapshot
    self.asOf = asOf
    lastRecord = try snapshot.lastRecord(asKnownAt: asOf.asKnownAt)
    tree = try UnitTree(snapshot, through: lastRecord)
  }

  /// The numbers of a person, as links were known; the one that is asked for first.
  func numbers(of person: PersonNumber) throws -> [Int64] {
    try snapshot.linkedNumbers(of: person.encoded, through: lastRecord)
  }

  /// The obligations of a person that are asked for, by month, benefit and occurrence.
  ///
  /// - Throws: `LedgerError` with code `notFound` if there is none, ever or by then.
  func obligations(
    of person: PersonNumber, month: Month?, benefit: Benefit?
  ) throws -> [PersonStatement.Obligation] {
    // Numbers that are linked are one person.
    let numbers = try numbers(of: person)
    var steps: [StoredStep] = []
    try snapshot.scanSteps(ofAny: ContiguousArray(numbers.sorted())) { step in
      guard month == nil || step.key.month == month,
        benefit == nil || step.key.benefit == benefit?.rawValue
      else { return }
      steps.append(step)
    }
    guard !steps.isEmpty else {
      let time: Message = month.map { " for \($0)" } ?? ""
      let kind: Message = benefit.map { " of \($0.code)" } ?? ""
      throw LedgerError(
        .notFound, "Nothing\(time)\(kind) was posted for person \(person).",
        help: """
          Personal and social insurance numbers are two persons until they are linked: try \
          the other number.
          """)
    }
    steps.sort(by: Self.order)
    steps = try steps.filter(isIncluded)
    guard !steps.isEmpty else {
      throw LedgerError(
        .notFound, "Nothing was posted for person \(person) by then; something was later.",
        help: "Ask for a later date or batch, or for neither to see what is known now.")
    }
    var obligations: [PersonStatement.Obligation] = []
    var start = 0
    while start < steps.count {
      let key = steps[start].key
      let end = steps[start...].firstIndex { $0.key != key } ?? steps.count
      obligations.append(try obligation(steps[start..<end]))
      start = end
    }
    return obligations
  }

  /// By month, benefit and occurrence, whatever the number.
  private static func order(_ one: StoredStep, _ other: StoredStep) -> Bool {
    (one.key.month.number, one.key.benefit, one.key.occurrence, one.key.person, one.number)
      < (
        other.key.month.number, other.key.benefit, other.key.occurrence, other.key.person,
        other.number
      )
  }

  /// The obligation of a key; nil if it has no step by then.
  func obligation(_ key: ObligationKey) throws -> PersonStatement.Obligation? {
    var steps: [StoredStep] = []
    try snapshot.scanSteps(from: key, through: key) { steps.append($0) }
    steps = try steps.filter(isIncluded)
    return steps.isEmpty ? nil : try obligation(steps[...])
  }

  private func isIncluded(_ step: StoredStep) throws -> Bool {
    if asOf.isNow { return true }
    let origin = try snapshot.origin(ofLine: step.line)
    return asOf.includes(origin.batch, dated: origin.date)
  }

  /// One obligation of its steps, of which there is at least one.
  private func obligation(
    _ steps: ArraySlice<StoredStep>
  ) throws -> PersonStatement.Obligation {
    let first = try promised(steps.first, "first step")
    let last = try promised(steps.last, "last step")
    let state = try promised(ObligationState(rawValue: last.toState), "state")
    let due = steps.last { $0.event == Event.due.rawValue && $0.corrects == 0 }
    var undoneBy: [Int32: Int32] = [:]
    for step in steps where step.corrects != 0 { undoneBy[step.corrects] = step.number }
    return PersonStatement.Obligation(
      person: try promised(PersonNumber(encoded: first.key.person), "person"),
      month: first.key.month,
      benefit: try promised(Benefit(rawValue: first.key.benefit), "benefit"),
      occurrence: Int(first.key.occurrence), state: state, amount: (due ?? first).amount,
      open: state.isOpen ? last.remainder : 0,
      sums: try PersonStatement.Sums(steps, state: state),
      steps: try steps.map { try self.step($0, undoneBy: undoneBy[$0.number]) })
  }

  private func step(_ step: StoredStep, undoneBy: Int32?) throws -> PersonStatement.Step {
    let origin = try snapshot.origin(ofLine: step.line)
    let version = tree.version(of: step.unit, on: origin.date)
    return PersonStatement.Step(
      number: step.number, event: try promised(Event(rawValue: step.event), "event"),
      from: try promised(ObligationState(rawValue: step.fromState), "state"),
      to: try promised(ObligationState(rawValue: step.toState), "state"), amount: step.amount,
      remainder: step.remainder, corrects: step.corrects == 0 ? nil : step.corrects,
      undoneBy: undoneBy,
      site: version.map { tree.versions[$0].code.text } ?? tree.code(of: step.unit),
      channel: try promised(Channel(rawValue: step.channel), "channel"),
      fund: try promised(Fund(rawValue: step.fund), "fund"), batch: origin.batch,
      voucher: origin.voucher, date: origin.date, reference: origin.reference,
      file: origin.fileName, fileLine: origin.fileLine, line: step.line,
      account: origin.account.map { masked($0) }, document: origin.document,
      reason: origin.reason)
  }
}
