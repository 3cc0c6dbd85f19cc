import CSQLiteSupport
import GRDBSQLite
import LedgerCore
import LedgerStore

/// Gives a row: the rows, which, and where its cells go; the answer says which are null.
typealias BulkRow =
  @convention(c) (
    UnsafeRawPointer?, Int64, UnsafeMutablePointer<benefit_ledger_cell>?
  ) -> UInt32

/// Rows in memory that a statement selects from `bulk_feed`.
protocol BulkRows {
  /// How many rows there are.
  var count: Int { get }
  /// The columns that are texts, by bits.
  static var texts: UInt32 { get }
  /// Gives a row, called with a pointer to rows of this kind.
  static var row: BulkRow { get }
}

/// A batch's lines, in the order of the columns of the statement that appends them.
struct LineRows: BulkRows {
  let lines: UnsafeBufferPointer<PaymentLine>
  let text: UnsafeBufferPointer<UInt8>
  /// What each line corrects; empty if nothing is corrected.
  let corrections: UnsafeBufferPointer<LineCorrection>
  let run: BatchLines

  var count: Int { run.lines.count }

  static let texts: UInt32 = 0b1111 << 12

  static let row: BulkRow = { state, row, cells in
    guard let rows = state?.assumingMemoryBound(to: LineRows.self), let cells else { return 0 }
    return rows.pointee.give(Int(row), cells)
  }

  @inline(__always)
  private func give(_ row: Int, _ cells: UnsafeMutablePointer<benefit_ledger_cell>) -> UInt32 {
    let position = run.lines.lowerBound + row
    let line = lines[position]
    cells[0].number = run.firstLine + Int64(row)
    cells[1].number = run.batch
    cells[2].number = run.firstVoucher + Int64(line.voucher)
    cells[3].number = Int64(line.fileLine)
    cells[4].number = line.person
    cells[5].number = Int64(line.month)
    cells[6].number = Int64(line.benefit)
    cells[7].number = Int64(line.occurrence)
    cells[8].number = line.amount
    cells[9].number = Int64(line.unit)
    cells[10].number = Int64(line.channel)
    cells[11].number = Int64(line.fund)
    var start = Int(line.textStart)
    give(&start, line.accountLength, &cells[12])
    give(&start, line.nameLength, &cells[13])
    give(&start, line.documentLength, &cells[14])
    give(&start, line.reasonLength, &cells[15])
    cells[16].number = line.obligor
    cells[17].number = corrections.isEmpty ? 0 : corrections[position].line
    return (line.obligor == line.person ? 1 << 16 : 0) | (cells[17].number == 0 ? 1 << 17 : 0)
  }

  /// Gives the text that begins at `start`, and goes on behind it; nothing if it is empty.
  @inline(__always)
  private func give(_ start: inout Int, _ length: UInt16, _ cell: inout benefit_ledger_cell) {
    let end = start + Int(length)
    precondition(end <= text.count, "a line's text lies in its chunk's")
    cell.number = Int64(length)
    cell.text = length == 0 ? nil : text.baseAddress.map { $0 + start }
    start = end
  }
}

/// Steps in the order of their keys, none of which corrects another.
struct StepRows: BulkRows {
  let steps: UnsafeBufferPointer<NewStep>
  let lineNumbers: LineNumbers
  let event: Event

  var count: Int { steps.count }

  static let texts: UInt32 = 0

  static let row: BulkRow = { state, row, cells in
    guard let rows = state?.assumingMemoryBound(to: StepRows.self), let cells else { return 0 }
    return rows.pointee.give(Int(row), cells)
  }

  @inline(__always)
  private func give(_ row: Int, _ cells: UnsafeMutablePointer<benefit_ledger_cell>) -> UInt32 {
    let step = steps[row]
    let key = ObligationKey(packed: step.key)
    cells[0].number = Int64(key.month.number)
    cells[1].number = key.person
    cells[2].number = Int64(key.benefit)
    cells[3].number = Int64(key.occurrence)
    cells[4].number = Int64(step.number)
    cells[5].number = Int64(event.rawValue)
    cells[6].number = Int64(step.fromState)
    cells[7].number = Int64(step.toState)
    cells[8].number = step.amount
    cells[9].number = Int64(step.unit)
    cells[10].number = Int64(step.channel)
    cells[11].number = Int64(step.fund)
    cells[12].number = lineNumbers[step.position]
    cells[13].number = step.remainder
    return step.remainder == step.amount ? 1 << 13 : 0
  }
}

extension StatementLoop {
  /// Runs `body` with rows as the statement's first parameter.
  func feed<Rows: BulkRows, Result>(_ rows: Rows, _ body: () throws -> Result) throws -> Result {
    try withUnsafePointer(to: rows) { state in
      var feed = benefit_ledger_feed(
        rows: Int64(rows.count), state: UnsafeRawPointer(state), row: Rows.row, texts: Rows.texts)
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
