import LedgerCore
import LedgerStore

/// The years whose income and expense were carried to the fund, and when each obligation became due.
///
/// What is given back of an obligation of such a year is income of this year: the expense it was is
/// no longer in the books of any year that is open.
struct ClosedYears: Sendable {
  /// A year, and the lines that were posted while it was closed.
  private var closed: [(year: Int32, lines: Range<Int64>)] = []
  private var batches: [(firstLine: Int64, period: Int32)] = []

  /// No year is closed.
  init() {}

  /// Reads which years are closed; the batches only if there are any.
  init(_ snapshot: any LedgerSnapshot) throws {
    try snapshot.query(
      """
      SELECT b.period / 100, b.first_line_no, r.first_line_no
      FROM batch b LEFT JOIN batch r ON r.reverses_batch_no = b.batch_no
      WHERE b.event_id = ?1 AND b.is_correction = 0 ORDER BY b.batch_no
      """, [.integer(Int64(Event.yearEnd.rawValue))]
    ) { row in
      let first = row.integer(1)
      let end = row.optionalInteger(2) ?? .max
      closed.append((Int32(clamping: row.integer(0)), first..<max(first, end)))
    }
    guard !closed.isEmpty else { return }
    try snapshot.query(
      "SELECT first_line_no, period FROM batch WHERE line_count > 0 ORDER BY batch_no", []
    ) { batches.append(($0.integer(0), Int32(clamping: $0.integer(1)))) }
  }

  /// Whether no year was ever closed.
  var isEmpty: Bool { closed.isEmpty }

  /// Whether the period in which a line was posted was of a year that was closed by the time of
  /// another line; by now, if none is named.
  func contains(line: Int64, at later: Int64 = .max - 1) -> Bool {
    var low = 0
    var high = batches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if batches[middle].firstLine <= line { low = middle } else { high = middle }
    }
    guard low < batches.count else { return false }
    let year = batches[low].period / 100
    return closed.contains { $0.year == year && $0.lines.contains(later) }
  }
}

extension Event {
  /// Whether it gives back what was booked as expense.
  var givesBack: Bool { self == .cancelled || self == .overpaid }
}
