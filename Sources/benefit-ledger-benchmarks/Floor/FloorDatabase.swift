import CSQLiteSupport
import GRDBSQLite

/// A connection to a file of SQLite's with the settings of the program's writer, and nothing between.
final class FloorDatabase {
  private let connection: OpaquePointer

  /// Opens a file, or makes it.
  ///
  /// - Throws: ``StageFailure``.
  init(_ path: String) throws {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
      throw StageFailure("\(path) cannot be opened.")
    }
    connection = opened
    guard benefit_ledger_defend(connection) == SQLITE_OK else {
      throw StageFailure("SQLite refuses its defensive mode.")
    }
  }

  deinit { sqlite3_close_v2(connection) }

  /// Applies the settings with which `SQLiteStore` writes; the two must stay the same.
  func configureAsWriter() throws {
    try execute(
      """
      PRAGMA page_size = 8192;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA recursive_triggers = ON;
      PRAGMA cell_size_check = ON;
      PRAGMA mmap_size = 0;
      PRAGMA cache_size = -32768;
      PRAGMA wal_autocheckpoint = 32768;
      PRAGMA journal_size_limit = 0;
      """)
    guard try integer("PRAGMA synchronous") == 2 else {
      throw StageFailure("The floor would not be durable.")
    }
  }

  /// Makes the tables from the schema that is compiled in.
  func createSchema(hasTriggers: Bool) throws {
    try execute(
      String(
        decoding: UnsafeRawBufferPointer(
          start: benefit_ledger_schema(), count: benefit_ledger_schema_length()), as: UTF8.self))
    guard !hasTriggers else { return }
    var triggers: [String] = []
    let statement = try prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    while try statement.step() { triggers.append(statement.text(0)) }
    statement.reset()
    for trigger in triggers { try execute("DROP TRIGGER \(trigger)") }
  }

  /// Runs SQL that answers nothing.
  func execute(_ sql: String) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure(sql) }
  }

  /// Prepares one statement.
  func prepare(_ sql: String) throws -> FloorStatement {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      throw failure(sql)
    }
    return FloorStatement(prepared, of: self)
  }

  /// The first column of the first row; 0 if there is none.
  func integer(_ sql: String) throws -> Int {
    let statement = try prepare(sql)
    defer { statement.reset() }
    return try statement.step() ? Int(statement.integer(0)) : 0
  }

  /// What SQLite says went wrong.
  func failure(_ sql: String) -> StageFailure {
    StageFailure("SQLite: \(String(cString: sqlite3_errmsg(connection))) in \(sql)")
  }
}
