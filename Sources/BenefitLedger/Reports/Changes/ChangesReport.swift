import LedgerCore

/// What came to be known between two batches, and which batch or record brought it.
public struct ChangesReport: Sendable {
  /// What one batch brought for the values of the keys.
  public struct Row: Sendable {
    /// What the batch says of itself.
    public let batch: BatchHeader
    /// Whether it is dated back: before the date of the last batch of the earlier state.
    public let isLate: Bool
    /// The values in the order of the report's keys; nil where the vouchers have none.
    public let values: [TotalsValue?]
    /// Its payments or movements, less those it takes back.
    public let tally: Tally
  }

  /// What the two states say for the values of the keys, where they differ or a batch brought
  /// anything.
  public struct Difference: Hashable, Sendable {
    /// The values in the order of the report's keys; nil where the vouchers have none.
    public let values: [TotalsValue?]
    /// The totals as known at the earlier batch.
    public let before: Tally
    /// The totals as known at the later batch.
    public let after: Tally
    /// The later less the earlier.
    public let difference: Tally
    /// What the rows of the batches in between, and those of records of the register, add up to.
    public let explanation: Tally
    /// How many batches brought it.
    public let batches: Int
    /// How many records of the register brought it.
    public let records: Int

    /// Whether batches and records add up to the difference.
    public var isExplained: Bool { difference == explanation }
  }

  /// What rows and differences are for.
  public let keys: [TotalsKey]
  /// The number of the last batch that the later state has; 0 if it has none.
  public let lastBatch: Int64
  /// The business date of the last batch of the earlier state; nil if it has none.
  public let sinceDate: CivilDate?
  /// What each batch brought, in the order of posting.
  public let rows: [Row]
  /// What records of the register changed in what was known before, in their order.
  public let register: [RegisterNews]
  /// The differences by the keys, ordered by their values as totals are.
  public let differences: [Difference]
  /// The same for each event, with all that the two totals say of it, ordered by the event's code;
  /// where nothing changed it is left out.
  public let events: [Difference]
  /// All of it together: what the two totals say, and what the rows add up to.
  public let whole: Difference

  /// Whether what batches and records brought is exactly the difference of the two totals, key by key
  /// and in all.
  public var isExplained: Bool { whole.isExplained && differences.allSatisfy(\.isExplained) }

  /// The batches that are dated back.
  public var lateBatches: Set<Int64> { Set(rows.lazy.filter(\.isLate).map(\.batch.number)) }
}
