import LedgerCore
import LedgerStore

/// Adds up the vouchers of each accounting period and compares them with the counters of accounts.
///
/// Counters are clustered by account, vouchers by batch. So that neither has to be kept in memory for
/// all periods, both are mixed into one number for each period; only where those differ are the
/// counters of that period read again.
struct BalanceAudit {
  /// What is wrong.
  private(set) var findings = FindingList()
  private let mix: StepMix
  private let accounts: AuditedAccounts
  private let register: AuditedRegister

  init(_ mix: StepMix, _ accounts: AuditedAccounts, _ register: AuditedRegister) {
    self.mix = mix
    self.accounts = accounts
    self.register = register
  }

  /// The four counters of an account in a period.
  struct Counters: Equatable {
    var debit: Int64 = 0
    var credit: Int64 = 0
    var debitReversed: Int64 = 0
    var creditReversed: Int64 = 0
    /// Whether adding up overflowed, so that no counter can be right.
    var isOverflown = false

    /// Adds to a side, or to what was corrected of it if the amount is negative; a sum that does not
    /// fit marks the counters.
    mutating func add(
      _ amount: Int64, _ side: WritableKeyPath<Counters, Int64>,
      _ reversed: WritableKeyPath<Counters, Int64>
    ) {
      let place = amount < 0 ? reversed : side
      let sum = self[keyPath: place].addingReportingOverflow(Int64(clamping: amount.magnitude))
      isOverflown = isOverflown || sum.overflow
      self[keyPath: place] = sum.partialValue
    }
  }

  /// Compares all periods, or those of the batches after `since`.
  mutating func run(_ snapshot: any LedgerSnapshot, since: Int64) throws {
    try checkAccounts(snapshot)
    let runs = try Self.voucherRuns(snapshot)
    var stored: [Int64: StepMix.Sum] = [:]
    try snapshot.query(
      "SELECT account_id, period, debit, credit, debit_reversed, credit_reversed FROM balance", []
    ) { row in
      stored[row.integer(1), default: StepMix.Sum()] += mix(
        row.integer(0), row.integer(2), row.integer(3), row.integer(4), row.integer(5))
    }
    for period in Set(runs.keys).union(stored.keys).sorted() {
      let ofPeriod = runs[period] ?? []
      if since > 0 && !ofPeriod.contains(where: { $0.lastBatch > since }) { continue }
      var counters: [Int64: Counters] = [:]
      for run in ofPeriod {
        try Self.add(run.vouchers, to: &counters, snapshot)
      }
      var sum = StepMix.Sum()
      for (account, counter) in counters {
        sum += mix(
          account, counter.debit, counter.credit, counter.debitReversed, counter.creditReversed)
      }
      if sum != stored[period] ?? StepMix.Sum() || counters.contains(where: \.value.isOverflown) {
        try compare(period, counters, snapshot)
      }
    }
  }

  /// Accounts are opened with their first voucher, and a voucher makes a counter.
  private mutating func checkAccounts(_ snapshot: any LedgerSnapshot) throws {
    try snapshot.query(
      """
      SELECT account_id FROM account a
      WHERE NOT EXISTS (SELECT 1 FROM balance b WHERE b.account_id = a.account_id)
      ORDER BY account_id
      """, []
    ) { row in
      findings.add(
        Finding(
          .accountDiffers,
          "The account \(accounts.name(row.integer(0), register)) was opened without a voucher."))
    }
  }

  /// Runs of voucher numbers whose batches are of one period.
  struct VoucherRun {
    /// The numbers.
    var vouchers: ClosedRange<Int64>
    /// The last batch of the run.
    var lastBatch: Int64
  }

  /// The vouchers of each period, as few runs of numbers as possible.
  static func voucherRuns(_ snapshot: any LedgerSnapshot) throws -> [Int64: [VoucherRun]] {
    var runs: [Int64: [VoucherRun]] = [:]
    var last: Int64?
    try snapshot.query(
      "SELECT period, first_voucher_no, voucher_count, batch_no FROM batch ORDER BY batch_no", []
    ) { row in
      let period = row.integer(0)
      let first = min(max(row.integer(1), 1), AuditedBatch.most)
      let end = first + min(max(row.integer(2), 1), AuditedBatch.most) - 1
      if last == period, let index = runs[period]?.indices.last,
        let before = runs[period]?[index].vouchers, before.upperBound + 1 == first
      {
        runs[period]?[index] = VoucherRun(
          vouchers: before.lowerBound...end, lastBatch: row.integer(3))
      } else {
        runs[period, default: []].append(
          VoucherRun(vouchers: first...end, lastBatch: row.integer(3)))
      }
      last = period
    }
    return runs
  }

  /// Adds vouchers to the counters of their accounts.
  static func add(
    _ vouchers: ClosedRange<Int64>, to counters: inout [Int64: Counters],
    _ snapshot: any LedgerSnapshot
  ) throws {
    try snapshot.query(
      """
      SELECT debit_account_id, credit_account_id, amount FROM voucher
      WHERE voucher_no BETWEEN ?1 AND ?2
      """, [.integer(vouchers.lowerBound), .integer(vouchers.upperBound)]
    ) { row in
      let amount = row.integer(2)
      counters[row.integer(0), default: Counters()].add(amount, \.debit, \.debitReversed)
      counters[row.integer(1), default: Counters()].add(amount, \.credit, \.creditReversed)
    }
  }

  private mutating func compare(
    _ period: Int64, _ counters: [Int64: Counters], _ snapshot: any LedgerSnapshot
  ) throws {
    let month = Month(number: Int32(clamping: period))?.description ?? "\(period)"
    var left = counters
    var sides: [UInt8: (debit: Int128, credit: Int128)] = [:]
    try snapshot.query(
      """
      SELECT account_id, debit, credit, debit_reversed, credit_reversed FROM balance
      WHERE period = ?1 ORDER BY account_id
      """, [.integer(period)]
    ) { row in
      let account = row.integer(0)
      let stored = Counters(
        debit: row.integer(1), credit: row.integer(2), debitReversed: row.integer(3),
        creditReversed: row.integer(4))
      let fund = UInt8(truncatingIfNeeded: accounts.key(account) >> 32)
      sides[fund, default: (0, 0)].debit += Int128(stored.debit) - Int128(stored.debitReversed)
      sides[fund, default: (0, 0)].credit += Int128(stored.credit) - Int128(stored.creditReversed)
      let summed = left.removeValue(forKey: account) ?? Counters()
      if summed != stored {
        note(account, month, summed, "are \(stored.debit) and \(stored.credit)")
      }
    }
    for (account, summed) in left.sorted(by: { $0.key < $1.key }) {
      note(account, month, summed, "are missing")
    }
    for (fund, side) in sides.sorted(by: { $0.key < $1.key }) where side.debit != side.credit {
      findings.add(
        Finding(
          .fundUnbalanced,
          """
          In \(month) the debits of fund \(Fund(rawValue: fund)?.code ?? "\(fund)") are \
          \(side.debit) đồng and its credits \(side.credit).
          """))
    }
  }

  private mutating func note(
    _ account: Int64, _ month: String, _ summed: Counters, _ stored: Message
  ) {
    findings.add(
      Finding(
        .balanceDiffers,
        """
        The debit and credit of \(accounts.name(account, register)) in \(month) \(stored); its \
        vouchers add up to \(summed.debit) and \(summed.credit).
        """))
  }
}
