import LedgerCore
import LedgerStore

/// Looks for lines, vouchers and steps that stand outside of all that is gone over.
enum StrayAudit {
  /// Nothing stands before the first number or after the last batch's.
  static func run(_ snapshot: any LedgerSnapshot, _ findings: inout FindingList) throws {
    let now = try AuditScope(snapshot, since: nil)
    try snapshot.query(
      "SELECT count(*), min(line_no) FROM line WHERE line_no > ?1", [.integer(now.lastLine)]
    ) { row in
      if row.integer(0) > 0 {
        findings.add(
          Finding(
            .lineExtra, line: row.integer(1),
            "\(row.integer(0)) lines from \(row.integer(1)) on belong to no batch."))
      }
    }
    try snapshot.query("SELECT count(*), min(line_no) FROM line WHERE line_no < 1", []) { row in
      if row.integer(0) > 0 {
        findings.add(
          Finding(
            .lineExtra, line: row.integer(1), "\(row.integer(0)) lines have impossible numbers."))
      }
    }
    try snapshot.query(
      "SELECT count(*), min(line_no) FROM step WHERE month < 190001 OR month > 219912", []
    ) { row in
      if row.integer(0) > 0 {
        findings.add(
          Finding(
            .stepExtra, line: row.integer(1),
            "\(row.integer(0)) steps are of months that do not exist."))
      }
    }
    try snapshot.query(
      "SELECT count(*), min(voucher_no) FROM voucher WHERE voucher_no > ?1 OR voucher_no < 1",
      [.integer(now.lastVoucher)]
    ) { row in
      if row.integer(0) > 0 {
        findings.add(
          Finding(
            .voucherExtra, voucher: row.integer(1),
            "\(row.integer(0)) vouchers from \(row.integer(1)) on belong to no batch."))
      }
    }
  }
}
