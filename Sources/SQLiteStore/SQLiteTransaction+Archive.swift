import GRDB
import LedgerCore
import LedgerStore

extension SQLiteTransaction {
  /// Removes lines with the connection's triggers off, for this statement alone.
  ///
  /// SQLite as Debian builds it overwrites what is deleted with zeros, and so would write every page
  /// once more. The pages of lines that are in an archive are given free as they are; persons are in the
  /// ledger as before.
  func removeLines(_ runs: [ClosedRange<Int64>]) throws -> Int64 {
    let isSecure = try Int.fetchOne(database, sql: "PRAGMA main.secure_delete") ?? 0
    if isSecure == 1 { try database.execute(sql: "PRAGMA main.secure_delete = FAST") }
    defer {
      if isSecure == 1 { try? database.execute(sql: "PRAGMA main.secure_delete = ON") }
    }
    return try withoutTriggers {
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
