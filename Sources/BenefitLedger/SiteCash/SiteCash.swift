import LedgerCore

/// The cash of one site: what it was given, what it paid out, what it gave back, what is there.
///
/// All funds together, in whole đồng. `opening + advance − paid − refund + other = cash`.
public struct SiteCash: Sendable, Hashable {
  /// The unit's code.
  public var site: String
  /// What was there before the period; 0 if all periods are looked at.
  public var opening: Int64
  /// Advanced to it.
  public var advance: Int64
  /// Paid out: paid and reissued, less what was returned.
  public var paid: Int64
  /// Given back.
  public var refund: Int64
  /// Everything else: opening balances, shortages, what a closed site handed over.
  public var other: Int64
  /// What should be there.
  public var cash: Int64
  /// What of the period whose 25th is over was not given back since, nor booked as missing or handed
  /// over to another site; 0 if there is nothing left.
  public var left: Int64
}

/// The cash of sites by the vouchers, site by site.
struct CashTable {
  /// What the vouchers of one site add up to.
  private struct Entry {
    var opening: Int128 = 0
    var advance: Int128 = 0
    var paid: Int128 = 0
    var refund: Int128 = 0
    var other: Int128 = 0
    /// What was there at the end of the period whose 25th is over, less what was given back since.
    var left: Int128 = 0
  }

  /// The period that is looked at; nil for all.
  private let period: Month?
  /// The period whose 25th is over; nil if that of the one that is looked at is not.
  private let overdue: Month?
  private var entries: [Int32: Entry] = [:]

  /// The last day of a period on which sites pay.
  static let lastPayingDay = 25

  /// Begins with no cash.
  ///
  /// - Parameters:
  ///   - period: Only this accounting period; nil for all.
  ///   - day: The day on which it is asked.
  init(period: Month?, on day: CivilDate) {
    self.period = period
    let isOver = day.number % 100 > Self.lastPayingDay
    let last = isOver ? day.month : Month(ordinal: day.month.ordinal - 1)
    if let period {
      overdue = last.map { period <= $0 } ?? false ? period : nil
    } else {
      overdue = last
    }
  }

  /// Adds a voucher of a batch.
  mutating func add(_ voucher: AuditedVoucher, _ event: Event, in batchPeriod: Month) {
    let amount = Int128(voucher.amount)
    if let unit = Self.site(voucher.debit) { add(amount, to: unit, event, batchPeriod) }
    if let unit = Self.site(voucher.credit) { add(-amount, to: unit, event, batchPeriod) }
  }

  /// The site of an account, if it is one of cash at a site.
  private static func site(_ account: UInt64) -> Int32? {
    guard account != .max,
      UInt8(truncatingIfNeeded: account >> 40) == ChartCode.advance.rawValue
    else { return nil }
    return Int32(truncatingIfNeeded: account)
  }

  /// Whether an event of a later period still makes less of what was left.
  private static func takesAway(_ event: Event) -> Bool {
    event == .refund || event == .shortage || event == .handover
  }

  private mutating func add(
    _ amount: Int128, to unit: Int32, _ event: Event, _ batchPeriod: Month
  ) {
    if let overdue, batchPeriod <= overdue || Self.takesAway(event) {
      entries[unit, default: Entry()].left += amount
    }
    if let period {
      if batchPeriod > period { return }
      if batchPeriod < period {
        entries[unit, default: Entry()].opening += amount
        return
      }
    }
    switch event {
    case .advance: entries[unit, default: Entry()].advance += amount
    case .paid, .reissued, .returned: entries[unit, default: Entry()].paid -= amount
    case .refund: entries[unit, default: Entry()].refund -= amount
    default: entries[unit, default: Entry()].other += amount
    }
  }

  /// The cash of every site that has or had any, by its code.
  func rows(_ register: AuditedRegister) -> [SiteCash] {
    entries.map { unit, entry in
      SiteCash(
        site: register.name(of: Int64(unit)), opening: Int64(clamping: entry.opening),
        advance: Int64(clamping: entry.advance), paid: Int64(clamping: entry.paid),
        refund: Int64(clamping: entry.refund), other: Int64(clamping: entry.other),
        cash: Int64(
          clamping: entry.opening + entry.advance - entry.paid - entry.refund + entry.other),
        left: Int64(clamping: max(0, entry.left)))
    }
    .sorted { $0.site < $1.site }
  }

  /// The day after which cash of a site is left over; nil if it is not over.
  var lastDay: CivilDate? {
    overdue.flatMap { CivilDate(number: $0.number * 100 + Int32(Self.lastPayingDay)) }
  }
}
