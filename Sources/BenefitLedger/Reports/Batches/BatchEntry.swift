import LedgerCore

/// A voucher (chứng từ) as a batch shows it.
public struct VoucherEntry: Hashable, Sendable {
  /// The voucher's number.
  public let number: Int64
  /// The account debited (Nợ).
  public let debit: String
  /// The account credited (Có).
  public let credit: String
  /// Whole đồng; negative if it corrects another voucher.
  public let amount: Int64
  /// How many lines are attached; 0 for a movement, negative for a correction.
  public let lineCount: Int64
  /// The code of the unit on the business date.
  public let unit: String?
  /// The benefit, if it has one.
  public let benefit: Benefit?
  /// The channel, if it has one.
  public let channel: Channel?
  /// The month of entitlement, if it has one.
  public let month: Month?
  /// The voucher it corrects, if it does.
  public let corrects: Int64?
  /// The line of the file, for a movement.
  public let fileLine: Int64?
  /// The document of a movement, as written.
  public let document: String?
}

/// A batch as it was posted and sealed.
public struct BatchEntry: Sendable {
  /// What the batch says of itself.
  public let header: BatchHeader
  /// The Merkle root of its rows.
  public let root: Digest
  /// The seal of the batch before it.
  public let previousSeal: Digest
  /// Its own seal.
  public let seal: Digest
  /// The batch that undoes it as a whole, if any does.
  public let reversedBy: Int64?
}
