/// Where a ledger stood: the root over the seals of its batches, and the end of its register.
///
/// It is a checkpoint as `c2sp.org/tlog-checkpoint` describes it, with two lines of its own:
///
/// ```text
/// ORIGIN
/// how many batches
/// root over their seals, in base64
/// register RECORD DIGEST
/// date YYYY-MM-DD
/// ```
public struct Checkpoint: Sendable, Equatable {
  /// Which ledger it is of: the name of the key that signs.
  public var origin: String
  /// How many batches it covers: all up to this number.
  public var size: Int64
  /// The root of the tree whose leaves are the seals of the batches.
  public var root: Digest
  /// The number of the register's last record.
  public var record: Int64
  /// The digest of the register after that record; zeros if there is none.
  public var register: Digest
  /// The day on which it was made.
  public var date: CivilDate

  /// Puts a checkpoint together.
  public init(
    origin: String, size: Int64, root: Digest, record: Int64, register: Digest, date: CivilDate
  ) {
    self.origin = origin
    self.size = size
    self.root = root
    self.record = record
    self.register = register
    self.date = date
  }

  /// The leaf of a batch in the tree of seals.
  public static func leaf(_ seal: Digest) -> Digest { Digest.sha256([0] + seal.bytes) }

  /// The text that is signed.
  public var text: String {
    "\(origin)\n\(size)\n\(root.base64)\nregister \(record) \(register.base64)\ndate \(date)\n"
  }

  /// Reads the text of a checkpoint, or nil if it is written otherwise.
  public init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 6, lines[5].isEmpty else { return nil }
    let register = lines[3].split(separator: " ", omittingEmptySubsequences: false)
    guard UserNames.isName(String(lines[0])), let size = Int64(lines[1]), size >= 0,
      let root = Digest(base64: lines[2]), register.count == 3, register[0] == "register",
      let record = Int64(register[1]), record >= 0, let digest = Digest(base64: register[2]),
      lines[4].hasPrefix("date "), let date = CivilDate(String(lines[4].dropFirst(5)))
    else { return nil }
    self.init(
      origin: String(lines[0]), size: size, root: root, record: record, register: digest,
      date: date)
    guard Array(self.text.utf8) == Array(text.utf8) else { return nil }
  }
}

/// A checkpoint with its signatures.
public struct SignedCheckpoint: Sendable, Equatable {
  /// What is signed.
  public let checkpoint: Checkpoint
  /// The text and the signatures.
  public let note: SignedNote

  /// Signs a checkpoint; the key's name is its origin.
  ///
  /// - Throws: What the cryptographic library throws; it has no reason to.
  public init(signing checkpoint: Checkpoint, by key: SigningKey) throws {
    precondition(checkpoint.origin == key.name, "the origin is the name of the key")
    self.checkpoint = checkpoint
    note = try SignedNote(signing: checkpoint.text, by: key)
  }

  /// Whether a key signed it whose name is the origin.
  public func isSigned(by key: VerifierKey) -> Bool {
    key.name == checkpoint.origin && note.isSigned(by: key)
  }
}
