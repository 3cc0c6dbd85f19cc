import LedgerCore

/// Reads one sheet of a workbook of Excel 2007 or later (XLSX), a row at a time.
///
/// It is read as a file from a stranger: every size is bounded whatever the workbook says of itself,
/// nothing outside of it is opened, and no formula is computed or believed. Nothing of it may be
/// believed before ``read(into:)`` has answered false: only then are length and CRC of the sheet known
/// to be right.
public final class XlsxReader: TableReader {
  /// The name of the sheet.
  public let sheetName: String
  /// How many rows with something in them the sheet hides, so far.
  public private(set) var hiddenRows = 0
  /// The first of them.
  public private(set) var firstHiddenRow: Int?
  /// How many columns the sheet hides.
  public private(set) var hiddenColumns = 0

  private let parts: XlsxPackage
  private let xml: XmlReader
  private let shared: SharedTexts
  private let styles: XlsxStyles
  private let countsFrom1904: Bool
  private var isInData = false
  private var isFinished = false
  private var lastRow = 0
  private var lastColumn = 0

  /// The cell that is being read.
  private var column = 0
  private var type = CellType.number
  private var style = 0
  private var isFormula = false
  private var isValue = false
  private var isRun = false
  /// Where its value begins in the row's buffer.
  private var valueStart = 0

  private enum CellType {
    case number
    case shared
    case text
    case inline
    case boolean
    case error
    case date
  }

  /// Opens a workbook and goes to a sheet.
  ///
  /// - Parameters:
  ///   - source: The workbook.
  ///   - sheet: The sheet's name; without one, the workbook must have one sheet that is not hidden.
  /// - Throws: A ``FileFault`` with a code from 230 to 237 or 243, or that the file cannot be read.
  public convenience init(_ source: BatchSource, sheet: String? = nil) throws(FileFault) {
    try self.init(source, sheet: sheet, bounds: XlsxBounds())
  }

  init(_ source: BatchSource, sheet: String?, bounds: XlsxBounds) throws(FileFault) {
    parts = XlsxPackage(archive: try ZipArchive(source), bounds: bounds)
    let workbook = try XlsxWorkbook(parts)
    countsFrom1904 = workbook.countsFrom1904
    let chosen = try workbook.sheet(sheet, of: source.name)
    sheetName = chosen.name
    if let part = workbook.stylesPart, let xml = try parts.open(part) {
      styles = try XlsxStyles(xml, bounds: bounds)
    } else {
      styles = XlsxStyles()
    }
    if let part = workbook.sharedPart, let xml = try parts.open(part, most: bounds.sharedBytes) {
      shared = try SharedTexts(xml, bounds: bounds)
    } else {
      shared = SharedTexts()
    }
    guard let xml = try parts.open(chosen.part, most: bounds.sheetBytes) else {
      throw .workbookMalformed(source.name, "a sheet is missing")
    }
    self.xml = xml
  }

  /// Reads the next row that has something in it.
  ///
  /// - Parameter row: The row that is filled; its cells are in the order of their columns.
  /// - Returns: False at the end of the sheet.
  /// - Throws: A ``FileFault`` for what is wrong with the workbook.
  public func read(into row: inout TableRow) throws -> Bool { try readRow(&row) }

  func readRow(_ row: inout TableRow) throws(FileFault) -> Bool {
    row.clear()
    while !isFinished {
      switch try xml.next() {
      case .finished: isFinished = true
      case .start: try start(&row)
      case .text:
        if isValue { try appendValue(&row) }
      case .end:
        isValue = false
        guard isInData else { continue }
        if xml.depth == 3 {
          try endCell(&row)
        } else if xml.depth == 2 {
          guard !row.cells.isEmpty else { continue }
          if row.isHidden {
            hiddenRows += 1
            firstHiddenRow = firstHiddenRow ?? row.number
          }
          return true
        } else if xml.depth == 1 {
          isInData = false
        }
      }
    }
    return false
  }

  private func start(_ row: inout TableRow) throws(FileFault) {
    switch xml.depth {
    case 1:
      guard xml.isNamed("worksheet"), XlsxWorkbook.isSpreadsheet(xml) else {
        throw malformed("a sheet is something else")
      }
    case 2: isInData = xml.isNamed("sheetData")
    case 3 where isInData: try startRow(&row)
    case 3 where xml.isNamed("col"): try readColumns()
    case 4 where isInData:
      valueStart = row.buffer.count
      try startCell(row.number)
    case 5 where isInData:
      if xml.isNamed("f") {
        isFormula = true
      } else if type != .inline {
        isValue = xml.isNamed("v")
      }
    case 6 where isInData && type == .inline:
      isValue = xml.isNamed("t")
      isRun = xml.isNamed("r")
    case 7 where isInData && type == .inline: isValue = isRun && xml.isNamed("t")
    default: break
    }
  }

  private func readColumns() throws(FileFault) {
    let hidden = try xml.value("hidden")
    guard Self.isTrue(hidden), let from = try xml.value("min").flatMap(CellReference.number),
      let to = try xml.value("max").flatMap(CellReference.number), from >= 1, to >= from
    else { return }
    // Those right of the list are of no interest.
    hiddenColumns += max(0, min(to, parts.bounds.columns) - from + 1)
  }

  private func startRow(_ row: inout TableRow) throws(FileFault) {
    guard xml.isNamed("row") else { throw malformed("there is something else than rows") }
    row.clear()
    row.number = lastRow + 1
    if let written = try xml.value("r") {
      guard let number = CellReference.number(written) else {
        throw malformed("a row has no number")
      }
      row.number = number
    }
    guard row.number > lastRow, row.number <= parts.bounds.rows else {
      throw malformed("its rows are not in order, or more than \(grouped(parts.bounds.rows))")
    }
    let hidden = try xml.value("hidden")
    row.isHidden = Self.isTrue(hidden)
    lastRow = row.number
    lastColumn = 0
  }

  private func startCell(_ row: Int) throws(FileFault) {
    isFormula = false
    isValue = false
    type = .number
    style = 0
    guard xml.isNamed("c") else { throw malformed("there is something else than cells in a row") }
    column = lastColumn + 1
    if let name = try xml.value("r") {
      guard let place = CellReference.parse(name), place.row == row, place.column > lastColumn,
        place.column <= 16_384
      else { throw malformed("the cells of row \(row) are not in order") }
      column = place.column
    }
    lastColumn = column
    if let number = try xml.value("s") {
      guard let parsed = CellReference.number(number) else {
        throw malformed("a cell of row \(row) has no format")
      }
      style = parsed
    }
    guard let written = try xml.value("t") else { return }
    guard let known = Self.type(written) else {
      throw malformed("a cell of row \(row) is of a kind that is not known")
    }
    type = known
  }

  private static func type(_ name: UnsafeBufferPointer<UInt8>) -> CellType? {
    if name.count == 1 {
      switch name[0] {
      case UInt8(ascii: "s"): return .shared
      case UInt8(ascii: "n"): return .number
      case UInt8(ascii: "b"): return .boolean
      case UInt8(ascii: "e"): return .error
      case UInt8(ascii: "d"): return .date
      default: return nil
      }
    }
    if name.elementsEqual("inlineStr".utf8) { return .inline }
    return name.elementsEqual("str".utf8) ? .text : nil
  }

  private func appendValue(_ row: inout TableRow) throws(FileFault) {
    if type == .inline || type == .text {
      XlsxText.append(xml.text, to: &row.buffer)
    } else {
      row.buffer.append(contentsOf: xml.text)
    }
    guard row.buffer.count <= parts.bounds.rowBytes else { throw tooLong(row.number) }
  }

  private func endCell(_ row: inout TableRow) throws(FileFault) {
    isValue = false
    let start = valueStart
    guard row.buffer.count > start || isFormula else { return }
    guard column <= parts.bounds.columns else {
      throw malformed(
        "row \(row.number) goes on beyond column \(CellReference.letters(parts.bounds.columns))")
    }
    var kind = TableRow.Kind.text
    switch type {
    case .shared: try takeShared(&row)
    case .text, .inline: break
    case .boolean: kind = .boolean
    case .error: kind = .error
    case .date:
      if let date = Self.day(row.buffer[start...]) {
        kind = .date
        row.buffer.replaceSubrange(start..., with: date.description.utf8)
      }
    case .number:
      kind = .number
      if styles.isDate(style), let date = date(row.buffer[start...]) {
        kind = .date
        row.buffer.replaceSubrange(start..., with: date.description.utf8)
      }
    }
    guard row.buffer.count > start || isFormula else { return }
    row.cells.append(
      TableRow.Cell(
        column: column, kind: isFormula ? .formula : kind, bytes: start..<row.buffer.count))
  }

  /// Puts a shared text in the place of its number.
  private func takeShared(_ row: inout TableRow) throws(FileFault) {
    let start = valueStart
    let index = row.buffer.withUnsafeBufferPointer {
      CellReference.number(UnsafeBufferPointer(rebasing: $0[start...]))
    }
    guard let index, let range = shared[index] else {
      throw malformed("a text of row \(row.number) is missing")
    }
    row.buffer.removeLast(row.buffer.count - start)
    shared.bytes.withUnsafeBufferPointer { row.buffer.append(contentsOf: $0[range]) }
    guard row.buffer.count <= parts.bounds.rowBytes else { throw tooLong(row.number) }
  }

  /// The day of `2026-11-22` or `2026-11-22T00:00:00`.
  private static func day(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    guard bytes.dropFirst(10).allSatisfy({ $0 == 0x54 || $0 == 0x3A || $0 == 0x30 }) else {
      return nil
    }
    return CivilDate(String(decoding: bytes.prefix(10), as: UTF8.self))
  }

  /// The day that a number stands for; nil for a time of day, or a day that is no date here.
  private func date(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    guard let days = WholeNumber.value(bytes), days > 60, days < 1_000_000 else { return nil }
    // Day 25,569 of Excel is 1 January 1970.
    let since1970 = days + (countsFrom1904 ? 1_462 : 0) - 25_569
    return CivilDate(vietnamAtUnixSeconds: since1970 * 86_400)
  }

  private static func isTrue(_ flag: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let flag else { return false }
    return flag.elementsEqual("1".utf8) || flag.elementsEqual("true".utf8)
  }

  private func tooLong(_ row: Int) -> FileFault {
    malformed("row \(row) has more than \(grouped(parts.bounds.rowBytes)) bytes")
  }

  private func malformed(_ why: Message) -> FileFault { .workbookMalformed(parts.file, why) }
}
