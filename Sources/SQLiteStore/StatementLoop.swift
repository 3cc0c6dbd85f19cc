import CSQLiteSupport
import GRDB
import GRDBSQLite

/// A prepared statement inside a loop over millions of rows.
///
/// The only place beside the bulk append where SQLite's own calls stand: GRDB's row costs an object
/// and a dictionary of column names for each row.
struct StatementLoop {
  private let statement: OpaquePointer
  private let database: Database

  init(_ statement: OpaquePointer, _ database: Database) {
    self.statement = statement
    self.database = database
  }

  @inline(__always)
  func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(statement, index, value) }

  /// Binds a number, or nothing if `isNull`.
  @inline(__always)
  func bind(_ index: Int32, _ value: Int64, isNull: Bool) {
    if isNull { sqlite3_bind_null(statement, index) } else { bind(index, value) }
  }

  /// Binds text that stays where it is until the statement has run; nothing if it is empty.
  @inline(__always)
  func bind(_ index: Int32, _ text: UnsafeRawBufferPointer) {
    if text.isEmpty {
      sqlite3_bind_null(statement, index)
    } else {
      sqlite3_bind_text(
        statement, index, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count),
        nil)
    }
  }

  /// Binds rows in memory.
  func bind(_ index: Int32, _ feed: UnsafePointer<benefit_ledger_feed>) throws {
    guard benefit_ledger_feed_bind(statement, index, feed) == SQLITE_OK else { throw failure() }
  }

  /// Binds what takes rows.
  func bind(_ index: Int32, _ sink: UnsafeMutablePointer<benefit_ledger_sink>) throws {
    guard benefit_ledger_sink_bind(statement, index, sink) == SQLITE_OK else { throw failure() }
  }

  /// Forgets what was bound.
  func unbind() {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  /// Moves to the next row; false at the end.
  @inline(__always)
  func step() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure()
    }
  }

  /// Runs an INSERT; false if a constraint or a trigger refuses the row.
  @inline(__always)
  func insert() throws -> Bool {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    if code == SQLITE_DONE { return true }
    // GRDB turns extended result codes on; the low byte is the primary code.
    guard code & 0xFF == SQLITE_CONSTRAINT else { throw failure() }
    return false
  }

  func reset() { sqlite3_reset(statement) }

  @inline(__always)
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  private func failure() -> DatabaseError {
    guard let connection = database.sqliteConnection else {
      return DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
    }
    return DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)))
  }
}
