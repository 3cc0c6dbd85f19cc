import LedgerCore
import LedgerStore

/// Adds turnover to the rows of a trial balance.
final class TrialBalanceSheet {
  /// What one row adds up to.
  private struct Entry {
    var opening: Int128 = 0
    var debit: Int128 = 0
    var credit: Int128 = 0
    var debitReversed: Int128 = 0
    var creditReversed: Int128 = 0
    var isTouched = false

    mutating func add(_ turnover: AccountTurnover, isOpening: Bool) {
      isTouched = true
      if isOpening {
        opening += Int128(turnover.debit) - Int128(turnover.credit)
      } else {
        debit += Int128(turnover.debit)
        credit += Int128(turnover.credit)
        debitReversed += Int128(turnover.debitReversed)
        creditReversed += Int128(turnover.creditReversed)
      }
    }
  }

  private let grouping: TrialBalanceGrouping
  private let hasOpening: Bool
  private let isGross: Bool
  /// The account that stands for each row.
  private var accounts: ContiguousArray<AccountKey> = []
  private var entries: ContiguousArray<Entry> = []
  /// The row of each account, by the account's number; -1 for none.
  private var rows: ContiguousArray<Int32> = []
  /// By the fund's number, whatever the grouping: every fund balances by itself.
  private var funds = [Entry](repeating: Entry(), count: 256)
  private var fundOfAccount: ContiguousArray<UInt8> = []

  init(
    _ snapshot: any LedgerSnapshot, by grouping: TrialBalanceGrouping, hasOpening: Bool,
    isGross: Bool
  ) throws {
    self.isGross = isGross
    self.grouping = grouping
    self.hasOpening = hasOpening
    var known: [UInt64: Int32] = [:]
    try snapshot.scanAccounts { number, account in
      guard number >= 0, number < 1 << 28 else {
        throw LedgerError(.ledgerDamaged, "The ledger has an account numbered \(number).")
      }
      while rows.count <= Int(number) {
        rows.append(-1)
        fundOfAccount.append(0)
      }
      let row: Int32
      switch grouping {
      case .unit: row = addRow(account)
      case .chart, .fund:
        let group =
          grouping == .fund ? UInt64(account.fund) : account.packed >> 32
        if let existing = known[group] {
          row = existing
        } else {
          row = addRow(account)
          known[group] = row
        }
      }
      rows[Int(number)] = row
      fundOfAccount[Int(number)] = account.fund
    }
  }

  private func addRow(_ account: AccountKey) -> Int32 {
    accounts.append(account)
    entries.append(Entry())
    return Int32(accounts.count - 1)
  }

  /// Adds to an account, before the period or in it.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if there is no such account.
  func add(_ turnover: AccountTurnover, isOpening: Bool) throws {
    let account = turnover.account
    guard account >= 0, account < rows.count, rows[Int(account)] >= 0 else {
      throw LedgerError(
        .ledgerDamaged, "Account \(account) is missing.", help: "Run `benefit-ledger verify`.")
    }
    entries[Int(rows[Int(account)])].add(turnover, isOpening: isOpening)
    funds[Int(fundOfAccount[Int(account)])].add(turnover, isOpening: isOpening)
  }

  /// The trial balance of what was added.
  func finish(
    _ tree: UnitTree, titles: (chart: ChartFile, date: CivilDate)?
  ) throws -> TrialBalance {
    let order = order(tree)
    var rows: [TrialBalance.Row] = []
    rows.reserveCapacity(order.count)
    let names = AccountTerms()
    var known: [UInt64: AccountTitle] = [:]
    for row in order {
      let entry = entries[row]
      rows.append(
        TrialBalance.Row(
          account: names.name(accounts[row], grouping, tree),
          opening: hasOpening ? entry.opening : nil,
          debit: isGross ? entry.debit + entry.debitReversed : entry.debit,
          credit: isGross ? entry.credit + entry.creditReversed : entry.credit,
          debitReversed: entry.debitReversed,
          creditReversed: entry.creditReversed,
          balance: entry.opening + entry.debit - entry.credit,
          title: titles.flatMap { title(accounts[row], $0.chart, $0.date, &known) }))
    }
    func total(_ figure: (Entry) -> Int128) -> Int128 {
      funds.reduce(0) { $0 + figure($1) }
    }
    return TrialBalance(
      rows: rows, isGross: isGross,
      debit: total { isGross ? $0.debit + $0.debitReversed : $0.debit },
      credit: total { isGross ? $0.credit + $0.creditReversed : $0.credit },
      debitReversed: total(\.debitReversed), creditReversed: total(\.creditReversed),
      isBalanced: funds.allSatisfy { $0.debit == $0.credit && $0.opening == 0 })
  }

  /// What the chart says of an account; half a million accounts share some dozens of titles.
  private func title(
    _ account: AccountKey, _ chart: ChartFile, _ date: CivilDate,
    _ known: inout [UInt64: AccountTitle]
  ) -> AccountTitle? {
    guard grouping != .fund, let fund = Fund(rawValue: account.fund) else { return nil }
    let group = account.packed >> 32
    if let title = known[group] { return title }
    let title = chart.title(of: account.chart, fund: fund, on: date)
    known[group] = title
    return title
  }

  /// The rows that anything was added to, ordered as their names are: no chart code or fund begins
  /// with another, and `/` is not in a code, so the parts can be compared one after the other.
  private func order(_ tree: UnitTree) -> [Int] {
    let names = AccountTerms()
    let keys = accounts.map { account -> (UInt32, UInt64, UInt64) in
      let code = grouping == .unit ? tree.latest(account.unit)?.code.words : nil
      return (names.rank(account, grouping), code?.0 ?? 0, code?.1 ?? 0)
    }
    return entries.indices.filter { entries[$0].isTouched }.sorted { keys[$0] < keys[$1] }
  }
}

/// The codes of chart and funds, spelled once for two hundred thousand accounts.
private struct AccountTerms {
  private var charts = [String](repeating: "", count: 256)
  private var funds = [String](repeating: "", count: 256)
  private var chartRanks = [UInt32](repeating: 0, count: 256)
  private var fundRanks = [UInt32](repeating: 0, count: 256)

  init() {
    for (rank, chart) in ChartCode.allCases.sorted(by: { $0.code < $1.code }).enumerated() {
      charts[Int(chart.rawValue)] = chart.code
      chartRanks[Int(chart.rawValue)] = UInt32(rank)
    }
    for number in funds.indices { funds[number] = "#\(number)" }
    for (rank, fund) in Fund.allCases.sorted(by: { $0.code < $1.code }).enumerated() {
      funds[Int(fund.rawValue)] = fund.code
      fundRanks[Int(fund.rawValue)] = UInt32(rank)
    }
  }

  func rank(_ account: AccountKey, _ grouping: TrialBalanceGrouping) -> UInt32 {
    let fund = fundRanks[Int(account.fund)]
    return grouping == .fund ? fund : chartRanks[Int(account.chart.rawValue)] << 8 | fund
  }

  func name(_ account: AccountKey, _ grouping: TrialBalanceGrouping, _ tree: UnitTree) -> String {
    let fund = funds[Int(account.fund)]
    if grouping == .fund { return fund }
    let name = charts[Int(account.chart.rawValue)] + "/" + fund
    return grouping == .unit && account.chart.isPerUnit
      ? name + "/" + tree.code(of: account.unit) : name
  }
}
