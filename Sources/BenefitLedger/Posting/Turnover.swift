import LedgerCore
import LedgerStore

/// Turnover of accounts, summed over a transaction and written once for each account.
struct Turnover {
  private var periods: [Month: [UInt64: (debit: Int64, credit: Int64)]] = [:]
  private var keys: [UInt64: AccountKey] = [:]
  private var overflow: AccountKey?

  /// Adds what vouchers move in a period.
  mutating func add(_ vouchers: [NewVoucher], period: Month) {
    for voucher in vouchers {
      add(voucher.debit, debit: voucher.amount, credit: 0, period)
      add(voucher.credit, debit: 0, credit: voucher.amount, period)
    }
  }

  private mutating func add(_ account: AccountKey, debit: Int64, credit: Int64, _ period: Month) {
    keys[account.packed] = account
    var sums = periods[period, default: [:]][account.packed] ?? (0, 0)
    let (debits, debitOverflow) = sums.debit.addingReportingOverflow(debit)
    let (credits, creditOverflow) = sums.credit.addingReportingOverflow(credit)
    if debitOverflow || creditOverflow { overflow = account }
    sums = (debits, credits)
    periods[period, default: [:]][account.packed] = sums
  }

  /// Adds everything to the ledger's counters, in the order of periods and accounts.
  ///
  /// - Returns: An account whose counter would exceed what can be kept, or nil.
  func write(to transaction: any LedgerTransaction) throws -> AccountKey? {
    if let overflow { return overflow }
    for period in periods.keys.sorted() {
      guard let sums = periods[period] else { continue }
      let ordered = sums.keys.sorted().compactMap { packed in
        keys[packed].flatMap { key in
          sums[packed].map { (account: key, debit: $0.debit, credit: $0.credit) }
        }
      }
      if let account = try transaction.addToBalances(ordered, period: period) { return account }
    }
    return nil
  }
}
