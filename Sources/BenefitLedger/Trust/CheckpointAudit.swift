import LedgerCore
import LedgerStore

/// Checkpoints that a ledger is to be held against.
public struct CheckpointCheck: Sendable {
  /// The checkpoints, in the order in which they were made.
  public var checkpoints: [SignedCheckpoint]
  /// The key that signed them; nil if that is not checked.
  public var key: VerifierKey?

  /// Checkpoints of a file, or several.
  public init(_ checkpoints: [SignedCheckpoint], key: VerifierKey? = nil) {
    self.checkpoints = checkpoints
    self.key = key
  }
}

/// What holding a ledger against checkpoints came to.
public struct CheckpointVerification: Sendable {
  /// A checkpoint and what is known of it.
  public struct Entry: Sendable {
    /// The checkpoint.
    public var checkpoint: Checkpoint
    /// Whether the key signed it; nil if that was not checked.
    public var isSigned: Bool?
    /// Whether the ledger has the batches and the records that it had then, and all that follow.
    public var isContinued: Bool
  }

  /// The checkpoints, in the order in which they were given.
  public var entries: [Entry]
  /// Whose signatures were checked.
  public var signer: String?
  /// How many batches the ledger has.
  public var size: Int64
  /// The root over their seals.
  public var root: Digest
  /// The path from the largest checkpoint that the ledger continues to ``root``, as RFC 6962 has it.
  ///
  /// By it somebody without the ledger sees that a checkpoint of today continues that one.
  public var consistency: [Digest]
}

/// Holds a ledger against checkpoints.
struct CheckpointAudit {
  /// Compares the seals and the register with those of each checkpoint.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - check: The checkpoints.
  ///   - last: The last batch that counts.
  ///   - findings: Where to note what differs.
  /// - Returns: What it came to.
  /// - Throws: What the store does.
  static func run(
    _ snapshot: any LedgerSnapshot, _ check: CheckpointCheck, through last: Int64,
    _ findings: inout FindingList
  ) throws -> CheckpointVerification {
    let comparison = try CheckpointComparison(
      snapshot, check.checkpoints.map(\.checkpoint), through: last)
    var entries: [CheckpointVerification.Entry] = []
    var continued: Checkpoint?
    for signed in check.checkpoints {
      let checkpoint = signed.checkpoint
      let isSigned = check.key.map { signed.isSigned(by: $0) }
      if isSigned == false {
        findings.add(
          Finding(
            .checkpointSignature,
            """
            The checkpoint of \(checkpoint.date) after batch \(checkpoint.size) is not signed by \
            the key that was named: it was altered, or made by somebody else.
            """
          ))
      }
      let differences = comparison.differences(checkpoint)
      for difference in differences { findings.add(Finding(difference.kind, difference.message)) }
      if differences.isEmpty, isSigned ?? true, checkpoint.size >= continued?.size ?? 0 {
        continued = checkpoint
      }
      entries.append(
        CheckpointVerification.Entry(
          checkpoint: checkpoint, isSigned: isSigned, isContinued: differences.isEmpty))
    }
    let size = comparison.seals.size
    return CheckpointVerification(
      entries: entries, signer: check.key?.name, size: size, root: comparison.seals.root,
      consistency: try path(snapshot, from: continued?.size ?? 0, to: size))
  }

  private static func path(
    _ snapshot: any LedgerSnapshot, from old: Int64, to size: Int64
  ) throws -> [Digest] {
    var subtrees = SubtreeRoots(MerklePath.consistency(from: Int(old), to: Int(size)))
    _ = try SealHistory(snapshot, at: [], through: size) { subtrees.append($0) }
    return subtrees.roots
  }
}
