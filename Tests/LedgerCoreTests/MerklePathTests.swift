import LedgerCore
import Testing

@Suite struct MerklePathTests {
  /// The leaves of Certificate Transparency's reference tests, hashed.
  static let leaves = MerkleTreeTests.leaves.map { Digest.sha256([0] + $0) }

  /// A few leaves of a larger tree.
  static let many = (0..<40).map { Digest.sha256([0, UInt8($0)]) }

  static func root(_ leaves: some Sequence<Digest>) -> Digest {
    var tree = MerkleTree()
    for leaf in leaves { tree.append(leaf) }
    return tree.root
  }

  static func roots(_ ranges: [Range<Int>], _ leaves: [Digest]) -> [Digest] {
    var subtrees = SubtreeRoots(ranges)
    for leaf in leaves { subtrees.append(leaf) }
    return subtrees.roots
  }

  static func inclusion(_ index: Int, _ size: Int, _ leaves: [Digest]) -> [Digest] {
    roots(MerklePath.inclusion(of: index, in: size), Array(leaves.prefix(size)))
  }

  static func consistency(_ old: Int, _ size: Int, _ leaves: [Digest]) -> [Digest] {
    roots(MerklePath.consistency(from: old, to: size), Array(leaves.prefix(size)))
  }

  /// The paths of `merkletree/merkle_tree_test.cc`: leaf from 0, size, nodes.
  static let inclusions: [(leaf: Int, size: Int, path: [String])] = [
    (0, 1, []),
    (
      0, 8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ]
    ),
    (
      5, 8,
      [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
      1, 5,
      [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    ),
  ]

  @Test(arguments: inclusions)
  func `paths of leaves are those of Certificate Transparency`(
    _ vector: (leaf: Int, size: Int, path: [String])
  ) throws {
    let path = Self.inclusion(vector.leaf, vector.size, Self.leaves)
    #expect(path.map(\.description) == vector.path)
    let root = MerklePath.root(
      leaf: Self.leaves[vector.leaf], at: vector.leaf, in: vector.size, path)
    #expect(root?.description == MerkleTreeTests.roots[vector.size])
  }

  /// The same source: old size, size, nodes.
  static let consistencies: [(old: Int, size: Int, path: [String])] = [
    (1, 1, []),
    (
      1, 8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ]
    ),
    (
      6, 8,
      [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (
      2, 5,
      [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    ),
  ]

  @Test(arguments: consistencies)
  func `proofs that a tree grew are those of Certificate Transparency`(
    _ vector: (old: Int, size: Int, path: [String])
  ) throws {
    let path = Self.consistency(vector.old, vector.size, Self.leaves)
    #expect(path.map(\.description) == vector.path)
    let roots = try MerkleTreeTests.roots.map { try #require(Digest(hex: $0)) }
    #expect(
      MerklePath.isConsistent(
        from: vector.old, roots[vector.old], to: vector.size, roots[vector.size], path))
  }

  // MARK: Every tree up to 40 leaves, against the definitions

  /// RFC 6962, section 2.1.1, word for word.
  static func defined(_ index: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
    guard leaves.count > 1 else { return [] }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let middle = leaves.startIndex + split
    return index < split
      ? defined(index, leaves[..<middle]) + [MerkleTreeTests.defined(leaves[middle...])]
      : defined(index - split, leaves[middle...]) + [MerkleTreeTests.defined(leaves[..<middle])]
  }

  /// RFC 6962, section 2.1.2, word for word.
  static func defined(from old: Int, _ leaves: ArraySlice<Digest>, isWhole: Bool) -> [Digest] {
    if old == leaves.count { return isWhole ? [] : [MerkleTreeTests.defined(leaves)] }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let middle = leaves.startIndex + split
    return old <= split
      ? defined(from: old, leaves[..<middle], isWhole: isWhole)
        + [MerkleTreeTests.defined(leaves[middle...])]
      : defined(from: old - split, leaves[middle...], isWhole: false)
        + [MerkleTreeTests.defined(leaves[..<middle])]
  }

  @Test(arguments: 1...40)
  func `every path of a leaf is the defined one, and proves that leaf at that place only`(
    _ size: Int
  ) {
    let root = Self.root(Self.many.prefix(size))
    for index in 0..<size {
      let path = Self.inclusion(index, size, Self.many)
      #expect(path == Self.defined(index, Self.many[..<size]))
      for other in 0..<size {
        let computed = MerklePath.root(leaf: Self.many[index], at: other, in: size, path)
        #expect((computed == root) == (other == index))
      }
      #expect(MerklePath.root(leaf: Self.many[index], at: size, in: size, path) == nil)
      #expect(MerklePath.root(leaf: Self.many[index], at: -1, in: size, path) == nil)
      #expect(
        MerklePath.root(leaf: Self.many[index], at: index, in: size, path + [root]) == nil)
      if !path.isEmpty {
        #expect(
          MerklePath.root(leaf: Self.many[index], at: index, in: size, path.dropLast()) == nil)
        #expect(
          MerklePath.root(leaf: Self.many[index], at: index, in: size, Array(path.dropFirst()))
            != root)
      }
    }
    #expect(MerklePath.root(leaf: Self.many[0], at: 0, in: 0, []) == nil)
    #expect(MerklePath.inclusion(of: size, in: size).isEmpty)
  }

  @Test(arguments: 1...40)
  func `every proof that a tree grew is the defined one, and proves nothing else`(_ size: Int) {
    let root = Self.root(Self.many.prefix(size))
    let other = Digest.sha256([9])
    for old in 1...size {
      let before = Self.root(Self.many.prefix(old))
      let path = Self.consistency(old, size, Self.many)
      #expect(path == Self.defined(from: old, Self.many[..<size], isWhole: true))
      func holds(_ old: Int, _ before: Digest, _ size: Int, _ root: Digest, _ path: [Digest])
        -> Bool
      {
        MerklePath.isConsistent(from: old, before, to: size, root, path)
      }
      #expect(holds(old, before, size, root, path))
      #expect(!holds(old, other, size, root, path))
      #expect(!holds(old, before, size, other, path))
      #expect(!holds(old, before, size, root, path + [other]))
      #expect(!holds(old, before, size, root, [other] + path))
      #expect(!holds(size + 1, before, size, root, path))
      #expect(!holds(-1, before, size, root, path))
      for index in path.indices {
        var changed = path
        changed[index] = other
        #expect(!holds(old, before, size, root, changed))
        changed.remove(at: index)
        #expect(!holds(old, before, size, root, changed))
      }
      // With another size the same nodes prove nothing.
      for wrong in 1...size where wrong != old {
        #expect(!holds(wrong, before, size, root, path))
      }
    }
  }

  @Test func `the tree without leaves is the beginning of every tree and proves nothing`() {
    let root = Self.root(Self.many)
    let empty = MerkleTree().root
    #expect(MerklePath.isConsistent(from: 0, empty, to: 40, root, []))
    #expect(!MerklePath.isConsistent(from: 0, root, to: 40, root, []))
    #expect(!MerklePath.isConsistent(from: 0, empty, to: 40, root, [root]))
    #expect(MerklePath.isConsistent(from: 0, empty, to: 0, empty, []))
    #expect(MerklePath.consistency(from: 0, to: 40).isEmpty)
    #expect(MerklePath.consistency(from: 41, to: 40).isEmpty)
  }
}
