/// A voucher of the ledger as it is stored, without its texts; 0 stands for what is absent.
public struct StoredVoucher: Sendable, Equatable {
  /// The number of the voucher, from 1.
  public var number: Int64
  /// The batch it belongs to.
  public var batch: Int64
  /// The account debited (Nợ), by its number.
  public var debitAccount: Int64
  /// The account credited (Có), by its number.
  public var creditAccount: Int64
  /// Whole đồng; negative if and only if the voucher corrects another.
  public var amount: Int64
  /// How many lines are attached; 0 for a movement, negative for a correction.
  public var lineCount: Int64
  /// The voucher it corrects, or 0.
  public var corrects: Int64
  /// The unit whose money it is, or 0.
  public var unit: Int32
  /// The month of entitlement as in `Month.number`, or 0.
  public var month: Int32
  /// The fund's number.
  public var fund: UInt8
  /// The benefit's number, or 0.
  public var benefit: UInt8
  /// The channel's number, or 0.
  public var channel: UInt8

  /// Puts a voucher together.
  @inlinable
  public init(
    number: Int64, batch: Int64, debitAccount: Int64, creditAccount: Int64, amount: Int64,
    lineCount: Int64, corrects: Int64, unit: Int32, month: Int32, fund: UInt8, benefit: UInt8,
    channel: UInt8
  ) {
    self.number = number
    self.batch = batch
    self.debitAccount = debitAccount
    self.creditAccount = creditAccount
    self.amount = amount
    self.lineCount = lineCount
    self.corrects = corrects
    self.unit = unit
    self.month = month
    self.fund = fund
    self.benefit = benefit
    self.channel = channel
  }

  /// How many payments or movements it stands for: its lines, or itself; negative if it corrects.
  @inlinable
  public var count: Int64 {
    lineCount != 0 ? lineCount : amount < 0 ? -1 : 1
  }
}
