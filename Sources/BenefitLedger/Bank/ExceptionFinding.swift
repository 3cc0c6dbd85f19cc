import BatchFiles
import LedgerCore
import LedgerStore

/// What kind of exception a booking is that is matched with nothing, and what to do about it.
struct ExceptionFinding {
  private(set) var kind = ExceptionKind.unmatched
  private(set) var suggestion: Message = ""
  /// The return that is to be posted; nil if it is none.
  private(set) var returned: ReturnedPayment?

  init(_ open: Unmatched, _ fund: Fund, _ snapshot: any LedgerSnapshot) throws {
    let entry = open.entry
    if let key = entry.key {
      try named(open, key, snapshot)
    } else if entry.isReport {
      kind = .orderRejected
      suggestion =
        """
        The bank made no payment of order \(entry.order ?? "-"): \
        \(ReturnReason.sentence(entry.reason ?? "MS03")). Order it again, and close this with a \
        note.
        """
    } else if !open.candidates.isEmpty {
      kind = .ambiguous
      let shown = open.candidates.prefix(5).joined(separator: ", ")
      suggestion =
        open.candidates.count > 5
        ? "It could be \(shown) or others: match it by hand."
        : "It could be \(shown): match it by hand."
    } else {
      suggestion =
        entry.amount < 0
        ? """
        Post what was paid from fund \(fund.code), or match it by hand; the bank's charges can \
        be closed with a note.
        """
        : "Find out whose money it is, post it to fund \(fund.code), or send it back."
    }
  }

  private mutating func named(
    _ open: Unmatched, _ key: ObligationKey, _ snapshot: any LedgerSnapshot
  ) throws {
    let entry = open.entry
    var steps: [StoredStep] = []
    try [key.packed].withUnsafeBufferPointer { keys in
      try snapshot.histories(of: keys) { _, found in steps = Array(found) }
    }
    let last = StepsInForce(steps).last
    let isBack = entry.amount > 0 || entry.isReport || entry.reason != nil
    if isBack, let last, last.toState == ObligationState.paid.rawValue,
      last.channel == Channel.bank.rawValue || last.channel == Channel.employer.rawValue
    {
      let reason = entry.reason ?? "MS03"
      guard entry.amount == 0 || entry.amount == last.amount else {
        kind = .amountDiffers
        suggestion =
          """
          It was paid as \(grouped(last.amount)) đ, and \(grouped(entry.amount)) đ came back: \
          ask the bank.
          """
        return
      }
      kind = .returned
      suggestion =
        reason == "MD07"
        ? "Post it as returned: \(ReturnReason.sentence(reason)). Hold the person as deceased."
        : "Post it as returned: \(ReturnReason.sentence(reason))."
      returned = ReturnedPayment(
        key: key, amount: last.amount, reason: reason, date: entry.booked, exception: 0)
    } else if let other = open.differs {
      kind = .amountDiffers
      suggestion =
        """
        The books have \(grouped(other.amount)) đ in \(other.words): correct the voucher, or ask \
        the bank.
        """
    } else if open.isTwice {
      kind = .twice
      suggestion =
        entry.amount < 0
        ? "The bank paid it twice: call the second payment back."
        : "It came back before: ask the bank, and send it back if it is not ours."
    } else {
      kind = .notPaid
      suggestion =
        isBack
        ? "The books do not have it as paid: if it was never paid, post it as unpaid."
        : "The books do not have it as paid: post the list of what was paid."
    }
  }
}
