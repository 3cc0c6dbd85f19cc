import LedgerCore
import LedgerStore

extension SQLiteSnapshot {
  func scanVouchers(
    from first: Int64, through last: Int64, reading parts: VoucherParts,
    _ body: (StoredVoucher) throws -> Void
  ) throws {
    let sql =
      switch parts {
      case .all:
        """
        SELECT batch_no, amount, voucher_no, fund_id, unit_id, benefit_id, channel_id, month,
          line_count, debit_account_id, credit_account_id, corrects_voucher_no
        FROM voucher WHERE voucher_no BETWEEN ?1 AND ?2 ORDER BY voucher_no
        """
      case .dimensions:
        """
        SELECT batch_no, amount, voucher_no, fund_id, unit_id, benefit_id, channel_id, month,
          line_count
        FROM voucher WHERE voucher_no BETWEEN ?1 AND ?2 ORDER BY voucher_no
        """
      case .accounts:
        """
        SELECT batch_no, amount, debit_account_id, credit_account_id
        FROM voucher WHERE voucher_no BETWEEN ?1 AND ?2 ORDER BY voucher_no
        """
      }
    try withLoop(sql) { loop in
      loop.bind(1, first)
      loop.bind(2, last)
      while try loop.step() {
        var voucher = StoredVoucher(batch: loop.integer(0), amount: loop.integer(1))
        if parts == .accounts {
          voucher.debitAccount = loop.integer(2)
          voucher.creditAccount = loop.integer(3)
        } else {
          let number = loop.integer(2)
          voucher.number = number
          voucher.fund = try loop.narrow(3, "voucher", number)
          voucher.unit = try loop.narrow(4, "voucher", number)
          voucher.benefit = try loop.narrow(5, "voucher", number)
          voucher.channel = try loop.narrow(6, "voucher", number)
          voucher.month = try loop.narrow(7, "voucher", number)
          voucher.lineCount = loop.integer(8)
        }
        if parts == .all {
          voucher.debitAccount = loop.integer(9)
          voucher.creditAccount = loop.integer(10)
          voucher.corrects = loop.integer(11)
        }
        try body(voucher)
      }
    }
  }
}
