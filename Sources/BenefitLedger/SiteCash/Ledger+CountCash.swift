import LedgerCore
import LedgerStore

extension Ledger {
  /// Records how much cash was counted at a site, beside what the books say.
  ///
  /// The books are as at the day of the count. A count that is not what they say needs a reason. It
  /// moves no money: what is missing for good is posted as `shortage`. A count that was recorded last
  /// already, word for word, is not recorded again.
  ///
  /// - Parameter request: What was counted, where, when and by whom.
  /// - Returns: The count, with what should have been there.
  /// - Throws: `LedgerError`: `notFound` if there is no such unit, `cashCountElsewhere`,
  ///   `cashCountInFuture`, `cashVarianceUnexplained`; `keyMissing`, `userUnknown`, `userRevoked`,
  ///   `roleNotAllowed`; `busy`, and what the disk did.
  public func countCash(_ request: CashCountRequest) throws -> CashCountAnswer {
    precondition(request.amount >= 0, "a count of cash is not negative")
    guard request.date <= request.today else {
      throw LedgerError(
        .cashCountInFuture,
        """
        The cash at \(request.site) cannot have been counted on \(request.date): today is \
        \(request.today).
        """,
        help: "Give the day on which it was counted.")
    }
    return try asWriter(wait: request.wait) {
      let maker = try store.read {
        try RecordMaker(
          request.key, otherwise: request.maker, toDo: "count the cash of a site", $0
        ) { $0.mayRegister }
      }
      var (unit, count) = try store.read { snapshot in
        let tree = try UnitTree(snapshot, asKnownAt: nil)
        let unit = try tree.unit(named: request.site)
        try request.check(unit, in: tree)
        return (
          unit,
          CashCount(
            record: 0, site: tree.code(of: unit), date: request.date, counted: request.amount,
            expected: try snapshot.cash(of: unit, asAt: request.date),
            batch: try snapshot.integer("SELECT max(batch_no) FROM batch") ?? 0,
            reason: request.reason, maker: maker.name)
        )
      }
      if count.variance != 0, request.reason == nil { throw unexplained(count) }
      let last = try store.read { try $0.cashCounts(of: unit).last }
      if let last, last.isSame(as: count) { return CashCountAnswer(count: last, isNew: false) }
      count.record = try store.write { try $0.append(count, of: unit, maker) }
      return CashCountAnswer(count: count, isNew: true)
    }
  }

  /// The counts of cash, in the order in which they were recorded.
  ///
  /// - Parameters:
  ///   - site: Only those of this unit; nil for all.
  ///   - period: Only those of days of this month; nil for all.
  /// - Returns: The counts.
  /// - Throws: `LedgerError`: `notFound` if there is no such unit, and what the store did.
  public func cashCounts(
    of site: UnitCode? = nil, in period: Month? = nil
  ) throws -> [CashCount] {
    try store.read { snapshot in
      let unit = try site.map { try UnitTree(snapshot, asKnownAt: nil).unit(named: $0) }
      return try snapshot.cashCounts(of: unit).filter { period == nil || $0.date.month == period }
    }
  }

  private func unexplained(_ count: CashCount) -> LedgerError {
    let variance = count.variance
    return LedgerError(
      .cashVarianceUnexplained,
      variance < 0
        ? """
        At \(count.site) \(grouped(count.counted)) đ were counted on \(count.date), and the books \
        say \(grouped(count.expected)) đ: \(grouped(abs(variance))) đ too little.
        """
        : """
        At \(count.site) \(grouped(count.counted)) đ were counted on \(count.date), and the books \
        say \(grouped(count.expected)) đ: \(grouped(abs(variance))) đ too much.
        """,
      help: "Count again, post what is missing in the books, or say why with --reason.")
  }
}

extension CashCountRequest {
  /// Only sites and agencies have cash, and only while there are such.
  fileprivate func check(_ unit: Int32, in tree: UnitTree) throws {
    let version = tree.version(of: unit, on: date).map { tree.versions[$0] }
    guard let version, version.kind == .site || version.kind == .agency, version.validFrom <= date
    else {
      throw LedgerError(
        .cashCountElsewhere, "\(site) is no payment site or agency on \(date): it has no cash.",
        help: "Give the code of a site; `benefit-ledger sites list` shows them all.")
    }
  }
}

extension CashCount {
  /// Whether it says the same, whoever recorded it and when.
  fileprivate func isSame(as other: CashCount) -> Bool {
    (date, counted, expected, reason) == (other.date, other.counted, other.expected, other.reason)
  }
}

extension LedgerSnapshot {
  /// What cash should be at a unit at the end of a day, all funds together.
  fileprivate func cash(of unit: Int32, asAt date: CivilDate) throws -> Int64 {
    try integer(
      """
      SELECT ifnull(sum(
        CASE WHEN v.debit_account_id IN (SELECT account_id FROM account
          WHERE chart_id = ?1 AND unit_id = ?2) THEN v.amount ELSE -v.amount END), 0)
      FROM voucher v JOIN batch b USING (batch_no)
      WHERE b.business_date <= ?3 AND (
        v.debit_account_id IN (SELECT account_id FROM account WHERE chart_id = ?1 AND unit_id = ?2)
        OR v.credit_account_id IN (SELECT account_id FROM account
          WHERE chart_id = ?1 AND unit_id = ?2))
      """,
      [
        .integer(Int64(ChartCode.advance.rawValue)), .integer(Int64(unit)),
        .integer(Int64(date.number)),
      ]) ?? 0
  }

  /// The counts of a unit, or all, in the order in which they were recorded.
  fileprivate func cashCounts(of unit: Int32?) throws -> [CashCount] {
    let tree = try UnitTree(self, asKnownAt: nil)
    var counts: [CashCount] = []
    try query(
      """
      SELECT c.record_no, c.unit_id, c.counted_on, c.counted, c.expected, c.known_batch_no,
        c.reason, r.maker
      FROM cash_count c JOIN record r USING (record_no)
      WHERE ?1 = 0 OR c.unit_id = ?1 ORDER BY c.record_no
      """, [.integer(Int64(unit ?? 0))]
    ) { row in
      counts.append(
        CashCount(
          record: row.integer(0), site: tree.code(of: Int32(clamping: row.integer(1))),
          date: try promised(CivilDate(number: Int32(clamping: row.integer(2))), "day of a count"),
          counted: row.integer(3), expected: row.integer(4), batch: row.integer(5),
          reason: row.optionalText(6), maker: row.text(7)))
    }
    return counts
  }
}

extension LedgerTransaction {
  /// Appends a count and answers the number of its record.
  fileprivate func append(
    _ count: CashCount, of unit: Int32, _ maker: RecordMaker
  ) throws -> Int64 {
    try appendRecord(
      .cashCount, date: count.date, maker: maker.name, reason: count.reason, sign: maker.sign
    ) { record in
      try execute(
        """
        INSERT INTO cash_count (record_no, unit_id, counted_on, counted, expected, known_batch_no,
          reason)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """,
        [
          .integer(record), .integer(Int64(unit)), .integer(Int64(count.date.number)),
          .integer(count.counted), .integer(count.expected), .integer(count.batch),
          count.reason.map { .text($0) } ?? .null,
        ])
    }
  }
}
