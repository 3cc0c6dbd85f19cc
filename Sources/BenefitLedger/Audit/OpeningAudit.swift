import LedgerCore
import LedgerStore

/// Compares the opening balances on record with the vouchers of `opening` batches.
enum OpeningAudit {
  /// Every such voucher is on record for the account it opens, and nothing else is.
  static func run(
    _ snapshot: any LedgerSnapshot, _ accounts: AuditedAccounts, _ register: AuditedRegister,
    _ findings: inout FindingList
  ) throws {
    var recorded: [Int64: Int64] = [:]
    try snapshot.query("SELECT account_id, voucher_no FROM opening ORDER BY account_id", []) {
      row in
      recorded[row.integer(1)] = row.integer(0)
    }
    var opened: Set<Int64> = []
    try snapshot.query(
      """
      SELECT v.voucher_no, v.debit_account_id, v.credit_account_id, v.batch_no,
        EXISTS (SELECT 1 FROM voucher r WHERE r.corrects_voucher_no = v.voucher_no)
      FROM batch b CROSS JOIN voucher v
      WHERE b.event_id = ?1 AND b.is_correction = 0 AND v.voucher_no >= b.first_voucher_no
        AND v.voucher_no < b.first_voucher_no + b.voucher_count
      ORDER BY v.voucher_no
      """, [.integer(Int64(Event.opening.rawValue))]
    ) { row in
      let sides = [row.integer(1), row.integer(2)]
      let account = sides.first { account in
        ChartCode(rawValue: UInt8(truncatingIfNeeded: accounts.key(account) >> 40)) != .fund
      }
      let isRecorded = recorded.removeValue(forKey: row.integer(0)) == account
      // An opening that was reversed is followed by another.
      let isUndone = row.integer(4) != 0
      let isFirst = isUndone || account.map { opened.insert($0).inserted } ?? false
      if !isRecorded || !isFirst {
        findings.add(
          Finding(
            .openingDiffers, batch: row.integer(3), voucher: row.integer(0),
            """
            Voucher \(row.integer(0)) opens \(accounts.name(account ?? 0, register)), \
            \(isFirst ? "but that is not on record." : "which was opened before.")
            """))
      }
    }
    for (voucher, account) in recorded.sorted(by: { $0.key < $1.key }) {
      findings.add(
        Finding(
          .openingDiffers, voucher: voucher,
          """
          The opening of \(accounts.name(account, register)) is on record, but voucher \(voucher) \
          does not open it.
          """))
    }
  }
}
