import LedgerCore

/// The counters of one account in one accounting period, corrections already taken off.
public struct AccountTurnover: Sendable, Equatable {
  /// The account, by its number.
  public var account: Int64
  /// The accounting period as in `Month.number`.
  public var period: Int32
  /// Debited (Nợ), net of what was reversed.
  public var debit: Int64
  /// Credited (Có), net of what was reversed.
  public var credit: Int64
  /// What was taken off the debits, perhaps of an earlier period.
  public var debitReversed: Int64
  /// What was taken off the credits, perhaps of an earlier period.
  public var creditReversed: Int64

  /// Puts turnover together; what is not said is nothing.
  public init(
    account: Int64, period: Int32, debit: Int64 = 0, credit: Int64 = 0, debitReversed: Int64 = 0,
    creditReversed: Int64 = 0
  ) {
    self.account = account
    self.period = period
    self.debit = debit
    self.credit = credit
    self.debitReversed = debitReversed
    self.creditReversed = creditReversed
  }
}

extension LedgerSnapshot {
  /// Hands over every account with its number, in the order of numbers.
  public func scanAccounts(_ body: (Int64, AccountKey) throws -> Void) throws {
    try query("SELECT account_id, chart_id, fund_id, unit_id FROM account ORDER BY account_id", [])
    { row in
      try body(row.integer(0), accountKey(row, from: 1))
    }
  }

  /// The account of a number, or nil.
  public func account(_ number: Int64) throws -> AccountKey? {
    var account: AccountKey?
    try query(
      "SELECT chart_id, fund_id, unit_id FROM account WHERE account_id = ?1", [.integer(number)]
    ) { row in account = try accountKey(row, from: 0) }
    return account
  }

  /// The number of an account, or nil if nothing was ever posted to it.
  public func number(of account: AccountKey) throws -> Int64? {
    try integer(
      "SELECT account_id FROM account WHERE chart_id = ?1 AND fund_id = ?2 AND unit_id = ?3",
      [
        .integer(Int64(account.chart.rawValue)), .integer(Int64(account.fund)),
        .integer(Int64(account.unit)),
      ])
  }

  /// Hands over the turnover of every account and period, by account and then by period.
  public func scanTurnover(_ body: (AccountTurnover) throws -> Void) throws {
    try query(
      """
      SELECT account_id, period, debit - debit_reversed, credit - credit_reversed,
        debit_reversed, credit_reversed
      FROM balance ORDER BY account_id, period
      """, []
    ) { row in try body(turnover(row)) }
  }

  /// Hands over the turnover of one account, period by period.
  public func scanTurnover(ofAccount account: Int64, _ body: (AccountTurnover) throws -> Void)
    throws
  {
    try query(
      """
      SELECT account_id, period, debit - debit_reversed, credit - credit_reversed,
        debit_reversed, credit_reversed
      FROM balance WHERE account_id = ?1 ORDER BY period
      """, [.integer(account)]
    ) { row in try body(turnover(row)) }
  }
}

private func accountKey(_ row: any ResultRow, from column: Int) throws -> AccountKey {
  AccountKey(
    chart: try promised(ChartCode(rawValue: UInt8(clamping: row.integer(column))), "chart code"),
    fund: UInt8(clamping: row.integer(column + 1)), unit: Int32(clamping: row.integer(column + 2)))
}

private func turnover(_ row: any ResultRow) -> AccountTurnover {
  AccountTurnover(
    account: row.integer(0), period: Int32(clamping: row.integer(1)), debit: row.integer(2),
    credit: row.integer(3), debitReversed: row.integer(4), creditReversed: row.integer(5))
}
