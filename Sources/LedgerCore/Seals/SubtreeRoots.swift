/// The roots of subtrees, from leaves that arrive in order.
///
/// Subtrees that do not overlap, such as those of a path, take a few nodes of memory each.
public struct SubtreeRoots: Sendable {
  private let ranges: [Range<Int>]
  /// The places in `ranges`, in the order of the leaves.
  private let order: [Int]
  private var trees: [MerkleTree]
  private var current = 0
  private var count = 0

  /// Begins before the first leaf.
  ///
  /// - Parameter ranges: The leaves of each subtree; no two overlap, and none is empty.
  public init(_ ranges: [Range<Int>]) {
    self.ranges = ranges
    order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
    trees = ranges.map { _ in MerkleTree() }
  }

  /// Adds the next leaf.
  public mutating func append(_ leaf: Digest) {
    while current < order.count, ranges[order[current]].upperBound <= count { current += 1 }
    if current < order.count, ranges[order[current]].contains(count) {
      trees[order[current]].append(leaf)
    }
    count += 1
  }

  /// The roots, in the order of the ranges.
  public var roots: [Digest] { trees.map(\.root) }
}
