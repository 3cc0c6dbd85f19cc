/// That a line is in a ledger, for somebody who does not have the ledger.
///
/// The line and its path make the root of the batch; root, header and the seal of the batch before make
/// the seal; the seal and its path make the root of the checkpoint; and the checkpoint is signed.
public struct PaymentProof: Sendable, Equatable {
  /// The line.
  public var line: ProvenLine
  /// The path of the line in the tree of its batch.
  public var linePath: [Digest]
  /// What the batch says of itself.
  public var header: BatchHeader
  /// The root of the batch.
  public var root: Digest
  /// The seal of the batch before; zeros before the first.
  public var previousSeal: Digest
  /// The seal of the batch.
  public var seal: Digest
  /// The path of the seal in the tree of the checkpoint.
  public var sealPath: [Digest]
  /// Where the ledger stood.
  public var checkpoint: SignedCheckpoint

  /// Puts a proof together.
  public init(
    line: ProvenLine, linePath: [Digest], header: BatchHeader, root: Digest, previousSeal: Digest,
    seal: Digest, sealPath: [Digest], checkpoint: SignedCheckpoint
  ) {
    self.line = line
    self.linePath = linePath
    self.header = header
    self.root = root
    self.previousSeal = previousSeal
    self.seal = seal
    self.sealPath = sealPath
    self.checkpoint = checkpoint
  }

  /// A part of a proof that does not hold.
  public enum Gap: Sendable, Equatable {
    /// The line is not one of the batch.
    case line
    /// The header of the batch is not what was sealed.
    case header
    /// The batch is not one of the checkpoint.
    case batch
    /// The checkpoint is not signed by the key.
    case signature
  }

  /// What does not hold, the signature aside; nil if all does.
  public var gap: Gap? {
    guard header.firstLine >= 1, line.number >= header.firstLine,
      line.number - header.firstLine < header.lineCount, let leaf = line.leaf,
      MerklePath.root(
        leaf: leaf, at: Int(line.number - header.firstLine), in: Int(header.lineCount), linePath)
        == root
    else { return .line }
    guard header.event.list == .payments, header.seal(previous: previousSeal, root: root) == seal
    else { return .header }
    guard header.number >= 1, header.number <= checkpoint.checkpoint.size,
      MerklePath.root(
        leaf: Checkpoint.leaf(seal), at: Int(header.number - 1),
        in: Int(checkpoint.checkpoint.size), sealPath) == checkpoint.checkpoint.root
    else { return .batch }
    return nil
  }

  /// What does not hold; nil if the line is in the ledger that the key vouches for.
  public func gap(_ key: VerifierKey) -> Gap? {
    gap ?? (checkpoint.isSigned(by: key) ? nil : .signature)
  }
}
