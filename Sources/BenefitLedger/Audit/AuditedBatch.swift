import LedgerCore
import LedgerStore

/// A batch as its row says, before any of it is believed.
struct AuditedBatch: Sendable {
  /// The batch's number.
  var number: Int64
  /// The event; nil if there is no such event.
  var event: Event?
  /// The header; nil if a column holds what no posting writes.
  var header: BatchHeader?
  /// The name of the file, for messages.
  var fileName: String
  /// The business date; nil if there is no such day.
  var date: CivilDate?
  /// The number of the first line.
  var firstLine: Int64
  /// How many lines.
  var lineCount: Int64
  /// The number of the first voucher.
  var firstVoucher: Int64
  /// How many vouchers.
  var voucherCount: Int64
  /// How many rows the file has.
  var rowCount: Int64
  /// The sum of the rows.
  var total: Int64
  /// The digest of the register of units.
  var registerDigest: Digest?
  /// The root of the rows.
  var root: Digest?
  /// The seal of the batch before.
  var previousSeal: Digest?
  /// The seal.
  var seal: Digest?

  /// More lines or vouchers than any ledger has; sums of two still fit 64 bits.
  static let most: Int64 = 1 << 48

  /// The number after the last line.
  var nextLine: Int64 { firstLine + lineCount }
  /// The number after the last voucher.
  var nextVoucher: Int64 { firstVoucher + voucherCount }

  /// Reads a row of ``query``.
  init(_ row: any ResultRow) {
    func month(_ number: Int64) -> Month? {
      Int32(exactly: number).flatMap { Month(number: $0) }
    }
    func date(_ number: Int64) -> CivilDate? {
      Int32(exactly: number).flatMap { CivilDate(number: $0) }
    }
    number = row.integer(0)
    event = UInt8(exactly: row.integer(1)).flatMap { Event(rawValue: $0) }
    fileName = row.text(2)
    self.date = date(row.integer(9))
    firstLine = min(max(row.integer(11), 1), Self.most)
    lineCount = min(max(row.integer(12), 0), Self.most)
    firstVoucher = min(max(row.integer(13), 1), Self.most)
    voucherCount = min(max(row.integer(14), 0), Self.most)
    rowCount = row.integer(15)
    total = row.integer(16)
    registerDigest = row.digest(17)
    root = row.digest(18)
    previousSeal = row.digest(19)
    seal = row.digest(20)
    let declaredPeriod = row.optionalInteger(6)
    let declaredDate = row.optionalInteger(7)
    guard let event, (0...1).contains(row.integer(21)), let fileDigest = row.digest(4),
      let period = month(row.integer(8)),
      let businessDate = self.date, let registerDigest,
      declaredPeriod.map({ month($0) != nil }) ?? true,
      declaredDate.map({ date($0) != nil }) ?? true
    else { return }
    header = BatchHeader(
      number: number, event: event, fileName: fileName, fileBytes: row.integer(3),
      fileDigest: fileDigest, reference: row.optionalText(5),
      declaredPeriod: declaredPeriod.flatMap { month($0) },
      declaredDate: declaredDate.flatMap { date($0) }, period: period, date: businessDate,
      maker: row.text(10), firstLine: row.integer(11), lineCount: row.integer(12),
      firstVoucher: row.integer(13), voucherCount: row.integer(14), rowCount: rowCount,
      total: total, registerDigest: registerDigest, control: row.batchControl(21))
  }

  /// The batches after a number, some thousands at a time, so that memory stays bounded.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - number: The number of the batch before.
  ///   - last: The last number to read.
  ///   - vouchers: The batches end before their vouchers come to more than this, but never before
  ///     the first batch.
  /// - Returns: The batches, ascending; none at the end.
  /// - Throws: What the database does.
  static func window(
    _ snapshot: any LedgerSnapshot, after number: Int64, through last: Int64, vouchers: Int64
  ) throws -> [AuditedBatch] {
    var batches: [AuditedBatch] = []
    var sum: Int64 = 0
    try snapshot.query(
      """
      SELECT batch_no, event_id, file_name, file_bytes, file_sha256, reference, declared_period,
        declared_date, period, business_date, maker, first_line_no, line_count, first_voucher_no,
        voucher_count, row_count, total, register_digest, merkle_root, previous_seal, seal,
        is_correction, reverses_batch_no, reason, submission_record_no, approvers, left_out
      FROM batch WHERE batch_no > ?1 AND batch_no <= ?2 ORDER BY batch_no LIMIT 2048
      """, [.integer(number), .integer(last)]
    ) { row in
      let batch = AuditedBatch(row)
      sum += batch.voucherCount
      if batches.isEmpty || sum <= vouchers { batches.append(batch) }
    }
    return batches
  }
}
