import LedgerCore
import LedgerStore

/// The accounts of a unit, and what they were debited and credited before a period and in it.
struct SiteAccounts {
  /// What one account adds up to.
  private struct Entry {
    let account: AccountKey
    let number: Int64
    var opening = Int128(0)
    var debit = Int128(0)
    var credit = Int128(0)
    /// Whether anything was posted to it, in whatever period.
    var isTouched = false

    mutating func add(debit: Int64, credit: Int64, in period: Month, asked: Month?) {
      isTouched = true
      if let asked, period < asked {
        opening += Int128(debit) - Int128(credit)
      } else if asked == nil || period == asked {
        self.debit += Int128(debit)
        self.credit += Int128(credit)
      }
    }
  }

  private var entries: [Entry] = []
  private let period: Month?

  /// Finds the accounts of a unit that were ever posted to, by chart code and fund.
  init(of unit: Int32, _ period: Month?, _ snapshot: any LedgerSnapshot) throws {
    self.period = period
    for chart in ChartCode.allCases where chart.isPerUnit {
      for fund in Fund.allCases {
        let account = AccountKey(chart: chart, fund: fund.rawValue, unit: unit)
        guard let number = try snapshot.number(of: account) else { continue }
        entries.append(Entry(account: account, number: number))
      }
    }
  }

  /// Adds what the counters of the accounts say, which is what is known now.
  mutating func addTurnover(_ snapshot: any LedgerSnapshot) throws {
    for index in entries.indices {
      try snapshot.scanTurnover(ofAccount: entries[index].number) { turnover in
        entries[index].add(
          debit: turnover.debit, credit: turnover.credit,
          in: try promised(Month(number: turnover.period), "period"), asked: period)
      }
    }
  }

  /// Adds what the vouchers up to a date and a batch say.
  mutating func addVouchers(
    _ snapshot: any LedgerSnapshot, _ batches: BatchIndex, _ asOf: AsOf
  ) throws {
    let places = Dictionary(
      uniqueKeysWithValues: entries.enumerated().map { ($0.element.number, $0.offset) })
    try batches.scanVouchers(snapshot, reading: .accounts, where: asOf.includes) { voucher, batch in
      if let place = places[voucher.debitAccount] {
        entries[place].add(debit: voucher.amount, credit: 0, in: batch.period, asked: period)
      }
      if let place = places[voucher.creditAccount] {
        entries[place].add(debit: 0, credit: voucher.amount, in: batch.period, asked: period)
      }
    }
  }

  /// The accounts that anything was added to.
  func finish(_ tree: UnitTree) throws -> [SiteStatement.Account] {
    try entries.filter(\.isTouched).map { entry in
      SiteStatement.Account(
        account: tree.name(of: entry.account), opening: try exact(entry.opening),
        debit: try exact(entry.debit), credit: try exact(entry.credit),
        closing: try exact(entry.opening + entry.debit - entry.credit))
    }
  }
}
