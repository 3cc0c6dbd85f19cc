import LedgerCore
import LedgerStore

extension Ledger {
  /// Draws up the statement of a unit, of one accounting period or from the beginning.
  ///
  /// Any code the unit had by then will do. As known at a batch the register of units, too, is shown
  /// as it was when that batch was posted.
  ///
  /// - Parameters:
  ///   - code: A code of the unit.
  ///   - period: Only this accounting period; nil from the beginning.
  ///   - asAt: Only batches whose business date is not later; opening balances are theirs too.
  ///   - asKnownAt: Only batches up to this number; opening balances are theirs too.
  /// - Returns: The statement.
  /// - Throws: `LedgerError`: `notFound` if the register has no such unit, `totalTooLarge`,
  ///   `ledgerDamaged`, and what the store did.
  public func siteStatement(
    _ code: UnitCode, period: Month? = nil, asAt: CivilDate? = nil, asKnownAt: Int64? = nil
  ) throws -> SiteStatement {
    let asOf = AsOf(asAt: asAt, asKnownAt: asKnownAt)
    return try store.read { snapshot in
      let tree = try UnitTree(snapshot, asKnownAt: asKnownAt)
      let unit = try tree.unit(named: code)
      let batches = try BatchIndex(snapshot, asKnownAt: asKnownAt)
      var accounts = try SiteAccounts(of: unit, period, snapshot)
      if asOf.isNow {
        try accounts.addTurnover(snapshot)
      } else {
        try accounts.addVouchers(snapshot, batches, asOf)
      }
      return SiteStatement(
        versions: tree.versionRange(of: unit).map { tree.entry(at: $0) }, period: period,
        accounts: try accounts.finish(tree),
        activity: try activity(of: unit, period, asOf, batches, snapshot))
    }
  }

  /// What the vouchers of a unit add up to, by event and benefit.
  private func activity(
    of unit: Int32, _ period: Month?, _ asOf: AsOf, _ batches: BatchIndex,
    _ snapshot: any LedgerSnapshot
  ) throws -> [SiteStatement.Activity] {
    var sums: [UInt16: Sum] = [:]
    try batches.scanVouchers(
      snapshot, reading: .dimensions,
      where: { (period == nil || $0.period == period) && asOf.includes($0) }
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
