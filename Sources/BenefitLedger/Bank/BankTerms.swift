import LedgerCore

/// By which rule a booking of the bank and vouchers were found to be the same money, the surest first.
public enum MatchRule: String, CaseIterable, Sendable {
  /// The end-to-end id names the obligation, and the amount is that of its line.
  case endToEnd = "end-to-end"
  /// The order's id names the batch, and the booking is what was posted as paid of it.
  case order
  /// The document of the voucher is the bank's reference, or stands in its text; amounts are equal.
  case document
  /// The only batch near the day that comes to the amount.
  case batchTotal = "batch-total"
  /// Several bookings of a day that together are a voucher or a batch.
  case severalEntries = "several-entries"
  /// The only voucher or line near the day with the amount.
  case amountAndDate = "amount-and-date"
  /// A batch less the payments that the bank reported as rejected and never booked.
  case notExecuted = "not-executed"
  /// Somebody named the voucher that was posted for it.
  case byVoucher = "by-voucher"
  /// Somebody named the lines or vouchers that it is.
  case byHand = "by-hand"
}

extension MatchRule {
  /// What people call it; in English the code.
  public var words: Message {
    switch self {
    case .endToEnd: "end-to-end"
    case .order: "order"
    case .document: "document"
    case .batchTotal: "batch-total"
    case .severalEntries: "several-entries"
    case .amountAndDate: "amount-and-date"
    case .notExecuted: "not-executed"
    case .byVoucher: "by-voucher"
    case .byHand: "by-hand"
    }
  }
}

/// Why a booking of the bank is an exception.
public enum ExceptionKind: String, CaseIterable, Sendable {
  /// Nothing in the books has the amount.
  case unmatched
  /// Several things in the books could be it.
  case ambiguous
  /// The payment that it names has another amount.
  case amountDiffers = "amount-differs"
  /// The payment that it names was matched with another booking already.
  case twice
  /// A payment came back, and the return is not posted yet.
  case returned
  /// A payment came back that the books do not have as paid.
  case notPaid = "not-paid"
  /// The bank made no payment of an order, or did not make one that the ledger does not know.
  case orderRejected = "order-rejected"
}

extension ExceptionKind {
  /// What people call it; in English the code.
  public var words: Message {
    switch self {
    case .unmatched: "unmatched"
    case .ambiguous: "ambiguous"
    case .amountDiffers: "amount-differs"
    case .twice: "twice"
    case .returned: "returned"
    case .notPaid: "not-paid"
    case .orderRejected: "order-rejected"
    }
  }
}

/// What became of an exception.
public enum ExceptionState: String, CaseIterable, Sendable {
  /// It is still to be seen to.
  case open
  /// The booking was matched since.
  case matched
  /// Nothing is left to do, and a note says why.
  case noted
  /// Its statement was taken back.
  case withdrawn
}

extension ExceptionState {
  /// What people call it; in English the code.
  public var words: Message {
    switch self {
    case .open: "open"
    case .matched: "matched"
    case .noted: "noted"
    case .withdrawn: "withdrawn"
    }
  }
}
