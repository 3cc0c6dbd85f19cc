import LedgerCore
import LedgerStore

extension Ledger {
  /// Adds up the ledger by any keys.
  ///
  /// Reads vouchers, never lines: a national month is millions of lines but some hundred thousand
  /// vouchers. They are read once, in the order they lie in, and added up here; a database's GROUP BY
  /// sorts and was measured to take several times as long.
  ///
  /// - Throws: `LedgerError`: `notFound` if a filter names a unit or batch that does not exist,
  ///   `totalTooLarge`, `ledgerDamaged`, and what the store did.
  public func totals(_ query: TotalsQuery) throws -> TotalsReport {
    try totals(query, halvedFrom: 50_000)
  }

  /// Adds up the ledger by any keys, on two threads if there are at least so many vouchers.
  func totals(_ query: TotalsQuery, halvedFrom limit: Int64) throws -> TotalsReport {
    let plan = try store.read { try TotalsPlan(query, $0) }
    return try plan.report(of: try sum(plan.selection, plan.empty, halvedFrom: limit))
  }

  /// Adds up the vouchers of a selection, in two halves if there are many.
  ///
  /// Vouchers are only ever appended, so two readers who began at different moments see the same of
  /// every batch that both know.
  private func sum(
    _ selection: BatchSelection, _ empty: TotalsAccumulator, halvedFrom limit: Int64
  ) throws -> GroupTable {
    @Sendable func add(_ part: BatchSelection) throws -> GroupTable {
      try store.read { snapshot in
        var accumulator = empty
        try part.scanVouchers(snapshot, reading: .dimensions) { voucher, batch in
          try accumulator.add(voucher, of: batch)
        }
        return accumulator.groups
      }
    }
    guard selection.voucherCount >= limit else { return try add(selection) }
    let (first, second) = selection.halves
    let parts = try runInParallel({ try add(first) }, { try add(second) })
    var groups = parts.0
    groups.merge(parts.1)
    return groups
  }
}
