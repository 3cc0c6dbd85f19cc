import LedgerCore
import LedgerStore

/// A year end that was not undone.
struct StandingYearEnd: Sendable {
  /// The year.
  var year: Int32
  /// Its batch.
  var batch: Int64
}

extension LedgerSnapshot {
  /// The year ends that stand, in the order of posting.
  func standingYearEnds() throws -> [StandingYearEnd] {
    var ends: [StandingYearEnd] = []
    try query(
      """
      SELECT b.period / 100, b.batch_no FROM batch b
      WHERE b.event_id = ?1 AND b.is_correction = 0
        AND NOT EXISTS (SELECT 1 FROM batch r WHERE r.reverses_batch_no = b.batch_no)
      ORDER BY b.batch_no
      """, [.integer(Int64(Event.yearEnd.rawValue))]
    ) { ends.append(StandingYearEnd(year: Int32(clamping: $0.integer(0)), batch: $0.integer(1))) }
    return ends
  }
}
