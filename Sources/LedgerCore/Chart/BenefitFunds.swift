/// The funds that may pay a benefit.
public struct BenefitFunds: Hashable, Sendable {
  /// The benefit.
  public var benefit: Benefit
  /// The funds; the first pays unless a payment list says otherwise.
  public var funds: [Fund]

  /// Says which funds pay a benefit.
  public init(benefit: Benefit, funds: [Fund]) {
    self.benefit = benefit
    self.funds = funds
  }
}

extension ChartFile {
  /// The funds that may pay a benefit, the default first; never empty.
  public func funds(for benefit: Benefit) -> [Fund] {
    funds.first { $0.benefit == benefit }?.funds ?? [benefit.fund]
  }
}
