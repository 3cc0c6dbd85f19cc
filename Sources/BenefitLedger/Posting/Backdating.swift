import BatchFiles
import LedgerCore
import LedgerStore

/// The lines that were posted with a later business date than what is being posted now.
///
/// Mostly there are none: then a line costs one comparison.
struct LaterLines {
  private var runs: [(lines: Range<Int64>, batch: Int64, date: Int32)] = []
  /// No line before it is later.
  private(set) var first: Int64 = .max

  /// Reads which batches are later than a date; none if there is no date.
  init(after date: CivilDate?, _ snapshot: any LedgerSnapshot) throws {
    guard let date else { return }
    try snapshot.query(
      """
      SELECT batch_no, first_line_no, line_count, business_date FROM batch
      WHERE business_date > ?1 AND line_count > 0
      """, [.integer(Int64(date.number))]
    ) { row in
      runs.append(
        (
          row.integer(1)..<row.integer(1) + row.integer(2), row.integer(0),
          Int32(clamping: row.integer(3))
        ))
    }
    runs.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    first = runs.first?.lines.lowerBound ?? .max
  }

  /// The batch of a line, if it is one of these.
  func batch(of line: Int64) -> (batch: Int64, date: Int32)? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].lines.upperBound <= line { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count, runs[low].lines.contains(line) else { return nil }
    return (runs[low].batch, runs[low].date)
  }
}

/// What a file has that is dated before the step it follows.
struct Backdating {
  private var count: Int64 = 0
  private var fileLine: UInt32 = .max
  private var batch: Int64 = 0
  private var date: Int32 = 0

  /// Nothing yet.
  init() {}

  /// What undoes a batch as a whole.
  init(batch: Int64, date: CivilDate) {
    self.batch = batch
    self.date = date.number
  }

  /// Takes note of a line of a file of a date, and of the line of its obligation's last step.
  mutating func note(
    _ line: PaymentLine, of day: CivilDate, after last: Int64, _ later: LaterLines
  ) {
    guard let found = later.batch(of: last), found.date > day.number else { return }
    count += 1
    guard line.fileLine < fileLine else { return }
    fileLine = line.fileLine
    batch = found.batch
    date = found.date
  }

  /// One warning for the file, if there is anything to warn of.
  func warning(_ file: String, dated day: CivilDate) -> Diagnosis {
    guard batch > 0 else { return Diagnosis() }
    let later = CivilDate(number: date)?.description ?? "?"
    let lines: Message =
      count == 0
      ? ""
      : """
       (\(counted(count, "line follows a later step", "lines follow later steps")), first: line \
      \(fileLine))
      """
    return Diagnosis(
      Diagnostic(
        file: file, code: .datedBefore,
        message:
          """
          Dated \(day), before what it follows: batch \(batch) of \(later)\(lines). Reports \
          as at a day between show the one without the other.
          """,
        help: "If the date is wrong, undo the batch and post it with the right one."))
  }
}
