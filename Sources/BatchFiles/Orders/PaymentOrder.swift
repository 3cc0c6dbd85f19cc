import LedgerCore

/// A version of the ISO 20022 message that orders credit transfers.
public enum OrderVersion: String, CaseIterable, Sendable {
  /// The version that most banks read.
  case v03 = "pain.001.001.03"
  /// The version of 2019.
  case v09 = "pain.001.001.09"

  /// The namespace of its document.
  public var namespace: String { "urn:iso:std:iso:20022:tech:xsd:\(rawValue)" }
}

/// What an order says of itself: one debtor, one account, one day.
public struct PaymentOrder: Sendable, Equatable {
  /// The version of the message.
  public var version: OrderVersion
  /// Names the order; the payment information has the same id, and a batch booking shows it.
  public var messageID: String
  /// The day it was made.
  public var created: CivilDate
  /// The day on which the bank is to pay.
  public var execution: CivilDate
  /// How many payments it has.
  public var count: Int64
  /// Their sum in đồng.
  public var total: Int64
  /// Who pays.
  public var debtorName: String
  /// From which account.
  public var debtorAccount: BankAccount

  /// Puts an order together.
  public init(
    version: OrderVersion, messageID: String, created: CivilDate, execution: CivilDate,
    count: Int64, total: Int64, debtorName: String, debtorAccount: BankAccount
  ) {
    self.version = version
    self.messageID = messageID
    self.created = created
    self.execution = execution
    self.count = count
    self.total = total
    self.debtorName = debtorName
    self.debtorAccount = debtorAccount
  }

  /// The largest sum that the schema can carry: 18 digits.
  public static let largestTotal: Int64 = 999_999_999_999_999_999
}

/// One payment of an order.
public struct OrderedPayment: Sendable, Equatable {
  /// The end-to-end id, at most 35 characters.
  public var reference: String
  /// Whole đồng.
  public var amount: Int64
  /// The payee's account.
  public var account: BankAccount
  /// The payee's name as written; nil if the ledger has none.
  public var name: String?
  /// What is paid.
  public var benefit: Benefit
  /// The month it is for.
  public var month: Month

  /// Puts a payment together.
  public init(
    reference: String, amount: Int64, account: BankAccount, name: String?, benefit: Benefit,
    month: Month
  ) {
    self.reference = reference
    self.amount = amount
    self.account = account
    self.name = name
    self.benefit = benefit
    self.month = month
  }
}
