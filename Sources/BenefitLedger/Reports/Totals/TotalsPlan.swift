import LedgerCore
import LedgerStore

/// How totals are worked out: which vouchers are read, and how they become rows.
struct TotalsPlan: Sendable {
  /// What the rows are for.
  let keys: [TotalsKey]
  /// The batches whose vouchers are read.
  let selection: BatchSelection
  /// Adds vouchers to rows; nothing was added yet.
  let empty: TotalsAccumulator

  private let layout: TotalsLayout

  /// Plans totals.
  ///
  /// - Throws: `LedgerError`: `notFound` if a filter names a unit or batch that does not exist,
  ///   `usage` for too many keys, `ledgerDamaged`, and what the store did.
  init(_ query: TotalsQuery, _ snapshot: any LedgerSnapshot) throws {
    keys = query.answeredKeys
    let record = try query.register ?? snapshot.lastRecord(asKnownAt: query.asKnownAt)
    let tree = try UnitTree(snapshot, through: record)
    let batches = try BatchIndex(snapshot, asKnownAt: query.asKnownAt)
    let conditions = try TotalsConditions(query, tree, lastBatch: batches.last)
    let codes = UnitCodes(Set(keys + query.filters.map(\.key)), tree)
    layout = try TotalsLayout(keys, codes: codes, lastBatch: batches.last)
    selection = batches.selection(where: conditions.includes)
    empty = TotalsAccumulator(
      query, tree: tree, codes: codes, conditions: conditions, layout: layout)
  }

  /// The report of what was added up.
  func report(of groups: GroupTable) throws -> TotalsReport {
    try TotalsReport(keys, groups, layout)
  }

  /// Adds up on one thread, in the state of the ledger that a snapshot has.
  func report(_ snapshot: any LedgerSnapshot) throws -> TotalsReport {
    var accumulator = empty
    try selection.scanVouchers(snapshot, reading: .dimensions) { voucher, batch in
      try accumulator.add(voucher, of: batch)
    }
    return try report(of: accumulator.groups)
  }
}
