import LedgerCore
import LedgerStore
import SQLiteStore

/// Holds an archive that was read again against the ledger, before a line is removed from it.
struct ArchiveCheck {
  let plan: ArchivePlan
  let ledger: String

  /// Recomputes the root of every batch from the archive, and compares every line with the ledger's.
  ///
  /// - Parameters:
  ///   - file: The archive.
  ///   - snapshot: The ledger.
  /// - Throws: `LedgerError` with code `ledgerDamaged` if lines are not what was sealed.
  func run(_ file: ArchiveFile, _ snapshot: any LedgerSnapshot) throws {
    var findings = FindingList()
    let register = try AuditedRegister(snapshot, &findings)
    if let finding = findings.findings.first { throw damaged(finding.message) }
    let roots = try file.read { try recomputed($0, register) }
    for batch in plan.batches where roots[batch.number] != batch.root {
      throw damaged("The lines of batch \(batch.number) are not what was sealed.")
    }
    let compared = try file.compared(with: ledger)
    guard compared.lines == plan.lines, compared.same == plan.lines else {
      throw damaged(
        "The archive has \(grouped(compared.lines)) lines, and \(grouped(compared.same)) of them are lines of the ledger; \(grouped(plan.lines)) should be."
      )
    }
  }

  private func recomputed(
    _ archive: any LedgerSnapshot, _ register: AuditedRegister
  ) throws -> [Int64: Digest] {
    var roots: [Int64: Digest] = [:]
    var canonical = CanonicalBytes()
    for batch in plan.batches {
      guard let records = register.records(at: batch.registerDigest) else { continue }
      var tree = MerkleTree()
      var next = batch.lines.lowerBound
      try archive.scanLines(from: next, through: batch.lines.upperBound) { stored in
        guard stored.number == next,
          let site = register.code(of: stored.line.unit, on: batch.date, records: records)
        else { return }
        next += 1
        tree.append(
          Leaf.payment(
            stored.line, site: site, text: stored.text, corrects: stored.corrects,
            using: &canonical))
      }
      if next == batch.lines.upperBound + 1 { roots[batch.number] = tree.root }
    }
    return roots
  }

  private func damaged(_ what: Message) -> LedgerError {
    LedgerError(
      .ledgerDamaged, "\(what)",
      help: """
        Nothing is archived. Run `benefit-ledger verify`; if it finds damage, restore the last \
        backup.
        """)
  }
}
