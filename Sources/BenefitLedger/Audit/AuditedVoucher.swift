import LedgerCore
import LedgerStore

/// A voucher as its row says, and what its lines came to.
struct AuditedVoucher: Sendable {
  /// The batch it names; 0 if there is no such voucher.
  var batch: Int64 = 0
  /// The account debited, packed as in `AccountKey`.
  var debit: UInt64 = 0
  /// The account credited.
  var credit: UInt64 = 0
  /// Whole đồng.
  var amount: Int64 = 0
  /// How many lines it says it has.
  var lineCount: Int64 = 0
  /// What its lines add up to.
  var sum: Int128 = 0
  /// How many lines it has.
  var count: Int64 = 0
  /// The unit, or 0; -1 if the column holds no unit.
  var unit: Int32 = 0
  /// The month of entitlement, or 0; -1 if the column holds no month.
  var month: Int32 = 0
  /// The row of the file, for a movement; 0 for a voucher with lines.
  var fileLine: UInt32 = 0
  /// The fund; 255 if the column holds none.
  var fund: UInt8 = 0
  /// The benefit, or 0; 255 if the column holds none.
  var benefit: UInt8 = 0
  /// The channel, or 0; 255 if the column holds none.
  var channel: UInt8 = 0
  /// Whether it says that it corrects another, which nothing does in this version.
  var corrects = false
  /// The document, for a movement.
  var document: String?

  /// The voucher of a number that does not exist.
  init() {}

  /// Reads a row.
  init(_ row: any ResultRow, _ accounts: AuditedAccounts) {
    batch = row.integer(1)
    debit = accounts.key(row.integer(2))
    credit = accounts.key(row.integer(3))
    fund = UInt8(exactly: row.integer(4)) ?? 255
    unit = row.isNull(5) ? 0 : Int32(exactly: row.integer(5)) ?? -1
    benefit = row.isNull(6) ? 0 : UInt8(exactly: row.integer(6)) ?? 255
    channel = row.isNull(7) ? 0 : UInt8(exactly: row.integer(7)) ?? 255
    month = row.isNull(8) ? 0 : Int32(exactly: row.integer(8)) ?? -1
    amount = row.integer(9)
    lineCount = row.integer(10)
    corrects = !row.isNull(11)
    fileLine = row.isNull(12) ? 0 : UInt32(exactly: row.integer(12)) ?? .max
    document = row.optionalText(13)
  }

  /// The vouchers of a run of numbers, in order; those that are missing have batch 0.
  static func load(
    _ snapshot: any LedgerSnapshot, from first: Int64, before end: Int64,
    _ accounts: AuditedAccounts
  ) throws -> ContiguousArray<AuditedVoucher> {
    var vouchers: ContiguousArray<AuditedVoucher> = []
    try snapshot.query(
      """
      SELECT voucher_no, batch_no, debit_account_id, credit_account_id, fund_id, unit_id,
        benefit_id, channel_id, month, amount, line_count, corrects_voucher_no, file_line, document
      FROM voucher WHERE voucher_no >= ?1 AND voucher_no < ?2 ORDER BY voucher_no
      """, [.integer(first), .integer(end)]
    ) { row in
      let missing = row.integer(0) - first - Int64(vouchers.count)
      // A number far off is damage, which is found by counting; memory is not spent on it.
      guard missing <= 1 << 20 else { return }
      for _ in 0..<missing { vouchers.append(AuditedVoucher()) }
      vouchers.append(AuditedVoucher(row, accounts))
    }
    return vouchers
  }

  /// Whether a line belongs to it: same unit, fund, benefit, channel and month.
  @inline(__always)
  func holds(_ line: PaymentLine) -> Bool {
    line.unit == unit && line.fund == fund && line.benefit == benefit && line.channel == channel
      && line.month == month
  }

  /// What makes a voucher one of its kind in its batch.
  var shared: Shared {
    Shared(
      debit: debit, credit: credit, unit: unit, month: month, fund: fund, benefit: benefit,
      channel: channel)
  }

  /// Lines share a voucher when they share all of these.
  struct Shared: Hashable {
    var debit: UInt64
    var credit: UInt64
    var unit: Int32
    var month: Int32
    var fund: UInt8
    var benefit: UInt8
    var channel: UInt8
  }

  /// The row of a movement list or of a list of opening balances that it was made of.
  ///
  /// Nil if the voucher cannot have been made by the event.
  func movement(of event: Event) -> Movement? {
    guard let fund = Fund(rawValue: fund), fileLine > 0, fileLine < .max, lineCount == 0,
      month == 0, amount > 0, !corrects,
      channel == 0 || Channel(rawValue: channel) != nil,
      benefit == 0 || Benefit(rawValue: benefit) != nil
    else { return nil }
    let chart: ChartCode?
    let rule: PostingRule
    if let given = PostingRule.movement(event) {
      guard unit > 0 else { return nil }
      (chart, rule) = (nil, given)
    } else {
      let sides = [debit, credit].compactMap {
        ChartCode(rawValue: UInt8(truncatingIfNeeded: $0 >> 40))
      }
      guard event == .opening, let opened = sides.first(where: { $0 != .fund }) else { return nil }
      (chart, rule) = (opened, PostingRule.opening(opened))
      guard opened.isPerUnit == (unit > 0) else { return nil }
    }
    guard debit == AccountKey(chart: rule.debit, fund: fund.rawValue, unit: unit).packed,
      credit == AccountKey(chart: rule.credit, fund: fund.rawValue, unit: unit).packed
    else { return nil }
    return Movement(
      fileLine: fileLine, chart: chart, unit: unit > 0 ? unit : nil, fund: fund, amount: amount,
      channel: Channel(rawValue: channel), benefit: Benefit(rawValue: benefit), document: document)
  }
}
