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
        SELECT 0 FROM voucher WHERE voucher_no BETWEEN ?1 AND ?2 AND sink(?3, batch_no, amount,
          voucher_no, fund_id, unit_id, benefit_id, channel_id, month, line_count, debit_account_id,
          credit_account_id, corrects_voucher_no)
        ORDER BY voucher_no
        """
      case .dimensions:
        """
        SELECT 0 FROM voucher WHERE voucher_no BETWEEN ?1 AND ?2 AND sink(?3, batch_no, amount,
          voucher_no, fund_id, unit_id, benefit_id, channel_id, month, line_count)
        ORDER BY voucher_no
        """
      case .accounts:
        """
        SELECT 0 FROM voucher WHERE voucher_no BETWEEN ?1 AND ?2 AND sink(?3, batch_no, amount,
          debit_account_id, credit_account_id)
        ORDER BY voucher_no
        """
      }
    try withLoop(sql) { loop in
      loop.bind(1, first)
      loop.bind(2, last)
      try withoutActuallyEscaping(body) { body in
        var taker = VoucherTaker(parts: parts, body: body)
        try loop.scan(sink: 3, &taker)
      }
    }
  }
}

/// Takes rows of the `voucher` table.
private struct VoucherTaker: RowTaker {
  static let table: StaticString = "voucher"
  // Not every column is the same in every reading, and SQLite checks these rows itself.
  static let optional: UInt32 = ~0
  static let callback: RowCallback = { VoucherTaker.takeRow($0, $1, $2, $3) }

  let parts: VoucherParts
  let body: (StoredVoucher) throws -> Void
  var error: (any Error)?

  func number(of row: RowCells) -> Int64 { row.integer(parts == .accounts ? 0 : 2) }

  @inline(__always)
  mutating func take(_ row: RowCells) throws -> ScanStep {
    var voucher = StoredVoucher(batch: row.integer(0), amount: row.integer(1))
    if parts == .accounts {
      voucher.debitAccount = row.integer(2)
      voucher.creditAccount = row.integer(3)
    } else {
      let number = row.integer(2)
      voucher.number = number
      voucher.fund = try row.narrow(3, number)
      voucher.unit = try row.narrow(4, number)
      voucher.benefit = try row.narrow(5, number)
      voucher.channel = try row.narrow(6, number)
      voucher.month = try row.narrow(7, number)
      voucher.lineCount = row.integer(8)
    }
    if parts == .all {
      voucher.debitAccount = row.integer(9)
      voucher.creditAccount = row.integer(10)
      voucher.corrects = row.integer(11)
    }
    try body(voucher)
    return .goOn
  }
}
