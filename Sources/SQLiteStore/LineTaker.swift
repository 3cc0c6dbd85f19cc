import LedgerCore
import LedgerStore

/// Takes rows of the `line` table.
struct LineTaker: RowTaker {
  /// The lines of a range of numbers, in their order.
  static let sql = """
    SELECT 0 FROM line WHERE line_no BETWEEN ?1 AND ?2 AND sink(?3, line_no, batch_no, voucher_no,
      file_line, person, month, benefit_id, occurrence, amount, unit_id, channel_id, fund_id,
      account, name, document, reason, obligor, corrects_line_no)
    ORDER BY line_no
    """

  static let table: StaticString = "line"
  static let texts: UInt32 = 0b1111 << 12
  static let optional: UInt32 = 0b11 << 16
  static let callback: RowCallback = { LineTaker.takeRow($0, $1, $2, $3) }

  let body: (StoredLine) throws -> Void
  var error: (any Error)?
  private var text = ContiguousArray<UInt8>()

  init(body: @escaping (StoredLine) throws -> Void) { self.body = body }

  func number(of row: RowCells) -> Int64 { row.integer(0) }

  @inline(__always)
  mutating func take(_ row: RowCells) throws -> ScanStep {
    var line = PaymentLine()
    let number = row.integer(0)
    line.fileLine = try row.narrow(3, number)
    line.person = row.integer(4)
    line.obligor = try row.integer(16, orNull: line.person, number)
    line.month = try row.narrow(5, number)
    line.benefit = try row.narrow(6, number)
    line.occurrence = try row.narrow(7, number)
    line.amount = row.integer(8)
    line.unit = try row.narrow(9, number)
    line.channel = try row.narrow(10, number)
    line.fund = try row.narrow(11, number)
    text.removeAll(keepingCapacity: true)
    line.accountLength = try row.appendText(12, to: &text, number)
    line.nameLength = try row.appendText(13, to: &text, number)
    line.documentLength = try row.appendText(14, to: &text, number)
    line.reasonLength = try row.appendText(15, to: &text, number)
    let corrects = try row.integer(17, orNull: 0, number)
    try text.withUnsafeBytes { bytes in
      try body(
        StoredLine(
          number: number, batch: row.integer(1), voucher: row.integer(2), corrects: corrects,
          line: line, text: bytes))
    }
    return .goOn
  }
}
