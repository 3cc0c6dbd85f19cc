import GRDB
import LedgerCore
import LedgerStore

/// The archives of a ledger: who reads `line` reads the lines of all of them.
extension SQLiteLedgerStore {
  /// Has `line` mean the lines of the ledger and of its archives, for as long as the connection lives.
  ///
  /// It is asked at the beginning of each transaction, because another process may have archived a year
  /// since the last one. A ledger without archives reads its own table, and nothing stands between.
  static func spanArchives(_ database: Database) throws {
    let archives: Int
    do {
      archives = try count(database, "SELECT count(*) FROM main.archive")
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      // Somebody dropped the table; `verify` says so.
      return
    }
    guard archives > 0 else { return }
    let isThere = try count(
      database, "SELECT count(*) FROM temp.sqlite_master WHERE name = 'line'")
    if isThere > 0 {
      if try count(database, "SELECT spanned_archives()") == archives { return }
      try database.execute(sql: "DROP TABLE temp.line")
    }
    try database.execute(sql: "CREATE VIRTUAL TABLE temp.line USING spanned_lines")
  }

  private static func count(_ database: Database, _ sql: String) throws -> Int {
    try Int.fetchOne(database.cachedStatement(sql: sql)) ?? 0
  }

  /// Refuses a ledger whose archives are not all beside it as they were archived.
  func checkArchives() throws {
    let years: [ArchivedYear]
    do {
      years = try pool.read { try SQLiteSnapshot($0).archivedYears() }
    } catch is DatabaseError {
      // What cannot be read is said by whoever needs it.
      return
    }
    for year in years { try ArchiveFile.check(year, beside: location) }
  }
}
