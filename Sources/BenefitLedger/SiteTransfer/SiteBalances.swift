import LedgerCore
import LedgerStore

/// What stands in a site's own accounts, debit less credit.
struct SiteBalances {
  /// One account and its balance, which is not zero.
  struct Row {
    let account: AccountKey
    let balance: Int64
  }

  private var balances: [UInt64: Int128] = [:]

  /// Adds up the counters of a site's accounts.
  init(of unit: Int32, _ snapshot: any LedgerSnapshot) throws {
    for chart in ChartCode.allCases where chart.isPerUnit {
      for fund in Fund.allCases {
        let account = AccountKey(chart: chart, fund: fund.rawValue, unit: unit)
        guard let number = try snapshot.number(of: account) else { continue }
        try snapshot.scanTurnover(ofAccount: number) { turnover in
          balances[account.packed, default: 0] += Int128(turnover.debit) - Int128(turnover.credit)
        }
      }
    }
  }

  /// Takes off what belongs to obligations that are not transferred.
  mutating func take(off holdings: SiteHoldings, of unit: Int32, _ rules: PostingRules) {
    for held in holdings.obligations {
      let rule = rules.step(.transferred, from: held.state, channel: held.channel)
      let isReceivable =
        StepUnits(.transferred, from: held.state, before: unit, after: 0).credit == unit
      let account = AccountKey(
        chart: isReceivable ? rule.credit : rule.debit, fund: held.fund, unit: unit)
      balances[account.packed, default: 0] += Int128(held.amount) * (isReceivable ? -1 : 1)
    }
  }

  /// The accounts that are not zero, by chart code and fund.
  ///
  /// - Throws: `LedgerError` with code `totalTooLarge` if a balance does not fit 64 bits.
  func rows() throws -> [Row] {
    try balances.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { packed, balance in
      let chart = try promised(ChartCode(rawValue: UInt8(packed >> 40)), "chart code")
      return Row(
        account: AccountKey(
          chart: chart, fund: UInt8(packed >> 32 & 0xFF), unit: Int32(packed & 0x7FFF_FFFF)),
        balance: try exact(balance))
    }
  }
}
