import LedgerCore
import LedgerStore

/// The bank account of a fund as the ledger has it, with what is not matched yet.
///
/// Vouchers are held in memory, some tens of thousands a month; lines are looked up.
struct BankBook: OpenItems {
  private let snapshot: any LedgerSnapshot
  private let fund: Fund
  private let isNotice: Bool
  private let window: Int
  let vouchers: [BankItem]

  /// Reads the open vouchers.
  ///
  /// - Parameters:
  ///   - fund: Whose account.
  ///   - isNotice: Whether it is compared with notices: statements match for themselves.
  ///   - window: How many days before and after lines are searched.
  ///   - snapshot: The ledger.
  /// - Throws: What the store did.
  init(
    of fund: Fund, isNotice: Bool, window: Int, _ snapshot: any LedgerSnapshot
  ) throws {
    self.snapshot = snapshot
    self.fund = fund
    self.isNotice = isNotice
    self.window = window
    var vouchers: [BankItem] = []
    try snapshot.query(
      """
      SELECT * FROM (
        SELECT v.voucher_no, v.batch_no, b.business_date,
          iif(d.chart_id = 1, 1, -1) * (v.amount + ifnull((SELECT sum(k.amount) FROM voucher k
            WHERE k.corrects_voucher_no = v.voucher_no), 0))
          - ifnull((SELECT sum(s.amount) FROM bank_match_side s JOIN bank_match m USING (match_no)
            WHERE s.voucher_no = v.voucher_no AND m.is_notice = ?2
              AND m.match_no NOT IN (SELECT match_no FROM withdrawn_matches)), 0) AS open,
          v.line_count, v.document
        FROM voucher v JOIN batch b USING (batch_no)
        JOIN account d ON d.account_id = v.debit_account_id
        JOIN account c ON c.account_id = v.credit_account_id
        WHERE v.fund_id = ?1 AND v.corrects_voucher_no IS NULL AND b.event_id NOT IN (1, 24)
          AND (d.chart_id = 1 OR c.chart_id = 1))
      WHERE open <> 0 ORDER BY voucher_no
      """, [.integer(Int64(fund.rawValue)), .integer(isNotice ? 1 : 0)]
    ) { row in
      vouchers.append(
        BankItem(
          voucher: row.integer(0), batch: row.integer(1), date: try Self.date(row.integer(2)),
          amount: row.integer(3), isMovement: row.integer(4) == 0,
          document: row.optionalText(5)))
    }
    self.vouchers = vouchers
  }

  func lines(of key: ObligationKey) throws -> [BankItem] {
    var lines: [BankItem] = []
    try snapshot.query(
      """
      SELECT l.voucher_no, l.line_no, l.batch_no, b.business_date,
        iif(d.chart_id = 1, 1, -1) * l.amount,
        EXISTS (SELECT 1 FROM bank_match_side x JOIN bank_match m USING (match_no)
          WHERE x.line_no = l.line_no AND m.is_notice = ?6
            AND m.match_no NOT IN (SELECT match_no FROM withdrawn_matches))
      FROM step s JOIN line l USING (line_no) JOIN voucher v USING (voucher_no)
      JOIN batch b ON b.batch_no = l.batch_no
      JOIN account d ON d.account_id = v.debit_account_id
      JOIN account c ON c.account_id = v.credit_account_id
      WHERE s.month = ?1 AND s.person = ?2 AND s.benefit_id = ?3 AND s.occurrence = ?4
        AND s.corrects_step_no IS NULL AND v.fund_id = ?5 AND (d.chart_id = 1 OR c.chart_id = 1)
        AND NOT EXISTS (SELECT 1 FROM step k WHERE k.month = s.month AND k.person = s.person
          AND k.benefit_id = s.benefit_id AND k.occurrence = s.occurrence
          AND k.corrects_step_no = s.step_no)
      ORDER BY s.step_no
      """,
      [
        .integer(Int64(key.month.number)), .integer(key.person), .integer(Int64(key.benefit)),
        .integer(Int64(key.occurrence)), .integer(Int64(fund.rawValue)),
        .integer(isNotice ? 1 : 0),
      ]
    ) { lines.append(try Self.line($0)) }
    return lines
  }

  func lines(ofOrder id: String) throws -> [BankItem] {
    guard let order = OrderName(id), order.fund == fund else { return [] }
    var first: Int64 = 0
    var last: Int64 = -1
    var isDue = true
    try snapshot.query(
      """
      SELECT first_line_no, first_line_no + line_count - 1, event_id, seal FROM batch
      WHERE batch_no = ?1
      """, [.integer(order.batch)]
    ) { row in
      guard let seal = row.digest(3), seal.description.hasPrefix(order.seal) else { return }
      first = row.integer(0)
      last = row.integer(1)
      isDue = row.integer(2) == Int64(Event.due.rawValue)
    }
    guard first <= last else { return [] }
    var lines: [BankItem] = []
    try snapshot.query(
      """
      SELECT l.voucher_no, l.line_no, l.batch_no, b.business_date, -l.amount,
        EXISTS (SELECT 1 FROM bank_match_side x JOIN bank_match m USING (match_no)
          WHERE x.line_no = l.line_no AND m.is_notice = ?4
            AND m.match_no NOT IN (SELECT match_no FROM withdrawn_matches))
      FROM line o JOIN step s ON s.month = o.month AND s.person = ifnull(o.obligor, o.person)
        AND s.benefit_id = o.benefit_id AND s.occurrence = o.occurrence
      JOIN line l ON l.line_no = s.line_no JOIN voucher v ON v.voucher_no = l.voucher_no
      JOIN batch b ON b.batch_no = l.batch_no
      JOIN account c ON c.account_id = v.credit_account_id
      WHERE o.line_no BETWEEN ?1 AND ?2 AND c.chart_id = 1 AND v.fund_id = ?3
        AND s.corrects_step_no IS NULL
        AND iif(?5, s.event_id = 9 AND l.line_no > o.line_no, l.line_no = o.line_no)
        AND NOT EXISTS (SELECT 1 FROM step k WHERE k.month = s.month AND k.person = s.person
          AND k.benefit_id = s.benefit_id AND k.occurrence = s.occurrence
          AND k.corrects_step_no = s.step_no)
      ORDER BY l.line_no
      """,
      [
        .integer(first), .integer(last), .integer(Int64(fund.rawValue)),
        .integer(isNotice ? 1 : 0), .integer(isDue ? 1 : 0),
      ]
    ) { lines.append(try Self.line($0)) }
    return lines.filter { !$0.isUsed }
  }

  func lines(
    _ amounts: Set<Int64>, from first: CivilDate, through last: CivilDate
  ) throws -> [BankItem] {
    let open = Dictionary(grouping: vouchers.filter { !$0.isMovement }, by: \.batch)
    var found: [BankItem] = []
    for (batch, vouchers) in open.sorted(by: { $0.key < $1.key }) {
      let date = vouchers[0].date
      guard date.days(since: last) <= window, first.days(since: date) <= window else { continue }
      let signs = Dictionary(uniqueKeysWithValues: vouchers.map { ($0.voucher, $0.amount > 0) })
      var keys: Set<UInt64> = []
      var ends: (first: Int64, last: Int64) = (1, 0)
      try snapshot.query(
        "SELECT first_line_no, first_line_no + line_count - 1 FROM batch WHERE batch_no = ?1",
        [.integer(batch)]
      ) { ends = ($0.integer(0), $0.integer(1)) }
      guard ends.first <= ends.last else { continue }
      try snapshot.scanLines(from: ends.first, through: ends.last) { stored in
        guard let isIn = signs[stored.voucher], keys.count < Self.candidates else { return }
        if amounts.contains(isIn ? stored.line.amount : -stored.line.amount) {
          keys.insert(stored.line.key.packed)
        }
      }
      for key in keys.sorted() {
        found += try lines(of: ObligationKey(packed: key)).filter {
          $0.batch == batch && !$0.isUsed && amounts.contains($0.amount)
        }
      }
    }
    return found
  }

  /// How many lines of a batch are looked at by amount; more would not be told apart anyway.
  private static let candidates = 10_000

  func notExecuted() throws -> [Int64: [BankItem]] {
    guard !isNotice else { return [:] }
    var keys: [ObligationKey] = []
    try snapshot.query(
      """
      SELECT l.month, ifnull(l.obligor, l.person), l.benefit_id, l.occurrence
      FROM statement t JOIN bank_entry e USING (statement_no)
      JOIN bank_match_side i ON i.entry_no = e.entry_no
      JOIN bank_match_side r ON r.match_no = i.match_no AND r.line_no IS NOT NULL
      JOIN line l ON l.line_no = r.line_no
      WHERE t.format = 'pain.002' AND t.fund_id = ?1
        AND t.statement_no NOT IN (SELECT statement_no FROM statement_withdrawal)
        AND NOT EXISTS (SELECT 1 FROM bank_match_side x JOIN bank_match m USING (match_no)
          WHERE x.line_no = l.line_no AND m.is_notice = 0
            AND m.match_no NOT IN (SELECT match_no FROM withdrawn_matches))
      ORDER BY l.line_no
      """, [.integer(Int64(fund.rawValue))]
    ) { row in
      keys.append(
        ObligationKey(
          month: try promised(Month(number: Int32(clamping: row.integer(0))), "month"),
          person: row.integer(1), benefit: UInt8(clamping: row.integer(2)),
          occurrence: UInt8(clamping: row.integer(3))))
    }
    var found: [Int64: [BankItem]] = [:]
    for key in keys {
      let lines = try lines(of: key).filter { !$0.isUsed }
      // The last time it was paid and the last time it came back.
      guard let paid = lines.last(where: { $0.amount < 0 }),
        let back = lines.last(where: { $0.amount == -paid.amount })
      else { continue }
      found[paid.batch, default: []].append(back)
    }
    return found
  }

  private static func line(_ row: any ResultRow) throws -> BankItem {
    BankItem(
      voucher: row.integer(0), line: row.integer(1), batch: row.integer(2),
      date: try date(row.integer(3)), amount: row.integer(4), isUsed: row.integer(5) != 0)
  }

  private static func date(_ number: Int64) throws -> CivilDate {
    try promised(CivilDate(number: Int32(clamping: number)), "date")
  }
}

/// The id of an order that this ledger made: `BL-BATCH-FUND-` and the beginning of the batch's seal.
struct OrderName {
  let batch: Int64
  let fund: Fund
  /// The first digits of the batch's seal.
  let seal: String

  init?(_ id: String) {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "BL", parts[1].utf8.count <= 18,
      let batch = Int64(parts[1]), batch > 0, let fund = Fund(code: String(parts[2])),
      parts[3].utf8.count >= 6
    else { return nil }
    self.batch = batch
    self.fund = fund
    seal = String(parts[3])
  }
}
