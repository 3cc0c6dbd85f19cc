import LedgerCore
import LedgerStore

extension Ledger {
  /// Recomputes everything from nothing and compares it with what is stored.
  ///
  /// Lines make vouchers, vouchers make balances, rows make roots, roots and headers make seals; the
  /// steps are the lines once more, in another order. Each is computed anew, and the schema, the
  /// register of units and the file's own structure are checked as well. Nothing is written, and
  /// batches posted meanwhile are left out.
  ///
  /// - Parameters:
  ///   - since: Batches up to this one are checked by their seals alone; nil for all.
  ///   - check: Checkpoints that the ledger has to continue; nil if it is not held against any.
  ///   - progress: Called with the lines done and the lines in all, on the calling thread.
  /// - Returns: What was gone over and what is wrong.
  /// - Throws: `LedgerError`: `inputOutput`, `busy`. Damage to the file is a finding, not an error.
  public func verify(
    since: Int64? = nil, against check: CheckpointCheck? = nil,
    progress: ((_ done: Int64, _ total: Int64) -> Void)? = nil
  ) throws -> Verification {
    var findings = FindingList()
    try noting(&findings) { findings in
      findings.add(try store.read { try $0.schemaFaults() })
    }
    var ground: Ground?
    var checkpoints: CheckpointVerification?
    try noting(&findings) { findings in
      ground = try store.read { snapshot in
        let ground = try Ground(snapshot, since: since, &findings)
        checkpoints = try check.map {
          try CheckpointAudit.run(snapshot, $0, through: ground.scope.lastBatch, &findings)
        }
        return ground
      }
    }
    guard let ground else { return Verification(AuditScope(), checkpoints, findings) }
    let scope = ground.scope
    var chain = ChainAudit(scope)
    try noting(&findings) { _ in
      try store.read { try chain.run($0, ground.register) }
    }
    findings.add(chain.findings)
    let parts = AuditParts(chain.parts)
    let records = chain.records
    // Lines take longer than steps: whoever is done with those helps with the lines.
    var (lines, (steps, help)) = try runInParallel(
      {
        try self.auditLines(ground, records, parts) { done in
          progress?(done, scope.lastLine - scope.lineBefore)
        }
      },
      { (try self.auditRest(ground), try self.auditLines(ground, records, parts) { _ in }) })
    lines.add(help)
    for part in lines.parts.sorted(by: { $0.number < $1.number }) { findings.add(part.findings) }
    findings.add(steps.findings)
    if !findings.has(.ledgerDamaged) {
      try compare(lines, steps, ground, &findings)
    }
    // Submissions that are not what was submitted are found by then, and are not read.
    if !findings.has(.registerChanged), !findings.has(.submissionDiffers),
      !findings.has(.ledgerDamaged)
    {
      try noting(&findings) { findings in
        try ReservationAudit.run(store, try chart(), &findings)
      }
    }
    findings.explainRoots()
    return Verification(scope, checkpoints, findings, steps.archives)
  }

  /// Lines, vouchers and roots, part by part until none is left.
  private func auditLines(
    _ ground: Ground, _ records: RecordsByBatch, _ parts: AuditParts,
    progress: @escaping (Int64) -> Void
  ) throws -> LineSums {
    var audit = LineAudit(
      ground.register, ground.accounts, ground.rules, ground.mix, ground.links,
      ground.scope, records, progress: { progress(parts.note(1 << 16)) })
    var findings: [(number: Int, findings: FindingList)] = []
    while let (number, part) = parts.take() {
      audit.begin(part)
      while !audit.isDone {
        do {
          try store.read { try audit.run($0) }
        } catch let error as LedgerError where error.isDamage {
          audit.skip(error)
        }
      }
      findings.append((number, audit.findings))
    }
    return LineSums(parts: findings, buckets: audit.buckets, suspects: audit.suspects)
  }

  /// Steps, and then what needs neither lines nor steps.
  private func auditRest(_ ground: Ground) throws -> StepSums {
    var audit = StepAudit(
      ground.mix, ground.follower, ground.scope, lastLine: ground.scope.lastLine)
    var findings = FindingList()
    try noting(&findings) { _ in
      try store.read { snapshot in
        let now = try AuditScope(snapshot, since: nil)
        audit = StepAudit(ground.mix, ground.follower, ground.scope, lastLine: now.lastLine)
        guard let keys = ground.scope.keys else { return }
        try snapshot.scanSteps(from: keys.lowerBound, through: keys.upperBound) { audit.take($0) }
      }
    }
    findings.add(audit.findings)
    try noting(&findings) { findings in
      findings.add(
        try store.read { try $0.fileFaults(isWhole: ground.scope.since == 0) })
    }
    var archives = ArchiveAudit()
    if ground.scope.since == 0 {
      try noting(&findings) { try archives.run(store, &$0) }
    }
    try noting(&findings) { findings in
      var balances = BalanceAudit(ground.mix, ground.accounts, ground.register)
      try store.read { try balances.run($0, since: ground.scope.since) }
      findings.add(balances.findings)
    }
    try noting(&findings) { findings in
      try store.read { snapshot in
        try OpeningAudit.run(snapshot, ground.accounts, ground.register, &findings)
        try CorrectionAudit.run(snapshot, &findings)
        try PeriodAudit.run(snapshot, ground.register, since: ground.scope.since, &findings)
        try YearEndAudit.run(
          snapshot, ground.accounts, ground.register, since: ground.scope.since, &findings)
        try StrayAudit.run(snapshot, &findings)
        var signatures = SignatureAudit()
        try signatures.run(snapshot)
        findings.add(signatures.findings)
        try SubmissionAudit.run(snapshot, &findings)
        try ReopeningAudit.run(snapshot, &findings)
      }
    }
    return StepSums(findings: findings, buckets: audit.buckets, archives: archives)
  }

  /// Looks closer where the sums of lines and steps differ.
  private func compare(
    _ lines: LineSums, _ steps: StepSums, _ ground: Ground, _ findings: inout FindingList
  ) throws {
    let runs = LineBuckets.differing(lines.buckets, steps.buckets)
    guard !runs.isEmpty, let keys = ground.scope.keys else { return }
    try noting(&findings) { findings in
      try store.read { snapshot in
        var comparison = try StepComparison(
          runs, suspects: lines.suspects, ground.accounts, ground.follower,
          lastLine: ground.scope.lastLine, snapshot)
        try snapshot.scanSteps(from: keys.lowerBound, through: keys.upperBound) {
          comparison.take($0)
        }
        comparison.finish()
        findings.add(comparison.findings)
      }
    }
  }

  /// Runs a part of the audit; a file that cannot be read there is a finding.
  private func noting(
    _ findings: inout FindingList, _ body: (inout FindingList) throws -> Void
  ) throws {
    do {
      try body(&findings)
    } catch let error as LedgerError where error.isDamage {
      findings.add(Finding(.ledgerDamaged, error.message))
    }
  }
}

/// What all parts of an audit stand on.
private struct Ground: Sendable {
  let scope: AuditScope
  let register: AuditedRegister
  let accounts: AuditedAccounts
  let rules: PostingRules
  let follower: StepFollower
  let links: AuditedLinks
  let mix = StepMix()

  init(_ snapshot: any LedgerSnapshot, since: Int64?, _ findings: inout FindingList) throws {
    scope = try AuditScope(snapshot, since: since)
    register = try AuditedRegister(snapshot, &findings)
    accounts = try AuditedAccounts(snapshot, lastUnit: register.lastUnit, &findings)
    links = try AuditedLinks(snapshot)
    rules = try ChartAudit.run(snapshot, &findings)
    follower = StepFollower(rules, try ClosedYears(snapshot))
  }
}

/// What the lines come to.
private struct LineSums: Sendable {
  var parts: [(number: Int, findings: FindingList)]
  var buckets: LineBuckets
  var suspects: Set<Int64>

  /// Adds the parts that the other thread took.
  mutating func add(_ other: LineSums) {
    parts += other.parts
    buckets.add(other.buckets)
    suspects.formUnion(other.suspects)
  }
}

/// What the steps come to, and everything else that is not in the lines.
private struct StepSums: Sendable {
  var findings: FindingList
  var buckets: LineBuckets
  var archives: ArchiveAudit
}

extension LedgerError {
  /// Whether it says that the file is not what the program wrote, rather than that the world failed.
  ///
  /// A table that somebody dropped is reported as an internal fault by the store.
  fileprivate var isDamage: Bool {
    code == .ledgerDamaged || code == .notALedger || code == .internalFault
  }
}

extension Verification {
  fileprivate init(
    _ scope: AuditScope, _ checkpoints: CheckpointVerification?, _ findings: FindingList,
    _ archives: ArchiveAudit = ArchiveAudit()
  ) {
    self.init(
      batches: scope.lastBatch, vouchers: scope.lastVoucher, lines: scope.lastLine,
      archives: archives.count, archivedLines: archives.lines, head: scope.head,
      record: scope.record, register: scope.register, findings: findings.findings,
      counts: findings.counts, firstBatch: findings.firstBatch, checkpoints: checkpoints)
  }
}
