import BatchFiles
import LedgerCore

/// Which payments are to be ordered from the bank, and how.
public struct OrderRequest: Sendable {
  /// The batch: a due list or a list of reissues.
  public var batch: Int64
  /// Only payments of this fund; needed if the batch has several, as a bank account is of one fund.
  public var fund: Fund?
  /// The version of the message.
  public var version = OrderVersion.v09
  /// Who pays.
  public var debtorName: String
  /// From which account.
  public var debtorAccount: BankAccount
  /// The day on which the bank is to pay; nil for the batch's business date.
  public var execution: CivilDate?
  /// The file to make; nil for the order's id with `.xml`, in the current folder.
  public var path: String?

  /// Makes a request.
  public init(batch: Int64, debtorName: String, debtorAccount: BankAccount) {
    self.batch = batch
    self.debtorName = debtorName
    self.debtorAccount = debtorAccount
  }
}

/// The order that was written.
public struct OrderAnswer: Sendable, Equatable {
  /// The file.
  public var path: String
  /// The order's id.
  public var messageID: String
  /// The version of the message.
  public var version: OrderVersion
  /// The batch.
  public var batch: Int64
  /// The fund whose account pays.
  public var fund: Fund
  /// The day on which the bank is to pay.
  public var execution: CivilDate
  /// How many payments it has.
  public var count: Int64
  /// Their sum in đồng.
  public var total: Int64
  /// Bank payments of the batch that are no longer open.
  public var notOpen: Int64
  /// Bank payments of the batch whose person is held.
  public var held: Int64
}
