import BenefitLedger

/// Writes the records of one sheet, as the document is said once more.
///
/// A document has few sheets, and saying it again is cheaper than to keep all rows of the others.
final class SheetRows: RecordSink {
  /// What kept a row from being written; those after it are not written either.
  private(set) var error: (any Error)?

  private let sheet: SheetPlan.Sheet
  private let writer: XlsxWriter

  init(of index: Int, in plan: SheetPlan, _ writer: XlsxWriter) {
    sheet = plan.sheets[index]
    self.writer = writer
  }

  override func end(_ record: DocumentRecord) {
    guard record.path == sheet.path, error == nil else { return }
    do {
      if record.path.isEmpty {
        for (key, cell) in record.cells where cell != .empty {
          try writer.append([.text(Heading.text(key)), cell])
        }
      } else {
        try writer.append(cells(of: record))
      }
    } catch {
      self.error = error
    }
  }

  private func cells(of record: DocumentRecord) -> [XlsxCell] {
    var cells = [XlsxCell](repeating: .empty, count: sheet.columns.count)
    // Below the titles; row 2 is the first.
    if let parent = record.parent { cells[0] = .number(Int64(parent) + 1) }
    for (key, cell) in record.cells {
      if let place = sheet.places[key] { cells[place] = cell }
    }
    return cells
  }
}
