import LedgerCore

/// Writes rows of an agency's table as they stand in its file, so that the same profile reads them
/// again: under its titles and its header, in its columns, with the columns `reject_code` and
/// `reject_reason` at the end.
///
/// What is written is UTF-8 and says so by a byte order mark, whatever the letters of the file were; a
/// sheet of a workbook becomes text with commas. Rows are asked for in file order.
public final class OriginalRows {
  private let table: ProfileTable
  private let profile: Profile
  private let survey: ProfileSurvey
  private let delimiter: UInt8
  /// The columns of code and reason.
  private let added: (code: Int, reason: Int)
  private let reader: any TableReader
  private var rows: ProfileRows
  private var row = TableRow()
  private var line: [UInt8] = []
  /// Headings that hold for the next row and are not written yet, with the fields that they say.
  private var headings: [(fields: Set<ProfileField>, text: [UInt8])] = []
  private var isAtEnd = false

  /// Begins at the first row of a file.
  ///
  /// - Parameters:
  ///   - file: The file as it came.
  ///   - reading: How it was read; it has a profile.
  /// - Throws: A ``FileFault`` if it cannot be read any more.
  public init(_ file: BatchSource, _ reading: ListReading) throws(FileFault) {
    guard let profile = reading.profile else {
      preconditionFailure("the rows of a program's own list are written as they are")
    }
    self.profile = profile
    table = try ProfileTable(file, profile, sheet: reading.sheet)
    survey = try ProfileSurvey(table, profile)
    delimiter = (table.delimiter ?? profile.delimiter ?? .comma).byte
    added = try Self.addedColumns(table, survey)
    let titles = ProfileTitles(titles: profile.titles, date: survey.date)
    rows = ProfileRows(survey.header, profile, titles: titles)
    reader = try table.reader()
  }

  /// Where code and reason go: where an earlier report has them, or right of everything.
  private static func addedColumns(
    _ table: ProfileTable, _ survey: ProfileSurvey
  ) throws(FileFault) -> (Int, Int) {
    let known = survey.header.rejectColumns
    if known.count == 2 { return (known[0], known[1]) }
    var last = survey.header.names.last?.column ?? 1
    let reader = try table.reader()
    var row = TableRow()
    while try reader.next(&row) { last = max(last, row.cells.last?.column ?? 1) }
    return (last + 1, last + 2)
  }

  /// The titles and the header, on the lines on which they stand.
  public func beginning() throws(FileFault) -> [UInt8] {
    var text: [UInt8] = [0xEF, 0xBB, 0xBF]
    var lines = 0
    while lines < survey.header.row, try reader.next(&row) {
      while lines < row.number - 1 {
        text.append(0x0A)
        lines += 1
      }
      beginLine()
      if row.number == survey.header.row {
        add(Array(Field.rejectCode.name.utf8), Array(Field.rejectReason.name.utf8))
      }
      lines = row.number + line.count { $0 == 0x0A }
      text += line + [0x0A]
      if row.number >= survey.header.row { break }
    }
    return text
  }

  /// A row with the headings that hold for it, ended.
  ///
  /// - Parameters:
  ///   - number: The line it begins on, or its row in the sheet.
  ///   - code: What is wrong with it.
  ///   - reason: The same in words.
  /// - Returns: Its text; nil if there is no such row any more.
  /// - Throws: A ``FileFault`` if the file cannot be read any more.
  public func row(_ number: UInt32, _ code: Code, _ reason: String) throws(FileFault) -> [UInt8]? {
    while try reader.next(&row) {
      guard row.number > survey.header.row else { continue }
      if case .heading = rows.next(row) { keepHeading() }
      guard row.number >= Int(number) else { continue }
      guard row.number == Int(number) else { return nil }
      beginLine()
      add(Array(code.text.utf8), Array(reason.utf8))
      let text = headings.flatMap(\.text) + line + [0x0A]
      headings.removeAll()
      return text
    }
    return nil
  }

  /// The rows at the end that the profile leaves out.
  public func ending() throws(FileFault) -> [UInt8] {
    var text: [UInt8] = []
    while profile.rowsBelow > 0, try reader.next(&row) {
      guard row.number > survey.lastRow else { continue }
      beginLine()
      text += line + [0x0A]
    }
    return text
  }

  private func keepHeading() {
    let fields = Set(rows.titles.read(HeadRow(row)).map(\.field))
    guard !fields.isEmpty else { return }
    headings.removeAll { $0.fields.isSubset(of: fields) }
    beginLine()
    headings.append((fields, line + [0x0A]))
  }

  /// Writes the cells of the row into a line, without its end.
  private func beginLine() {
    line.removeAll(keepingCapacity: true)
    var column = 1
    for cell in row.cells where cell.column != added.code && cell.column != added.reason {
      while column < cell.column {
        line.append(delimiter)
        column += 1
      }
      append(content(cell))
    }
    lastColumn = column
  }

  private var lastColumn = 1

  private func add(_ code: [UInt8], _ reason: [UInt8]) {
    for (column, text) in [(added.code, code), (added.reason, reason)].sorted(by: { $0.0 < $1.0 }) {
      while lastColumn < column {
        line.append(delimiter)
        lastColumn += 1
      }
      append(text[...])
    }
  }

  private func append(_ text: ArraySlice<UInt8>) {
    let needsQuotes = text.contains {
      $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return line.append(contentsOf: text) }
    line.append(0x22)
    for byte in text {
      if byte == 0x22 { line.append(0x22) }
      line.append(table.isSheet && (byte == 0x0A || byte == 0x0D) ? 0x20 : byte)
    }
    line.append(0x22)
  }

  /// What a cell is written as, so that it is read as it was read before, or refused again.
  private func content(_ cell: TableRow.Cell) -> ArraySlice<UInt8> {
    let bytes = row.buffer[cell.bytes]
    let spec = survey.header.columns.first { $0.column == cell.column }?.spec
    guard let spec, row.number > survey.header.row else { return bytes }
    // What is not to be trusted is refused again unless somebody corrects it.
    let doubted = ([UInt8(ascii: "?")] + bytes)[...]
    switch cell.kind {
    case .text: return text(Blank.trimmed(bytes), spec) ?? bytes
    case .formula, .error, .boolean: return doubted
    case .date: return spec.field.form == .month || spec.field.form == .day ? bytes : doubted
    case .number:
      guard let value = WholeNumber.value(bytes) else { return doubted }
      switch spec.field.form {
      case .amount, .number, .month, .day: return ArraySlice(String(value).utf8)
      case .digits where spec.digits != nil: return ArraySlice(String(value).utf8)
      case .compact where spec.field == .bank: return ArraySlice(String(value).utf8)
      default: return doubted
      }
    }
  }

  /// What only the other rows of the file say how to read is written so that it says so itself; nil
  /// for anything else.
  private func text(_ bytes: ArraySlice<UInt8>, _ spec: ProfileColumn) -> ArraySlice<UInt8>? {
    switch spec.field.form {
    case .amount where profile.number == nil:
      var amount = AmountText()
      amount.take(bytes)
      guard case .likely = amount.evidence else { return nil }
      var digits: [UInt8] = []
      return amount.append(survey.number, to: &digits) ? digits[...] : nil
    case .month where profile.date == nil, .day where profile.date == nil:
      guard let day = MonthText(bytes, isWhole: true), case .some(.none) = day.evidence else {
        return nil
      }
      return day.day(survey.date).map { ArraySlice($0.description.utf8) }
    default: return nil
    }
  }
}
