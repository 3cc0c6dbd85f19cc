import LedgerCore
import LedgerStore

/// Which step of which obligation is to be proven.
public struct ProofRequest: Sendable {
  /// The person.
  public var person: PersonNumber
  /// The benefit.
  public var benefit: Benefit
  /// The month of entitlement.
  public var month: Month
  /// Which of several such obligations; needed if there are several.
  public var occurrence: Int?
  /// The last step of this event; without it the last step of all.
  public var event: Event?

  /// The last step of an obligation.
  public init(person: PersonNumber, benefit: Benefit, month: Month) {
    self.person = person
    self.benefit = benefit
    self.month = month
  }
}

extension Ledger {
  /// Proves that a line of a person is in the ledger of the last checkpoint of a file.
  ///
  /// - Throws: `LedgerError`: `fileMissing`, `fileUnreadable`, `checkpointMalformed`, and what
  ///   ``prove(_:by:)`` throws.
  public func prove(_ request: ProofRequest, byLastOf file: String) throws -> PaymentProof {
    try prove(request, by: try promised(try CheckpointFile.read(file).last, "checkpoint"))
  }

  /// Proves that a line of a person is in the ledger of a checkpoint.
  ///
  /// - Parameters:
  ///   - request: Which line.
  ///   - checkpoint: The checkpoint, which was made after the line was posted.
  /// - Returns: The proof; only its signature is not checked.
  /// - Throws: `LedgerError`: `notFound` if there is no such step, `lineNotCheckpointed`,
  ///   `lineNotProvable`, and what the store did.
  public func prove(
    _ request: ProofRequest, by checkpoint: SignedCheckpoint
  ) throws -> PaymentProof {
    try store.read { snapshot in
      let step = try snapshot.step(request)
      guard step.batch <= checkpoint.checkpoint.size else {
        throw LedgerError(
          .lineNotCheckpointed,
          """
          Line \(step.line) was posted by batch \(step.batch), and the checkpoint of \
          \(checkpoint.checkpoint.date) covers the batches up to \(checkpoint.checkpoint.size).
          """,
          help: "Make a checkpoint with `benefit-ledger checkpoint`, and prove the line by it.")
      }
      guard let proof = try snapshot.proof(step.line, of: step.batch, checkpoint),
        proof.gap == nil
      else {
        throw LedgerError(
          .lineNotProvable,
          """
          Line \(step.line) cannot be proven: the ledger is not the one of the checkpoint of \
          \(checkpoint.checkpoint.date), or it was changed.
          """,
          help: "`benefit-ledger verify --against` with the file of the checkpoint says more.")
      }
      return proof
    }
  }
}

extension LedgerSnapshot {
  /// The line and the batch of the step that is asked for.
  fileprivate func step(_ request: ProofRequest) throws -> (line: Int64, batch: Int64) {
    let obligations = try ObligationReader(self, AsOf()).obligations(
      of: request.person, month: request.month, benefit: request.benefit
    ).filter { request.occurrence == nil || $0.occurrence == request.occurrence }
    guard let obligation = obligations.first else {
      throw LedgerError(
        .notFound, "There is no such occurrence of the benefit in \(request.month).",
        help: "`benefit-ledger person` shows every obligation of the person.")
    }
    guard obligations.count == 1 else {
      throw LedgerError(
        .notFound,
        """
        Person \(request.person) has \(obligations.count) obligations of \(request.benefit.code) \
        for \(request.month).
        """,
        help: "Say with --occurrence which one is to be proven.")
    }
    guard
      let step = obligation.steps.last(where: {
        request.event == nil || $0.event == request.event
      })
    else {
      throw LedgerError(
        .notFound, "The obligation has no step of that event.",
        help: "`benefit-ledger person` shows every step.")
    }
    return (step.line, step.batch)
  }

  /// The proof of a line; nil if the ledger does not have what it is made of.
  fileprivate func proof(
    _ number: Int64, of batch: Int64, _ checkpoint: SignedCheckpoint
  ) throws -> PaymentProof? {
    let size = checkpoint.checkpoint.size
    var stored: StoredBatch?
    try scanBatches(from: batch, through: batch) { stored = $0 }
    guard let stored, let (line, path) = try line(number, of: stored.header) else { return nil }
    var subtrees = SubtreeRoots(MerklePath.inclusion(of: Int(batch - 1), in: Int(size)))
    _ = try SealHistory(self, at: [], through: size) { subtrees.append($0) }
    return PaymentProof(
      line: line, linePath: path, header: stored.header, root: stored.root,
      previousSeal: stored.previousSeal, seal: stored.seal, sealPath: subtrees.roots,
      checkpoint: checkpoint)
  }

  /// A line and its path in the tree of its batch.
  private func line(
    _ number: Int64, of header: BatchHeader
  ) throws -> (ProvenLine, [Digest])? {
    let (end, overflow) = header.firstLine.addingReportingOverflow(header.lineCount)
    guard !overflow, header.firstLine >= 1,
      (header.firstLine..<max(end, header.firstLine)).contains(number)
    else { return nil }
    var findings = FindingList()
    let register = try AuditedRegister(self, &findings)
    guard let records = register.records(at: header.registerDigest) else { return nil }
    var subtrees = SubtreeRoots(
      MerklePath.inclusion(of: Int(number - header.firstLine), in: Int(header.lineCount)))
    var canonical = CanonicalBytes()
    var proven: ProvenLine?
    try scanLines(from: header.firstLine, through: end - 1) { stored in
      guard let site = register.code(of: stored.line.unit, on: header.date, records: records) else {
        subtrees.append(.zero)
        return
      }
      subtrees.append(
        Leaf.payment(
          stored.line, site: site, text: stored.text, corrects: stored.corrects, using: &canonical))
      if stored.number == number {
        proven = ProvenLine(
          number: number, stored.line, site: site, text: stored.text, corrects: stored.corrects)
      }
    }
    return proven.map { ($0, subtrees.roots) }
  }
}
