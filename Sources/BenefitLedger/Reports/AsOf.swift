import LedgerCore
import LedgerStore

/// The two times of a report: up to which business date, and as far as the ledger knew at which batch.
///
/// The business date says when something happened, the batch's number when the ledger learned it. The
/// counters of accounts know neither, so a report of another time than now is added up from vouchers.
struct AsOf: Hashable, Sendable {
  /// The last business date; nil for any.
  var asAt: CivilDate?
  /// The last batch; nil for every batch.
  var asKnownAt: Int64?

  /// Whether nothing is left out.
  var isNow: Bool { asAt == nil && asKnownAt == nil }

  /// Whether a batch is looked at.
  func includes(_ batch: Int64, dated date: CivilDate) -> Bool {
    if let asKnownAt, batch > asKnownAt { return false }
    if let asAt, date > asAt { return false }
    return true
  }

  /// Whether a batch is looked at.
  func includes(_ batch: BatchOutline) -> Bool { includes(batch.number, dated: batch.date) }
}
