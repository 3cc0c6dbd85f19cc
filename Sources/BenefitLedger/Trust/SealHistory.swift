import LedgerCore
import LedgerStore

/// The roots that the tree of seals had after some of a ledger's batches.
struct SealHistory {
  /// How many batches there are.
  private(set) var size: Int64 = 0
  private var tree = MerkleTree()
  private var roots: [Int64: Digest] = [:]

  /// The root over the seals of all batches.
  var root: Digest { tree.root }

  /// Goes over the seals in order.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - sizes: After how many batches the roots are wanted.
  ///   - last: The last batch that counts.
  ///   - each: Gets the leaf of each batch in order.
  /// - Throws: What the store does.
  init(
    _ snapshot: any LedgerSnapshot, at sizes: Set<Int64>, through last: Int64 = .max,
    each: (Digest) -> Void = { _ in }
  ) throws {
    if sizes.contains(0) { roots[0] = tree.root }
    try snapshot.query(
      "SELECT seal FROM batch WHERE batch_no BETWEEN 1 AND ?1 ORDER BY batch_no",
      [.integer(last)]
    ) { row in
      let leaf = Checkpoint.leaf(row.digest(0) ?? .zero)
      tree.append(leaf)
      each(leaf)
      size += 1
      if sizes.contains(size) { roots[size] = tree.root }
    }
  }

  /// The root after so many batches; nil if there are not so many, or it was not asked for.
  func root(after size: Int64) -> Digest? { roots[size] }
}
