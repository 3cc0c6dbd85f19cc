import LedgerCore

/// A line of a file as diagnostics show it.
public struct LineExcerpt: Sendable, Equatable {
  /// The line with personal data masked, cut to a readable width; empty if there is no such line.
  public var excerpt: String
  /// Where the caret stands in the excerpt, from 0.
  public var caret: Int
  /// The column in characters, or that of the cell, from 1; 0 if the list has no such column.
  public var column: Int
  /// What goes before a message: the cell it is about; empty if the list is text.
  public var prefix = ""
}

/// Goes through a list a second time for the lines that faults found later are about.
///
/// The ledger knows of an obligation only the line and what is wrong; this finds what to show.
public final class ExcerptReader {
  private let list: ListFile

  /// Prepares to go through a list that was read before.
  public convenience init(source: BatchSource, event: Event, isCorrection: Bool = false) {
    self.init(
      source: source, layout: ListLayout(event: event, isCorrection: isCorrection),
      takesEnvelope: true)
  }

  private let takesEnvelope: Bool

  init(source: BatchSource, layout: ListLayout, takesEnvelope: Bool) {
    var limits = ReadingLimits()
    limits.isHashed = false
    list = ListFile(source: source, layout: layout, mode: .collectFaults, limits: limits)
    self.takesEnvelope = takesEnvelope
  }

  /// What to show for lines and their fields, in the order they are asked for.
  ///
  /// - Parameter lines: Lines of the file on which rows begin, and the field at fault in each.
  /// - Returns: One excerpt for each; an empty one if the file has no such row any more.
  public func excerpts(for lines: [(fileLine: UInt32, field: Field)]) -> [LineExcerpt] {
    var answers = [LineExcerpt](
      repeating: LineExcerpt(excerpt: "", caret: 0, column: 0), count: lines.count)
    let order = lines.indices.sorted { lines[$0].fileLine < lines[$1].fileLine }
    guard list.open(takesEnvelope: takesEnvelope) else { return answers }
    var next = 0
    while next < order.count, case .row = list.nextRow() {
      while next < order.count, lines[order[next]].fileLine < list.scanner.line { next += 1 }
      while next < order.count, lines[order[next]].fileLine == list.scanner.line {
        answers[order[next]] = excerpt(lines[order[next]].field)
        next += 1
      }
    }
    return answers
  }

  /// Diagnostics for faults that were found after the file was read.
  ///
  /// - Parameter faults: The line, the field, the code and the words of each.
  /// - Returns: One diagnostic for each fault, in the same order.
  public func diagnostics(
    for faults: [(fileLine: UInt32, field: Field, code: Code, message: Message, help: Message)]
  ) -> [Diagnostic] {
    let shown = excerpts(for: faults.map { ($0.fileLine, $0.field) })
    return zip(faults, shown).map { fault, shown in
      Diagnostic(
        file: list.source.name, line: Int(fault.fileLine), column: shown.column, code: fault.code,
        message: .verbatim(shown.prefix) + fault.message, help: fault.help, excerpt: shown.excerpt,
        caret: shown.caret)
    }
  }

  private func excerpt(_ field: Field) -> LineExcerpt {
    let place = list.header.place(of: field)
    let isThere = place >= 0 && place < list.scanner.fieldCount
    let offset = isThere ? list.scanner.offset(ofField: place) : 0
    let shown = Excerpt(row: list.scanner.row, spans: list.spans, offset: offset)
    let found = FilePlace(
      list.source, line: Int(list.scanner.line), row: list.scanner.row, offset: offset,
      column: shown.column)
    return LineExcerpt(
      excerpt: shown.text, caret: shown.caret, column: isThere ? found.column : 0,
      prefix: isThere ? found.prefix : "")
  }
}

extension ExcerptReader {
  /// Prepares to show lines of a list of deaths.
  public convenience init(deaths source: BatchSource) {
    self.init(source: source, layout: .deaths, takesEnvelope: false)
  }
}
