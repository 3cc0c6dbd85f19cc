import LedgerCore
import LedgerStore

/// Whether a line is an allowed next step of its obligation.
enum ObligationCheck {
  /// Fills in what the line takes from its obligation.
  ///
  /// - Parameters:
  ///   - line: The line as read.
  ///   - event: The event of its batch.
  ///   - last: The obligation's last step, or nil if there is none.
  /// - Returns: What forbids the step, or nil if it is allowed.
  static func complete(_ line: inout PaymentLine, _ event: Event, after last: StoredStep?) -> Code?
  {
    let state = ObligationState(rawValue: last?.toState ?? 0) ?? .none
    let open = last?.remainder ?? 0
    guard let next = StateTable.state(after: event, from: state, settles: line.amount == open)
    else { return refusal(of: event, in: state) }
    // The heirs are paid what the dead are not.
    if line.hold != 0 && state != .inherited { return .personHeld }
    line.fromState = state.rawValue
    line.toState = next.rawValue
    line.stepNumber = (last?.number ?? 0) + 1
    line.remainder = line.amount
    guard let last, event != .due else {
      line.previousUnit = line.unit
      return nil
    }
    line.previousUnit = last.unit
    guard line.fund == 0 || line.fund == last.fund else { return .otherFund }
    line.fund = last.fund
    return amountFault(&line, event, open: open) ?? instructionFault(&line, event, last)
  }

  private static func refusal(of event: Event, in state: ObligationState) -> Code {
    switch state {
    case .none: .neverDue
    case _ where event == .due: .alreadyPosted
    case .due: .stillDue
    case .paid: .alreadyPaid
    case .unclaimed: .alreadyUnclaimed
    case .cancelled: .alreadyCancelled
    case .reversed: .alreadyReversed
    case .overpaid: .alreadyOverpaid
    case .recovered: .alreadyRecovered
    case .inherited: .alreadyInherited
    }
  }

  /// A step takes what is open whole, but for those that keep back or recover a part.
  private static func amountFault(
    _ line: inout PaymentLine, _ event: Event, open: Int64
  ) -> Code? {
    switch event {
    case .withheld:
      guard line.amount < open else { return .moreThanOpen }
      line.remainder = open - line.amount
    case .recovered, .offset:
      guard line.amount <= open else { return .moreThanOpen }
      line.remainder = open - line.amount
    case .overpaid:
      guard line.amount <= open else { return .moreThanOpen }
    default:
      guard line.amount == open else { return .otherAmount }
    }
    return nil
  }

  /// A reissue and a transfer may send the money another way; every other step follows the latest
  /// instruction.
  private static func instructionFault(
    _ line: inout PaymentLine, _ event: Event, _ last: StoredStep
  ) -> Code? {
    let mayRedirect = event == .reissued || event == .transferred
    guard mayRedirect || line.unit == 0 || line.unit == last.unit else { return .otherUnit }
    guard mayRedirect || line.channel == 0 || line.channel == last.channel else {
      return .otherChannel
    }
    if event == .transferred {
      if line.unit == 0 { return .transferSiteMissing }
      if line.unit == last.unit { return .transferSameSite }
    }
    let isNewWay = line.channel != 0 && line.channel != last.channel
    if line.unit == 0 { line.unit = last.unit }
    if line.channel == 0 { line.channel = last.channel }
    let needsAccount = event == .reissued || event == .transferred && isNewWay
    if needsAccount && line.channel == Channel.bank.rawValue && line.accountLength == 0 {
      return .accountMissing
    }
    // A row without a channel keeps the channel before: cash is not paid into an account.
    if mayRedirect && line.channel != Channel.bank.rawValue && line.accountLength > 0 {
      return .otherAccount
    }
    return nil
  }

  /// Fills in what the line takes from the step that it undoes.
  ///
  /// - Parameters:
  ///   - line: The line as read; its amount becomes negative.
  ///   - correction: What it undoes; the voucher is looked up by the caller.
  ///   - event: The event that is to be undone.
  ///   - steps: All steps of the obligation.
  /// - Returns: What forbids it, or nil if it is allowed.
  static func undo(
    _ line: inout PaymentLine, _ correction: inout LineCorrection, _ event: Event,
    _ steps: [StoredStep]
  ) -> Code? {
    guard let last = steps.last else { return .neverDue }
    let standing = StepsInForce(steps)
    guard let undone = standing.last else { return .alreadyReversed }
    guard undone.event == event.rawValue else { return .notLatest }
    // A group may be looked up twice, and by then the line is filled in.
    if correction.step == 0 {
      correction.writtenUnit = line.unit
      correction.writtenChannel = line.channel
    }
    let unit = correction.writtenUnit
    let channel = correction.writtenChannel
    guard line.amount.magnitude == undone.amount.magnitude else { return .otherAmount }
    guard unit == 0 || unit == undone.unit else { return .otherUnit }
    guard channel == 0 || channel == undone.channel else { return .otherChannel }
    guard line.fund == 0 || line.fund == undone.fund else { return .otherFund }
    let restored = standing.beforeLast
    correction.step = undone.number
    correction.line = undone.line
    correction.unit = undone.unit
    correction.channel = undone.channel
    line.amount = -undone.amount
    line.fromState = last.toState
    line.toState =
      StateTable.state(undoing: ObligationState(rawValue: undone.fromState) ?? .none).rawValue
    line.stepNumber = last.number + 1
    line.remainder = restored?.remainder ?? 0
    line.unit = restored?.unit ?? undone.unit
    line.channel = restored?.channel ?? undone.channel
    line.previousUnit = line.unit
    line.fund = undone.fund
    return nil
  }
}

/// The last two steps of an obligation that no other step has undone.
struct StepsInForce {
  /// The step that counts last.
  private(set) var last: StoredStep?
  /// The step that counts before it.
  private(set) var beforeLast: StoredStep?
  /// The step by which it became due, as far as it still counts.
  private(set) var due: StoredStep?

  /// Folds the steps: each correction undoes the last that still counts.
  init(_ steps: [StoredStep]) {
    let stack = Self.all(of: steps)
    last = stack.last
    beforeLast = stack.dropLast().last
    due = stack.first
  }

  /// All steps that no other step has undone.
  static func all(of steps: [StoredStep]) -> [StoredStep] {
    var stack: [StoredStep] = []
    for step in steps {
      if step.corrects == 0 { stack.append(step) } else { _ = stack.popLast() }
    }
    return stack
  }
}
