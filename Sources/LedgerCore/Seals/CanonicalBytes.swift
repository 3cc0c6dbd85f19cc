/// The bytes that a record is hashed from, one length-prefixed field after the other.
///
/// Four bytes of big-endian length stand before every field, so no two different records share
/// their bytes. The fields and their order are specified in `docs/reference/seals.md`.
public struct CanonicalBytes: ~Copyable {
  /// The bytes so far.
  public private(set) var bytes: ContiguousArray<UInt8> = []

  /// No fields, with room for a common record.
  public init() { bytes.reserveCapacity(512) }

  /// Forgets the fields and writes the prefix that tells leaves from nodes.
  @inline(__always)
  public mutating func begin(prefix: UInt8) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(prefix)
  }

  /// Forgets the fields.
  public mutating func begin() { bytes.removeAll(keepingCapacity: true) }

  /// Appends an integer as eight big-endian bytes.
  @inline(__always)
  public mutating func append(_ value: Int64) {
    append(length: 8)
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends bytes as they are.
  @inline(__always)
  public mutating func append(_ field: UnsafeRawBufferPointer) {
    append(length: UInt32(field.count))
    bytes.append(contentsOf: field)
  }

  /// Appends text as its UTF-8 bytes.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends a digest as its 32 bytes.
  public mutating func append(_ digest: Digest) {
    digest.bytes.withUnsafeBytes { append($0) }
  }

  /// Appends text, or an absent field, which differs from an empty one.
  public mutating func append(_ text: String?) {
    if let text { append(text) } else { append(length: .max) }
  }

  /// Appends an integer, or an absent field.
  public mutating func append(_ value: Int64?) {
    if let value { append(value) } else { append(length: .max) }
  }

  @inline(__always)
  private mutating func append(length: UInt32) {
    withUnsafeBytes(of: length.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// The SHA-256 of the bytes.
  @inline(__always)
  public borrowing func sha256() -> Digest {
    bytes.withUnsafeBytes { Digest.sha256($0) }
  }
}
