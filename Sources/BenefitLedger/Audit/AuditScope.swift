import LedgerCore
import LedgerStore

/// What an audit goes over: fixed at the start, so that batches posted meanwhile do not disturb it.
struct AuditScope: Sendable {
  /// Batches up to this one are checked by their seals alone.
  var since: Int64
  /// The last batch.
  var lastBatch: Int64 = 0
  /// The last line of the batches that are checked by their seals alone.
  var lineBefore: Int64 = 0
  /// The last line of the last batch.
  var lastLine: Int64 = 0
  /// The last voucher of the batches that are checked by their seals alone.
  var voucherBefore: Int64 = 0
  /// The last voucher of the last batch.
  var lastVoucher: Int64 = 0
  /// The last batch's seal.
  var head: Digest = .zero
  /// The register's last record.
  var record: Int64 = 0
  /// The digest of the register after it.
  var register: Digest = .zero
  /// The months of entitlement whose steps are read; nil if the batches have no lines.
  var months: ClosedRange<Month>?

  /// Of a ledger that cannot be read.
  init() { since = 0 }

  /// Reads what there is.
  init(_ snapshot: any LedgerSnapshot, since: Int64?) throws {
    self.since = max(0, since ?? 0)
    let sql: StaticString = """
      SELECT batch_no, first_line_no + line_count - 1, first_voucher_no + voucher_count - 1, seal
      FROM batch WHERE batch_no <= ?1 ORDER BY batch_no DESC LIMIT 1
      """
    try snapshot.query(sql, [.integer(.max)]) { row in
      lastBatch = row.integer(0)
      lastLine = min(max(0, row.integer(1)), AuditedBatch.most)
      lastVoucher = min(max(0, row.integer(2)), AuditedBatch.most)
      head = row.digest(3) ?? .zero
    }
    try snapshot.query(
      "SELECT record_no, record_digest FROM record ORDER BY record_no DESC LIMIT 1", []
    ) { row in
      record = row.integer(0)
      register = row.digest(1) ?? .zero
    }
    guard self.since <= lastBatch else {
      throw LedgerError(
        .notFound, "There is no batch \(self.since) to go on from; the last is \(lastBatch).")
    }
    if self.since > 0 {
      try snapshot.query(sql, [.integer(self.since)]) { row in
        lineBefore = min(max(0, row.integer(1)), lastLine)
        voucherBefore = min(max(0, row.integer(2)), lastVoucher)
      }
      try readMonths(snapshot)
    } else if let first = Month(year: 1900, month: 1), let last = Month(year: 2199, month: 12) {
      months = first...last
    }
  }

  private mutating func readMonths(_ snapshot: any LedgerSnapshot) throws {
    try snapshot.query(
      "SELECT min(month), max(month) FROM voucher WHERE voucher_no > ?1 AND month IS NOT NULL",
      [.integer(voucherBefore)]
    ) { row in
      guard let first = Month(number: Int32(clamping: row.integer(0))),
        let last = Month(number: Int32(clamping: row.integer(1)))
      else { return }
      months = first...last
    }
  }

  /// The keys that an obligation of the months can have; nil if there are no months.
  var keys: ClosedRange<ObligationKey>? { months.map(ObligationKey.all) }
}
