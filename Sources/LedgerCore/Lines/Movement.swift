/// One row of a unit movement list or of a list of opening balances.
public struct Movement: Sendable, Equatable {
  /// The line of the file the row begins on, from 1.
  public var fileLine: UInt32
  /// The account opened; nil for a unit movement, whose event says the accounts.
  public var chart: ChartCode?
  /// The unit; nil for the opening balance of an account that has none.
  public var unit: Int32?
  /// The fund.
  public var fund: Fund
  /// Whole đồng, at least 1.
  public var amount: Int64
  /// The channel, if the row names one.
  public var channel: Channel?
  /// The benefit, if the row names one.
  public var benefit: Benefit?
  /// The document, as written.
  public var document: String?

  /// Makes a movement.
  public init(
    fileLine: UInt32, chart: ChartCode? = nil, unit: Int32?, fund: Fund, amount: Int64,
    channel: Channel? = nil, benefit: Benefit? = nil, document: String? = nil
  ) {
    self.fileLine = fileLine
    self.chart = chart
    self.unit = unit
    self.fund = fund
    self.amount = amount
    self.channel = channel
    self.benefit = benefit
    self.document = document
  }
}
