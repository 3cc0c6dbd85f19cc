/// The two accounts that a voucher moves money between.
public struct PostingRule: Hashable, Sendable {
  /// The account debited (Nợ).
  public let debit: ChartCode
  /// The account credited (Có).
  public let credit: ChartCode

  /// Makes a rule.
  public init(debit: ChartCode, credit: ChartCode) {
    self.debit = debit
    self.credit = credit
  }

  /// The rule for an opening balance: the account on its normal side, the fund on the other.
  public static func opening(_ account: ChartCode) -> PostingRule {
    account.isDebitNormal
      ? PostingRule(debit: account, credit: .fund) : PostingRule(debit: .fund, credit: account)
  }
}

/// A movement's voucher: its accounts, and the fund it lies in.
public struct MovementRule: Hashable, Sendable {
  /// The accounts.
  public var accounts: PostingRule
  /// The fund, if it is not the row's own: the other side of a pair between two funds.
  public var fund: Fund?

  /// Makes a rule.
  public init(_ accounts: PostingRule, fund: Fund? = nil) {
    self.accounts = accounts
    self.fund = fund
  }
}
