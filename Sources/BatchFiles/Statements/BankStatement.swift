import LedgerCore

/// What a bank says happened to one account, whatever format it says it in.
public struct BankStatement: Sendable, Equatable {
  /// The statement's id, or the message's.
  public var id: String
  /// The account as the bank writes it.
  public var account: String
  /// The id of the order that a report is on; nil of what is none.
  public var order: String?
  /// The booked balance before the first entry, in đồng; nil of a notice, which has no balances.
  public var opening: Int64?
  /// The booked balance after the last entry, in đồng.
  public var closing: Int64?
  /// The day of the opening balance.
  public var openingDate: CivilDate?
  /// The day of the closing balance.
  public var closingDate: CivilDate?
  /// Whether it is a page that another follows.
  public var isIntermediate = false
  /// How many bookings it announces that are not booked yet; they are not among the entries.
  public var pending = 0
  /// What was booked, in the order of the file.
  public var entries: [StatementEntry] = []
  /// The line of the file it begins on.
  public var line: Int

  /// Begins a statement.
  public init(id: String, account: String, line: Int) {
    self.id = id
    self.account = account
    self.line = line
  }
}

/// One booking of a statement.
public struct StatementEntry: Sendable, Equatable {
  /// The line of the file it begins on.
  public var line: Int
  /// The day it was booked: balances are by it.
  public var booked: CivilDate
  /// The day from which it bears interest; may be earlier or later.
  public var value: CivilDate
  /// Whole đồng; positive if the money came in, negative if it went out.
  public var amount: Int64
  /// What is said of the booking as a whole.
  public var details = EntryDetails()
  /// The payments of a batch booking, each with its own sign and amount.
  public var parts: [EntryPart] = []
  /// How many payments the bank says it has; nil if it does not say.
  public var count: Int64?

  /// Begins an entry.
  public init(line: Int, booked: CivilDate, value: CivilDate, amount: Int64) {
    self.line = line
    self.booked = booked
    self.value = value
    self.amount = amount
  }
}

/// One payment of a batch booking.
public struct EntryPart: Sendable, Equatable {
  /// The line of the file it begins on.
  public var line: Int
  /// Whole đồng, with the sign of the booking; nil if the bank does not say.
  public var amount: Int64?
  /// Whether the payment says its own direction.
  var isOwnSign = false
  /// What is said of it.
  public var details = EntryDetails()

  /// Begins a part.
  public init(line: Int) { self.line = line }
}

/// What tells what a booking or a payment is.
public struct EntryDetails: Sendable, Equatable {
  /// The end-to-end id of its order.
  public var endToEnd: String?
  /// The id of the order it was in: the message's, or the payment information's.
  public var order: String?
  /// The bank's own reference.
  public var servicer: String?
  /// The account of the other side.
  public var counterparty: String?
  /// The remittance text.
  public var text: String?
  /// Why it came back, as a code of the standard.
  public var reason: String?

  /// Nothing is known.
  public init() {}

  /// The obligation that is named: by the end-to-end id, or anywhere in the text.
  public var obligation: ObligationKey? {
    endToEnd.flatMap { PaymentReference.key(of: $0) }
      ?? text.flatMap { PaymentReference.find(in: $0) }
  }
}

/// The formats of statements.
public enum StatementFormat: String, CaseIterable, Sendable {
  /// ISO 20022, the statement of a day.
  case camt053 = "camt.053"
  /// ISO 20022, a notice of single bookings.
  case camt054 = "camt.054"
  /// ISO 20022, what became of an order.
  case pain002 = "pain.002"
  /// SWIFT's customer statement.
  case mt940
  /// Rows of a table under an envelope.
  case csv

  /// Whether it has balances that must add up.
  public var hasBalances: Bool { self != .camt054 && self != .pain002 }
}

/// A file of statements, whole.
public struct StatementFile: Sendable, Equatable {
  /// Its format.
  public var format: StatementFormat
  /// Its statements, in the order of the file.
  public var statements: [BankStatement]
  /// The SHA-256 of its bytes.
  public var digest: Digest

  /// How many bytes a file may have.
  public static let byteLimit: Int64 = 256 << 20
  /// How many bookings and payments a file may have.
  public static let entryLimit = 1_000_000
  /// How many bytes a text may have.
  public static let textLimit = 4_096
  /// How many bytes a reference may have.
  public static let referenceLimit = 140
}
