import LedgerCore

/// A batch, and what happened before and since to every obligation it has a line of.
public struct BatchTrace: Sendable {
  /// One line of the batch.
  public struct Line: Sendable {
    /// The number of the line in the ledger.
    public let number: Int64
    /// The line of the file, from 1.
    public let fileLine: Int64
    /// The person as written; prints masked.
    public let person: PersonNumber
    /// Whole đồng; negative if the batch corrects.
    public let amount: Int64
    /// The number of the step that the line is; nil if the ledger has lost it.
    public let step: Int32?
    /// The obligation with all its steps; nil if the ledger has lost it.
    public let obligation: PersonStatement.Obligation?
  }

  /// A voucher that takes back another, or a part of it.
  public struct Correction: Hashable, Sendable {
    /// The number of the voucher that corrects.
    public let voucher: Int64
    /// Its batch.
    public let batch: Int64
    /// Whole đồng, negative.
    public let amount: Int64
  }

  /// One voucher of the batch.
  public struct Voucher: Sendable {
    /// The voucher.
    public let entry: VoucherEntry
    /// What corrected it since.
    public let correctedBy: [Correction]
    /// Its lines, as far as they are listed, in the order of the file.
    public let lines: [Line]
    /// How many more lines it has.
    public let moreLines: Int64
  }

  /// The batch.
  public let posting: PostingStory
  /// Its vouchers, in order.
  public let vouchers: [Voucher]
  /// How many lines are not listed.
  public let moreLines: Int64
}
