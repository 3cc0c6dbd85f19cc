/// Reads checkpoints that stand in a text one after the other, with an empty line between them.
public struct CheckpointReader {
  private let lines: [String]
  private var position = 0

  /// What is no checkpoint.
  public struct Fault: Error, Equatable {
    /// The line, from 1.
    public let line: Int
  }

  /// How many bytes a text may have.
  public static let most = 64 << 20

  private init(_ bytes: [UInt8]) throws(Fault) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // The last line has its line end, so that a note that was cut short is noticed.
    guard lines.last?.isEmpty ?? true else { throw Fault(line: lines.count) }
    self.lines = lines.dropLast().map { String(decoding: $0, as: UTF8.self) }
  }

  /// The checkpoints of a text.
  ///
  /// - Parameter bytes: The text; of a file without bytes there are none.
  /// - Returns: The checkpoints, in the order in which they stand.
  /// - Throws: `Fault` at the first line that is not as it has to be.
  public static func checkpoints(_ bytes: [UInt8]) throws(Fault) -> [SignedCheckpoint] {
    var reader = try CheckpointReader(bytes)
    var checkpoints: [SignedCheckpoint] = []
    while reader.position < reader.lines.count {
      if !checkpoints.isEmpty { try reader.skipEmptyLine() }
      checkpoints.append(try reader.checkpoint())
    }
    return checkpoints
  }

  private mutating func checkpoint() throws(Fault) -> SignedCheckpoint {
    let start = position
    while position < lines.count, !lines[position].isEmpty { position += 1 }
    let text = lines[start..<position].map { $0 + "\n" }.joined()
    guard let checkpoint = Checkpoint(text: text) else { throw Fault(line: start + 1) }
    try skipEmptyLine()
    var signatures: [SignedNote.Signature] = []
    while position < lines.count, !lines[position].isEmpty {
      guard let signature = SignedNote.Signature(line: lines[position]),
        signatures.count < SignedNote.most
      else { throw Fault(line: position + 1) }
      signatures.append(signature)
      position += 1
    }
    guard signatures.contains(where: { $0.name == checkpoint.origin }) else {
      throw Fault(line: position + 1)
    }
    return SignedCheckpoint(
      checkpoint, SignedNote(text: text, signatures: signatures))
  }

  private mutating func skipEmptyLine() throws(Fault) {
    guard position < lines.count, lines[position].isEmpty else { throw Fault(line: position + 1) }
    position += 1
  }
}

extension SignedCheckpoint {
  fileprivate init(_ checkpoint: Checkpoint, _ note: SignedNote) {
    self.checkpoint = checkpoint
    self.note = note
  }
}
