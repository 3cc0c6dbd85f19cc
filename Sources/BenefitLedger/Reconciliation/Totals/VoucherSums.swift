import LedgerCore
import LedgerStore

/// One pass over the vouchers: everything that they are compared with.
struct VoucherSums {
  /// What lines and steps are compared with.
  private(set) var batches = TotalsByBatch()
  /// The differences found in the pass itself.
  private(set) var result = TotalsReconciliation()

  private let register: AuditedRegister
  private let accounts: AuditedAccounts
  private let period: Month?
  private let asOf: AsOf
  private var owed: OwedTable
  private var compared: ComparedTotals?
  private var cash: CashTable
  private var turnover: [UInt64: Turnover] = [:]
  private var lastBatch: Int64 = 0

  /// What an account's vouchers add up to.
  private struct Turnover {
    var debit: Int128 = 0
    var credit: Int128 = 0
    var debitOfPeriod: Int128 = 0
    var creditOfPeriod: Int128 = 0
  }

  init(
    _ register: AuditedRegister, _ accounts: AuditedAccounts, _ rules: PostingRules,
    period: Month?, _ asOf: AsOf, against theirs: TheirTotals?, on day: CivilDate
  ) {
    self.register = register
    self.accounts = accounts
    owed = OwedTable(rules)
    self.period = period
    self.asOf = asOf
    compared = theirs.map { ComparedTotals($0, register) }
    cash = CashTable(period: period, on: day)
    result.theirTotals = theirs?.totals.count
    result.notCompared = asOf.isNow ? [] : [.debit, .credit]
  }

  /// Goes over the vouchers of all batches up to the end of the period.
  mutating func run(_ snapshot: any LedgerSnapshot) throws {
    while true {
      let window = try AuditedBatch.window(
        snapshot, after: lastBatch, through: asOf.asKnownAt ?? .max, vouchers: 1 << 17)
      guard let first = window.first, let last = window.last else { break }
      lastBatch = last.number
      let vouchers = try AuditedVoucher.load(
        snapshot, from: first.firstVoucher, before: last.nextVoucher, accounts)
      for batch in window {
        let base = Int(clamping: batch.firstVoucher - first.firstVoucher)
        let end = Int(clamping: batch.nextVoucher - first.firstVoucher)
        let range = max(0, min(base, vouchers.count))..<max(0, min(end, vouchers.count))
        try add(batch, vouchers[range])
      }
    }
    owed.compare(register, &result)
    result.cash = cash.rows(register)
    result.lastPayingDay = cash.lastDay
    if asOf.isNow { try compareBalances(snapshot) } else { checkSide() }
    compared?.compare(register, &result)
  }

  private mutating func add(
    _ batch: AuditedBatch, _ vouchers: ArraySlice<AuditedVoucher>
  ) throws {
    guard let event = batch.event, let header = batch.header else {
      throw LedgerError(
        .ledgerDamaged, "Batch \(batch.number) holds what no posting writes.",
        help: "Run: benefit-ledger verify")
    }
    guard asOf.includes(batch.number, dated: header.date) else { return }
    for voucher in vouchers { cash.add(voucher, event, in: header.period) }
    if let period, header.period > period { return }
    let isInScope = period == nil || header.period == period
    var amount: Int128 = 0
    var lines: Int64 = 0
    var rows: Int64 = 0
    for voucher in vouchers {
      amount += Int128(voucher.amount)
      let count = voucher.corrects != 0 ? -voucher.lineCount : voucher.lineCount
      lines &+= count
      rows &+= count == 0 ? 1 : count
      owed.add(voucher, event)
      add(voucher, isInScope: isInScope)
      if isInScope {
        if event.list == .payments { batches.add(voucher, event) }
        compared?.add(voucher, event)
      }
    }
    guard isInScope else { return }
    result.batches += 1
    result.lines += lines
    // A row between two funds makes a voucher in each.
    let legs = event.vouchersPerRow
    amount /= Int128(legs)
    rows /= Int64(legs)
    if amount != Int128(batch.total) || rows != batch.rowCount {
      result.add(
        TotalsDifference(
          .envelope, batch: batch.number, event: event, ours: Tally(clamping: amount, count: rows),
          theirs: Tally(count: batch.rowCount, amount: batch.total)))
    }
    if event.list == .payments {
      batches.add(batch, event, count: lines, amount: Int64(truncatingIfNeeded: amount))
    }
  }

  private mutating func add(_ voucher: AuditedVoucher, isInScope: Bool) {
    let amount = Int128(voucher.amount)
    turnover[voucher.debit, default: Turnover()].debit += amount
    turnover[voucher.credit, default: Turnover()].credit += amount
    guard period != nil, isInScope else { return }
    turnover[voucher.debit, default: Turnover()].debitOfPeriod += amount
    turnover[voucher.credit, default: Turnover()].creditOfPeriod += amount
  }

  // MARK: Balances

  /// Compares each account's counters with its vouchers; and no account stands on its wrong side by them.
  private mutating func compareBalances(_ snapshot: any LedgerSnapshot) throws {
    var counted: [UInt64: Turnover] = [:]
    try snapshot.query(
      """
      SELECT account_id, period, debit - debit_reversed, credit - credit_reversed FROM balance
      WHERE period <= ?1
      """, [.integer(Int64(period?.number ?? .max))]
    ) { row in
      let account = accounts.key(row.integer(0))
      let (debit, credit) = (Int128(row.integer(2)), Int128(row.integer(3)))
      counted[account, default: Turnover()].debit += debit
      counted[account, default: Turnover()].credit += credit
      guard let period, row.integer(1) == Int64(period.number) else { return }
      counted[account, default: Turnover()].debitOfPeriod += debit
      counted[account, default: Turnover()].creditOfPeriod += credit
    }
    for key in Set(turnover.keys).union(counted.keys).sorted() {
      let ours = turnover[key] ?? Turnover()
      let theirs = counted[key] ?? Turnover()
      compare(.debit, key, ours.debit, theirs.debit, ours.debitOfPeriod, theirs.debitOfPeriod)
      compare(.credit, key, ours.credit, theirs.credit, ours.creditOfPeriod, theirs.creditOfPeriod)
      checkSide(key, theirs)
    }
  }

  /// No account stands on its wrong side by the vouchers, where the counters cannot be asked.
  private mutating func checkSide() {
    for (key, sums) in turnover.sorted(by: { $0.key < $1.key }) { checkSide(key, sums) }
  }

  private mutating func checkSide(_ account: UInt64, _ sums: Turnover) {
    let net = sums.debit - sums.credit
    guard let chart = ChartCode(rawValue: UInt8(truncatingIfNeeded: account >> 40)),
      chart.isDebitNormal ? net < 0 : net > 0
    else { return }
    switch chart {
    // A bank account may be overdrawn; income, expense and the fund take what is undone later.
    case .bank, .fund, .expense, .income: break
    case .advance: note(.cashNegative, account, Tally(clamping: net), nil)
    case .shortage, .receivable, .payable, .unclaimed, .withheld, .heirs, .dueFrom, .dueTo:
      note(.wrongSide, account, Tally(clamping: net), nil)
    }
  }

  /// Reports an account's turnover of the period if it differs, and otherwise that of all periods.
  private mutating func compare(
    _ kind: TotalsDifference.Kind, _ account: UInt64, _ ours: Int128, _ theirs: Int128,
    _ oursOfPeriod: Int128, _ theirsOfPeriod: Int128
  ) {
    if oursOfPeriod != theirsOfPeriod {
      note(
        kind, account, Tally(clamping: oursOfPeriod),
        Tally(clamping: theirsOfPeriod))
    } else if ours != theirs {
      note(kind, account, Tally(clamping: ours), Tally(clamping: theirs))
    }
  }

  private mutating func note(
    _ kind: TotalsDifference.Kind, _ account: UInt64, _ ours: Tally, _ theirs: Tally?
  ) {
    let unit = Int64(account & 0xFFFF_FFFF)
    result.add(
      TotalsDifference(
        kind, account: AuditedAccounts.name(account, register).description,
        site: unit > 0 && account != .max ? register.name(of: unit) : nil,
        fund: Fund(rawValue: UInt8(truncatingIfNeeded: account >> 32)), ours: ours, theirs: theirs))
  }
}
