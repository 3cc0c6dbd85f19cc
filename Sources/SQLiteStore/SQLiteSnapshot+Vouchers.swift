import LedgerCore
import LedgerStore

extension SQLiteSnapshot {
  func scanVouchers(
    from first: Int64, through last: Int64, _ body: (StoredVoucher) throws -> Void
  ) throws {
    try withLoop(
      """
      SELECT voucher_no, batch_no, debit_account_id, credit_account_id, fund_id, unit_id,
        benefit_id, channel_id, month, amount, line_count, corrects_voucher_no
      FROM voucher WHERE voucher_no BETWEEN ?1 AND ?2 ORDER BY voucher_no
      """
    ) { loop in
      loop.bind(1, first)
      loop.bind(2, last)
      while try loop.step() {
        let number = loop.integer(0)
        try body(
          StoredVoucher(
            number: number, batch: loop.integer(1), debitAccount: loop.integer(2),
            creditAccount: loop.integer(3), amount: loop.integer(9), lineCount: loop.integer(10),
            corrects: loop.integer(11), unit: try loop.narrow(5, "voucher", number),
            month: try loop.narrow(8, "voucher", number),
            fund: try loop.narrow(4, "voucher", number),
            benefit: try loop.narrow(6, "voucher", number),
            channel: try loop.narrow(7, "voucher", number)))
      }
    }
  }
}
