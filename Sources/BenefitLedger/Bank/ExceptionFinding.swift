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
      let order = Message.verbatim(entry.order ?? "-")
      let why = ReturnReason.sentence(entry.reason ?? "MS03")
      suggestion =
        entry.endToEnd.map {
          ExceptionSuggestion.rejected(payment: .verbatim(maskedDigits($0)), of: order, why)
        } ?? ExceptionSuggestion.rejected(order: order, why)
    } else if !open.candidates.isEmpty {
      kind = .ambiguous
      let shown = open.candidates.prefix(5).joined(separator: ", ")
      suggestion =
        open.candidates.count > 5
        ? ExceptionSuggestion.candidatesAndOthers(shown) : ExceptionSuggestion.candidates(shown)
    } else {
      let fund = Message.verbatim(fund.code)
      suggestion =
        entry.amount < 0
        ? ExceptionSuggestion.out(fund: fund) : ExceptionSuggestion.into(fund: fund)
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
        suggestion = ExceptionSuggestion.otherAmountBack(
          paid: .verbatim(grouped(last.amount)), back: .verbatim(grouped(entry.amount)))
        return
      }
      kind = .returned
      let why = ReturnReason.sentence(reason)
      suggestion =
        reason == "MD07"
        ? ExceptionSuggestion.returnedOfDead(why) : ExceptionSuggestion.returned(why)
      returned = ReturnedPayment(
        key: key, amount: last.amount, reason: reason, date: entry.booked, exception: 0)
    } else if let other = open.differs {
      kind = .amountDiffers
      suggestion = ExceptionSuggestion.otherAmount(
        .verbatim(grouped(other.amount)), in: other.words)
    } else if open.isTwice {
      kind = .twice
      suggestion =
        entry.amount < 0 ? ExceptionSuggestion.paidTwice : ExceptionSuggestion.backTwice
    } else {
      kind = .notPaid
      suggestion = isBack ? ExceptionSuggestion.unpaid : ExceptionSuggestion.notPosted
    }
  }
}
