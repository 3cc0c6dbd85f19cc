import LedgerStore

extension LedgerSnapshot {
  /// Whether two batches of an event without obligations of their own have the same rows in the same
  /// order.
  ///
  /// What is posted is compared as it is posted: the bytes of what was approved are gone by then.
  func haveSameRows(_ one: PostedBatch, _ other: PostedBatch) throws -> Bool {
    guard one.lineCount == other.lineCount, one.voucherCount == other.voucherCount else {
      return false
    }
    return one.lineCount > 0 ? try haveSameLines(one, other) : try haveSameVouchers(one, other)
  }

  private func haveSameLines(_ one: PostedBatch, _ other: PostedBatch) throws -> Bool {
    try integer(
      """
      SELECT 1 FROM line a JOIN line b ON b.line_no = a.line_no + ?3
      WHERE a.line_no >= ?1 AND a.line_no < ?2
        AND (a.person <> b.person OR a.month <> b.month OR a.benefit_id <> b.benefit_id
          OR a.occurrence <> b.occurrence OR a.amount <> b.amount OR a.account IS NOT b.account
          OR a.name IS NOT b.name OR a.document IS NOT b.document OR a.reason IS NOT b.reason)
      LIMIT 1
      """,
      [
        .integer(one.lines.lowerBound), .integer(one.lines.upperBound),
        .integer(other.firstLine - one.firstLine),
      ]) == nil
  }

  private func haveSameVouchers(_ one: PostedBatch, _ other: PostedBatch) throws -> Bool {
    try integer(
      """
      SELECT 1 FROM voucher a JOIN voucher b ON b.voucher_no = a.voucher_no + ?3
      WHERE a.voucher_no >= ?1 AND a.voucher_no < ?2
        AND (a.fund_id <> b.fund_id OR a.amount <> b.amount OR a.unit_id IS NOT b.unit_id
          OR a.benefit_id IS NOT b.benefit_id OR a.channel_id IS NOT b.channel_id
          OR a.document IS NOT b.document)
      LIMIT 1
      """,
      [
        .integer(one.firstVoucher), .integer(one.firstVoucher + one.voucherCount),
        .integer(other.firstVoucher - one.firstVoucher),
      ]) == nil
  }
}
