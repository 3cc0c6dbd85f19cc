import LedgerCore
import Testing

@Suite struct MerkleTreeTests {
  /// The leaves of the reference tests of Certificate Transparency (`merkletree/merkle_tree_test.cc`).
  static let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
    [
      0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E,
      0x6F,
    ],
  ]

  /// The roots of their first 0, 1, 2 … 8.
  static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test(arguments: roots.indices)
  func `roots are those of Certificate Transparency`(_ count: Int) {
    var tree = MerkleTree()
    for leaf in Self.leaves.prefix(count) { tree.append(Digest.sha256([0] + leaf)) }
    #expect(tree.count == count)
    #expect(tree.root.description == Self.roots[count])
  }

  @Test func `the tree that grows leaf by leaf is the tree of the definition`() {
    var tree = MerkleTree()
    var leaves: [Digest] = []
    for number in 0..<300 {
      #expect(tree.root == Self.defined(leaves[...]))
      leaves.append(Digest.sha256([UInt8(number & 0xFF), UInt8(number >> 8)]))
      tree.append(leaves[number])
    }
  }

  /// RFC 6962, section 2.1, word for word.
  static func defined(_ leaves: ArraySlice<Digest>) -> Digest {
    guard let first = leaves.first else { return Digest.sha256([]) }
    guard leaves.count > 1 else { return first }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let middle = leaves.startIndex + split
    return MerkleTree.node(defined(leaves[..<middle]), defined(leaves[middle...]))
  }
}
