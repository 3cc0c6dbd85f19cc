import LedgerCore
import LedgerStore

extension Ledger {
  /// Compares the ledger's totals among themselves, and with the other side's.
  ///
  /// Inside: what a batch's envelope says, its vouchers, its lines and its steps come to the same
  /// count and amount; vouchers come to the counters of their accounts; at every unit, what is owed
  /// is what was discharged and what is still open; and no account but the bank stands on its
  /// wrong side: no site has paid out more cash than it has, nothing is remitted that was not withheld.
  /// Beside it, the cash that should be at each site, and which sites have money left over.
  /// Outside: the other side's totals by site, benefit, month and event equal ours, both ways, for the
  /// events that it sends.
  ///
  /// As at a date or as known at a batch, the batches up to it are compared with their lines and steps,
  /// and what is owed and the cash are added up from their vouchers. The counters of accounts say
  /// neither date nor batch and are left out.
  ///
  /// Of one accounting period the lines of its batches are gone over, and the steps of the months of
  /// entitlement that its vouchers name. A step that nobody posted in another month is what `verify`
  /// finds.
  ///
  /// - Parameters:
  ///   - period: Only batches of this accounting period, and balances up to its end; nil for all.
  ///   - asAt: Only batches whose business date is not later.
  ///   - asKnownAt: Only batches up to this number.
  ///   - theirs: The other side's totals; nil if there is no other side.
  ///   - today: The day by which a site's money is left over, unless `asAt` says another.
  /// - Returns: What was compared, and where the two sides differ.
  /// - Throws: `LedgerError`: `ledgerDamaged` if the ledger cannot be added up; `inputOutput`, `busy`.
  public func reconcileTotals(
    period: Month? = nil, asAt: CivilDate? = nil, asKnownAt: Int64? = nil,
    against theirs: TheirTotals? = nil, today: CivilDate = VietnamClock.today()
  ) throws -> TotalsReconciliation {
    let asOf = AsOf(asAt: asAt, asKnownAt: asKnownAt)
    let sums = try store.read { snapshot in
      var damage = FindingList()
      let record = try snapshot.lastRecord(asKnownAt: asKnownAt)
      let register = try AuditedRegister(snapshot, &damage).shown(through: record)
      let accounts = try AuditedAccounts(snapshot, lastUnit: register.lastUnit, &damage)
      let rules = try chart(in: snapshot).rules
      var sums = VoucherSums(
        register, accounts, rules, period: period, asOf, against: theirs, on: asAt ?? today)
      try sums.run(snapshot)
      return (batches: sums.batches, result: sums.result)
    }
    let batches = sums.batches
    var result = sums.result
    guard !batches.entries.isEmpty else { return result }
    let months = period.map { _ in batches.monthRuns }
    let (lines, steps) = try runInParallel(
      { try self.totalsOfLines(batches) }, { try self.totalsOfSteps(batches, of: months) })
    lines.compare(batches, .lines, &result)
    steps.compare(batches, .steps, &result)
    return result
  }

  private func totalsOfLines(_ batches: TotalsByBatch) throws -> TotalsOfLines {
    var sums = TotalsOfLines(batches)
    try store.read { snapshot in
      for run in batches.lineRuns {
        try snapshot.scanLines(from: run.lowerBound, through: run.upperBound - 1) { stored in
          guard let position = batches.position(ofLine: stored.number) else { return }
          sums.add(
            position, event: batches.entries[position].event, benefit: stored.line.benefit,
            amount: stored.line.amount)
        }
      }
    }
    return sums
  }

  /// Goes over the steps of some months of entitlement, or over all if `months` is nil.
  private func totalsOfSteps(
    _ batches: TotalsByBatch, of months: [ClosedRange<Month>]?
  ) throws -> TotalsOfLines {
    var sums = TotalsOfLines(batches)
    try store.read { snapshot in
      let all = try AuditScope(snapshot, since: nil).months.map { [$0] } ?? []
      for keys in (months ?? all).map(ObligationKey.all) {
        try snapshot.scanSteps(from: keys.lowerBound, through: keys.upperBound) { step in
          guard let position = batches.position(ofLine: step.line) else { return }
          sums.add(
            position, event: step.event, benefit: step.key.benefit, amount: step.amount)
        }
      }
    }
    return sums
  }
}
