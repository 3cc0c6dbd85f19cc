import LedgerCore
import LedgerStore

/// The balances of income and expense at the end of a period, fund by fund.
struct YearEndBalances {
  /// An account and its balance, debit positive; never 0.
  struct Entry {
    var account: AccountKey
    var net: Int64
  }

  /// The accounts with a balance, by fund, income before expense.
  private(set) var entries: [Entry] = []

  /// Reads the counters of all periods up to one.
  ///
  /// - Throws: `LedgerError`: `counterTooLarge` if a balance does not fit 64 bits.
  init(_ snapshot: any LedgerSnapshot, through period: Month) throws {
    var sums: [UInt64: (account: AccountKey, net: Int128)] = [:]
    try snapshot.query(
      """
      SELECT a.chart_id, a.fund_id, b.debit - b.debit_reversed, b.credit - b.credit_reversed
      FROM account a JOIN balance b USING (account_id)
      WHERE a.chart_id IN (?1, ?2) AND b.period <= ?3
      """,
      [
        .integer(Int64(ChartCode.income.rawValue)), .integer(Int64(ChartCode.expense.rawValue)),
        .integer(Int64(period.number)),
      ]
    ) { row in
      let chart = try promised(ChartCode(rawValue: UInt8(clamping: row.integer(0))), "chart code")
      let account = AccountKey(chart: chart, fund: UInt8(clamping: row.integer(1)), unit: 0)
      sums[account.packed, default: (account, 0)].net +=
        Int128(row.integer(2)) - Int128(row.integer(3))
    }
    for sum in sums.values where sum.net != 0 {
      guard let net = Int64(exactly: sum.net), net > .min else {
        throw LedgerError(
          .counterTooLarge, "The balance of \(try snapshot.name(of: sum.account)) is too large.")
      }
      entries.append(Entry(account: sum.account, net: net))
    }
    entries.sort {
      ($0.account.fund, $1.account.chart.rawValue) < ($1.account.fund, $0.account.chart.rawValue)
    }
  }

  /// The rows of the year end: one for each account.
  var movements: [Movement] {
    entries.enumerated().map { index, entry in
      guard let fund = Fund(rawValue: entry.account.fund) else {
        preconditionFailure("an account lies in a fund")
      }
      return Movement(
        fileLine: UInt32(index + 1), chart: entry.account.chart, unit: nil, fund: fund,
        amount: Int64(entry.net.magnitude))
    }
  }

  /// The vouchers of the year end: each empties an account into the fund itself.
  var vouchers: [NewVoucher] {
    entries.enumerated().map { index, entry in
      let fund = AccountKey(chart: .fund, fund: entry.account.fund, unit: 0)
      let isDebit = entry.net > 0
      return NewVoucher(
        debit: isDebit ? fund : entry.account, credit: isDebit ? entry.account : fund, unit: 0,
        benefit: 0, channel: 0, month: 0, amount: Int64(entry.net.magnitude), lineCount: 0,
        fileLine: UInt32(index + 1), document: nil)
    }
  }

  /// What the rows add up to.
  ///
  /// - Throws: `LedgerError`: `totalTooLarge`.
  func total() throws -> Int64 {
    try entries.reduce(0) { sum, entry in
      let (next, overflow) = sum.addingReportingOverflow(Int64(entry.net.magnitude))
      guard !overflow else {
        throw LedgerError(.totalTooLarge, "Income and expense add up to more than can be kept.")
      }
      return next
    }
  }
}
