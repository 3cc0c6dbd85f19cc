import LedgerCore
import LedgerStore

/// What is owed at each unit by fund and benefit, and what became of it.
///
/// due − cancelled = paid + reissued − returned + withheld + balances of what is due, unclaimed or owed
/// to heirs.
/// Every event counts at the unit whose account of these it touches, so that the identity holds for
/// each unit also when money is sent again through another site: `reissued` discharges the old site's
/// debt, and a later `returned` makes one of the new site; what is transferred is owed by the other
/// site. An opening balance counts as due.
struct OwedTable {
  /// The two sides of one unit, fund and benefit.
  private struct Entry {
    /// due + opening − cancelled.
    var owed: Int128 = 0
    /// paid + reissued − returned + withheld.
    var discharged: Int128 = 0
    /// The balances of what is due, unclaimed or owed to heirs.
    var open: Int128 = 0
  }

  private var entries: [UInt64: Entry] = [:]
  /// The chart codes of the accounts that hold what is owed, a bit for each.
  private let owedCodes: UInt64

  /// Nothing is owed yet; the rules say in which accounts it would be.
  init(_ rules: PostingRules) {
    owedCodes = rules.owedAccounts.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// Adds a voucher.
  mutating func add(_ voucher: AuditedVoucher, _ event: Event) {
    let amount = Int128(voucher.amount)
    let debitUnit = liabilityUnit(voucher.debit)
    let creditUnit = liabilityUnit(voucher.credit)
    if let debitUnit { self[debitUnit, voucher].open -= amount }
    if let creditUnit { self[creditUnit, voucher].open += amount }
    // A voucher that touches no such account but should counts at its own unit, where it is missed.
    let debited = debitUnit ?? voucher.unit
    let credited = creditUnit ?? voucher.unit
    switch event {
    case .due: self[credited, voucher].owed += amount
    case .cancelled: self[debited, voucher].owed -= amount
    case .paid, .reissued, .withheld: self[debited, voucher].discharged += amount
    case .returned: self[credited, voucher].discharged -= amount
    case .opening, .transferred, .handover:
      if let debitUnit { self[debitUnit, voucher].owed -= amount }
      if let creditUnit { self[creditUnit, voucher].owed += amount }
    case .unpaid, .inherited, .overpaid, .recovered, .offset, .contribution, .budget, .advance,
      .refund, .shortage, .shortageRecovered, .premium, .premiumSettled, .remitted, .yearEnd:
      break
    }
  }

  /// Reports every unit, fund and benefit whose two sides differ.
  func compare(_ register: AuditedRegister, _ result: inout TotalsReconciliation) {
    let differing = entries.filter { $0.value.owed != $0.value.discharged + $0.value.open }
    for (key, entry) in differing.sorted(by: { $0.key < $1.key }) {
      result.add(
        TotalsDifference(
          .owed, site: register.name(of: Int64(key >> 16)),
          fund: Fund(rawValue: UInt8(key >> 8 & 0xFF)),
          benefit: Benefit(rawValue: UInt8(key & 0xFF)),
          ours: Tally(clamping: entry.owed),
          theirs: Tally(clamping: entry.discharged + entry.open)))
    }
  }

  private subscript(unit: Int32, voucher: AuditedVoucher) -> Entry {
    get { entries[Self.key(unit, voucher), default: Entry()] }
    _modify { yield &entries[Self.key(unit, voucher), default: Entry()] }
  }

  private static func key(_ unit: Int32, _ voucher: AuditedVoucher) -> UInt64 {
    UInt64(UInt32(bitPattern: unit)) << 16 | UInt64(voucher.fund) << 8 | UInt64(voucher.benefit)
  }

  /// The unit of an account if it holds what is owed.
  private func liabilityUnit(_ account: UInt64) -> Int32? {
    let code = UInt8(truncatingIfNeeded: account >> 40)
    guard account != .max, code < 64, owedCodes & 1 << UInt64(code) != 0 else { return nil }
    return Int32(truncatingIfNeeded: account)
  }
}
