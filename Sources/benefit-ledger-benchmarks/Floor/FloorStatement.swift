import GRDBSQLite

/// A prepared statement, by SQLite's own calls alone.
final class FloorStatement {
  /// The statement itself, for the loop that is timed.
  let pointer: OpaquePointer
  private let database: FloorDatabase

  init(_ pointer: OpaquePointer, of database: FloorDatabase) {
    self.pointer = pointer
    self.database = database
  }

  deinit { sqlite3_finalize(pointer) }

  /// Moves to the next row; false at the end.
  @inline(__always)
  func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw database.failure(String(cString: sqlite3_sql(pointer)))
    }
  }

  /// Lets go of the row, so that the statement can run again.
  @inline(__always)
  func reset() { sqlite3_reset(pointer) }

  /// An integer column.
  @inline(__always)
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  /// A text column.
  func text(_ column: Int32) -> String {
    sqlite3_column_text(pointer, column).map { String(cString: $0) } ?? ""
  }

  /// Binds a text, which SQLite copies.
  func bind(_ index: Int32, _ text: String) {
    sqlite3_bind_text(
      pointer, index, text, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
  }

  /// Binds what a ``FloorTable`` asks for: batches as `?1` and `?2`, lines as `?3` and `?4`.
  func bind(_ batches: ClosedRange<Int>, _ lines: Range<Int>) {
    // A query that does not ask for one of them does not mind that it is offered.
    for (index, value) in [
      batches.lowerBound, batches.upperBound, lines.lowerBound, lines.upperBound - 1,
    ].enumerated() {
      sqlite3_bind_int64(pointer, Int32(index + 1), Int64(value))
    }
  }
}
