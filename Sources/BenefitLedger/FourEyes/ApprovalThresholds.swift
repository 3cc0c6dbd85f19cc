import LedgerCore
import LedgerStore

/// How many persons must approve what was submitted.
struct ApprovalThresholds: Sendable, Equatable {
  /// From these totals on, in đồng and ascending, one more person must approve.
  var steps: [Int64] = []

  /// How many persons must approve a total, the maker not counted: one at least, nine at most.
  func approversNeeded(_ total: Int64) -> Int {
    min(9, 1 + steps.count { total.magnitude >= $0.magnitude })
  }

  /// The thresholds in force.
  static func inForce(_ snapshot: any LedgerSnapshot) throws -> ApprovalThresholds {
    ApprovalThresholds()
  }
}
