import BatchFiles
import LedgerCore
import LedgerStore

extension Ledger {
  /// Compares our lines of an event with the other side's list, one by one.
  ///
  /// Ours is what stands: a line that was undone is not there. Lines are the same if person, benefit,
  /// month and occurrence are; a person's linked numbers are one person on both sides. Unit and channel
  /// are compared where their row names them. Both sides are merged in order, so that memory does not
  /// grow with them; ours are gone over on a second thread.
  ///
  /// - Parameter request: What is compared, and what is written.
  /// - Returns: What agrees and what differs, or what is wrong with their files.
  /// - Throws: `LedgerError`: `notFound` for a unit that is not in the register, `outputExists`, and
  ///   what the disk or the database did.
  public func reconcileLines(_ request: LinesRequest) throws -> LinesReconciliation {
    precondition(request.event.list == .payments, "lines are of an event of payments")
    for path in request.outputs { _ = try OutputFile(path) }
    let links = try store.read { try PersonLinks($0) }
    let ours = OurLinesReader()
    var result = LinesReconciliation()
    let (comparison, batches) = try runInParallel(
      {
        defer { ours.stop() }
        return try compare(ours, request, links, &result)
      },
      { ours.run(self.store, request, links) })
    guard let comparison else { return result }
    let compared = try promised(batches, "the batches of lines that were compared")
    result.take(comparison)
    try store.read { snapshot in
      let tree = try UnitTree(snapshot, asKnownAt: request.asKnownAt)
      let names = FindingNames(tree, compared, request)
      try LinesReport(request, names, snapshot, tree, try chart(in: snapshot).payments)
        .write(comparison, to: &result)
    }
    return result
  }

  /// Reads their lists and compares them with ours; nil if something is wrong with them.
  private func compare(
    _ ours: OurLinesReader, _ request: LinesRequest, _ links: PersonLinks,
    _ result: inout LinesReconciliation
  ) throws -> LineComparison? {
    let theirs = try TheirLines(request, links.heads, store)
    result.diagnosis = theirs.diagnosis
    guard theirs.diagnosis.total == 0, let lines = theirs.lines else { return nil }
    let site = try request.site.map { name in
      try store.read { try UnitTree($0, asKnownAt: request.asKnownAt).unit(named: name) }
    }
    let comparison = try LineComparison(lines, site: site, beside: store.location)
    try ours.compare(with: comparison)
    try comparison.finish()
    return comparison
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
