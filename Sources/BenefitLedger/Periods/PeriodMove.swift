import LedgerCore

/// What a change makes of a period in a state: the rules, without the books.
struct PeriodMove {
  let request: PeriodRequest
  /// The state now.
  let state: PeriodState
  /// Who asked to reopen the period, if somebody did.
  let requester: String?
  /// Whether two persons have to agree to reopen a period.
  let isFourEyes: Bool

  /// The state that the change leads to; nil if the period is in it already.
  ///
  /// - Throws: `LedgerError`: `reasonMissing`, `periodOtherState`, `otherPersonNeeded`.
  func next() throws -> PeriodState? {
    if request.change.needsReason && (request.reason ?? "").isEmpty {
      throw LedgerError(
        .reasonMissing, "To \(request.change.rawValue) a period needs a reason.",
        help: "Say with --reason why.")
    }
    switch (request.change, state) {
    case (.softClose, .open): return .softClosed
    case (.softClose, .softClosed): return nil
    case (.softClose, .closed), (.softClose, .reopenRequested):
      throw other("is closed already", "To let it take corrections, reopen it first.")
    case (.open, .softClosed): return .open
    case (.open, .open): throw other("is open", "There is nothing to open.")
    case (.open, .closed), (.open, .reopenRequested):
      throw other("is closed", "Run: benefit-ledger period reopen \(request.period) --reason …")
    // Closing a period that somebody asked to reopen says no to that.
    case (.close, .open), (.close, .softClosed), (.close, .reopenRequested): return .closed
    case (.close, .closed): return nil
    case (.reopen, .closed): return isFourEyes ? .reopenRequested : .open
    case (.reopen, .reopenRequested):
      guard isFourEyes, requester == request.maker else { return .open }
      throw LedgerError(
        .otherPersonNeeded,
        """
        Period \(request.period) is still closed: \(request.maker) asked to reopen it, and another \
        person has to agree.
        """,
        help: "Somebody else has to run: benefit-ledger period reopen \(request.period) --reason …")
    case (.reopen, .open): throw other("is open", "There is nothing to reopen.")
    case (.reopen, .softClosed):
      throw other(
        "is not closed but soft-closed",
        "Run: benefit-ledger period open \(request.period) --reason …")
    }
  }

  private func other(_ what: Message, _ help: Message) -> LedgerError {
    LedgerError(.periodOtherState, "Period \(request.period) \(what).", help: help)
  }
}
