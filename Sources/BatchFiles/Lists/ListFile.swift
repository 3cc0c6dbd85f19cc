import LedgerCore

/// How far a reader goes after the first fault.
public enum ReadingMode: Sendable {
  /// Reading ends at the first row with a fault: all the posting loop needs to know.
  case stopAtFirstFault
  /// Reading goes on to the end, so that every fault is found.
  case collectFaults
}

/// A list under reading: its rows, its header and envelope, and what is wrong with it.
///
/// What every kind of list has in common; the readers add what their fields mean.
final class ListFile {
  let source: BatchSource
  let layout: ListLayout
  let mode: ReadingMode
  let scanner: RowScanner
  let limits: ReadingLimits
  var header = Header()
  var envelopeLine: EnvelopeLine?
  var faults = FaultCollector()
  /// How many rows there are so far, those with faults included.
  var rowCount: Int64 = 0
  /// Whether all rows could be counted and told apart.
  var isCountKnown = true
  /// The SHA-256 of all bytes, once they are read.
  var digest: Digest?
  private var lastLineWarning: Diagnostic?

  init(source: BatchSource, layout: ListLayout, mode: ReadingMode, limits: ReadingLimits) {
    self.source = source
    self.layout = layout
    self.mode = mode
    self.limits = limits
    scanner = RowScanner(source: source, limits: limits)
  }

  /// Whether nothing more should be read.
  var mustStop: Bool { mode == .stopAtFirstFault && faults.hasFaults }

  /// The next row, or where reading ends: the file's own faults are noted.
  func nextRow() -> RowScanner.Step {
    do {
      let step = try scanner.next()
      guard case .row = step else { return step }
      rowCount += 1
      if !scanner.isLastLineEnded { noteLastLine() }
      guard rowCount > limits.rows else { return .row }
      report([
        RowFault(.tooManyLines, at: 0) { [limits] in
          Words(
            "The file has more than \(grouped(limits.rows)) rows.",
            "Split it into several files.")
        }
      ])
      return .stuck
    } catch {
      faults.add(error.diagnostic)
      return .stuck
    }
  }

  /// Notes what is known at the end of the file only.
  func finish() {
    digest = scanner.digest
    for warning in source.origin?.warnings ?? [] { faults.add(warning) }
    if rowCount == 0 {
      reportFile(
        .noRows,
        Words("The file has no rows.", "Export the list again; an empty list is not posted."))
    }
  }

  /// Warns of a last line that may have been cut, unless the envelope proves it whole.
  func warnOfLastLine(_ declared: Envelope?) {
    guard let lastLineWarning, isCountKnown else { return }
    if declared?.count != nil, declared?.total != nil { return }
    faults.add(lastLineWarning)
  }

  private func noteLastLine() {
    let excerpt = Excerpt(row: scanner.row, spans: spans, offset: scanner.row.count)
    lastLineWarning = Diagnostic(
      file: source.name, line: Int(scanner.line), column: excerpt.column, code: .lastLineNotEnded,
      message: "The last line has no line end; the file may have been cut short.",
      help: "Declare count and total, so that a file that was cut cannot be posted.",
      excerpt: excerpt.text, caret: excerpt.caret)
  }
}
