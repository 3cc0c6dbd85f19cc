import LedgerCore
import LedgerStore

/// Some batches of an event, by their lines.
struct EventBatches: Sendable {
  /// The numbers of the batches, ascending.
  private(set) var numbers: ContiguousArray<Int64> = []
  private var firstLines: ContiguousArray<Int64> = []
  private var endLines: ContiguousArray<Int64> = []

  /// The batches of an event up to the two times.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - event: The event.
  ///   - isCorrection: True for those that undo, false for those that did.
  ///   - period: Only of this accounting period; nil for all.
  ///   - asOf: The two times.
  /// - Throws: `LedgerError` for what the database did.
  init(
    _ snapshot: any LedgerSnapshot, _ event: Event, isCorrection: Bool, period: Month?,
    _ asOf: AsOf
  ) throws {
    try snapshot.query(
      """
      SELECT batch_no, first_line_no, line_count, business_date FROM batch
      WHERE event_id = ?1 AND is_correction = ?2 AND (?3 = 0 OR period = ?3) ORDER BY batch_no
      """,
      [
        .integer(Int64(event.rawValue)), .integer(isCorrection ? 1 : 0),
        .integer(Int64(period?.number ?? 0)),
      ]
    ) { row in
      let date = try promised(CivilDate(number: Int32(clamping: row.integer(3))), "business date")
      guard asOf.includes(row.integer(0), dated: date) else { return }
      numbers.append(row.integer(0))
      firstLines.append(row.integer(1))
      endLines.append(row.integer(1).addingReportingOverflow(row.integer(2)).partialValue)
    }
  }

  /// The place of the batch that has a line; nil if none of these has it.
  @inline(__always)
  func place(ofLine line: Int64) -> Int? {
    var low = 0
    var high = firstLines.count
    while low < high {
      let middle = (low + high) / 2
      if firstLines[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low > 0 && line < endLines[low - 1] ? low - 1 : nil
  }

  /// The months of entitlement of these batches' lines, by their vouchers, ascending.
  func months(_ snapshot: any LedgerSnapshot, _ event: Event) throws -> [Month] {
    guard let first = numbers.first, let last = numbers.last else { return [] }
    var months: [Month] = []
    try snapshot.query(
      """
      SELECT DISTINCT v.month FROM batch b
      JOIN voucher v ON v.voucher_no BETWEEN b.first_voucher_no
        AND b.first_voucher_no + b.voucher_count - 1
      WHERE b.event_id = ?1 AND b.batch_no BETWEEN ?2 AND ?3 AND v.month IS NOT NULL
      ORDER BY v.month
      """, [.integer(Int64(event.rawValue)), .integer(first), .integer(last)]
    ) { row in
      months.append(try promised(Month(number: Int32(clamping: row.integer(0))), "month"))
    }
    return months
  }
}
