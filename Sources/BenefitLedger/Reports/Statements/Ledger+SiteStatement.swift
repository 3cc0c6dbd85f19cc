import LedgerCore
import LedgerStore

extension Ledger {
  /// Draws up the statement of a unit, of one accounting period or from the beginning.
  ///
  /// Any code the unit ever had will do.
  ///
  /// - Throws: `LedgerError`: `notFound` if the register has no such unit, `totalTooLarge`,
  ///   `ledgerDamaged`, and what the store did.
  public func siteStatement(_ code: UnitCode, period: Month? = nil) throws -> SiteStatement {
    try store.read { snapshot in
      let tree = try UnitTree(snapshot)
      let unit = try tree.unit(named: code)
      return SiteStatement(
        versions: tree.versionRange(of: unit).map { tree.entry(at: $0) }, period: period,
        accounts: try accounts(of: unit, period, snapshot, tree),
        activity: try activity(of: unit, period, snapshot))
    }
  }

  /// The accounts of a unit that were ever posted to.
  private func accounts(
    of unit: Int32, _ period: Month?, _ snapshot: any LedgerSnapshot, _ tree: UnitTree
  ) throws -> [SiteStatement.Account] {
    var accounts: [SiteStatement.Account] = []
    for chart in ChartCode.allCases where chart.isPerUnit {
      for fund in Fund.allCases {
        let account = AccountKey(chart: chart, fund: fund.rawValue, unit: unit)
        guard let number = try snapshot.number(of: account) else { continue }
        var opening = Int128(0)
        var debit = Int128(0)
        var credit = Int128(0)
        try snapshot.scanTurnover(ofAccount: number) { turnover in
          if let period, turnover.period < period.number {
            opening += Int128(turnover.debit) - Int128(turnover.credit)
          } else if period == nil || turnover.period == period?.number {
            debit += Int128(turnover.debit)
            credit += Int128(turnover.credit)
          }
        }
        accounts.append(
          SiteStatement.Account(
            account: tree.name(of: account), opening: try exact(opening),
            debit: try exact(debit), credit: try exact(credit),
            closing: try exact(opening + debit - credit)))
      }
    }
    return accounts
  }

  /// What the vouchers of a unit add up to, by event and benefit.
  private func activity(
    of unit: Int32, _ period: Month?, _ snapshot: any LedgerSnapshot
  ) throws -> [SiteStatement.Activity] {
    var sums: [UInt16: Sum] = [:]
    try BatchIndex(snapshot).scanVouchers(
      snapshot, reading: .dimensions, where: { period == nil || $0.period == period }
    ) { voucher, batch in
      guard voucher.unit == unit else { return }
      sums[UInt16(batch.event.rawValue) << 8 | UInt16(voucher.benefit), default: Sum()]
        .add(count: voucher.count, amount: voucher.amount)
    }
    return try sums.sorted { $0.key < $1.key }.map { key, sum in
      SiteStatement.Activity(
        event: try promised(Event(rawValue: UInt8(key >> 8)), "event"),
        benefit: Benefit(rawValue: UInt8(truncatingIfNeeded: key)), count: try exact(sum.count),
        amount: try exact(sum.amount))
    }
  }
}
