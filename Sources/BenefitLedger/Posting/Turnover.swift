import LedgerCore
import LedgerStore

/// Turnover of accounts, summed over a transaction and written once for each account.
struct Turnover {
  private var periods: [Month: [UInt64: AccountCounters]] = [:]
  private var overflow: AccountKey?

  /// Adds what vouchers move in a period; a correction is counted for itself.
  mutating func add(_ vouchers: [NewVoucher], period: Month) {
    for voucher in vouchers {
      add(voucher.debit, voucher.amount, \.debit, \.debitReversed, period)
      add(voucher.credit, voucher.amount, \.credit, \.creditReversed, period)
    }
  }

  private mutating func add(
    _ account: AccountKey, _ amount: Int64, _ side: WritableKeyPath<AccountCounters, Int64>,
    _ reversed: WritableKeyPath<AccountCounters, Int64>, _ period: Month
  ) {
    var sums = periods[period, default: [:]][account.packed] ?? AccountCounters(account: account)
    let place = amount < 0 ? reversed : side
    let (sum, isOver) = sums[keyPath: place].addingReportingOverflow(
      Int64(clamping: amount.magnitude))
    if isOver { overflow = account }
    sums[keyPath: place] = sum
    periods[period, default: [:]][account.packed] = sums
  }

  /// Adds everything to the ledger's counters, in the order of periods and accounts.
  ///
  /// - Returns: An account whose counter would exceed what can be kept, or nil.
  func write(to transaction: any LedgerTransaction) throws -> AccountKey? {
    if let overflow { return overflow }
    for period in periods.keys.sorted() {
      guard let sums = periods[period] else { continue }
      let ordered = sums.sorted { $0.key < $1.key }.map(\.value)
      if let account = try transaction.addToBalances(ordered, period: period) { return account }
    }
    return nil
  }
}
