/// The root of a Merkle tree as RFC 6962 section 2.1 defines it, from leaves that arrive in order.
///
/// It keeps one node for each power of two in the number of leaves, so the memory is logarithmic.
public struct MerkleTree: Sendable {
  /// The roots of complete subtrees, largest first; sizes are the bits of `count`.
  private var subtrees: [Digest] = []
  /// How many leaves were added.
  public private(set) var count = 0

  /// The tree without leaves.
  public init() {}

  /// Adds the hash of the next leaf.
  public mutating func append(_ leaf: Digest) {
    var node = leaf
    var size = count
    while size & 1 == 1 {
      node = Self.node(subtrees.removeLast(), node)
      size >>= 1
    }
    subtrees.append(node)
    count += 1
  }

  /// The root; of no leaves, the hash of nothing.
  public var root: Digest {
    guard var node = subtrees.last else { return Digest.sha256([]) }
    for left in subtrees.dropLast().reversed() { node = Self.node(left, node) }
    return node
  }

  /// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: Digest, _ right: Digest) -> Digest {
    withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { buffer in
      buffer[0] = 1
      store(left, in: buffer, at: 1)
      store(right, in: buffer, at: 33)
      return Digest.sha256(UnsafeRawBufferPointer(buffer))
    }
  }

  private static func store(_ digest: Digest, in buffer: UnsafeMutableRawBufferPointer, at: Int) {
    buffer.storeBytes(of: digest.words.0.bigEndian, toByteOffset: at, as: UInt64.self)
    buffer.storeBytes(of: digest.words.1.bigEndian, toByteOffset: at + 8, as: UInt64.self)
    buffer.storeBytes(of: digest.words.2.bigEndian, toByteOffset: at + 16, as: UInt64.self)
    buffer.storeBytes(of: digest.words.3.bigEndian, toByteOffset: at + 24, as: UInt64.self)
  }
}
