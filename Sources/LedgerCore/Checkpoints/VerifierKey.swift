/// The key by which the signature of a checkpoint is checked, as `c2sp.org/signed-note` writes it.
///
/// `NAME+HASH+KEY`: the hash is that of name and key, in eight hexadecimal digits; the key is one byte
/// that says Ed25519 and the 32 bytes of the public key, in base64.
public struct VerifierKey: Sendable, Hashable {
  /// Whose key it is.
  public let name: String
  /// The public key.
  public let key: PublicKey

  /// The byte that says Ed25519.
  private static let algorithm: UInt8 = 1

  /// Puts a key together.
  public init(name: String, key: PublicKey) {
    self.name = name
    self.key = key
  }

  /// The four bytes by which a signature names the key.
  public var hash: [UInt8] {
    let named = Array(name.utf8) + [0x0A, Self.algorithm] + key.bytes
    return Array(Digest.sha256(named).bytes.prefix(4))
  }

  /// Reads a key, or nil if it is not of the form or its hash is another's.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, UserNames.isName(String(parts[0])),
      let bytes = Base64.bytes(parts[2]), bytes.first == Self.algorithm,
      let key = PublicKey(bytes: Array(bytes.dropFirst()))
    else { return nil }
    self.init(name: String(parts[0]), key: key)
    guard LedgerCore.bytes(hexadecimal: parts[1]) == hash else { return nil }
  }
}

extension VerifierKey: CustomStringConvertible {
  /// The key as it is written.
  public var description: String {
    "\(name)+\(hexadecimal(hash))+\(Base64.text([Self.algorithm] + key.bytes))"
  }
}

extension SigningKey {
  /// The half that others check checkpoints by.
  public var verifierKey: VerifierKey { VerifierKey(name: name, key: publicKey) }
}
