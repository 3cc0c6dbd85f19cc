import Crypto

/// A user's Ed25519 key: who he is, and what he signs with.
public struct SigningKey: Sendable {
  /// The user's name.
  public let name: String
  private let key: Curve25519.Signing.PrivateKey

  /// A new key, from the system's randomness.
  public init(name: String) {
    self.name = name
    key = Curve25519.Signing.PrivateKey()
  }

  /// The key of a seed, or nil if the seed does not have 32 bytes.
  public init?(name: String, seed: [UInt8]) {
    guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    else { return nil }
    self.name = name
    self.key = key
  }

  /// The 32 bytes the key is made from; whoever has them is the user.
  public var seed: [UInt8] { Array(key.rawRepresentation) }

  /// The half that everybody may know.
  public var publicKey: PublicKey { PublicKey(key.publicKey) }

  /// Signs a digest.
  ///
  /// - Returns: 64 bytes.
  /// - Throws: What the cryptographic library throws; it has no reason to.
  public func sign(_ digest: Digest) throws -> [UInt8] {
    Array(try key.signature(for: digest.bytes))
  }

  /// Signs the text of a note.
  ///
  /// No note is as short as the 32 bytes of a digest, so neither signature can stand for the other.
  ///
  /// - Returns: 64 bytes.
  /// - Throws: What the cryptographic library throws; it has no reason to.
  public func sign(note text: [UInt8]) throws -> [UInt8] {
    precondition(text.count > 32, "a note is longer than a digest")
    return Array(try key.signature(for: text))
  }
}

/// The half of a key that the ledger knows.
public struct PublicKey: Sendable, Hashable {
  /// Its 32 bytes.
  public let bytes: [UInt8]

  /// Takes over 32 bytes, or nil if there are fewer or more.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  init(_ key: Curve25519.Signing.PublicKey) { bytes = Array(key.rawRepresentation) }

  /// Whether a signature of a digest was made with the private half.
  public func isValid(_ signature: [UInt8], of digest: Digest) -> Bool {
    isValid(signature, ofBytes: digest.bytes)
  }

  /// Whether a signature of a note's text was made with the private half.
  public func isValid(_ signature: [UInt8], ofNote text: [UInt8]) -> Bool {
    text.count > 32 && isValid(signature, ofBytes: text)
  }

  private func isValid(_ signature: [UInt8], ofBytes message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }
}

extension PublicKey: CustomStringConvertible {
  /// The bytes in 64 hexadecimal digits.
  public var description: String { hexadecimal(bytes) }
}
