import LedgerCore

/// Writes a workbook (XLSX): sheets with a frozen header, set widths and typed cells.
///
/// Numbers are numbers and text is text: there is no formula, no link and no macro in it, and a text
/// that looks like a formula is marked as text, so that it stays one when somebody edits its cell. It
/// is written row by row in bounded memory; the same cells make the same bytes.
///
/// ```swift
/// let writer = try XlsxWriter("totals.xlsx")
/// try writer.beginSheet("totals", [XlsxColumn(title: "amount", width: 14)])
/// try writer.append([.number(3_500_000)])
/// try writer.finish()
/// ```
public final class XlsxWriter {
  private let zip: ZipWriter
  private var names: [String] = []
  private var columns: [XlsxColumn] = []
  private var row = 0
  private let mostRows: Int
  private var isOpen = false
  private var line: [UInt8] = []

  /// The last row that a sheet has.
  public static let mostRows = 1_048_576

  /// Makes a workbook; it is there only once ``finish()`` was reached.
  ///
  /// - Throws: `LedgerError`: `outputExists` if there is such a file, `diskFull`, `inputOutput`.
  public convenience init(_ path: String) throws(LedgerError) {
    try self.init(path, mostRows: Self.mostRows)
  }

  init(_ path: String, mostRows: Int) throws(LedgerError) {
    self.mostRows = mostRows
    zip = try ZipWriter(path)
  }

  /// Begins a sheet, and ends the one before.
  ///
  /// - Parameters:
  ///   - name: Its name; what a sheet's name may not have is left out, and a second one is numbered.
  ///   - columns: Its columns, whose titles are its first row.
  /// - Throws: `LedgerError`: `diskFull`, `inputOutput`, `reportTooLong`.
  public func beginSheet(_ name: String, _ columns: [XlsxColumn]) throws(LedgerError) {
    try endSheet()
    names.append(XlsxNames.sheet(name, after: names))
    self.columns = columns
    row = 0
    isOpen = true
    try zip.begin("xl/worksheets/sheet\(names.count).xml")
    try zip.append(XlsxParts.sheetBeginning(columns, isFirst: names.count == 1).utf8)
    try append(columns.map { .text($0.title) }, style: XlsxParts.titleStyle)
  }

  /// Appends a row to the sheet.
  ///
  /// - Throws: `LedgerError`: `diskFull`, `inputOutput`; `reportTooLong` if the sheet is full.
  public func append(_ cells: [XlsxCell]) throws(LedgerError) { try append(cells, style: nil) }

  /// Ends the workbook.
  ///
  /// - Throws: `LedgerError`: `diskFull`, `inputOutput`.
  public func finish() throws(LedgerError) {
    if names.isEmpty { try beginSheet("report", []) }
    try endSheet()
    for part in XlsxParts.fixed(sheets: names) {
      try zip.begin(part.name)
      try zip.append(part.text.utf8)
      try zip.end()
    }
    try zip.finish()
  }

  private func endSheet() throws(LedgerError) {
    guard isOpen else { return }
    isOpen = false
    try zip.append("</sheetData></worksheet>".utf8)
    try zip.end()
  }

  private func append(_ cells: [XlsxCell], style: Int?) throws(LedgerError) {
    precondition(isOpen, "a row is of a sheet")
    row += 1
    guard row <= mostRows else {
      throw LedgerError(
        .reportTooLong,
        "The report has more than \(grouped(mostRows - 1)) rows, which is all a sheet can have.",
        help: "Ask for less at a time, such as one period or one site, or take --json.")
    }
    line.removeAll(keepingCapacity: true)
    line.append(contentsOf: "<row r=\"\(row)\">".utf8)
    for (index, cell) in cells.enumerated() { append(cell, at: index, style) }
    line.append(contentsOf: "</row>".utf8)
    try zip.append(line)
  }

  private func append(_ cell: XlsxCell, at index: Int, _ style: Int?) {
    let name = CellReference.letters(index + 1) + String(row)
    switch cell {
    case .empty: return
    case .flag(let flag):
      line.append(contentsOf: "<c r=\"\(name)\" t=\"b\"><v>\(flag ? 1 : 0)</v></c>".utf8)
    case .number(let number) where number.magnitude <= XlsxCell.largestNumber:
      let isGrouped = index >= columns.count || columns[index].isGrouped
      let style = isGrouped ? XlsxParts.groupedStyle : XlsxParts.plainStyle
      line.append(contentsOf: "<c r=\"\(name)\" s=\"\(style)\"><v>\(number)</v></c>".utf8)
    case .number(let number): append(.text(String(number)), at: index, style)
    case .text(let text):
      let isLikeFormula = XlsxNames.looksLikeFormula(text)
      let style = style ?? (isLikeFormula ? XlsxParts.quotedStyle : XlsxParts.textStyle)
      line.append(
        contentsOf: "<c r=\"\(name)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
          .utf8)
      XlsxNames.append(text, to: &line)
      line.append(contentsOf: "</t></is></c>".utf8)
    }
  }
}
