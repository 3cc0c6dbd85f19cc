import LedgerCore
import LedgerStore

/// How many persons must approve what was submitted, by its total.
struct ApprovalThresholds: Sendable, Equatable {
  /// From which totals on more than one must.
  var rows: [ApprovalThreshold] = []

  /// How many persons must approve a total, the maker not counted.
  func approversNeeded(_ total: Int64) -> Int {
    rows.lazy.filter { total.magnitude > $0.above.magnitude }.map(\.approvers).max() ?? 1
  }

  /// The thresholds of the chart in force.
  static func inForce(_ snapshot: any LedgerSnapshot) throws -> ApprovalThresholds {
    guard let record = try snapshot.integer("SELECT max(record_no) FROM chart_file"),
      let chart = ChartFile(recorded: try snapshot.chartText(of: record))
    else {
      throw LedgerError(
        .ledgerDamaged, "The ledger has no chart that can be read.",
        help: "Run `benefit-ledger verify`.")
    }
    return ApprovalThresholds(rows: chart.approvals)
  }
}
