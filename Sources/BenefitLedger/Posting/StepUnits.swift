import LedgerCore

/// Whose accounts a step debits and credits, if the obligation goes from one unit to another.
struct StepUnits {
  /// The unit of the account debited.
  let debit: Int32
  /// The unit of the account credited.
  let credit: Int32

  /// What is owed leaves the unit that had it by a debit; what is to be recovered, by a credit.
  @inline(__always)
  init(_ event: Event, from state: ObligationState, before: Int32, after: Int32) {
    let isReceivable = event == .transferred && state == .overpaid
    debit = isReceivable ? after : before
    credit = isReceivable ? before : after
  }
}
