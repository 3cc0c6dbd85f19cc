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
    guard let next = StateTable.state(after: event, from: state) else {
      switch state {
      case .none: return .neverDue
      case _ where event == .due: return .alreadyPosted
      case .due: return .stillDue
      case .paid: return .alreadyPaid
      case .unclaimed: return .alreadyUnclaimed
      case .cancelled: return .alreadyCancelled
      }
    }
    line.fromState = state.rawValue
    line.toState = next.rawValue
    line.stepNumber = (last?.number ?? 0) + 1
    guard let last else {
      line.previousUnit = line.unit
      return nil
    }
    line.previousUnit = last.unit
    guard line.amount == last.amount else { return .otherAmount }
    // The reader lets a row name no fund but the benefit's own, which is the obligation's.
    line.fund = last.fund
    // A reissue may give the payment another way; every other step follows the latest instruction.
    let mayRedirect = event == .reissued
    guard mayRedirect || line.unit == 0 || line.unit == last.unit else { return .otherUnit }
    guard mayRedirect || line.channel == 0 || line.channel == last.channel else {
      return .otherChannel
    }
    if line.unit == 0 { line.unit = last.unit }
    if line.channel == 0 { line.channel = last.channel }
    if mayRedirect && line.channel == Channel.bank.rawValue && line.accountLength == 0 {
      return .accountMissing
    }
    return nil
  }
}
