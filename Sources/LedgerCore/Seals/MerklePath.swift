/// Paths through the Merkle tree of RFC 6962: which nodes prove something, and whether they do.
///
/// A path is made of the roots of subtrees, each named by the range of leaves that it covers; so it is
/// worked out while the leaves pass by once, whatever their number (see ``SubtreeRoots``).
public enum MerklePath {
  /// The subtrees that prove that a leaf is in a tree, the nearest to the leaf first.
  ///
  /// RFC 6962, section 2.1.1.
  ///
  /// - Parameters:
  ///   - index: The leaf, from 0.
  ///   - size: How many leaves the tree has.
  /// - Returns: Ranges of leaves; none if the tree has no such leaf.
  public static func inclusion(of index: Int, in size: Int) -> [Range<Int>] {
    guard index >= 0, index < size else { return [] }
    var ranges: [Range<Int>] = []
    var tree = 0..<size
    while tree.count > 1 {
      let middle = split(tree)
      if index < middle {
        ranges.append(middle..<tree.upperBound)
        tree = tree.lowerBound..<middle
      } else {
        ranges.append(tree.lowerBound..<middle)
        tree = middle..<tree.upperBound
      }
    }
    return ranges.reversed()
  }

  /// The subtrees that prove that a tree is the beginning of a larger one.
  ///
  /// RFC 6962, section 2.1.2.
  ///
  /// - Parameters:
  ///   - old: How many leaves the tree had.
  ///   - size: How many it has.
  /// - Returns: Ranges of leaves; none if nothing is to be proven, or the tree became smaller.
  public static func consistency(from old: Int, to size: Int) -> [Range<Int>] {
    guard old > 0, old < size else { return [] }
    var ranges: [Range<Int>] = []
    var tree = 0..<size
    while tree.upperBound != old {
      let middle = split(tree)
      if old <= middle {
        ranges.append(middle..<tree.upperBound)
        tree = tree.lowerBound..<middle
      } else {
        ranges.append(tree.lowerBound..<middle)
        tree = middle..<tree.upperBound
      }
    }
    // The whole old tree is known to whoever asks; a part of it is not.
    if tree.lowerBound > 0 { ranges.append(tree) }
    return ranges.reversed()
  }

  /// The root that a leaf and its path lead to.
  ///
  /// - Parameters:
  ///   - leaf: The hash of the leaf.
  ///   - index: Its place, from 0.
  ///   - size: How many leaves the tree has.
  ///   - path: The path, the nearest to the leaf first.
  /// - Returns: The root; nil if a tree of this size has no such leaf, or the path of this leaf has
  ///   another length.
  public static func root(
    leaf: Digest, at index: Int, in size: Int, _ path: [Digest]
  ) -> Digest? {
    guard index >= 0, index < size else { return nil }
    var place = index
    var last = size - 1
    var root = leaf
    for node in path {
      guard last > 0 else { return nil }
      if place & 1 == 1 || place == last {
        root = MerkleTree.node(node, root)
        while place & 1 == 0 && place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        root = MerkleTree.node(root, node)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 ? root : nil
  }

  /// Whether a path proves that a tree is the beginning of a larger one.
  ///
  /// - Parameters:
  ///   - old: How many leaves the tree had; the tree without leaves is the beginning of every tree.
  ///   - oldRoot: Its root.
  ///   - size: How many leaves the larger one has.
  ///   - root: Its root.
  ///   - path: The path.
  /// - Returns: False as well if the path is longer or shorter than it has to be.
  public static func isConsistent(
    from old: Int, _ oldRoot: Digest, to size: Int, _ root: Digest, _ path: [Digest]
  ) -> Bool {
    guard old >= 0, old <= size else { return false }
    if old == 0 { return path.isEmpty && oldRoot == MerkleTree().root }
    if old == size { return path.isEmpty && oldRoot == root }
    // An old tree that is complete is a node by itself, and not repeated in the path.
    let isNode = old & (old - 1) == 0
    guard let first = isNode ? oldRoot : path.first else { return false }
    var place = old - 1
    var last = size - 1
    while place & 1 == 1 {
      place >>= 1
      last >>= 1
    }
    var before = first
    var after = first
    for node in path.dropFirst(isNode ? 0 : 1) {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        before = MerkleTree.node(node, before)
        after = MerkleTree.node(node, after)
        while place & 1 == 0 && place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        after = MerkleTree.node(after, node)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && before == oldRoot && after == root
  }

  /// Where a tree of more than one leaf splits: behind the largest power of two below its size.
  private static func split(_ tree: Range<Int>) -> Int {
    tree.lowerBound + 1 << (Int.bitWidth - 1 - (tree.count - 1).leadingZeroBitCount)
  }
}
