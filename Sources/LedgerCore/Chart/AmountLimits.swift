/// The limits of a chart in flat arrays, so that a line costs a few comparisons and no allocation.
public struct AmountLimits: Sendable {
  /// What an amount is, measured by the limits.
  public enum Verdict: UInt8, Sendable {
    /// Within the limits, or there is none.
    case fine
    /// Above the amount that is warned of.
    case warn
    /// Above the amount that is held.
    case hold
  }

  /// A limit as it stands in a month.
  public struct Limit: Hashable, Sendable {
    /// A payment above this many đồng is warned of.
    public let warn: Int64?
    /// A payment above this many đồng is held.
    public let hold: Int64?
    /// The row it comes from.
    public let row: LimitRow
  }

  /// Where the stretches of a benefit begin in the arrays below, by its raw value; one more ends it.
  private var first = [Int32](repeating: 0, count: 257)
  /// The first month of each stretch, ascending within a benefit.
  private var months: [Int32] = []
  /// What is warned of, ``none`` if nothing is.
  private var warns: [Int64] = []
  /// What is held, ``none`` if nothing is.
  private var holds: [Int64] = []
  /// The row of the chart, nil where no row holds.
  private var rows: [LimitRow?] = []

  /// No amount is above it.
  private static let none = Int64.max

  /// Prepares the limits of a chart that has been checked.
  public init(_ chart: ChartFile) {
    for raw in 0...255 {
      first[raw] = Int32(months.count)
      if let benefit = Benefit(rawValue: UInt8(raw)) { add(chart.stretches(of: benefit)) }
    }
    first[256] = Int32(months.count)
  }

  private mutating func add(_ stretches: [LimitStretch]) {
    for stretch in stretches {
      months.append(stretch.from.number)
      warns.append(stretch.warn ?? Self.none)
      holds.append(stretch.hold ?? Self.none)
      rows.append(stretch.row)
    }
  }

  /// Measures an amount.
  ///
  /// - Parameters:
  ///   - benefit: The raw value of the benefit.
  ///   - month: The number of the month the payment is for.
  ///   - amount: The amount in đồng.
  /// - Returns: Whether it is above a limit; an amount equal to a limit is within it.
  public func check(benefit: UInt8, month: Int32, amount: Int64) -> Verdict {
    guard let at = index(benefit: benefit, month: month) else { return .fine }
    if amount > holds[at] { return .hold }
    return amount > warns[at] ? .warn : .fine
  }

  /// The limit of a benefit in a month, and where it comes from; nil if there is none.
  public func limit(_ benefit: Benefit, in month: Month) -> Limit? {
    guard let at = index(benefit: benefit.rawValue, month: month.number), let row = rows[at] else {
      return nil
    }
    return Limit(
      warn: warns[at] == Self.none ? nil : warns[at],
      hold: holds[at] == Self.none ? nil : holds[at], row: row)
  }

  /// The stretch a month lies in; most are asked for the last one or two.
  private func index(benefit: UInt8, month: Int32) -> Int? {
    let begin = Int(first[Int(benefit)])
    var at = Int(first[Int(benefit) + 1])
    while at > begin {
      at -= 1
      if months[at] <= month { return at }
    }
    return nil
  }
}
