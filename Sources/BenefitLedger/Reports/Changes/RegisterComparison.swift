import LedgerCore
import LedgerStore

/// Works out how records of the register changed reports of batches that were known before them.
///
/// The totals of those batches are added up anew after each record, so what the records did adds up to
/// the difference between the register of the earlier state and that of the later one.
struct RegisterComparison {
  let query: ChangesQuery
  let snapshot: any LedgerSnapshot
  /// The batches of the later state.
  let batches: BatchIndex

  /// What each record did that did anything, in order.
  ///
  /// - Parameter before: The totals of the earlier state.
  /// - Returns: The news.
  /// - Throws: `LedgerError`: `ledgerDamaged`, and what the store did.
  func news(after before: TotalsReport) throws -> [RegisterNews] {
    guard before.keys.contains(where: \.isUnit), let latest = lastBusinessDate else { return [] }
    let first = try snapshot.registerRecord(asKnownAt: query.since)
    let last = try snapshot.lastRecord(asKnownAt: query.until)
    var news: [RegisterNews] = []
    var known = values(before)
    for record in try records(after: first, through: last, by: latest) {
      var totals = query.totals(asKnownAt: query.since)
      totals.register = record
      let next = values(try TotalsPlan(totals, snapshot).report(snapshot))
      let rows = rows(from: known, to: next)
      known = next
      guard !rows.isEmpty else { continue }
      news.append(
        RegisterNews(
          record: try snapshot.record(record), changes: try changes(of: record, by: latest),
          rows: rows))
    }
    return news
  }

  /// The latest business date of the batches that were known; what begins later changes none of them.
  private var lastBusinessDate: CivilDate? {
    batches.all.lazy.filter { $0.number <= query.since }.map(\.date).max()
  }

  /// The records that say how something was on a day that batches may have.
  private func records(
    after first: Int64, through last: Int64, by latest: CivilDate
  ) throws -> [Int64] {
    var records: [Int64] = []
    try snapshot.query(
      """
      SELECT DISTINCT record_no FROM unit_version
      WHERE record_no > ?1 AND record_no <= ?2 AND valid_from <= ?3 ORDER BY record_no
      """, [.integer(first), .integer(last), .integer(Int64(latest.number))]
    ) { records.append($0.integer(0)) }
    return records
  }

  /// What a record says of units that is so by a day.
  private func changes(of record: Int64, by latest: CivilDate) throws -> [RegisterChange] {
    let before = try UnitTree(snapshot, through: record - 1)
    let after = try UnitTree(snapshot, through: record)
    return after.versions.filter {
      $0.validFrom <= latest && $0.version > before.latest($0.unit)?.version ?? 0
    }.flatMap { version in
      RegisterChange.changes(version, after: before.latest(version.unit)) {
        after.latest($0)?.code.text
      }
    }
  }

  private func values(_ report: TotalsReport) -> [[TotalsValue?]: Tally] {
    Dictionary(
      uniqueKeysWithValues: report.rows.map {
        ($0.values, Tally(count: $0.count, amount: $0.amount))
      })
  }

  private func rows(
    from old: [[TotalsValue?]: Tally], to new: [[TotalsValue?]: Tally]
  ) -> [RegisterNews.Row] {
    let none = Tally(count: 0, amount: 0)
    return Set(old.keys).union(new.keys).sorted(by: precedes).compactMap { values in
      let (old, new) = (old[values] ?? none, new[values] ?? none)
      guard old != new else { return nil }
      return RegisterNews.Row(
        values: values,
        tally: Tally(
          count: (new.count ?? 0) &- (old.count ?? 0), amount: new.amount &- old.amount))
    }
  }
}
