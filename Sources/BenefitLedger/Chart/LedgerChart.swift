import BatchFiles
import Foundation
import LedgerCore
import LedgerStore

/// A chart that a ledger recorded, with what posting takes from it, worked out once.
public struct LedgerChart: Sendable {
  /// The number of its record.
  public let record: Int64
  /// The chart.
  public let file: ChartFile
  /// The rules that the ledger posts by: those of every chart it ever had.
  let rules: PostingRules
  /// What it says of the rows of payment lists.
  let payments: PaymentChart

  init(record: Int64, file: ChartFile) {
    self.record = record
    self.file = file
    rules = file.postingRules
    payments = PaymentChart(file)
  }
}

/// The chart that was asked for last: a chart's text never changes once it is recorded.
final class ChartCache: @unchecked Sendable {
  private let lock = NSLock()
  private var last: LedgerChart?

  /// The chart of a record, read only if it is not the one that was asked for last.
  func chart(record: Int64, _ read: () throws -> LedgerChart) throws -> LedgerChart {
    if let known = lock.withLock({ last }), known.record == record { return known }
    let chart = try read()
    lock.withLock { last = chart }
    return chart
  }
}

extension Ledger {
  /// The chart in force.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if there is none that can be read.
  public func chart() throws -> LedgerChart { try store.read { try chart(in: $0) } }

  /// The chart that a record brought, or that was in force when a batch was posted.
  ///
  /// - Parameters:
  ///   - record: The number of the chart's record; nil for the one in force.
  ///   - batch: As known at this batch; nil for now. Before the first batch it is the first chart.
  /// - Returns: The chart.
  /// - Throws: `LedgerError`: `notFound` if no chart has the number, `ledgerDamaged`.
  public func chart(record: Int64?, asKnownAt batch: Int64? = nil) throws -> LedgerChart {
    try store.read { snapshot in
      guard let record else { return try chart(in: snapshot, asKnownAt: batch) }
      let found = try snapshot.integer(
        "SELECT record_no FROM chart_file WHERE record_no = ?1", [.integer(record)])
      guard found != nil else {
        throw LedgerError(
          .notFound, "Record \(record) is not a chart.",
          help: "`benefit-ledger chart list` shows every chart.")
      }
      return try chart(record, in: snapshot)
    }
  }

  /// The chart in force in a state of the ledger, now or when a batch was posted.
  func chart(
    in snapshot: any LedgerSnapshot, asKnownAt batch: Int64? = nil
  ) throws -> LedgerChart {
    let record =
      try batch.map { try snapshot.chartRecord(asKnownAt: $0) }
      ?? snapshot.integer("SELECT max(record_no) FROM chart_file")
    guard let record else {
      throw LedgerError(
        .ledgerDamaged, "The ledger has no chart.", help: "Run `benefit-ledger verify`.")
    }
    return try chart(record, in: snapshot)
  }

  private func chart(_ record: Int64, in snapshot: any LedgerSnapshot) throws -> LedgerChart {
    try charts.chart(record: record) {
      guard let file = ChartFile(recorded: try snapshot.chartText(of: record)) else {
        throw LedgerError(
          .ledgerDamaged, "The chart of record \(record) cannot be read.",
          help: "Run `benefit-ledger verify`.")
      }
      return LedgerChart(record: record, file: file)
    }
  }
}

extension ChartFile {
  /// Reads a chart that a ledger keeps; nil if it is not one.
  init?(recorded text: String) {
    let source = BatchSource.memory(name: "chart", bytes: Array(text.utf8))
    guard let chart = readChart(source: source).chart else { return nil }
    self = chart
  }
}

extension LedgerSnapshot {
  /// The text of a chart's record; empty if there is none.
  func chartText(of record: Int64) throws -> String {
    var text = ""
    try query("SELECT content FROM chart_file WHERE record_no = ?1", [.integer(record)]) {
      text = $0.text(0)
    }
    return text
  }

  /// The record of the chart in force at a batch; before the first batch that of the first chart.
  fileprivate func chartRecord(asKnownAt batch: Int64) throws -> Int64? {
    try integer(
      """
      SELECT ifnull(
        (SELECT max(record_no) FROM chart_file WHERE record_no <= (
          SELECT record_no FROM record WHERE record_digest = (
            SELECT register_digest FROM batch WHERE batch_no <= ?1
            ORDER BY batch_no DESC LIMIT 1))),
        (SELECT min(record_no) FROM chart_file))
      """, [.integer(batch)])
  }
}
