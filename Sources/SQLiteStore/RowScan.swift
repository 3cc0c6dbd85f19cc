import CSQLiteSupport
import GRDB
import GRDBSQLite
import LedgerCore
import LedgerStore

/// A row of a running statement, handed over cell by cell; valid during the call only.
struct RowCells {
  private let cells: UnsafePointer<benefit_ledger_cell>
  private let empty: UInt32
  /// The table, for messages.
  private let table: StaticString

  fileprivate init(
    _ cells: UnsafePointer<benefit_ledger_cell>, _ empty: UInt32, _ table: StaticString
  ) {
    self.cells = cells
    self.empty = empty
    self.table = table
  }

  /// A whole number; 0 if there is nothing.
  @inline(__always)
  func integer(_ column: Int) -> Int64 { cells[column].number }

  /// A whole number of a narrower type; a value that does not fit was not written by this program.
  @inline(__always)
  func narrow<Integer: FixedWidthInteger>(_ column: Int, _ number: Int64) throws -> Integer {
    guard let value = Integer(exactly: cells[column].number) else { throw damaged(number) }
    return value
  }

  /// A whole number in which nothing stands for a value; who writes the value itself is not this
  /// program.
  @inline(__always)
  func integer(_ column: Int, orNull value: Int64, _ number: Int64) throws -> Int64 {
    if empty >> UInt32(column) & 1 == 1 { return value }
    let stored = cells[column].number
    guard stored != value else { throw damaged(number) }
    return stored
  }

  /// Appends a text's bytes and says how many.
  @inline(__always)
  func appendText(
    _ column: Int, to text: inout ContiguousArray<UInt8>, _ number: Int64
  ) throws -> UInt16 {
    guard let bytes = cells[column].text else { return 0 }
    // What is empty is written as nothing, so that a text has one form.
    guard let count = UInt16(exactly: cells[column].number), count > 0 else {
      throw damaged(number)
    }
    text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
    return count
  }

  func damaged(_ number: Int64) -> LedgerError {
    LedgerError(.ledgerDamaged, "Table \(table) holds an impossible value at number \(number).")
  }
}

extension Database {
  /// Makes the function `sink` known to the connection, before anything is scanned.
  func takeRows() throws {
    guard let connection = sqliteConnection, benefit_ledger_sink_register(connection) == SQLITE_OK
    else {
      throw LedgerError(.internalFault, "SQLite refuses the function that takes rows.")
    }
  }
}

/// What becomes of a scan after a row.
enum ScanStep {
  case goOn
  case stop
}

/// What takes the rows of a scan.
///
/// A structure of its own and not a closure, whose variables would be counted and checked with every row.
protocol RowTaker {
  /// The table, for messages.
  static var table: StaticString { get }
  /// The columns that are texts, as bits.
  static var texts: UInt32 { get }
  /// The columns of whole numbers in which nothing may stand, as bits.
  static var optional: UInt32 { get }
  /// What SQLite calls with a pointer to the taker: ``takeRow(_:_:_:)`` of the type.
  static var callback: RowCallback { get }
  /// What was thrown while a row was taken.
  var error: (any Error)? { get set }
  /// The number that messages call a row by.
  func number(of row: RowCells) -> Int64
  /// Takes a row.
  mutating func take(_ row: RowCells) throws -> ScanStep
}

/// Takes a row: the taker, the cells, which of them are empty, and which are of a strange kind; 0 to
/// go on.
typealias RowCallback =
  @convention(c) (
    UnsafeMutableRawPointer?, UnsafePointer<benefit_ledger_cell>?, UInt32, UInt32
  ) -> Int32

extension RowTaker {
  static var texts: UInt32 { 0 }
  static var optional: UInt32 { 0 }

  @inline(__always)
  static func takeRow(
    _ state: UnsafeMutableRawPointer?, _ cells: UnsafePointer<benefit_ledger_cell>?,
    _ empty: UInt32, _ strange: UInt32
  ) -> Int32 {
    guard let taker = state?.assumingMemoryBound(to: Self.self), let cells else { return 1 }
    let row = RowCells(cells, empty, table)
    do {
      guard strange == 0 else { throw row.damaged(taker.pointee.number(of: row)) }
      return try taker.pointee.take(row) == .goOn ? 0 : 1
    } catch {
      taker.pointee.error = error
      return 1
    }
  }
}

extension StatementLoop {
  /// Runs a statement that hands its rows to `sink(?, …)` in its WHERE clause, and resets it.
  ///
  /// - Parameters:
  ///   - parameter: The parameter that the sink is.
  ///   - taker: Takes the rows.
  /// - Throws: What taking a row throws, and what the database does.
  func scan<Taker: RowTaker>(sink parameter: Int32, _ taker: inout Taker) throws {
    try withUnsafeMutablePointer(to: &taker) { state in
      var sink = benefit_ledger_sink(
        state: state, take: Taker.callback, optional: Taker.optional, texts: Taker.texts)
      try withUnsafeMutablePointer(to: &sink) { sink in
        try bind(parameter, sink)
        // The parameter must not be left behind: the sink is gone when this returns.
        defer { unbind() }
        _ = try step()
      }
    }
    if let error = taker.error { throw error }
  }
}
