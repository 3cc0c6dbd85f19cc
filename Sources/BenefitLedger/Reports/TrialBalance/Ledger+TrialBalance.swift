import LedgerCore
import LedgerStore

extension Ledger {
  /// Draws up the trial balance.
  ///
  /// Today's is read from the counters of accounts, which are kept as batches are posted; one that
  /// is asked for *as at* a date or *as known at* a batch is added up from the vouchers.
  ///
  /// A reversal counts in its own period, which may be later than that of what it reverses.
  ///
  /// - Parameters:
  ///   - period: The accounting period whose turnover is shown, with the balance before it.
  ///   - grouping: How fine the rows are.
  ///   - isGross: True for debits and credits before corrections; what these took off stands beside
  ///     them either way, and balances are the same.
  ///   - asAt: Only batches whose business date is not later.
  ///   - asKnownAt: Only batches up to this number.
  ///   - titlesOn: The day whose names and numbers of accounts are shown; nil to show none. They are
  ///     those of the chart in force, or of that known at the batch.
  /// - Returns: The trial balance.
  /// - Throws: `LedgerError`: `ledgerDamaged`, and what the store did.
  public func trialBalance(
    period: Month? = nil, by grouping: TrialBalanceGrouping = .chart, isGross: Bool = false,
    asAt: CivilDate? = nil, asKnownAt: Int64? = nil, titlesOn: CivilDate? = nil
  ) throws -> TrialBalance {
    try store.read { snapshot in
      let sheet = try TrialBalanceSheet(
        snapshot, by: grouping, hasOpening: period != nil, isGross: isGross)
      let last = period?.number ?? .max
      let asOf = AsOf(asAt: asAt, asKnownAt: asKnownAt)
      if asOf.isNow {
        try snapshot.scanTurnover { turnover in
          guard turnover.period <= last else { return }
          try sheet.add(turnover, isOpening: period != nil && turnover.period < last)
        }
      } else {
        let batches = try BatchIndex(snapshot, asKnownAt: asKnownAt)
        try batches.scanVouchers(
          snapshot, reading: .accounts,
          where: { $0.period.number <= last && asOf.includes($0) }
        ) { voucher, batch in
          let isOpening = period != nil && batch.period.number < last
          try sheet.add(
            AccountTurnover(debiting: voucher, in: batch.period), isOpening: isOpening)
          try sheet.add(
            AccountTurnover(crediting: voucher, in: batch.period), isOpening: isOpening)
        }
      }
      let chart = try titlesOn.map { (try self.chart(in: snapshot, asKnownAt: asKnownAt).file, $0) }
      return try sheet.finish(try UnitTree(snapshot, asKnownAt: asKnownAt), titles: chart)
    }
  }
}

extension AccountTurnover {
  /// What a voucher adds to the account that it debits.
  fileprivate init(debiting voucher: StoredVoucher, in period: Month) {
    self.init(
      account: voucher.debitAccount, period: period.number, debit: voucher.amount,
      debitReversed: Int64(clamping: min(voucher.amount, 0).magnitude))
  }

  /// What a voucher adds to the account that it credits.
  fileprivate init(crediting voucher: StoredVoucher, in period: Month) {
    self.init(
      account: voucher.creditAccount, period: period.number, credit: voucher.amount,
      creditReversed: Int64(clamping: min(voucher.amount, 0).magnitude))
  }
}
