import CSQLiteSupport
import Foundation
import GRDB
import GRDBSQLite
import LedgerCore
import LedgerStore

extension SQLiteLedgerStore {
  /// Copies one committed state of the ledger, page by page, in one step of SQLite's backup.
  ///
  /// The step holds one state of the log while it lasts, so the writer goes on and the copy has nothing of
  /// what it commits. The copy keeps no log of its own: it is one file, which may lie on a disk that is
  /// only read.
  public func copy(to path: String) throws {
    try translatingErrors(path) {
      var configuration = Configuration()
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      let copy = try DatabaseQueue(path: path, configuration: configuration)
      try pool.backup(to: copy)
      try copy.writeWithoutTransaction {
        let mode = try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") ?? ""
        guard mode == "delete" else {
          throw LedgerError(.internalFault, "The copy keeps its journal as \(mode).")
        }
      }
      try copy.close()
    }
  }

  /// The archives that a copy of a ledger names, wherever they are.
  ///
  /// - Throws: `LedgerError` for what the file is.
  public static func archivedYears(ofCopy path: String) throws -> [ArchivedYear] {
    try translatingErrors(path) {
      var configuration = Configuration()
      configuration.readonly = true
      let copy = try DatabaseQueue(path: path, configuration: configuration)
      return try copy.read { try SQLiteSnapshot($0).archivedYears() }
    }
  }

  /// The settings that posting relies on, as the connections have them.
  public func settings() throws -> [StoreSetting] {
    try translatingErrors(location) {
      if pool.configuration.readonly { return try pool.read { try Self.settings($0) } }
      return try pool.writeWithoutTransaction {
        try Self.settings($0) + [
          StoreSetting(
            "synchronous", try Int.fetchOne($0, sql: "PRAGMA synchronous").map { "\($0)" } ?? "",
            required: "2")
        ]
      }
    }
  }

  private static func settings(_ database: Database) throws -> [StoreSetting] {
    func integer(_ sql: String) throws -> String {
      try Int.fetchOne(database, sql: sql).map { "\($0)" } ?? ""
    }
    let connection = database.sqliteConnection
    return [
      StoreSetting(
        "journal_mode", try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
        required: "wal"),
      StoreSetting("foreign_keys", try integer("PRAGMA foreign_keys"), required: "1"),
      StoreSetting("recursive_triggers", try integer("PRAGMA recursive_triggers"), required: "1"),
      StoreSetting("cell_size_check", try integer("PRAGMA cell_size_check"), required: "1"),
      StoreSetting("trusted_schema", try integer("PRAGMA trusted_schema"), required: "0"),
      StoreSetting(
        "defensive", connection.map { "\(benefit_ledger_is_defensive($0))" } ?? "", required: "1"),
    ]
  }

  /// The version of SQLite that the program works with, such as `3.40.1`.
  public static var version: String { String(cString: sqlite3_libversion()) }

  /// The version as SQLite counts it: 3.40.1 is 3,040,001.
  public static var versionNumber: Int { Int(sqlite3_libversion_number()) }
}
