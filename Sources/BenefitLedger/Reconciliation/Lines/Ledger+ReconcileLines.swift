import BatchFiles
import LedgerCore
import LedgerStore

extension Ledger {
  /// Compares our lines of an event with the other side's list, one by one.
  ///
  /// Ours is what stands: a line that was undone is not there. Lines are the same if person, benefit,
  /// month and occurrence are; a person's linked numbers are one person on both sides. Unit and channel
  /// are compared where their row names them. Both sides are merged in order, so that memory does not
  /// grow with them.
  ///
  /// - Parameter request: What is compared, and what is written.
  /// - Returns: What agrees and what differs, or what is wrong with their files.
  /// - Throws: `LedgerError`: `notFound` for a unit that is not in the register, `outputExists`, and
  ///   what the disk or the database did.
  public func reconcileLines(_ request: LinesRequest) throws -> LinesReconciliation {
    precondition(request.event.list == .payments, "lines are of an event of payments")
    for path in request.outputs { _ = try OutputFile(path) }
    let links = try store.read { try PersonLinks($0) }
    let theirs = try TheirLines(request, links.heads, store)
    var result = LinesReconciliation()
    result.diagnosis = theirs.diagnosis
    guard theirs.diagnosis.total == 0, let lines = theirs.lines else { return result }
    try store.read { snapshot in
      let tree = try UnitTree(snapshot, asKnownAt: request.asKnownAt)
      let comparison = try LineComparison(
        lines, site: try request.site.map { try tree.unit(named: $0) }, beside: store.location)
      let ours = try OurLines(snapshot, request)
      var months = theirs.months
      try ours.batches.addMonths(snapshot, request.event, to: &months)
      try ours.scan(
        snapshot, months.months, links, beside: store.location,
        linked: comparison.take(besides:), comparison.compare)
      try comparison.finish()
      result.take(comparison)
      let names = FindingNames(tree, ours.batches, request)
      try LinesReport(request, names, snapshot, tree, try chart(in: snapshot).payments)
        .write(comparison, to: &result)
    }
    return result
  }
}

extension LinesReconciliation {
  /// Takes over what was counted.
  mutating func take(_ comparison: LineComparison) {
    matched = Tally(comparison.matched)
    ours = Tally(comparison.ours)
    theirs = Tally(comparison.theirs)
    found = LineDifferenceKind.allCases.compactMap { kind in
      let sum = comparison.found[Int(kind.rawValue)]
      return sum.count > 0 ? (kind, Tally(sum)) : nil
    }
  }
}

extension Tally {
  /// A sum as it is shown; it saturates.
  init(_ sum: Sum) { self.init(clamping: sum.amount, count: Int64(clamping: sum.count)) }
}
