import BatchFiles
import LedgerCore
import LedgerStore

/// A batch in the ledger, as a receipt shows it.
struct PostedBatch {
  var number: Int64
  var declared: Envelope
  var digest: Digest
  var fileName: String
  var date: CivilDate
  var period: Month
  var rowCount: Int64
  var total: Int64
  var leftOut: Int64
  var voucherCount: Int64
  var seal: Digest
  var firstLine: Int64
  var lineCount: Int64
  var firstVoucher: Int64

  /// The numbers of its lines; empty if it moves money without persons.
  var lines: Range<Int64> { firstLine..<firstLine + lineCount }

  /// The receipt of then, for a file posted again under this name.
  func receipt(file: String, event: Event) -> Receipt {
    Receipt(
      file: file, event: event, state: .posted, batch: number, reference: declared.reference,
      date: date, period: period, lines: rowCount, total: total, vouchers: voucherCount, seal: seal,
      leftOut: leftOut, alreadyPosted: true)
  }
}

extension LedgerSnapshot {
  /// The batch that has the identity of a file: event, declared envelope and SHA-256.
  ///
  /// A batch that was reversed is as if it had not been: its file can be posted again. One whose lines
  /// were all undone one by one is found; see ``UndoneLines``.
  ///
  /// The bytes are hashed only if some batch of the event has a file of the same length. Small files
  /// have few lengths, so whoever has the same one is not looked at: after a year that would be
  /// thousands for each file.
  func batch(
    of input: PostingRequest.Input, byteCount: Int64, _ request: PostingRequest,
    _ declared: Envelope
  ) throws -> PostedBatch? {
    let length: [BoundValue] = [
      .integer(Int64(request.event.rawValue)), .integer(request.isCorrection ? 1 : 0),
      .integer(byteCount),
    ]
    let isThere = try integer(
      """
      SELECT 1 FROM batch WHERE event_id = ?1 AND is_correction = ?2 AND file_bytes = ?3 LIMIT 1
      """, length)
    guard isThere != nil else { return nil }
    let digest = try request.digest(of: input)
    // Of several the earlier ones are undone line by line.
    return try batches(
      """
      SELECT batch_no, reference, declared_period, declared_date, file_sha256, file_name,
        business_date, period, row_count, total, voucher_count, seal,
        left_out, first_line_no, line_count, first_voucher_no
      FROM batch WHERE event_id = ?1 AND is_correction = ?2 AND file_bytes = ?3
        AND file_sha256 = ?4
        AND NOT EXISTS (SELECT 1 FROM batch r WHERE r.reverses_batch_no = batch.batch_no)
      ORDER BY batch_no
      """, length + [.digest(digest)]
    ).last { $0.declared.hasIdentity(of: declared) }
  }

  /// The batch that has a reference, if one was given and something of the batch stands.
  func batch(_ request: PostingRequest, reference: String?) throws -> PostedBatch? {
    guard let reference else { return nil }
    let holders = try batches(
      """
      SELECT batch_no, reference, declared_period, declared_date, file_sha256, file_name,
        business_date, period, row_count, total, voucher_count, seal,
        left_out, first_line_no, line_count, first_voucher_no
      FROM batch WHERE event_id = ?1 AND is_correction = ?2 AND reference = ?3
        AND NOT EXISTS (SELECT 1 FROM batch r WHERE r.reverses_batch_no = batch.batch_no)
      """,
      [
        .integer(Int64(request.event.rawValue)), .integer(request.isCorrection ? 1 : 0),
        .text(reference),
      ]
    )
    return try holders.first { try !isUndoneLineByLine($0, request.event) }
  }

  /// The batches of an event that stand and have as many rows and the same total, the latest first.
  func batches(of event: Event, rowCount: Int64, total: Int64) throws -> [PostedBatch] {
    try batches(
      """
      SELECT batch_no, reference, declared_period, declared_date, file_sha256, file_name,
        business_date, period, row_count, total, voucher_count, seal,
        left_out, first_line_no, line_count, first_voucher_no
      FROM batch WHERE event_id = ?1 AND is_correction = 0 AND row_count = ?2 AND total = ?3
        AND NOT EXISTS (SELECT 1 FROM batch r WHERE r.reverses_batch_no = batch.batch_no)
      ORDER BY batch_no DESC
      """, [.integer(Int64(event.rawValue)), .integer(rowCount), .integer(total)])
  }

  private func batches(_ sql: StaticString, _ arguments: [BoundValue]) throws -> [PostedBatch] {
    var batches: [PostedBatch] = []
    try query(sql, arguments) { row in
      guard let digest = row.digest(4), let seal = row.digest(11),
        let date = CivilDate(number: Int32(truncatingIfNeeded: row.integer(6))),
        let period = Month(number: Int32(truncatingIfNeeded: row.integer(7)))
      else { throw LedgerError(.ledgerDamaged, "Batch \(row.integer(0)) is impossible.") }
      let declared = Envelope(
        reference: row.optionalText(1),
        period: row.optionalInteger(2).flatMap { Month(number: Int32(truncatingIfNeeded: $0)) },
        date: row.optionalInteger(3).flatMap { CivilDate(number: Int32(truncatingIfNeeded: $0)) })
      batches.append(
        PostedBatch(
          number: row.integer(0), declared: declared, digest: digest, fileName: row.text(5),
          date: date, period: period, rowCount: row.integer(8), total: row.integer(9),
          leftOut: row.integer(12), voucherCount: row.integer(10), seal: seal,
          firstLine: row.integer(13), lineCount: row.integer(14),
          firstVoucher: row.integer(15)))
    }
    return batches
  }
}

extension Envelope {
  /// Whether another envelope declares the same reference, period and date: what, with the event and
  /// the bytes, is the identity of a file.
  func hasIdentity(of other: Envelope) -> Bool {
    reference == other.reference && period == other.period && date == other.date
  }

  /// Whether rows are as many and come to as much as was declared; a list that corrects declares its
  /// amounts as they are written in it.
  func isMet(count rows: Int64, total sum: Int64?) -> Bool {
    // What rows that were left out added up to is not kept.
    (count == nil || count == rows)
      && (total == nil || sum == nil || total == sum.map { Int64(clamping: $0.magnitude) })
  }
}
