import LedgerCore

/// How fine the rows of a trial balance are.
public enum TrialBalanceGrouping: Sendable {
  /// One row for each chart code and fund, all units together: `payable/retirement`.
  case chart
  /// One row for each account: `payable/retirement/79-00123`.
  case unit
  /// One row for each fund, all its accounts together: `retirement`.
  case fund
}

/// What people and the ministry call an account on a day.
public struct AccountTitle: Hashable, Sendable {
  /// The account's name; its code if the chart does not name it.
  public let name: String
  /// The ministry's number; nil if the chart gives none on the day.
  public let number: String?
  /// The regime that gives the number.
  public let regime: String?
}

extension ChartFile {
  /// What people and the ministry call an account of a fund on a day.
  public func title(of account: ChartCode, fund: Fund, on date: CivilDate) -> AccountTitle {
    let mapping = number(of: account, fund: fund, on: date)
    return AccountTitle(
      name: displayName(of: account), number: mapping?.number, regime: mapping?.regime)
  }
}

/// A trial balance (bảng cân đối số phát sinh): what was debited and credited, account by account.
///
/// Sums have 128 bits, so that it can be drawn up whatever was posted.
public struct TrialBalance: Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// The account, as fine as was asked for.
    public let account: String
    /// The balance before the period, debit positive; nil if no period was asked for.
    public let opening: Int128?
    /// Debited (Nợ), corrections taken off; before them in a gross one.
    public let debit: Int128
    /// Credited (Có), corrections taken off; before them in a gross one.
    public let credit: Int128
    /// What corrections took off the debits; perhaps of what an earlier period debited.
    public let debitReversed: Int128
    /// What corrections took off the credits; perhaps of what an earlier period credited.
    public let creditReversed: Int128
    /// Opening plus debit less credit, net: a debit balance (dư Nợ) is positive.
    public let balance: Int128
    /// What the chart says of the account; nil if it was not asked for, or the row is a whole fund.
    public var title: AccountTitle?
  }

  /// The rows, ordered by account byte by byte.
  public let rows: [Row]
  /// Whether debits and credits are those before corrections.
  public let isGross: Bool
  /// What all accounts were debited, as the rows say it.
  public let debit: Int128
  /// What all accounts were credited, as the rows say it.
  public let credit: Int128
  /// What corrections took off the debits of all accounts.
  public let debitReversed: Int128
  /// What corrections took off the credits of all accounts.
  public let creditReversed: Int128
  /// Whether debits equal credits in every fund, and opening balances add up to nothing.
  public let isBalanced: Bool
}
