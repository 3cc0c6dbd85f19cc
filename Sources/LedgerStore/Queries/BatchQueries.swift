import LedgerCore

/// What a report needs to know of every batch.
public struct BatchOutline: Sendable, Equatable {
  /// The batch's number.
  public var number: Int64
  /// The event of every line.
  public var event: Event
  /// The accounting period.
  public var period: Month
  /// The business date.
  public var date: CivilDate
  /// The number of its first voucher.
  public var firstVoucher: Int64
  /// How many vouchers it has.
  public var voucherCount: Int64
}

/// A batch as it is stored: what it says of itself, and what seals it.
public struct StoredBatch: Sendable, Equatable {
  /// What it says of itself.
  public var header: BatchHeader
  /// The Merkle root of its rows.
  public var root: Digest
  /// The seal of the batch before it.
  public var previousSeal: Digest
  /// Its own seal.
  public var seal: Digest
  /// The batch that undoes it as a whole, if any does.
  public var reversedBy: Int64?
}

extension LedgerSnapshot {
  /// Hands over the outline of each batch up to a number, in order.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if a batch cannot be read.
  public func scanBatchOutlines(
    through last: Int64, _ body: (BatchOutline) throws -> Void
  ) throws {
    try query(
      """
      SELECT batch_no, event_id, period, business_date, first_voucher_no, voucher_count
      FROM batch WHERE batch_no <= ?1 ORDER BY batch_no
      """, [.integer(last)]
    ) { row in
      try body(
        BatchOutline(
          number: row.integer(0),
          event: promised(Event(rawValue: UInt8(clamping: row.integer(1))), "event"),
          period: promised(Month(number: Int32(clamping: row.integer(2))), "period"),
          date: promised(CivilDate(number: Int32(clamping: row.integer(3))), "business date"),
          firstVoucher: row.integer(4), voucherCount: row.integer(5)))
    }
  }

  /// Hands over batches with all they say, from `first` to `last`, both included, in order.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if a batch cannot be read.
  public func scanBatches(
    from first: Int64, through last: Int64, _ body: (StoredBatch) throws -> Void
  ) throws {
    try query(
      """
      SELECT batch_no, event_id, file_name, file_bytes, file_sha256, reference, declared_period,
        declared_date, period, business_date, maker, first_line_no, line_count, first_voucher_no,
        voucher_count, row_count, total, register_digest, merkle_root, previous_seal, seal,
        is_correction, reverses_batch_no, reason, submission_record_no, approvers, left_out,
        (SELECT r.batch_no FROM batch r WHERE r.reverses_batch_no = batch.batch_no)
      FROM batch WHERE batch_no BETWEEN ?1 AND ?2 ORDER BY batch_no
      """, [.integer(first), .integer(last)]
    ) { row in
      try body(
        StoredBatch(
          header: batchHeader(row), root: promised(row.digest(18), "Merkle root"),
          previousSeal: promised(row.digest(19), "previous seal"),
          seal: promised(row.digest(20), "seal"), reversedBy: row.optionalInteger(27)))
    }
  }
}

extension ResultRow {
  /// What six columns say of a batch's control.
  public func batchControl(_ column: Int) -> BatchControl {
    var control = BatchControl()
    control.isCorrection = integer(column) != 0
    control.reversesBatch = optionalInteger(column + 1)
    control.reason = optionalText(column + 2)
    control.submission = optionalInteger(column + 3)
    control.approvers = optionalText(column + 4)
    control.leftOut = integer(column + 5)
    return control
  }
}

/// The header in columns 0 to 17 and 21 to 26 of a row.
private func batchHeader(_ row: any ResultRow) throws -> BatchHeader {
  BatchHeader(
    number: row.integer(0),
    event: try promised(Event(rawValue: UInt8(clamping: row.integer(1))), "event"),
    fileName: row.text(2), fileBytes: row.integer(3),
    fileDigest: try promised(row.digest(4), "SHA-256 of the file"),
    reference: row.optionalText(5),
    declaredPeriod: try row.optionalInteger(6).map {
      try promised(Month(number: Int32(clamping: $0)), "declared period")
    },
    declaredDate: try row.optionalInteger(7).map {
      try promised(CivilDate(number: Int32(clamping: $0)), "declared date")
    },
    period: try promised(Month(number: Int32(clamping: row.integer(8))), "period"),
    date: try promised(CivilDate(number: Int32(clamping: row.integer(9))), "business date"),
    maker: row.text(10), firstLine: row.integer(11), lineCount: row.integer(12),
    firstVoucher: row.integer(13), voucherCount: row.integer(14), rowCount: row.integer(15),
    total: row.integer(16), registerDigest: try promised(row.digest(17), "register digest"),
    control: row.batchControl(21))
}
