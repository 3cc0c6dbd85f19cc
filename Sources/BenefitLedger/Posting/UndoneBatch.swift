import LedgerCore
import LedgerStore

/// The batch that is to be undone.
struct UndoneBatch {
  var event = Event.due
  var period: Month
  var date: CivilDate
  var isCorrection = false
  var reversedBy: Int64?
  var firstLine: Int64 = 0
  var lineCount: Int64 = 0
  var firstVoucher: Int64 = 0
  var voucherCount: Int64 = 0
  var rowCount: Int64 = 0
  var total: Int64 = 0

  /// Whether there is anything left to undo, and anything that can be.
  var canBeUndone: Bool { !isCorrection && reversedBy == nil }

  init(_ snapshot: any LedgerSnapshot, _ number: Int64) throws {
    var found: UndoneBatch?
    try snapshot.query(
      """
      SELECT b.event_id, b.period, b.is_correction, r.batch_no, b.first_line_no, b.line_count,
        b.first_voucher_no, b.voucher_count, b.row_count, b.total, b.business_date
      FROM batch b LEFT JOIN batch r ON r.reverses_batch_no = b.batch_no WHERE b.batch_no = ?1
      """, [.integer(number)]
    ) { row in
      guard let event = UInt8(exactly: row.integer(0)).flatMap({ Event(rawValue: $0) }),
        let period = Int32(exactly: row.integer(1)).flatMap({ Month(number: $0) }),
        let date = CivilDate(number: Int32(clamping: row.integer(10)))
      else { throw LedgerError(.ledgerDamaged, "Batch \(number) is impossible.") }
      found = UndoneBatch(
        event: event, period: period, date: date, isCorrection: row.integer(2) != 0,
        reversedBy: row.optionalInteger(3), firstLine: row.integer(4), lineCount: row.integer(5),
        firstVoucher: row.integer(6), voucherCount: row.integer(7), rowCount: row.integer(8),
        total: row.integer(9))
    }
    guard let found else { throw LedgerError(.notFound, "There is no batch \(number).") }
    self = found
  }

  private init(
    event: Event, period: Month, date: CivilDate, isCorrection: Bool, reversedBy: Int64?,
    firstLine: Int64,
    lineCount: Int64, firstVoucher: Int64, voucherCount: Int64, rowCount: Int64, total: Int64
  ) {
    self.event = event
    self.period = period
    self.date = date
    self.isCorrection = isCorrection
    self.reversedBy = reversedBy
    self.firstLine = firstLine
    self.lineCount = lineCount
    self.firstVoucher = firstVoucher
    self.voucherCount = voucherCount
    self.rowCount = rowCount
    self.total = total
  }
}
