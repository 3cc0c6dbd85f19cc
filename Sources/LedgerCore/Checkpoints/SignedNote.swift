/// A text with signatures, as `c2sp.org/signed-note` writes it.
///
/// ```text
/// text, of one line or more
///
/// — NAME BASE64
/// ```
///
/// What is signed is the text with its last line end. The base64 of a signature is the hash of the key
/// and, for Ed25519, 64 bytes.
public struct SignedNote: Sendable, Equatable {
  /// The text, which ends in a line end.
  public let text: String
  /// The signatures, in the order in which they stand.
  public let signatures: [Signature]

  /// A signature of a note.
  public struct Signature: Sendable, Equatable {
    /// Who signed.
    public let name: String
    /// The hash of his key.
    public let hash: [UInt8]
    /// What he wrote.
    public let bytes: [UInt8]
  }

  /// How a line with a signature begins: an em dash and a space.
  static let mark = "\u{2014} "
  /// How many signatures a note may have.
  static let most = 16

  /// Puts a note together.
  init(text: String, signatures: [Signature]) {
    self.text = text
    self.signatures = signatures
  }

  /// Signs a text.
  ///
  /// - Parameters:
  ///   - text: One line or more, none of them empty, each with its line end.
  ///   - key: Who signs.
  /// - Throws: What the cryptographic library throws; it has no reason to.
  public init(signing text: String, by key: SigningKey) throws {
    self.init(
      text: text,
      signatures: [
        Signature(
          name: key.name, hash: key.verifierKey.hash, bytes: try key.sign(note: Array(text.utf8)))
      ])
  }

  /// The note as it is written.
  public var description: String {
    let lines = signatures.map { "\(Self.mark)\($0.name) \(Base64.text($0.hash + $0.bytes))\n" }
    return text + "\n" + lines.joined()
  }

  /// Whether one of the signatures is that of a key.
  ///
  /// A signature that names the key and is not its own makes the whole note invalid.
  public func isSigned(by key: VerifierKey) -> Bool {
    let own = signatures.filter { $0.name == key.name && $0.hash == key.hash }
    let text = Array(text.utf8)
    return !own.isEmpty && own.allSatisfy { key.key.isValid($0.bytes, ofNote: text) }
  }
}

extension SignedNote.Signature {
  /// Reads the line of a signature, without its line end; nil if it is not of the form.
  init?(line: String) {
    guard line.hasPrefix(SignedNote.mark) else { return nil }
    let parts = line.dropFirst(SignedNote.mark.count)
      .split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, UserNames.isName(String(parts[0])),
      let bytes = Base64.bytes(parts[1]), bytes.count > 4
    else { return nil }
    self.init(
      name: String(parts[0]), hash: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
  }
}
