import LedgerCore

/// Writes an agency's table as one of the program's own lists, row for row.
///
/// Row 9 of the table is line 9 of the list; lines above the header and of rows that are none of the
/// list are blank.
struct ProfileConversion {
  /// What a field of the list is made of.
  private enum Origin {
    case column(ProfileColumn)
    case title
    case fixed([UInt8])
  }

  private struct Output {
    let field: ProfileField
    let origin: Origin
    let column: Int
  }

  private let table: ProfileTable
  private let profile: Profile
  private let survey: ProfileSurvey
  private let name: String
  private let spool: Spool
  private var outputs: [Output] = []
  private var bank: Output?
  /// What the titles that hold now are written as, by output.
  private var headings: [[UInt8]] = []
  private var writer: CellWriter
  private var sums = StatedSums()
  private var line: [UInt8] = []
  private var lastLine = 0

  /// The columns of the list, in its order.
  var names: [String] { outputs.compactMap(\.field.column?.name) }

  /// Prepares to write a list.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - survey: How it is to be read.
  ///   - profile: What its columns are.
  ///   - layout: The columns that the list may have.
  ///   - given: What the command says of all rows.
  ///   - mayMiss: Whether a required field may be missing, to show what is understood so far.
  /// - Throws: A ``FileFault`` if nothing says what a required field is.
  init(
    _ table: ProfileTable, _ survey: ProfileSurvey, _ profile: Profile, layout: ListLayout,
    given: [ProfileConstant], mayMiss: Bool = false
  ) throws(FileFault) {
    self.table = table
    self.survey = survey
    self.profile = profile
    name = table.source.name
    spool = try Spool(for: name)
    writer = CellWriter(number: survey.number, date: survey.date, values: profile.values)
    for field in profile.list.fields {
      guard field == .bank || field.column.map(layout.known.contains) == true,
        let output = try output(field, given)
      else { continue }
      if field == .bank { bank = output } else { outputs.append(output) }
    }
    headings = Array(repeating: [], count: outputs.count)
    for (field, value) in survey.titles { note(field, value) }
    guard !mayMiss else { return }
    let there = Set(outputs.compactMap(\.field.column))
    let missing = layout.required.filter { !there.contains($0) }
    guard !missing.isEmpty else { return }
    throw FileFault(
      Diagnostic(
        file: name, line: survey.header.row, column: 1, code: .profileFieldMissing,
        message: """
          Nothing says what the \(Message.list(missing.map(\.name), separator: ", the ")) of the \
          rows is: no column, no title above the table, and not the profile.
          """,
        help: """
          Say it with the command: \
          \(missing.map { "--set \($0.name)=…" }.joined(separator: " ")).
          """))
  }

  private mutating func output(
    _ field: ProfileField, _ given: [ProfileConstant]
  ) throws(FileFault) -> Output? {
    let said = given.first { $0.field == field }?.value
    let key = survey.header.columns.first?.column ?? 1
    if let column = survey.header.columns.first(where: { $0.spec.field == field }) {
      if let said {
        throw twice(
          """
          The \(field.code) is a column of the file, and the command says \(Shown.plain(said)).
          """)
      }
      return Output(field: field, origin: .column(column.spec), column: column.column)
    }
    if let title = survey.titles[field], let said {
      writer.write(said, as: field)
      let ours = writer.field
      writer.write(title, as: field)
      if ours != writer.field {
        throw twice(
          """
          The \(field.code) is \(Shown.plain(title)) above the table, and the command says \
          \(Shown.plain(said)).
          """)
      }
    }
    if said == nil, survey.titles[field] != nil || survey.headingFields.contains(field) {
      return Output(field: field, origin: .title, column: key)
    }
    guard let value = said ?? profile.constants.first(where: { $0.field == field })?.value else {
      return nil
    }
    writer.write(value, as: field)
    return Output(field: field, origin: .fixed(writer.field), column: key)
  }

  private func twice(_ message: Message) -> FileFault {
    FileFault(
      Diagnostic(
        file: name, line: survey.header.row, column: 1, code: .titleUnclear,
        message: message,
        help: "Find out which is right; leave the option out, or correct the file."))
  }

  /// Writes the list.
  ///
  /// - Returns: The list, at its beginning; its origin is the file, with what is to be said of it.
  /// - Throws: A ``FileFault`` for what ends the reading.
  mutating func run() throws(FileFault) -> BatchSource {
    let titles = ProfileTitles(titles: profile.titles, date: survey.date)
    var rows = ProfileRows(survey.header, profile, titles: titles)
    let reader = try table.reader()
    var row = TableRow()
    writeHeader()
    try flush(row: survey.header.row)
    while try reader.next(&row) {
      guard row.number > survey.header.row else { continue }
      if row.number > survey.lastRow { break }
      switch rows.next(row) {
      case .data:
        writeRow(row, rows)
        try flush(row: row.number)
      case .sum(let isOfAll):
        let cell = rows.slots[Int(ProfileField.amount.rawValue)]
        guard cell >= 0 else { continue }
        let bytes = Blank.trimmed(row.buffer[row.cells[cell].bytes])
        guard !bytes.isEmpty else { continue }
        sums.check(stated(row.cells[cell].kind, bytes), isOfAll: isOfAll, row: row.number)
      case .heading:
        sums.beginPart()
        for (field, value) in titles.read(HeadRow(row)) { note(field, value) }
      case .header: throw headerAgain(row)
      case .other: continue
      }
    }
    sums.finish()
    let isEnded = (reader as? DelimitedReader)?.isLastLineEnded ?? true
    return try finish(reader, isEnded: isEnded)
  }

  private func headerAgain(_ row: TableRow) -> FileFault {
    FileFault(
      Diagnostic(
        file: name, line: row.number, column: 1, code: .headerRepeated,
        message: "The header is there again among the rows.",
        help: "Two lists were put one after the other: read each by itself."))
  }

  /// A sum may be a formula: it is only held against what the rows say.
  private func stated(_ kind: TableRow.Kind, _ bytes: ArraySlice<UInt8>) -> Int64? {
    guard kind == .text else { return WholeNumber.value(bytes) }
    var amount = AmountText()
    amount.take(bytes)
    var digits: [UInt8] = []
    return amount.append(survey.number, to: &digits) ? CellWriter.value(digits) : nil
  }

  /// Takes note of a title that holds for the rows below.
  private mutating func note(_ field: ProfileField, _ value: String) {
    guard let index = outputs.firstIndex(where: { $0.field == field }) else { return }
    writer.write(value, as: field)
    headings[index] = writer.field
  }

  private mutating func writeHeader() {
    for (index, output) in outputs.enumerated() {
      if index > 0 { line.append(0x2C) }
      line.append(contentsOf: (output.field.column?.name ?? "").utf8)
    }
  }

  private mutating func writeRow(_ row: TableRow, _ rows: ProfileRows) {
    for (index, output) in outputs.enumerated() {
      if index > 0 { line.append(0x2C) }
      switch output.origin {
      case .fixed(let bytes): append(bytes)
      case .title:
        append(headings[index])
      case .column(let spec):
        write(spec, row, rows)
        if output.field == .account, let bank {
          let account = writer.field
          switch bank.origin {
          case .fixed(let bytes): writer.put(bank: bytes)
          case .title: break
          case .column(let spec):
            write(spec, row, rows)
            let bytes = writer.field
            writer.restore(account)
            writer.put(bank: bytes)
          }
        }
        if output.field == .amount { sums.add(writer.amount) }
        append(writer.field)
      }
    }
  }

  private mutating func write(_ spec: ProfileColumn, _ row: TableRow, _ rows: ProfileRows) {
    let slot = rows.slots[Int(spec.field.rawValue)]
    if slot >= 0 {
      let cell = row.cells[slot]
      writer.write(cell.kind, row.buffer[cell.bytes], as: spec, row: row.number)
    } else {
      writer.write(.text, [], as: spec, row: row.number)
    }
  }

  private mutating func append(_ bytes: [UInt8]) {
    guard bytes.contains(where: { $0 == 0x2C || $0 == 0x22 }) else {
      line.append(contentsOf: bytes)
      return
    }
    line.append(0x22)
    for byte in bytes {
      if byte == 0x22 { line.append(0x22) }
      line.append(byte)
    }
    line.append(0x22)
  }

  /// Ends the line of a row, and puts blank lines before it for the rows that are left out.
  private mutating func flush(row: Int) throws(FileFault) {
    line.append(0x0A)
    let blanks = row - lastLine - 1
    if blanks > 0 {
      let ends = [UInt8](repeating: 0x0A, count: min(blanks, 1 << 16))
      var left = blanks
      while left > 0 {
        let count = min(left, ends.count)
        try append(ends[..<count])
        left -= count
      }
    }
    try append(line[...])
    line.removeAll(keepingCapacity: true)
    lastLine = row
  }

  private func append(_ bytes: ArraySlice<UInt8>) throws(FileFault) {
    var fault: FileFault?
    bytes.withUnsafeBytes { raw in
      do throws(FileFault) { try spool.append(raw) } catch { fault = error }
    }
    if let fault { throw fault }
  }

  private func finish(
    _ reader: any TableReader, isEnded: Bool
  ) throws(FileFault) -> BatchSource {
    var origin = table.origin
    origin.places = FieldPlaces(columns: outputs.map(\.column), isSheet: table.isSheet)
    origin.warnings = warnings(isEnded: isEnded)
    if let sheet = reader as? XlsxReader { origin.warnings += sheet.hiddenWarnings(file: name) }
    return try spool.finish(origin)
  }

  private func warnings(isEnded: Bool) -> [Diagnostic] {
    let amount = outputs.first { $0.field == .amount }?.column ?? 0
    var said = sums.faults.map { difference in
      Diagnostic(
        file: name, line: difference.row, column: amount, code: .subtotalDiffers,
        message: difference.stated.map {
          """
          The sum in this row is \(grouped($0)) đ, its rows come to \(grouped(difference.found)) \
          đ; the difference is \(grouped(Int128(difference.found) - Int128($0))).
          """
        } ?? "The sum in this row cannot be read.",
        help: "A row is missing or an amount differs: ask the file's maker.")
    }
    if writer.mended.rows > 0 {
      said.append(
        mended(
          writer.mended, .letterMended,
          "the letter Eth (Ð), which looks the same, was read as Đ", "Look at the names.", .name))
    }
    if writer.padded.rows > 0 {
      said.append(
        mended(
          writer.padded, .zerosPutBack,
          "zeros were put back that a spreadsheet had dropped from the personal number",
          "Have the list exported with the column as text.", .person))
    }
    if !isEnded, sums.checked == 0 {
      said.append(
        Diagnostic(
          file: name, line: lastLine, column: 1, code: .lastLineNotEnded,
          message: "The last line has no line end; the file may have been cut short.",
          help: "Declare count and total, so that a file that was cut cannot be posted."))
    }
    return said
  }

  private func mended(
    _ count: CellWriter.RowCount, _ code: Code, _ what: Message, _ help: Message,
    _ field: ProfileField
  ) -> Diagnostic {
    Diagnostic(
      file: name, line: count.first, column: outputs.first { $0.field == field }?.column ?? 1,
      code: code,
      message:
        """
        In \(counted(count.rows, "row", "rows, the first of them this one,")) \(what).
        """, help: help)
  }
}
