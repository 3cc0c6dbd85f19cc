import LedgerCore
import LedgerStore

/// The steps that would make one obligation agree, tried out on its history.
struct PlannedCorrection {
  /// Where a step sends the money, and how much.
  struct Row {
    var amount: Int64
    /// The unit; 0 to leave it as it is.
    var unit: Int32 = 0
    /// The channel; 0 to leave it as it is.
    var channel: UInt8 = 0
    /// The fund; 0 to leave it as it is.
    var fund: UInt8 = 0
  }

  /// The amount of the step that is undone.
  private(set) var undone: Row?
  /// The step that sends what is open to another site or channel.
  private(set) var transferred: Row?
  /// The step that is posted.
  private(set) var posted: Row?

  private let event: Event
  private let base: PaymentLine
  private var steps: [StoredStep]

  /// Works out the steps.
  ///
  /// - Parameters:
  ///   - finding: The difference.
  ///   - event: The event that is compared.
  ///   - line: A line of the obligation; a hold of the person is taken note of.
  ///   - steps: The obligation's steps.
  /// - Throws: ``Refused`` if the ledger would refuse one of them.
  init(_ finding: LineFinding, _ event: Event, _ line: PaymentLine, _ steps: [StoredStep]) throws {
    self.event = event
    self.steps = steps
    base = line
    if finding.batch >= 0 { try undo(finding.ours) }
    if finding.file >= 0 { try post(finding) }
  }

  /// The ledger would refuse a step.
  struct Refused: Error {
    let code: Code
  }

  /// Whether rows of an event say where the money goes; other events follow the obligation.
  static func saysWhere(_ event: Event) -> Bool {
    event == .due || event == .reissued || event == .transferred
  }

  private mutating func undo(_ amount: Int64) throws {
    var line = base
    var correction = LineCorrection()
    line.amount = amount
    if let code = ObligationCheck.undo(&line, &correction, event, steps) {
      throw Refused(code: code)
    }
    append(line, event, corrects: correction.step)
    undone = Row(amount: amount, fund: line.fund)
  }

  private mutating func post(_ finding: LineFinding) throws {
    var row = Row(amount: finding.theirs)
    if Self.saysWhere(event) {
      row.unit = finding.theirUnit != 0 ? finding.theirUnit : finding.ourUnit
      row.channel = finding.theirChannel != 0 ? finding.theirChannel : finding.ourChannel
      if event == .due {
        row.fund = undone?.fund ?? 0
        guard row.unit != 0, row.channel != 0 else { throw Refused(code: .fieldEmpty) }
        guard row.channel != Channel.bank.rawValue else { throw Refused(code: .accountMissing) }
      }
    } else if let last = steps.last {
      try redirect(finding, last)
    }
    try step(event, row)
    posted = row
  }

  /// Sends what is open where they say that it went.
  private mutating func redirect(_ finding: LineFinding, _ last: StoredStep) throws {
    let isElsewhere = finding.theirUnit != 0 && finding.theirUnit != last.unit
    let isOtherwise = finding.theirChannel != 0 && finding.theirChannel != last.channel
    guard isElsewhere || isOtherwise else { return }
    let row = Row(
      amount: last.remainder, unit: isElsewhere ? finding.theirUnit : last.unit,
      channel: isOtherwise ? finding.theirChannel : 0)
    try step(.transferred, row)
    transferred = row
  }

  private mutating func step(_ event: Event, _ row: Row) throws {
    var line = base
    line.amount = row.amount
    line.unit = row.unit
    line.channel = row.channel
    line.fund = row.fund
    if !event.sendsMoney { line.hold = 0 }
    if let code = ObligationCheck.complete(&line, event, after: steps.last) {
      throw Refused(code: code)
    }
    append(line, event, corrects: 0)
  }

  private mutating func append(_ line: PaymentLine, _ event: Event, corrects: Int32) {
    steps.append(
      StoredStep(
        key: line.key, number: line.stepNumber, event: event.rawValue, fromState: line.fromState,
        toState: line.toState, amount: line.amount, unit: line.unit, channel: line.channel,
        fund: line.fund, line: .max, remainder: line.remainder, corrects: corrects))
  }
}
