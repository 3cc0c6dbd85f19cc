import struct Crypto.SHA256

/// The SHA-256 of bytes that come piece by piece.
public struct RunningDigest: Sendable {
  private var hash = SHA256()

  /// Of no bytes.
  public init() {}

  /// Adds the next bytes.
  public mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The digest of the bytes so far.
  public var digest: Digest { Digest(hash.finalize()) }
}
