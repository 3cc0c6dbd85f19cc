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
  /// The voucher that it corrects, or 0.
  var corrects: Int64 = 0
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
    unit = Self.present(row, 5) ?? -1
    benefit = Self.present(row, 6) ?? 255
    channel = Self.present(row, 7) ?? 255
    month = Self.present(row, 8) ?? -1
    amount = row.integer(9)
    lineCount = row.integer(10)
    corrects = Self.present(row, 11) ?? -1
    fileLine = Self.present(row, 12) ?? .max
    document = row.optionalText(13)
  }

  /// A column in which nothing stands for 0; nil for a number that does not fit, and for a 0 that was
  /// written.
  private static func present<Number: FixedWidthInteger>(
    _ row: any ResultRow, _ column: Int
  ) -> Number? {
    if row.isNull(column) { return 0 }
    let number = row.integer(column)
    return number == 0 ? nil : Number(exactly: number)
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
      // A number far off, or out of order, is damage, which is found by counting; memory is not spent on
      // it.
      guard (0...1 << 20).contains(missing) else { return }
      for _ in 0..<missing { vouchers.append(AuditedVoucher()) }
      vouchers.append(AuditedVoucher(row, accounts))
    }
    return vouchers
  }

  /// Whether a line belongs to it: same unit, fund, benefit, channel and month.
  ///
  /// A line that corrects says the unit and channel that are in force again, not those it undoes.
  @inline(__always)
  func holds(_ line: PaymentLine) -> Bool {
    (corrects != 0 || line.unit == unit && line.channel == channel) && line.fund == fund
      && line.benefit == benefit && line.month == month
  }

  /// What makes a voucher one of its kind in its batch.
  var shared: Shared {
    Shared(
      debit: debit, credit: credit, corrects: corrects, unit: unit, month: month, fund: fund,
      benefit: benefit, channel: channel)
  }

  /// Lines share a voucher when they share all of these.
  struct Shared: Hashable {
    var debit: UInt64
    var credit: UInt64
    var corrects: Int64
    var unit: Int32
    var month: Int32
    var fund: UInt8
    var benefit: UInt8
    var channel: UInt8
  }

  /// The row of a movement list, of opening balances or of an internal movement that it was made of.
  ///
  /// - Parameters:
  ///   - event: The event of its batch.
  ///   - leg: Which of the vouchers of a row it is, from 0.
  ///   - rules: The posting rules.
  /// - Returns: The row, its fund being the voucher's own; nil if the event cannot have made it.
  func movement(of event: Event, leg: Int, _ rules: PostingRules) -> Movement? {
    guard let fund = Fund(rawValue: fund), fileLine > 0, fileLine < .max, lineCount == 0,
      unit >= 0, month == 0, amount != 0, (amount < 0) == (corrects != 0),
      channel == 0 || Channel(rawValue: channel) != nil,
      benefit == 0 || Benefit(rawValue: benefit) != nil
    else { return nil }
    var chart: ChartCode?
    switch event.list {
    case .unitMovements:
      let legs = rules.movement(event)
      guard unit > 0, leg < legs.count, legs[leg].fund.map({ $0 == fund }) ?? true,
        isMoved(legs[leg].accounts, fund)
      else { return nil }
    case .openingBalances:
      guard let opened = sides.first(where: { $0 != .fund }), opened.isPerUnit == (unit > 0),
        isMoved(.opening(opened), fund)
      else { return nil }
      chart = opened
    case .internalMovements:
      guard let moved = internalMovement(event, fund) else { return nil }
      chart = moved
    case .payments: return nil
    }
    return Movement(
      fileLine: fileLine, chart: chart, unit: unit > 0 ? unit : nil, fund: fund, amount: amount,
      channel: Channel(rawValue: channel), benefit: Benefit(rawValue: benefit), document: document)
  }

  /// The unit whose balance moved to this voucher's unit; nil if it does not move between units.
  var otherUnit: Int32? {
    let units = [debit, credit].map { Int32(truncatingIfNeeded: $0 & 0x7FFF_FFFF) }
    guard units[0] != units[1], units.allSatisfy({ $0 > 0 }) else { return nil }
    return units.first { $0 != unit }
  }

  /// The chart codes of the two sides.
  private var sides: [ChartCode] {
    [debit, credit].compactMap { ChartCode(rawValue: UInt8(truncatingIfNeeded: $0 >> 40)) }
  }

  private func isMoved(_ rule: PostingRule, _ fund: Fund) -> Bool {
    debit == AccountKey(chart: rule.debit, fund: fund.rawValue, unit: unit).packed
      && credit == AccountKey(chart: rule.credit, fund: fund.rawValue, unit: unit).packed
  }

  /// The account whose balance an internal movement moves.
  private func internalMovement(_ event: Event, _ fund: Fund) -> ChartCode? {
    guard sides.count == 2, [debit, credit].allSatisfy({ UInt8($0 >> 32 & 0xFF) == fund.rawValue })
    else { return nil }
    switch event {
    case .yearEnd:
      guard unit == 0, sides.contains(.fund) else { return nil }
      return sides.first { $0 == .income || $0 == .expense }
    case .handover:
      return sides[0] == sides[1] && otherUnit != nil ? sides[0] : nil
    default: return nil
    }
  }
}
