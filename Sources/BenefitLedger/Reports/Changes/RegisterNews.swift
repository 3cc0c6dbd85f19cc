import LedgerCore

/// What one record of the register changed in reports of batches that were posted before it.
///
/// A file of units may say how something was on an earlier day. From then on reports show the batches
/// of that day under the units as the file says; as known at an earlier batch they show them as
/// before.
public struct RegisterNews: Sendable {
  /// What it took from the values of the keys, or gave to them.
  public struct Row: Sendable {
    /// The values in the order of the report's keys; nil where the vouchers have none.
    public let values: [TotalsValue?]
    /// Payments or movements that are shown here now; negative for those that no longer are.
    public let tally: Tally
  }

  /// The record.
  public let record: RecordEntry
  /// What it says of units from a day on that is not later than the last business date.
  public let changes: [RegisterChange]
  /// What came of it, ordered as totals are.
  ///
  /// The rows add up to nothing: no record moves money.
  public let rows: [Row]
}
