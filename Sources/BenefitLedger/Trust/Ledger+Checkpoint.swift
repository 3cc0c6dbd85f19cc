import LedgerCore
import LedgerStore

/// Who makes a checkpoint, when, and where it is kept.
public struct CheckpointRequest: Sendable {
  /// Who signs; the key's name is the checkpoint's origin.
  public var key: SigningKey
  /// Today in Vietnam.
  public var date: CivilDate
  /// A file of checkpoints to add it to.
  public var file: String?

  /// A checkpoint of today.
  public init(key: SigningKey, date: CivilDate = VietnamClock.today(), file: String? = nil) {
    self.key = key
    self.date = date
    self.file = file
  }
}

/// A checkpoint that was made.
public struct CheckpointAnswer: Sendable {
  /// The checkpoint.
  public var checkpoint: SignedCheckpoint
  /// Whether it was added to a file; false if there is none, or it is its last one already.
  public var isAdded: Bool
}

extension Ledger {
  /// Signs where the ledger stands: the root over the seals of its batches, and the register's end.
  ///
  /// Rows are not read: run ``verify(since:against:progress:)`` first. But what a file of checkpoints
  /// holds already the ledger must continue; otherwise nothing is signed.
  ///
  /// - Parameter request: Who signs, and the file.
  /// - Returns: The checkpoint; if nothing was posted and it is the same day, the last one of the file.
  /// - Throws: `LedgerError`: `checkpointNotContinued`, `checkpointMalformed`, `ledgerDamaged`, and what
  ///   the store and the disk did.
  public func checkpoint(_ request: CheckpointRequest) throws -> CheckpointAnswer {
    guard let file = request.file else {
      let checkpoint = try checkpoint(request, after: [])
      return CheckpointAnswer(checkpoint: checkpoint, isAdded: false)
    }
    var answer: CheckpointAnswer?
    try CheckpointFile.append(to: file) { earlier in
      let next = try checkpoint(request, after: earlier)
      let last = earlier.last.flatMap { $0.checkpoint == next.checkpoint ? $0 : nil }
      answer = CheckpointAnswer(checkpoint: last ?? next, isAdded: last == nil)
      return last == nil ? next : nil
    }
    return try promised(answer, "checkpoint")
  }

  private func checkpoint(
    _ request: CheckpointRequest, after earlier: [SignedCheckpoint]
  ) throws -> SignedCheckpoint {
    let key = request.key.verifierKey
    if let other = earlier.first(where: { !$0.isSigned(by: key) }) {
      throw notContinued(
        """
        The checkpoint of \(other.checkpoint.date) in the file is not signed by the key \
        \(key.name).
        """)
    }
    return try store.read { snapshot in
      try snapshot.requireChain()
      let comparison = try CheckpointComparison(snapshot, earlier.map(\.checkpoint))
      if let difference = earlier.lazy.flatMap({ comparison.differences($0.checkpoint) }).first {
        throw notContinued(difference.message)
      }
      var checkpoint = Checkpoint(
        origin: key.name, size: comparison.seals.size, root: comparison.seals.root, record: 0,
        register: .zero, date: request.date)
      try snapshot.query(
        "SELECT record_no, record_digest FROM record ORDER BY record_no DESC LIMIT 1", []
      ) { row in
        checkpoint.record = row.integer(0)
        checkpoint.register = try promised(row.digest(1), "digest")
      }
      return try SignedCheckpoint(signing: checkpoint, by: request.key)
    }
  }

  private func notContinued(_ message: Message) -> LedgerError {
    LedgerError(
      .checkpointNotContinued, message,
      help:
        """
        Nothing is signed. `benefit-ledger verify --against` with the file says more; a file \
        holds the checkpoints of one ledger by one key.
        """
    )
  }
}

extension LedgerSnapshot {
  /// Refuses a ledger whose batches do not follow one another by number and seal.
  func requireChain() throws {
    var number: Int64 = 0
    var seal: Digest? = .zero
    try query("SELECT batch_no, previous_seal, seal FROM batch ORDER BY batch_no", []) { row in
      guard row.integer(0) == number + 1, let previous = row.digest(1), previous == seal else {
        throw LedgerError(
          .ledgerDamaged,
          """
          Batch \(number + 1) is missing or does not continue from the one before.
          """,
          help: "Nothing is signed. Run `benefit-ledger verify`.")
      }
      number += 1
      seal = row.digest(2)
    }
  }
}
