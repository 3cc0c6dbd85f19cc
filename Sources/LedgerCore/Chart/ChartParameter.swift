/// An amount of the law from a month on, such as the reference level (mức tham chiếu).
public struct ChartParameter: Hashable, Sendable {
  /// What it is called, such as `reference-level`.
  public var name: String
  /// The first month it holds; a later row of the same name ends it.
  public var from: Month
  /// The amount in đồng.
  public var amount: Int64
  /// The law or decree.
  public var source: String
  /// Whether the source is unsure.
  public var isUnsure: Bool

  /// Sets an amount.
  public init(name: String, from: Month, amount: Int64, source: String, isUnsure: Bool = false) {
    self.name = name
    self.from = from
    self.amount = amount
    self.source = source
    self.isUnsure = isUnsure
  }
}

extension ChartFile {
  /// The row of a parameter that holds in a month, or nil before its first.
  public func parameter(_ name: String, in month: Month) -> ChartParameter? {
    parameters.filter { $0.name == name && $0.from <= month }.max { $0.from < $1.from }
  }
}
