import LedgerCore
import LedgerStore

/// Reads every chart that was recorded: each as the program writes it, all with the same rules.
enum ChartAudit {
  /// Goes over the charts.
  ///
  /// - Returns: The rules that the ledger is verified by: those of its first chart, or the built-in ones
  ///   if that cannot be read.
  static func run(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws -> PostingRules {
    var rules: PostingRules?
    var first: Int64?
    try snapshot.query(
      """
      SELECT c.record_no, c.content, r.record_kind_id FROM chart_file c
      LEFT JOIN record r USING (record_no) ORDER BY c.record_no
      """, []
    ) { row in
      let record = row.integer(0)
      let chart = ChartFile(recorded: row.text(1))
      if chart == nil || chart?.canonicalText != row.text(1)
        || row.integer(2) != Int64(RecordKind.chart.rawValue)
      {
        findings.add(
          Finding(.chartChanged, "The chart of record \(record) is not one that is recorded."))
      }
      guard let posted = chart?.postingRules else { return }
      if let rules, let first, posted != rules {
        findings.add(
          Finding(
            .chartChanged,
            "The chart of record \(record) has other rules than that of record \(first)."))
      }
      if rules == nil { (rules, first) = (posted, record) }
    }
    var isMissing = false
    try snapshot.query(
      """
      SELECT record_no FROM record WHERE record_kind_id = ?1
        AND NOT EXISTS (SELECT 1 FROM chart_file c WHERE c.record_no = record.record_no)
      ORDER BY record_no
      """, [.integer(Int64(RecordKind.chart.rawValue))]
    ) { row in
      isMissing = true
      findings.add(Finding(.chartChanged, "The chart of record \(row.integer(0)) is missing."))
    }
    if rules == nil, !isMissing, !findings.has(.chartChanged) {
      findings.add(Finding(.chartChanged, "The ledger has no chart."))
    }
    return rules ?? PostingRules.builtIn
  }
}
