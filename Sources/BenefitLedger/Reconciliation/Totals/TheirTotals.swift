import LedgerCore

/// The other side's totals: what it says was due, paid and so on, by site, benefit and month.
public struct TheirTotals: Sendable {
  /// What a total is for.
  public struct Key: Hashable, Sendable {
    /// The unit's code.
    public var site: UnitCode
    /// The benefit; nil for money that moves without a person.
    public var benefit: Benefit?
    /// The month of entitlement; nil for money that moves without a person.
    public var month: Month?
    /// The event.
    public var event: Event

    /// Makes a key.
    public init(site: UnitCode, benefit: Benefit?, month: Month?, event: Event) {
      self.site = site
      self.benefit = benefit
      self.month = month
      self.event = event
    }
  }

  /// The totals, each once.
  public var totals: [Key: Tally]
  /// What is to be said of the file they were read from, though it was read.
  public internal(set) var warnings = Diagnosis()

  /// Makes totals.
  public init(_ totals: [Key: Tally] = [:]) { self.totals = totals }
}

/// Our totals by the same keys as the other side's, while vouchers pass by.
struct ComparedTotals {
  /// Unit, month, event and benefit, packed.
  private struct Key: Hashable {
    var unit: Int32
    var month: Int32
    var event: UInt8
    var benefit: UInt8
  }

  private var ours: [Key: TotalsByBatch.RunningTally] = [:]
  private var theirs: [Key: Tally] = [:]
  /// Their totals at units that the register does not have.
  private var unknown: [(key: TheirTotals.Key, tally: Tally)] = []
  private let events: Set<Event>

  /// Prepares to compare with the other side's totals.
  init(_ their: TheirTotals, _ register: AuditedRegister) {
    events = Set(their.totals.keys.map(\.event))
    let units = register.unitsByCode()
    for (key, tally) in their.totals {
      guard let unit = units[key.site] else {
        unknown.append((key, tally))
        continue
      }
      let packed = Key(
        unit: unit, month: key.month?.number ?? 0, event: key.event.rawValue,
        benefit: key.benefit?.rawValue ?? 0)
      // A unit may be written with its old code and its new one in the same file.
      let before = theirs[packed] ?? Tally(count: 0, amount: 0)
      theirs[packed] = Tally(
        count: (before.count ?? 0) &+ (tally.count ?? 0),
        amount: Int64(clamping: Int128(before.amount) + Int128(tally.amount)))
    }
  }

  /// Adds a voucher of ours, if the other side's file has its event.
  mutating func add(_ voucher: AuditedVoucher, _ event: Event) {
    guard events.contains(event) else { return }
    let key = Key(
      unit: voucher.unit, month: voucher.month, event: event.rawValue, benefit: voucher.benefit)
    ours[key, default: TotalsByBatch.RunningTally()].add(
      count: voucher.lineCount == 0 ? 1 : voucher.lineCount, amount: voucher.amount)
  }

  /// Reports what is missing on either side and what differs.
  func compare(_ register: AuditedRegister, _ result: inout TotalsReconciliation) {
    var differences = unknown.map { key, tally in
      TotalsDifference(
        .missingHere, site: key.site.text, benefit: key.benefit, month: key.month,
        event: key.event, ours: nil, theirs: tally)
    }
    for key in Set(ours.keys).union(theirs.keys) {
      let our = ours[key]?.tally
      let their = theirs[key]
      if our == their { continue }
      let kind: TotalsDifference.Kind =
        our == nil ? .missingHere : their == nil ? .missingThere : .differs
      differences.append(
        TotalsDifference(
          kind, site: register.name(of: Int64(key.unit)), benefit: Benefit(rawValue: key.benefit),
          month: Month(number: key.month), event: Event(rawValue: key.event), ours: our,
          theirs: their))
    }
    for difference in differences.sorted(by: Self.order) { result.add(difference) }
  }

  private static func order(_ left: TotalsDifference, _ right: TotalsDifference) -> Bool {
    func rank(_ difference: TotalsDifference) -> (String, UInt8, Int32, UInt8) {
      (
        difference.site ?? "", difference.benefit?.rawValue ?? 0, difference.month?.number ?? 0,
        difference.event?.rawValue ?? 0
      )
    }
    return rank(left) < rank(right)
  }
}
