/// The amounts above which a payment of a benefit is warned of or held, from a month on.
///
/// Of the rows of a benefit that include a month, the one that began last holds.
public struct LimitRow: Hashable, Sendable {
  /// The benefit.
  public var benefit: Benefit
  /// The first month of entitlement it holds for.
  public var from: Month
  /// The last month it holds for; nil if it has no end yet.
  public var to: Month?
  /// A payment above this is warned of.
  public var warn: LimitAmount?
  /// A payment above this is held.
  public var hold: LimitAmount?
  /// The parameter that shares are of; nil if there are none.
  public var parameter: String?
  /// The law, or why the limit is what it is.
  public var source: String
  /// What reports call it.
  public var label: String?
  /// Whether the source is unsure.
  public var isUnsure: Bool

  /// Sets a limit.
  public init(
    benefit: Benefit, from: Month, to: Month? = nil, warn: LimitAmount?, hold: LimitAmount?,
    parameter: String? = nil, source: String, label: String? = nil, isUnsure: Bool = false
  ) {
    self.benefit = benefit
    self.from = from
    self.to = to
    self.warn = warn
    self.hold = hold
    self.parameter = parameter
    self.source = source
    self.label = label
    self.isUnsure = isUnsure
  }

  /// Whether it includes a month.
  public func includes(_ month: Month) -> Bool { from <= month && to.map { month <= $0 } ?? true }
}

/// An amount of a limit: đồng, or a share of a parameter.
public enum LimitAmount: Hashable, Sendable {
  /// An amount in đồng.
  case dong(Int64)
  /// Hundredths of a parameter: 1,000 is ten times, 30 is three tenths of it.
  case perCent(Int64)

  /// The most hundredths of a parameter: a thousand times.
  public static let mostPerCent: Int64 = 100_000

  /// The amount in đồng where a parameter is `base`; nil if it is a share and there is no base.
  ///
  /// A part of a đồng is left out; what is more than can be kept counts as the most that can.
  public func dong(of base: Int64?) -> Int64? {
    switch self {
    case .dong(let amount): amount
    case .perCent(let share): base.map { Int64(clamping: Int128($0) * Int128(share) / 100) }
    }
  }
}
