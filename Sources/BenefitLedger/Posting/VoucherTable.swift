import LedgerCore
import LedgerStore

/// The vouchers of one batch while its lines pass by.
///
/// Lines share a voucher when they share accounts, unit, fund, benefit, channel and month. Vouchers are
/// numbered in the order in which the file first needs them.
struct VoucherTable {
  /// One voucher: what its lines share, and their sum.
  struct Entry {
    /// Unit, fund, benefit, channel, month and the state left: packed.
    var shared: UInt64
    /// The unit of the account debited.
    var debitUnit: Int32
    /// Whole đồng.
    var amount: Int64
    /// How many lines.
    var lineCount: Int64
  }

  /// The vouchers, in order.
  private(set) var entries: [Entry] = []
  /// Positions in `entries` plus one, by hash; a power of two in size and never more than half full.
  private var slots = [Int32](repeating: 0, count: 64)

  /// Adds a line and says which voucher it belongs to.
  ///
  /// Nil if the voucher's sum would overflow.
  mutating func add(_ line: PaymentLine) -> Int32? {
    // What is due again after it was undone is booked as what is due for the first time.
    let from = line.fromState == ObligationState.reversed.rawValue ? 0 : line.fromState
    let shared =
      UInt64(UInt32(bitPattern: line.unit)) << 40 | UInt64(UInt32(bitPattern: line.month)) << 16
      | UInt64(line.fund) << 12 | UInt64(line.benefit) << 8 | UInt64(line.channel) << 4
      | UInt64(from) | (line.isPriorYear ? Self.priorYear : 0)
    var slot = slotOf(shared, line.previousUnit)
    while true {
      let index = Int(slots[slot]) - 1
      if index < 0 { break }
      if entries[index].shared == shared && entries[index].debitUnit == line.previousUnit {
        let (sum, overflow) = entries[index].amount.addingReportingOverflow(line.amount)
        guard !overflow else { return nil }
        entries[index].amount = sum
        entries[index].lineCount += 1
        return Int32(index)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(
      Entry(shared: shared, debitUnit: line.previousUnit, amount: line.amount, lineCount: 1))
    slots[slot] = Int32(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return Int32(entries.count - 1)
  }

  /// The bit that says that the obligations became due in a year that is closed.
  private static let priorYear: UInt64 = 1 << 38

  /// The vouchers as the ledger wants them.
  func vouchers(of event: Event, _ rules: PostingRules) -> [NewVoucher] {
    entries.map { entry in
      let unit = Int32(entry.shared >> 40)
      let fund = UInt8(entry.shared >> 12 & 0xF)
      let channel = UInt8(entry.shared >> 4 & 0xF)
      guard let from = ObligationState(rawValue: UInt8(entry.shared & 0xF)),
        let way = Channel(rawValue: channel)
      else { preconditionFailure("a resolved line has a state and a channel") }
      let rule = rules.step(
        event, from: from, channel: way, isPriorYear: entry.shared & Self.priorYear != 0)
      let units = StepUnits(event, from: from, before: entry.debitUnit, after: unit)
      return NewVoucher(
        debit: AccountKey(chart: rule.debit, fund: fund, unit: units.debit),
        credit: AccountKey(chart: rule.credit, fund: fund, unit: units.credit), unit: unit,
        benefit: UInt8(entry.shared >> 8 & 0xF), channel: channel,
        month: Int32(entry.shared >> 16 & 0xF_FFFF), amount: entry.amount,
        lineCount: entry.lineCount)
    }
  }

  private func slotOf(_ shared: UInt64, _ debitUnit: Int32) -> Int {
    let mixed =
      (shared ^ UInt64(UInt32(bitPattern: debitUnit)) &* 0xFF51_AFD7_ED55_8CCD)
      &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = slotOf(entry.shared, entry.debitUnit)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index + 1)
    }
  }
}
