/// What a chart says of the rows of payment lists, in flat arrays: a row costs one look into each.
public struct PaymentChart: Sendable {
  /// The fund that pays a benefit, by its number, if the row names none.
  public let usualFund: InlineArray<16, UInt8>
  /// The funds that may pay a benefit, by its number: a bit for the number of each fund.
  public let funds: InlineArray<16, UInt8>
  /// By a benefit's number, the amount in đồng up to which no limit of any month is exceeded.
  public let lowestLimit: InlineArray<16, Int64>
  /// The limits themselves.
  public let limits: AmountLimits

  /// The funds of benefits without a chart, and no limits.
  public static let builtIn = PaymentChart(ChartFile(name: "", source: ""))

  /// Prepares a chart that has been checked.
  public init(_ chart: ChartFile) {
    var usualFund = InlineArray<16, UInt8>(repeating: 0)
    var funds = InlineArray<16, UInt8>(repeating: 0)
    var lowest = InlineArray<16, Int64>(repeating: .max)
    for benefit in Benefit.allCases {
      let index = Int(benefit.rawValue)
      let named = chart.funds(for: benefit)
      usualFund[index] = named[0].rawValue
      funds[index] = named.reduce(0) { $0 | 1 << $1.rawValue }
      let amounts = chart.stretches(of: benefit).flatMap { [$0.warn, $0.hold].compactMap { $0 } }
      lowest[index] = amounts.min() ?? .max
    }
    self.usualFund = usualFund
    self.funds = funds
    lowestLimit = lowest
    limits = AmountLimits(chart)
  }

  /// The funds that may pay a benefit, in the order of their numbers.
  public func funds(for benefit: Benefit) -> [Fund] {
    Fund.allCases.filter { funds[Int(benefit.rawValue)] & 1 << $0.rawValue != 0 }
  }
}
