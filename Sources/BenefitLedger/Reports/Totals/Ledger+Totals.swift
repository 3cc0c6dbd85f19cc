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
    try store.read { snapshot in
      let keys = query.answeredKeys
      let tree = try UnitTree(snapshot)
      let batches = try BatchIndex(snapshot, asKnownAt: query.asKnownAt)
      let conditions = try TotalsConditions(query, tree, lastBatch: batches.last)
      let codes = UnitCodes(Set(keys + query.filters.map(\.key)), tree)
      let layout = try TotalsLayout(keys, codes: codes, lastBatch: batches.last)
      guard let first = batches[1] else {
        return TotalsReport(keys: keys, rows: [], count: 0, amount: 0)
      }
      let accumulator = TotalsAccumulator(
        query, tree: tree, codes: codes, conditions: conditions, layout: layout,
        anyDate: first.date)
      try batches.scanVouchers(snapshot, where: conditions.includes) { voucher, batch in
        try accumulator.add(voucher, of: batch)
      }
      return try report(keys, accumulator.groups, layout)
    }
  }

  private func report(
    _ keys: [TotalsKey], _ groups: GroupTable, _ layout: TotalsLayout
  ) throws -> TotalsReport {
    let order = groups.keys.indices.sorted { groups.keys[$0] < groups.keys[$1] }
    var whole = Sum()
    var rows: [TotalsReport.Row] = []
    rows.reserveCapacity(order.count)
    for position in order {
      let sum = groups.sums[position]
      whole.count += sum.count
      whole.amount += sum.amount
      rows.append(
        TotalsReport.Row(
          values: layout.fields.map { $0.value(in: groups.keys[position]) },
          count: try exact(sum.count), amount: try exact(sum.amount)))
    }
    return TotalsReport(
      keys: keys, rows: rows, count: try exact(whole.count), amount: try exact(whole.amount))
  }
}
