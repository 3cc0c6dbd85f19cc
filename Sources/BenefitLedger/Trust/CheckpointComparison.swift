import LedgerCore
import LedgerStore

/// How a ledger stands to checkpoints that were made of it, or of another.
struct CheckpointComparison {
  /// The roots of the ledger, at the checkpoints and now.
  let seals: SealHistory
  private let lastRecord: Int64
  private var digests: [Int64: Digest] = [0: .zero]
  /// After how many batches a checkpoint was the last that the ledger continues.
  private(set) var agreed: Int64 = 0

  /// What a ledger has otherwise than a checkpoint.
  struct Difference {
    /// What `verify` calls it.
    var kind: Finding.Kind
    /// What it is, in a sentence.
    var message: Message
  }

  /// Reads what the checkpoints are compared with.
  init(
    _ snapshot: any LedgerSnapshot, _ checkpoints: [Checkpoint], through last: Int64 = .max
  ) throws {
    seals = try SealHistory(snapshot, at: Set(checkpoints.map(\.size)), through: last)
    lastRecord = try snapshot.integer("SELECT max(record_no) FROM record") ?? 0
    for record in Set(checkpoints.map(\.record)) where record > 0 {
      try snapshot.query(
        "SELECT record_digest FROM record WHERE record_no = ?1", [.integer(record)]
      ) { digests[record] = $0.digest(0) }
    }
    for checkpoint in checkpoints where seals.root(after: checkpoint.size) == checkpoint.root {
      agreed = max(agreed, checkpoint.size)
    }
  }

  /// What is different; nothing if the ledger continues the checkpoint.
  func differences(_ checkpoint: Checkpoint) -> [Difference] {
    [batches(checkpoint), register(checkpoint)].compactMap(\.self)
  }

  private func batches(_ checkpoint: Checkpoint) -> Difference? {
    let size = checkpoint.size
    if size > seals.size {
      return Difference(
        kind: .checkpointAhead,
        message:
          """
          The checkpoint of \(checkpoint.date) covers the batches up to \(size), and the \
          last of this ledger is \(seals.size): batches were cut off, or this is an older copy of \
          the ledger.
          """
      )
    }
    guard seals.root(after: size) != checkpoint.root else { return nil }
    return Difference(
      kind: .checkpointDiffers,
      message:
        """
        Batches \(min(agreed, size - 1) + 1) to \(size) are not those of the checkpoint of \
        \(checkpoint.date): at least one was replaced and everything after it sealed anew, or \
        this is another ledger.
        """
    )
  }

  private func register(_ checkpoint: Checkpoint) -> Difference? {
    let record = checkpoint.record
    if record > lastRecord {
      return Difference(
        kind: .checkpointRegister,
        message:
          """
          The checkpoint of \(checkpoint.date) was made after record \(record) of the register, \
          and the last is \(lastRecord): records were cut off, or this is an older copy of the \
          ledger.
          """
      )
    }
    guard digests[record] != checkpoint.register else { return nil }
    return Difference(
      kind: .checkpointRegister,
      message:
        """
        The register up to record \(record) is not that of the checkpoint of \(checkpoint.date): \
        at least one record was replaced, or this is another ledger.
        """
    )
  }
}
