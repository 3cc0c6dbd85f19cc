import CSQLiteSupport
import GRDB
import GRDBSQLite
import LedgerCore

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

  @inline(__always)
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  func reset() { sqlite3_reset(statement) }

  @inline(__always)
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// An integer column of a narrower type; a value that does not fit was not written by this program.
  @inline(__always)
  func narrow<Integer: FixedWidthInteger>(
    _ column: Int32, _ table: StaticString, _ number: Int64
  ) throws -> Integer {
    guard let value = Integer(exactly: sqlite3_column_int64(statement, column)) else {
      throw damaged(table, number)
    }
    return value
  }

  /// An integer column in which nothing stands for a value; who writes the value itself is not this
  /// program.
  @inline(__always)
  func integer(
    _ column: Int32, orNull value: Int64, _ table: StaticString, _ number: Int64
  ) throws -> Int64 {
    if isNull(column) { return value }
    let stored = integer(column)
    guard stored != value else { throw damaged(table, number) }
    return stored
  }

  /// Appends a text column's bytes and says how many.
  @inline(__always)
  func appendText(
    _ column: Int32, to text: inout ContiguousArray<UInt8>, _ table: StaticString, _ number: Int64
  ) throws -> UInt16 {
    guard let bytes = sqlite3_column_text(statement, column) else { return 0 }
    // What is empty is written as nothing, so that a text has one form.
    guard let count = UInt16(exactly: sqlite3_column_bytes(statement, column)), count > 0 else {
      throw damaged(table, number)
    }
    text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
    return count
  }

  func damaged(_ table: StaticString, _ number: Int64) -> LedgerError {
    LedgerError(.ledgerDamaged, "Table \(table) holds an impossible value at number \(number).")
  }

  private func failure() -> DatabaseError {
    guard let connection = database.sqliteConnection else {
      return DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
    }
    return DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)))
  }
}
