/// The number that a regime of the ministry gives an account, from one day to another.
public struct AccountMapping: Hashable, Sendable {
  /// The account.
  public var account: ChartCode
  /// The fund whose account it is; nil for every fund that has no mapping of its own.
  public var fund: Fund?
  /// The ministry's number, such as `3341`.
  public var number: String
  /// The regime that gives the number, such as `Circular 24/2024/TT-BTC`.
  public var regime: String
  /// The first day it holds.
  public var from: CivilDate
  /// The last day it holds; nil if it has no end yet.
  public var to: CivilDate?

  /// Gives an account a number.
  public init(
    account: ChartCode, fund: Fund?, number: String, regime: String, from: CivilDate,
    to: CivilDate?
  ) {
    self.account = account
    self.fund = fund
    self.number = number
    self.regime = regime
    self.from = from
    self.to = to
  }

  /// Whether it holds on a day.
  public func holds(on date: CivilDate) -> Bool {
    from <= date && to.map { date <= $0 } ?? true
  }
}

extension ChartFile {
  /// The ministry's number of an account on a day: that of its fund, or else that of every fund.
  public func number(of account: ChartCode, fund: Fund, on date: CivilDate) -> AccountMapping? {
    let holding = mappings.filter { $0.account == account && $0.holds(on: date) }
    return holding.first { $0.fund == fund } ?? holding.first { $0.fund == nil }
  }
}
