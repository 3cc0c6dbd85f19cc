import GRDB
import LedgerStore

extension SQLiteTransaction {
  /// Removes lines with the connection's triggers off, for this statement alone.
  ///
  /// The log takes every page of them once, also if SQLite need not overwrite what it deletes: of a page
  /// that is given free in a log no less is written.
  func removeLines(_ runs: [ClosedRange<Int64>]) throws -> Int64 {
    try withoutTriggers {
      var removed: Int64 = 0
      for run in runs {
        try execute(
          "DELETE FROM main.line WHERE line_no BETWEEN ?1 AND ?2",
          [.integer(run.lowerBound), .integer(run.upperBound)])
        removed += Int64(database.changesCount)
      }
      return removed
    }
  }
}
