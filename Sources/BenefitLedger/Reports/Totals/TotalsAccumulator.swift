import LedgerCore
import LedgerStore

/// Adds vouchers to the rows they belong to.
struct TotalsAccumulator: Sendable {
  /// The rows so far.
  private(set) var groups = GroupTable()

  private let tree: UnitTree
  private let codes: UnitCodes
  private let conditions: TotalsConditions
  private let treeDate: CivilDate?
  private let isGross: Bool

  // What each number of a term adds to the packed key, and whether it is accepted.
  private let events: [UInt128]
  private let funds: [UInt128]
  private let benefits: [UInt128]
  private let channels: [UInt128]
  private let acceptedFunds: [Bool]
  private let acceptedBenefits: [Bool]
  private let acceptedChannels: [Bool]
  private let month: TotalsLayout.Field?
  private let filtersMonths: Bool
  private let period: TotalsLayout.Field?
  private let number: TotalsLayout.Field?
  private let unitFields: [TotalsLayout.Field]
  private let unitFilters: [TotalsKey]

  // The batch of the vouchers that come in, and the units as its date has them.
  private var batch: Int64 = 0
  private var batchPart: UInt128 = 0
  private var epoch = -1
  private var units: ContiguousArray<UInt128> = []

  /// A unit that was not yet looked up; no key has all bits set.
  private static let unknown = UInt128.max
  /// A unit that the filters leave out.
  private static let excluded = UInt128.max - 1

  init(
    _ query: TotalsQuery, tree: UnitTree, codes: UnitCodes, conditions: TotalsConditions,
    layout: TotalsLayout
  ) {
    self.tree = tree
    self.codes = codes
    self.conditions = conditions
    treeDate = query.tree
    isGross = query.isGross
    events = layout.placed(.event, Event.self)
    funds = layout.placed(.fund, Fund.self)
    benefits = layout.placed(.benefit, Benefit.self)
    channels = layout.placed(.channel, Channel.self)
    acceptedFunds = conditions.accepted(.fund, Fund.self)
    acceptedBenefits = conditions.accepted(.benefit, Benefit.self)
    acceptedChannels = conditions.accepted(.channel, Channel.self)
    month = layout.field(.month)
    filtersMonths = !conditions.filtered([.month]).isEmpty
    period = layout.field(.period)
    number = layout.field(.batch)
    unitFields = layout.fields.filter(\.key.isUnit)
    unitFilters = conditions.filtered([.site, .commune, .district, .province])
  }

  /// Adds a voucher of a batch that the conditions include.
  mutating func add(_ voucher: StoredVoucher, of outline: BatchOutline) throws {
    if voucher.batch != batch { begin(outline) }
    if isGross && voucher.amount < 0 { return }
    guard acceptedFunds[Int(voucher.fund)], acceptedBenefits[Int(voucher.benefit)],
      acceptedChannels[Int(voucher.channel)]
    else { return }
    let unit = try part(ofUnit: voucher.unit, on: outline)
    guard unit != Self.excluded else { return }
    var key = batchPart | unit
    key |= funds[Int(voucher.fund)]
    key |= benefits[Int(voucher.benefit)]
    key |= channels[Int(voucher.channel)]
    if month != nil || filtersMonths {
      guard let part = try part(ofMonth: voucher.month) else { return }
      key |= part
    }
    groups.add(key, count: voucher.count, amount: voucher.amount)
  }

  /// What all vouchers of a batch have in common.
  private mutating func begin(_ outline: BatchOutline) {
    batch = outline.number
    batchPart = events[Int(outline.event.rawValue)]
    if let period { batchPart |= period.placed(Int(outline.period.ordinal) + 1) }
    if let number { batchPart |= number.placed(Int(outline.number)) }
    let epochNow = tree.epoch(of: treeDate ?? outline.date)
    if epochNow != epoch {
      epoch = epochNow
      units = ContiguousArray(repeating: Self.unknown, count: max(tree.unitLimit, 1))
    }
  }

  /// What a unit adds to the packed key on the batch's date, looked up once for each epoch.
  private mutating func part(ofUnit unit: Int32, on outline: BatchOutline) throws -> UInt128 {
    guard Int(unit) < units.count, unit >= 0 else {
      throw LedgerError(
        .ledgerDamaged, "A voucher names unit \(unit), which is not in the register.")
    }
    let known = units[Int(unit)]
    if known != Self.unknown { return known }
    let date = treeDate ?? outline.date
    var part: UInt128 = 0
    for field in unitFields {
      part |= field.placed(codes.rank(of: field.key, unit: unit, on: date, tree))
    }
    for key in unitFilters {
      let rank = codes.rank(of: key, unit: unit, on: date, tree)
      let value = rank == 0 ? nil : codes.values(of: key)[rank - 1]
      if !conditions.accepts(key, value) { part = Self.excluded }
    }
    units[Int(unit)] = part
    return part
  }

  /// What a month adds to the packed key; nil if the filters leave it out.
  private func part(ofMonth number: Int32) throws -> UInt128? {
    let value = try number == 0 ? nil : promised(Month(number: number), "month of a voucher")
    if filtersMonths && !conditions.accepts(.month, value.map(TotalsValue.month)) { return nil }
    guard let month, let value else { return 0 }
    return month.placed(Int(value.ordinal) + 1)
  }
}
