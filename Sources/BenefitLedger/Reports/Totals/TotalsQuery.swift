import LedgerCore

/// What totals can be broken down by.
public enum TotalsKey: UInt8, Coded {
  /// What the batch records.
  case event
  /// The unit the voucher names, whatever its kind.
  case site
  /// The commune of that unit, or the unit itself if it is one.
  case commune
  /// The district of that unit.
  case district
  /// The province of that unit.
  case province
  /// The fund.
  case fund
  /// The benefit.
  case benefit
  /// The channel.
  case channel
  /// The month of entitlement.
  case month
  /// The accounting period of the batch.
  case period
  /// The batch.
  case batch
}

/// The value of one key in a row of totals, or in a filter.
public enum TotalsValue: Hashable, Sendable {
  /// The code of a unit or a term.
  case code(String)
  /// A month of entitlement or an accounting period.
  case month(Month)
  /// The number of a batch.
  case number(Int64)
}

extension TotalsValue: CustomStringConvertible {
  /// The value as written.
  public var description: String {
    switch self {
    case .code(let code): code
    case .month(let month): month.description
    case .number(let number): String(number)
    }
  }
}

/// A condition on what is added up: a key has a value.
public struct TotalsFilter: Hashable, Sendable {
  /// The key.
  public let key: TotalsKey
  /// The value it must have.
  public let value: TotalsValue

  /// Reads a value as the key demands, or nil if the key cannot have it.
  ///
  /// Whether a unit's code is in the register is seen when the totals are worked out.
  public init?(_ key: TotalsKey, _ text: String) {
    let value: TotalsValue?
    switch key {
    case .event: value = Event(code: text).map { .code($0.code) }
    case .fund: value = Fund(code: text).map { .code($0.code) }
    case .benefit: value = Benefit(code: text).map { .code($0.code) }
    case .channel: value = Channel(code: text).map { .code($0.code) }
    case .site, .commune, .district, .province: value = UnitCode(text).map { .code($0.text) }
    case .month, .period: value = Month(text).map(TotalsValue.month)
    case .batch: value = Int64(text).flatMap { $0 >= 1 ? .number($0) : nil }
    }
    guard let value else { return nil }
    self.key = key
    self.value = value
  }
}

/// Which totals are asked for.
public struct TotalsQuery: Sendable {
  /// What each row is for; `event` is put in front if it is neither here nor among the filters,
  /// because what is due and what is paid add up to nothing.
  public var keys: [TotalsKey]
  /// What is added up: of several filters on one key any must hold, of several keys all.
  public var filters: [TotalsFilter]
  /// Only this accounting period.
  public var period: Month?
  /// Only batches whose business date is not later.
  public var asAt: CivilDate?
  /// Only batches up to this number: what the ledger knew then.
  public var asKnownAt: Int64?
  /// The date of the tree of units; nil takes, for each batch, the tree of its business date.
  public var tree: CivilDate?
  /// Whether corrections are left out, so that turnover is gross.
  public var isGross: Bool
  /// Only batches after this number: what came to be known since.
  var after: Int64 = 0
  /// The last record of the register that counts; nil for those known at ``asKnownAt``.
  var register: Int64?

  /// Asks for totals.
  public init(
    by keys: [TotalsKey] = [], where filters: [TotalsFilter] = [], period: Month? = nil,
    asAt: CivilDate? = nil, asKnownAt: Int64? = nil, tree: CivilDate? = nil, isGross: Bool = false
  ) {
    self.keys = keys
    self.filters = filters
    self.period = period
    self.asAt = asAt
    self.asKnownAt = asKnownAt
    self.tree = tree
    self.isGross = isGross
  }

  /// The two times it is asked for.
  var asOf: AsOf { AsOf(asAt: asAt, asKnownAt: asKnownAt) }

  /// The keys of the answer: each once, with `event` in front if nothing else settles it.
  var answeredKeys: [TotalsKey] {
    var answered: [TotalsKey] = []
    if !keys.contains(.event), !filters.contains(where: { $0.key == .event }) {
      answered.append(.event)
    }
    for key in keys where !answered.contains(key) { answered.append(key) }
    return answered
  }
}
