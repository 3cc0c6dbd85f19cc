/// The bytes that a record is hashed from, one length-prefixed field after the other.
///
/// Four bytes of big-endian length stand before every field, so no two different records share
/// their bytes. The fields and their order are specified in `docs/reference/seals.md`.
///
/// The buffer is its own, not an array's: a leaf is made for each of millions of lines, and an array
/// checks uniqueness and capacity at every one of its twelve fields.
public struct CanonicalBytes: ~Copyable {
  private var storage: UnsafeMutableRawBufferPointer
  private var count = 0

  /// No fields, with room for a common record.
  public init() { storage = .allocate(byteCount: 1_024, alignment: 8) }

  deinit { storage.deallocate() }

  /// The bytes so far.
  public var bytes: ContiguousArray<UInt8> {
    ContiguousArray(UnsafeRawBufferPointer(rebasing: storage[0..<count]))
  }

  /// Forgets the fields and writes the prefix that tells leaves from nodes.
  @inline(__always)
  public mutating func begin(prefix: UInt8) {
    storage[0] = prefix
    count = 1
  }

  /// Forgets the fields.
  public mutating func begin() { count = 0 }

  /// Appends an integer as eight big-endian bytes.
  @inline(__always)
  public mutating func append(_ value: Int64) {
    reserve(12)
    storage.storeBytes(of: UInt32(8).bigEndian, toByteOffset: count, as: UInt32.self)
    storage.storeBytes(of: value.bigEndian, toByteOffset: count + 4, as: Int64.self)
    count += 12
  }

  /// Appends bytes as they are.
  @inline(__always)
  public mutating func append(_ field: UnsafeRawBufferPointer) {
    reserve(field.count + 4)
    append(length: UInt32(field.count))
    UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyMemory(from: field)
    count += field.count
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
    reserve(4)
    storage.storeBytes(of: length.bigEndian, toByteOffset: count, as: UInt32.self)
    count += 4
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > storage.count { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: (count + more) * 2, alignment: 8)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[0..<count]))
    storage.deallocate()
    storage = larger
  }

  /// The SHA-256 of the bytes.
  @inline(__always)
  public borrowing func sha256() -> Digest {
    Digest.sha256(UnsafeRawBufferPointer(rebasing: storage[0..<count]))
  }
}
