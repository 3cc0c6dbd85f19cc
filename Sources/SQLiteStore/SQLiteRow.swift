import GRDBSQLite
import LedgerCore
import LedgerStore

/// The current row of a running statement.
final class SQLiteRow: ResultRow {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) { self.statement = statement }

  var columnCount: Int { Int(sqlite3_column_count(statement)) }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

  func text(_ column: Int) -> String {
    // The length is asked for after the text, as the manual wants it, and kept: a NUL does not cut.
    guard let bytes = sqlite3_column_text(statement, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func digest(_ column: Int) -> Digest? {
    guard let bytes = sqlite3_column_blob(statement, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return Digest(bytes: UnsafeRawBufferPointer(start: bytes, count: count))
  }

  func bytes(_ column: Int) -> [UInt8]? {
    guard sqlite3_column_type(statement, Int32(column)) == SQLITE_BLOB else { return nil }
    guard let bytes = sqlite3_column_blob(statement, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  func field(_ column: Int) -> RecordDigest.Field {
    switch sqlite3_column_type(statement, Int32(column)) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_NULL: .null
    case SQLITE_BLOB: .bytes(bytes(column) ?? [])
    default: .text(text(column))
    }
  }
}
