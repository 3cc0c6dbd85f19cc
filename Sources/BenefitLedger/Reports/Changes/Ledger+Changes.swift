import LedgerCore
import LedgerStore

extension Ledger {
  /// Explains how the totals as known at one batch became those as known at a later one.
  ///
  /// The two totals are worked out as any others, each with the register of units as it was known. What
  /// the batches in between brought is added up by itself, and so is what records of the register
  /// changed in earlier batches; the report says whether the sum is exactly the difference. It is not
  /// only if the ledger is damaged.
  ///
  /// A batch beyond the last one is every batch, as in totals.
  ///
  /// - Throws: `LedgerError`: `usage` if a batch is negative or the later one comes first,
  ///   `totalTooLarge`, `ledgerDamaged`, and what the store did.
  public func changes(_ query: ChangesQuery) throws -> ChangesReport {
    guard query.since >= 0, query.until ?? .max >= query.since else {
      throw LedgerError(
        .usage, "The later of two states of knowledge cannot come before the earlier one.")
    }
    // One snapshot for all of it: neither a batch nor a unit comes in between.
    return try store.read { snapshot in
      let until = query.until ?? .max
      let outlines = try BatchIndex(snapshot, asKnownAt: until)
      let last = outlines.last
      let before = try TotalsPlan(query.totals(asKnownAt: query.since), snapshot).report(snapshot)
      let after = try TotalsPlan(query.totals(asKnownAt: query.until), snapshot).report(snapshot)
      let brought = try TotalsPlan(query.explanation, snapshot).report(snapshot)
      let register = try RegisterComparison(query: query, snapshot: snapshot, batches: outlines)
        .news(after: before)
      let sinceDate = outlines[min(query.since, last)]?.date
      let rows = try rows(of: brought, after.keys, late: sinceDate, snapshot)
      return try ChangesReport(
        keys: after.keys, lastBatch: last, sinceDate: sinceDate, rows: rows, register: register,
        before: before, after: after)
    }
  }

  /// The rows of totals by batch and keys, each with what its batch says of itself.
  private func rows(
    of brought: TotalsReport, _ keys: [TotalsKey], late sinceDate: CivilDate?,
    _ snapshot: any LedgerSnapshot
  ) throws -> [ChangesReport.Row] {
    // The batch comes first in the rows, and once more in its place if it was asked for.
    let places = keys.compactMap { brought.keys.firstIndex(of: $0) }
    var headers: [Int64: BatchHeader] = [:]
    return try brought.rows.map { row in
      guard case .number(let number) = row.values[0] else {
        preconditionFailure("every row of totals by batch has a batch")
      }
      if headers[number] == nil {
        try snapshot.scanBatches(from: number, through: number) { headers[number] = $0.header }
      }
      let header = try promised(headers[number], "batch")
      return ChangesReport.Row(
        batch: header, isLate: sinceDate.map { header.date < $0 } ?? false,
        values: places.map { row.values[$0] },
        tally: Tally(count: row.count, amount: row.amount))
    }
  }
}
