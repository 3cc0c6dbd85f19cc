import Crypto

/// A SHA-256 digest, 32 bytes.
public struct Digest: Hashable, Sendable {
  /// The bytes in four big-endian words.
  public let words: (UInt64, UInt64, UInt64, UInt64)

  /// Thirty-two zero bytes: the seal before the first batch.
  public static let zero = Digest(words: (0, 0, 0, 0))

  init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// Makes a digest of 32 bytes, or nil if there are fewer or more.
  public init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 32 else { return nil }
    func word(_ index: Int) -> UInt64 {
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// Makes a digest of 64 hexadecimal digits.
  public init?(hex: String) {
    guard let bytes = LedgerCore.bytes(hexadecimal: hex),
      let digest = bytes.withUnsafeBytes({ Digest(bytes: $0) })
    else { return nil }
    self = digest
  }

  /// Hashes bytes.
  public static func sha256(_ bytes: UnsafeRawBufferPointer) -> Digest {
    Digest(SHA256.hash(data: bytes))
  }

  /// Hashes bytes.
  public static func sha256(_ bytes: [UInt8]) -> Digest {
    bytes.withUnsafeBytes { sha256($0) }
  }

  /// Takes over what swift-crypto computed.
  public init(_ hash: SHA256Digest) {
    guard let digest = hash.withUnsafeBytes({ Digest(bytes: $0) }) else {
      preconditionFailure("SHA-256 has 32 bytes")
    }
    self = digest
  }

  /// The bytes.
  public var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
    }
  }

  /// Whether two digests are the same.
  public static func == (left: Digest, right: Digest) -> Bool {
    left.words.0 == right.words.0 && left.words.1 == right.words.1
      && left.words.2 == right.words.2 && left.words.3 == right.words.3
  }

  /// Feeds the digest into a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

extension Digest: CustomStringConvertible {
  /// The digest in 64 hexadecimal digits.
  public var description: String { hexadecimal(bytes) }
}
