import LedgerCore

/// A record of the register by which an accounting period changed.
public struct PeriodChange: Sendable, Equatable {
  /// The number of the record.
  public var record: Int64
  /// The period.
  public var period: Month
  /// What it became.
  public var state: PeriodState
  /// The business date.
  public var date: CivilDate
  /// Who changed it.
  public var maker: String
  /// Why, as written.
  public var reason: String?
}

extension LedgerSnapshot {
  /// Hands over every change of a period, in the order in which they were made.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if a change cannot be read.
  public func scanPeriodChanges(_ body: (PeriodChange) throws -> Void) throws {
    try query(
      """
      SELECT p.record_no, p.period, p.state, r.record_date, r.maker, r.reason
      FROM period_change p JOIN record r USING (record_no) ORDER BY p.record_no
      """, []
    ) { row in
      try body(
        PeriodChange(
          record: row.integer(0),
          period: promised(Month(number: Int32(clamping: row.integer(1))), "period"),
          state: promised(PeriodState(rawValue: row.text(2)), "state of a period"),
          date: promised(CivilDate(number: Int32(clamping: row.integer(3))), "date of a record"),
          maker: row.text(4), reason: row.optionalText(5)))
    }
  }

  /// How many batches each period has that has any.
  ///
  /// - Parameter asAt: Only batches whose business date is not later; nil for all.
  /// - Returns: The counts.
  /// - Throws: `LedgerError` with code `ledgerDamaged` if a period cannot be read.
  public func batchCounts(asAt: CivilDate? = nil) throws -> [Month: Int64] {
    var counts: [Month: Int64] = [:]
    try query(
      "SELECT period, count(*) FROM batch WHERE business_date <= ?1 GROUP BY period",
      [.integer(Int64(asAt?.number ?? .max))]
    ) { row in
      counts[try promised(Month(number: Int32(clamping: row.integer(0))), "period")] =
        row.integer(1)
    }
    return counts
  }
}

extension LedgerTransaction {
  /// Appends a record by which a period changes.
  ///
  /// - Returns: The record's number.
  /// - Throws: `LedgerError` for what the database did.
  @discardableResult
  public func appendPeriodChange(
    _ period: Month, _ state: PeriodState, date: CivilDate, maker: String, reason: String?,
    sign: ((Digest) throws -> [UInt8])? = nil
  ) throws -> Int64 {
    try appendRecord(.period, date: date, maker: maker, reason: reason, sign: sign) { record in
      try execute(
        "INSERT INTO period_change (record_no, period, state) VALUES (?1, ?2, ?3)",
        [.integer(record), .integer(Int64(period.number)), .text(state.rawValue)])
    }
  }
}
