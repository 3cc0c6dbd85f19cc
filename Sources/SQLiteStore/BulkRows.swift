import CSQLiteSupport
import GRDBSQLite
import LedgerCore
import LedgerStore

/// Gives a column of a row: the rows, the row, the column, and where the value goes.
typealias BulkColumn = @convention(c) (UnsafeRawPointer?, Int64, Int32, OpaquePointer?) -> Void

/// Rows in memory that a statement selects from `bulk_feed`.
protocol BulkRows {
  /// How many rows there are.
  var count: Int { get }
  /// Gives a column of a row, called with a pointer to rows of this kind.
  static var column: BulkColumn { get }
}

/// A batch's lines, in the order of the columns of the statement that appends them.
struct LineRows: BulkRows {
  let lines: UnsafeBufferPointer<PaymentLine>
  let text: UnsafeBufferPointer<UInt8>
  /// What each line corrects; empty if nothing is corrected.
  let corrections: UnsafeBufferPointer<LineCorrection>
  let run: BatchLines

  var count: Int { run.lines.count }

  static let column: BulkColumn = { state, row, column, result in
    guard let rows = state?.assumingMemoryBound(to: LineRows.self) else { return }
    rows.pointee.give(Int(row), column, result)
  }

  @inline(__always)
  private func give(_ row: Int, _ column: Int32, _ result: OpaquePointer?) {
    let position = run.lines.lowerBound + row
    let line = lines[position]
    switch column {
    case 0: sqlite3_result_int64(result, run.firstLine + Int64(row))
    case 1: sqlite3_result_int64(result, run.batch)
    case 2: sqlite3_result_int64(result, run.firstVoucher + Int64(line.voucher))
    case 3: sqlite3_result_int64(result, Int64(line.fileLine))
    case 4: sqlite3_result_int64(result, line.person)
    case 5: sqlite3_result_int64(result, Int64(line.month))
    case 6: sqlite3_result_int64(result, Int64(line.benefit))
    case 7: sqlite3_result_int64(result, Int64(line.occurrence))
    case 8: sqlite3_result_int64(result, line.amount)
    case 9: sqlite3_result_int64(result, Int64(line.unit))
    case 10: sqlite3_result_int64(result, Int64(line.channel))
    case 11: sqlite3_result_int64(result, Int64(line.fund))
    case 12: give(line.textStart, line.accountLength, result)
    case 13: give(line.textStart + UInt32(line.accountLength), line.nameLength, result)
    case 14:
      let before = UInt32(line.accountLength) + UInt32(line.nameLength)
      give(line.textStart + before, line.documentLength, result)
    case 15:
      let before =
        UInt32(line.accountLength) + UInt32(line.nameLength) + UInt32(line.documentLength)
      give(line.textStart + before, line.reasonLength, result)
    case 16: if line.obligor != line.person { sqlite3_result_int64(result, line.obligor) }
    default:
      if !corrections.isEmpty, corrections[position].line != 0 {
        sqlite3_result_int64(result, corrections[position].line)
      }
    }
  }

  /// Gives text that stays where it is until the row is written; nothing if it is empty.
  @inline(__always)
  private func give(_ start: UInt32, _ length: UInt16, _ result: OpaquePointer?) {
    guard length > 0, let base = text.baseAddress else { return }
    precondition(Int(start) + Int(length) <= text.count, "a line's text lies in its chunk's")
    UnsafeRawPointer(base + Int(start)).withMemoryRebound(to: CChar.self, capacity: Int(length)) {
      sqlite3_result_text(result, $0, Int32(length), nil)
    }
  }
}

/// Steps in the order of their keys, none of which corrects another.
struct StepRows: BulkRows {
  let steps: UnsafeBufferPointer<NewStep>
  /// The ledger's number of the line at each position of the chunk.
  let lineNumber: UnsafeBufferPointer<Int64>
  let event: Event

  var count: Int { steps.count }

  static let column: BulkColumn = { state, row, column, result in
    guard let rows = state?.assumingMemoryBound(to: StepRows.self) else { return }
    rows.pointee.give(Int(row), column, result)
  }

  @inline(__always)
  private func give(_ row: Int, _ column: Int32, _ result: OpaquePointer?) {
    let step = steps[row]
    switch column {
    case 0: sqlite3_result_int64(result, Int64(ObligationKey(packed: step.key).month.number))
    case 1: sqlite3_result_int64(result, ObligationKey(packed: step.key).person)
    case 2: sqlite3_result_int64(result, Int64(ObligationKey(packed: step.key).benefit))
    case 3: sqlite3_result_int64(result, Int64(ObligationKey(packed: step.key).occurrence))
    case 4: sqlite3_result_int64(result, Int64(step.number))
    case 5: sqlite3_result_int64(result, Int64(event.rawValue))
    case 6: sqlite3_result_int64(result, Int64(step.fromState))
    case 7: sqlite3_result_int64(result, Int64(step.toState))
    case 8: sqlite3_result_int64(result, step.amount)
    case 9: sqlite3_result_int64(result, Int64(step.unit))
    case 10: sqlite3_result_int64(result, Int64(step.channel))
    case 11: sqlite3_result_int64(result, Int64(step.fund))
    case 12: sqlite3_result_int64(result, lineNumber[Int(step.position)])
    case 13: if step.remainder != step.amount { sqlite3_result_int64(result, step.remainder) }
    default: break
    }
  }
}

extension StatementLoop {
  /// Runs `body` with rows as the statement's first parameter.
  func feed<Rows: BulkRows, Result>(_ rows: Rows, _ body: () throws -> Result) throws -> Result {
    try withUnsafePointer(to: rows) { state in
      var feed = benefit_ledger_feed(
        rows: Int64(rows.count), state: UnsafeRawPointer(state), column: Rows.column)
      return try withUnsafePointer(to: &feed) { feed in
        try bind(1, feed)
        // The parameter must not be left behind: the rows are gone when this returns.
        defer { unbind() }
        return try body()
      }
    }
  }

  /// Inserts rows; false if a constraint refuses one.
  func insert<Rows: BulkRows>(_ rows: Rows) throws -> Bool { try feed(rows) { try insert() } }
}
