/// What of a voucher is read: half the time of a scan goes into columns.
public enum VoucherParts: Sendable {
  /// Everything.
  case all
  /// Batch, fund, unit, benefit, channel, month, amount and line count.
  case dimensions
  /// Batch, accounts and amount.
  case accounts
}

/// A voucher of the ledger as it is stored, without its texts; 0 stands for what is absent.
public struct StoredVoucher: Sendable, Equatable {
  /// The number of the voucher, from 1.
  public var number: Int64 = 0
  /// The batch it belongs to.
  public var batch: Int64
  /// The account debited (Nợ), by its number.
  public var debitAccount: Int64 = 0
  /// The account credited (Có), by its number.
  public var creditAccount: Int64 = 0
  /// Whole đồng; negative if and only if the voucher corrects another.
  public var amount: Int64
  /// How many lines are attached; 0 for a movement, negative for a correction.
  public var lineCount: Int64 = 0
  /// The voucher it corrects, or 0.
  public var corrects: Int64 = 0
  /// The unit whose money it is, or 0.
  public var unit: Int32 = 0
  /// The month of entitlement as in `Month.number`, or 0.
  public var month: Int32 = 0
  /// The fund's number.
  public var fund: UInt8 = 0
  /// The benefit's number, or 0.
  public var benefit: UInt8 = 0
  /// The channel's number, or 0.
  public var channel: UInt8 = 0

  /// A voucher of a batch, the rest to be filled in.
  @inlinable
  public init(batch: Int64, amount: Int64) {
    self.batch = batch
    self.amount = amount
  }

  /// How many payments or movements it stands for: its lines, or itself; negative if it corrects.
  @inlinable
  public var count: Int64 {
    lineCount != 0 ? lineCount : amount < 0 ? -1 : 1
  }
}

extension LedgerSnapshot {
  /// Hands over whole vouchers in the order of their numbers, from `first` to `last`.
  ///
  /// - Throws: What `body` throws, and `LedgerError` for what the database did.
  public func scanVouchers(
    from first: Int64, through last: Int64, _ body: (StoredVoucher) throws -> Void
  ) throws {
    try scanVouchers(from: first, through: last, reading: .all, body)
  }
}
