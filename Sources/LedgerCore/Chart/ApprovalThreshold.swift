/// From which total on a batch needs how many approvers.
public struct ApprovalThreshold: Hashable, Sendable {
  /// A batch of more than this total, in đồng, needs the approvers.
  public var above: Int64
  /// How many persons approve it, the maker left out.
  public var approvers: Int

  /// How many approvers a threshold may ask for; one is the rule without any.
  public static let range = 2...9

  /// Sets a threshold.
  public init(above: Int64, approvers: Int) {
    self.above = above
    self.approvers = approvers
  }
}

extension ChartFile {
  /// How many persons approve a batch.
  ///
  /// - Parameter total: The total of the batch in đồng.
  /// - Returns: The number of the highest threshold below the total; one without a threshold.
  public func approversNeeded(total: Int64) -> Int {
    approvals.lazy.filter { total > $0.above }.map(\.approvers).max() ?? 1
  }
}
