import LedgerCore
import LedgerStore

/// Compares every correction with what it corrects: the same money, between the same accounts, back.
enum CorrectionAudit {
  /// Goes over the vouchers and lines of batches that correct.
  static func run(_ snapshot: any LedgerSnapshot, _ findings: inout FindingList) throws {
    try snapshot.query(
      """
      SELECT v.voucher_no, v.batch_no, v.corrects_voucher_no
      FROM voucher v LEFT JOIN voucher o ON o.voucher_no = v.corrects_voucher_no
      WHERE v.corrects_voucher_no IS NOT NULL AND (o.voucher_no IS NULL
        OR o.voucher_no >= v.voucher_no OR o.corrects_voucher_no IS NOT NULL
        OR o.debit_account_id <> v.debit_account_id OR o.credit_account_id <> v.credit_account_id
        OR o.unit_id IS NOT v.unit_id OR o.benefit_id IS NOT v.benefit_id
        OR o.channel_id IS NOT v.channel_id OR o.month IS NOT v.month
        OR o.document IS NOT v.document OR o.file_line IS NOT v.file_line
        OR (SELECT sum(amount) FROM voucher w WHERE w.corrects_voucher_no = o.voucher_no)
          < -o.amount)
      ORDER BY v.voucher_no
      """, []
    ) { row in
      findings.add(
        Finding(
          .voucherDiffers, batch: row.integer(1), voucher: row.integer(0),
          "Voucher \(row.integer(0)) does not undo voucher \(row.integer(2)), which it names."))
    }
    try snapshot.query(
      """
      SELECT l.line_no, l.batch_no, l.corrects_line_no
      FROM batch b CROSS JOIN line l LEFT JOIN line o ON o.line_no = l.corrects_line_no
        LEFT JOIN voucher v ON v.voucher_no = l.voucher_no
      WHERE b.is_correction = 1 AND l.line_no >= b.first_line_no
        AND l.line_no < b.first_line_no + b.line_count
        AND (o.line_no IS NULL OR v.corrects_voucher_no IS NOT o.voucher_no
          OR (b.reverses_batch_no IS NOT NULL AND o.batch_no <> b.reverses_batch_no))
      ORDER BY l.line_no
      """, []
    ) { row in
      findings.add(
        Finding(
          .lineVoucher, batch: row.integer(1), line: row.integer(0),
          """
          Line \(row.integer(0)) does not undo line \(row.integer(2)), which it names, or not by \
          its voucher.
          """))
    }
    try snapshot.query(
      """
      SELECT r.batch_no, r.reverses_batch_no FROM batch r
      LEFT JOIN batch b ON b.batch_no = r.reverses_batch_no
      WHERE r.reverses_batch_no IS NOT NULL AND (b.batch_no IS NULL OR b.event_id <> r.event_id
        OR b.is_correction = 1 OR b.total <> -r.total OR b.line_count <> r.line_count
        OR b.voucher_count <> r.voucher_count OR b.batch_no >= r.batch_no)
      ORDER BY r.batch_no
      """, []
    ) { row in
      findings.add(
        Finding(
          .batchNumbers, batch: row.integer(0),
          "Batch \(row.integer(0)) does not undo batch \(row.integer(1)), which it names."))
    }
  }
}
