/// A code of the chart of accounts (mã tài khoản).
///
/// The codes are internal and stable; an account is a code, a fund and, for some codes, a unit.
public enum ChartCode: UInt8, CaseIterable, Sendable {
  /// Money in the fund's bank account (asset).
  case bank = 1
  /// Cash in the hands of a site or agency (asset).
  case advance = 2
  /// Cash missing at a site (asset).
  case shortage = 3
  /// Overpaid money to be recovered (asset).
  case receivable = 4
  /// Benefits owed (liability).
  case payable = 5
  /// Benefits owed whose money came back (liability).
  case unclaimed = 6
  /// Deductions owed to third parties (liability).
  case withheld = 7
  /// The fund itself (equity).
  case fund = 8
  /// Benefits of the year (expense).
  case expense = 9
  /// Contributions and budget money of the year (income).
  case income = 10
  /// Benefits owed to the heirs of the deceased (liability).
  case heirs = 11
  /// Owed by another fund (asset).
  case dueFrom = 12
  /// Owed to another fund (liability).
  case dueTo = 13

  /// Whether accounts of this code are kept for each unit.
  public var isPerUnit: Bool {
    switch self {
    case .advance, .shortage, .receivable, .payable, .unclaimed, .withheld, .heirs: true
    case .bank, .fund, .expense, .income, .dueFrom, .dueTo: false
    }
  }

  /// Whether the account normally has a debit balance (dư Nợ).
  public var isDebitNormal: Bool {
    switch self {
    case .bank, .advance, .shortage, .receivable, .expense, .dueFrom: true
    case .payable, .unclaimed, .withheld, .fund, .income, .heirs, .dueTo: false
    }
  }
}
