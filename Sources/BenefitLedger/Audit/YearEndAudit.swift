import LedgerCore
import LedgerStore

/// Checks that every year end carries exactly the balances of income and expense to the funds.
///
/// After a year end both are zero at the end of its December; and as long as it stands they stay so.
struct YearEndAudit {
  /// A year end.
  private struct End {
    var batch: Int64
    var period: Int32
    var isStanding: Bool
  }

  /// The accounts of income and expense, and their balances by period.
  private var sums: [Int64: [Int32: Int128]] = [:]

  /// Goes over the vouchers of all batches, if there is any year end after `since`.
  static func run(
    _ snapshot: any LedgerSnapshot, _ accounts: AuditedAccounts, _ register: AuditedRegister,
    since: Int64, _ findings: inout FindingList
  ) throws {
    let ends = try yearEnds(snapshot, after: since)
    guard !ends.isEmpty else { return }
    var audit = YearEndAudit()
    for (account, key) in accounts.keys {
      let chart = ChartCode(rawValue: UInt8(truncatingIfNeeded: key >> 40))
      if chart == .income || chart == .expense { audit.sums[account] = [:] }
    }
    var next = 0
    var blamed: Set<Int64> = []
    for batch in try BatchIndex(snapshot).all {
      let first = min(max(batch.firstVoucher, 1), AuditedBatch.most)
      let end = first + min(max(batch.voucherCount, 0), AuditedBatch.most) - 1
      try snapshot.scanVouchers(from: first, through: end, reading: .accounts) {
        audit.add($0, batch.period)
      }
      guard next < ends.count, ends[next].batch == batch.number else { continue }
      blamed.formUnion(audit.check(ends[next], accounts, register, &findings))
      next += 1
    }
    for end in ends where end.isStanding && !blamed.contains(end.batch) {
      _ = audit.check(end, accounts, register, &findings)
    }
  }

  private static func yearEnds(
    _ snapshot: any LedgerSnapshot, after since: Int64
  ) throws -> [End] {
    var ends: [End] = []
    try snapshot.query(
      """
      SELECT b.batch_no, b.period,
        NOT EXISTS (SELECT 1 FROM batch r WHERE r.reverses_batch_no = b.batch_no)
      FROM batch b WHERE b.event_id = ?1 AND b.is_correction = 0 AND b.batch_no > ?2
      ORDER BY b.batch_no
      """, [.integer(Int64(Event.yearEnd.rawValue)), .integer(since)]
    ) { row in
      ends.append(
        End(
          batch: row.integer(0), period: Int32(clamping: row.integer(1)),
          isStanding: row.integer(2) != 0))
    }
    return ends
  }

  private mutating func add(_ voucher: StoredVoucher, _ period: Month) {
    sums[voucher.debitAccount]?[period.number, default: 0] += Int128(voucher.amount)
    sums[voucher.creditAccount]?[period.number, default: 0] -= Int128(voucher.amount)
  }

  /// Looks at the balances at the end of a year, and says which batch left one.
  private func check(
    _ end: End, _ accounts: AuditedAccounts, _ register: AuditedRegister,
    _ findings: inout FindingList
  ) -> Set<Int64> {
    var blamed: Set<Int64> = []
    for (account, periods) in sums.sorted(by: { $0.key < $1.key }) {
      let left = periods.reduce(0 as Int128) { $1.key <= end.period ? $0 + $1.value : $0 }
      guard left != 0 else { continue }
      blamed.insert(end.batch)
      findings.add(
        Finding(
          .yearEndDiffers, batch: end.batch,
          """
          The year end of \(end.period / 100), batch \(end.batch), leaves \(left) đồng in \
          \(accounts.name(account, register)); it should be empty.
          """))
    }
    return blamed
  }
}
