import LedgerCore

/// A booking of the bank that is not matched yet, as the matcher sees it.
struct BankEntry: Hashable {
  /// Its number in the ledger.
  var number: Int64
  /// Which booking of which statement: payments of a batch booking share it.
  var statement: Int64 = 0
  /// Whether it is of a notice or a report, which tell of money that a statement has too.
  var isNotice = false
  /// Whether it is of a report on an order: the bank booked nothing.
  var isReport = false
  /// The day it was booked.
  var booked: CivilDate
  /// Whole đồng; in is positive; 0 if a report does not say.
  var amount: Int64
  /// The end-to-end id.
  var endToEnd: String?
  /// The id of the order.
  var order: String?
  /// The bank's own reference.
  var servicer: String?
  /// The text.
  var text: String?
  /// Why it came back.
  var reason: String?

  /// The obligation that it names.
  var key: ObligationKey? {
    endToEnd.flatMap { PaymentReference.key(of: $0) }
      ?? text.flatMap { PaymentReference.find(in: $0) }
  }
}

/// A voucher on a bank account, or one line of it, that is not matched yet.
struct BankItem: Hashable {
  /// The voucher.
  var voucher: Int64
  /// The line; nil for all that is open of the voucher.
  var line: Int64?
  /// Its batch.
  var batch: Int64
  /// Its business date.
  var date: CivilDate
  /// Whole đồng; into the account is positive.
  var amount: Int64
  /// Whether it has no lines.
  var isMovement = false
  /// The document of a movement.
  var document: String?
  /// Whether it is matched already.
  var isUsed = false

  /// What it is, in one word or two.
  var words: Message { line.map { "line \($0)" } ?? "voucher \(voucher)" }
}

/// Bookings and vouchers that are the same money.
struct NewMatch: Equatable {
  var rule: MatchRule
  var entries: [BankEntry]
  var items: [BankItem]
  /// What else it could have been, first to last; short.
  var instead: [Message] = []
  /// Why, if somebody says so by hand.
  var reason: String?
}

/// A booking that is matched with nothing.
struct Unmatched: Equatable {
  var entry: BankEntry
  /// What it could be, if there are several.
  var candidates: [Message] = []
  /// Whether the books have the payment that it names, with another amount.
  var differs: BankItem?
  /// Whether the payment that it names is matched already.
  var isTwice = false
}
