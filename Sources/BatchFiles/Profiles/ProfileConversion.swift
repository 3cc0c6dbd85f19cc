import LedgerCore

/// Writes an agency's table as one of the program's own lists, row for row.
///
/// Row 9 of the table is line 9 of the list; lines above the header and of rows that are none of the
/// list are blank.
struct ProfileConversion {
  /// What a field of the list is made of.
  enum Origin {
    case column(ProfileColumn)
    case title
    case fixed([UInt8])
  }

  struct Output {
    let field: ProfileField
    let origin: Origin
    let column: Int
  }

  /// What is written of a row before its mistakes are looked at with care.
  enum Plan: BitwiseCopyable {
    case column(PlainField, isAmount: Bool)
    /// The account of a bank that is named in a column of its own.
    case account(PlainField, bank: PlainField)
    case other
  }

  let table: ProfileTable
  private let profile: Profile
  let survey: ProfileSurvey
  let name: String
  private let spool: Spool
  private(set) var outputs: [Output] = []
  private var bank: Output?
  /// What the titles that hold now are written as, by output.
  private var headings: [[UInt8]] = []
  private(set) var writer: CellWriter
  private var plans: [Plan] = []
  /// What the rows say of how they are read, if the survey did not see all of them.
  private var evidence: ProfileEvidence?
  private(set) var sums = StatedSums()
  /// What a bank's table states of itself; nil of other lists.
  var footer: StatementFooter?
  /// Lines that are not yet in the spool.
  private var line: [UInt8] = []
  private(set) var lastLine = 0

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
  ///   - writesPlain: Whether cells that are what they mostly are take a short way.
  /// - Throws: A ``FileFault`` if nothing says what a required field is.
  init(
    _ table: ProfileTable, _ survey: ProfileSurvey, _ profile: Profile, layout: ListLayout,
    given: [ProfileConstant], mayMiss: Bool = false, writesPlain: Bool = true
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
    plans = outputs.map { writesPlain ? plan($0) : .other }
    evidence = survey.isWhole ? nil : ProfileEvidence(profile)
    footer = profile.list == .statement ? StatementFooter() : nil
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

  private func plan(_ output: Output) -> Plan {
    guard case .column(let spec) = output.origin else { return .other }
    let field = PlainField(spec, profile.values)
    guard output.field == .account, let bank else {
      return .column(field, isAmount: output.field == .amount)
    }
    guard case .column(let named) = bank.origin else { return .other }
    return .account(field, bank: PlainField(named, profile.values))
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
  /// - Returns: The list, at its beginning; its origin is the file, with what is to be said of it. Nil
  ///   if rows that the survey did not see say that the file is to be read in another way.
  /// - Throws: A ``FileFault`` for what ends the reading.
  mutating func run() throws(FileFault) -> BatchSource? {
    let titles = ProfileTitles(titles: profile.titles, date: survey.date)
    var rows = ProfileRows(survey.header, profile, titles: titles)
    let reader = try table.reader()
    var row = TableRow()
    try begin(row: survey.header.row)
    writeHeader()
    line.append(0x0A)
    checkHead()
    while try reader.next(&row) {
      guard row.number > survey.header.row else { continue }
      if row.number > survey.lastRow { break }
      switch rows.next(row) {
      case .data:
        try begin(row: row.number)
        writeRow(row, rows)
        addBooking(row, rows)
        line.append(0x0A)
      case .sum(let isOfAll):
        evidence?.take(.sum(isOfAll: isOfAll), row, rows)
        checkStated(row, rows, isOfAll: isOfAll)
        let cell = rows.slots[Int(ProfileField.amount.rawValue)]
        guard cell >= 0 else { continue }
        let bytes = Blank.trimmed(row.buffer[row.cells[cell].bytes])
        guard !bytes.isEmpty else { continue }
        sums.check(stated(row.cells[cell].kind, bytes), isOfAll: isOfAll, row: row.number)
      case .balance:
        evidence?.take(.balance, row, rows)
        checkStated(row, rows, isOfAll: false)
      case .heading:
        evidence?.takeHeading(row, rows)
        sums.beginPart()
        for (field, value) in titles.read(HeadRow(row)) { note(field, value) }
      case .header: throw headerAgain(row)
      case .other: continue
      }
    }
    guard try isAsSurveyed() else { return nil }
    sums.finish()
    let isEnded = (reader as? DelimitedReader)?.isLastLineEnded ?? true
    return try finish(reader, isEnded: isEnded)
  }

  /// Whether all rows together say of the file what its first rows said.
  private func isAsSurveyed() throws(FileFault) -> Bool {
    guard let evidence else { return true }
    let header = survey.header
    let number = try evidence.number(table, profile, column: header.columnOfAmounts)
    let date = try evidence.date(table, profile, column: header.column(of: .month))
    return number == survey.number && date == survey.date
      && evidence.headingFields == survey.headingFields
  }

  /// A sum may be a formula: it is only held against what the rows say.
  func stated(_ kind: TableRow.Kind, _ bytes: ArraySlice<UInt8>) -> Int64? {
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
    evidence?.takeDates(row, rows)
    if profile.list == .statement, evidence?.needsNumbers == true {
      evidence?.takeAmount(row, rows)
    }
    let isTooWide = isTooWide(row)
    for index in plans.indices {
      if index > 0 { line.append(0x2C) }
      if index == 0, isTooWide {
        line.append(CellMark.beyond.rawValue)
        continue
      }
      if !writePlain(plans[index], row, rows) { writeCarefully(outputs[index], index, row, rows) }
    }
  }

  /// Whether something stands to the right of the header's last column.
  private func isTooWide(_ row: TableRow) -> Bool {
    guard let last = row.cells.last, let most = survey.header.lastColumn, last.column > most else {
      return false
    }
    return row.cells.contains {
      $0.column > most && !Blank.trimmed(row.buffer[$0.bytes]).isEmpty
    }
  }

  /// Writes what is mostly there; false, with nothing written, if it is anything else.
  @inline(__always)
  private mutating func writePlain(_ plan: Plan, _ row: TableRow, _ rows: ProfileRows) -> Bool {
    switch plan {
    case .other: return false
    case .column(let field, let isAmount):
      let slot = rows.slots[field.number]
      guard slot >= 0, row.cells[slot].kind == .text else { return false }
      return row.buffer.withUnsafeBufferPointer { bytes in
        let cell = UnsafeBufferPointer(rebasing: bytes[row.cells[slot].bytes])
        guard isAmount else { return writer.writePlain(cell, field, to: &line) }
        guard let amount = PlainCell.amount(cell, survey.number.group, to: &line) else {
          return false
        }
        sums.add(amount.value)
        evidence?.takeAmount(survey.number, groups: amount.groups, row, rows)
        return true
      }
    case .account(let field, let bank):
      let (slot, other) = (rows.slots[field.number], rows.slots[bank.number])
      guard slot >= 0, other >= 0, row.cells[slot].kind == .text, row.cells[other].kind == .text
      else { return false }
      return row.buffer.withUnsafeBufferPointer { bytes in
        let start = line.count
        let name = UnsafeBufferPointer(rebasing: bytes[row.cells[other].bytes])
        if writer.writePlain(name, bank, to: &line), line.count > start {
          line.append(UInt8(ascii: ":"))
          let middle = line.count
          let cell = UnsafeBufferPointer(rebasing: bytes[row.cells[slot].bytes])
          if writer.writePlain(cell, field, to: &line), line.count > middle { return true }
        }
        line.removeSubrange(start...)
        return false
      }
    }
  }

  private mutating func writeCarefully(
    _ output: Output, _ index: Int, _ row: TableRow, _ rows: ProfileRows
  ) {
    switch output.origin {
    case .fixed(let bytes): append(bytes)
    case .title: append(headings[index])
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
      if output.field == .amount {
        sums.add(writer.amount)
        if evidence?.needsNumbers == true { evidence?.takeAmount(row, rows) }
      }
      append(writer.field)
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

  /// Puts blank lines before a row for the rows that are left out.
  private mutating func begin(row: Int) throws(FileFault) {
    var blanks = row - lastLine - 1
    lastLine = row
    while blanks > 0 {
      let count = min(blanks, Self.lineBlock)
      line.append(contentsOf: repeatElement(0x0A, count: count))
      blanks -= count
      if line.count >= Self.lineBlock { try flush() }
    }
    if line.count >= Self.lineBlock { try flush() }
  }

  /// So many bytes of lines go into the spool at once.
  private static let lineBlock = 1 << 16

  private mutating func flush() throws(FileFault) {
    try append(line[...])
    line.removeAll(keepingCapacity: true)
  }

  private func append(_ bytes: ArraySlice<UInt8>) throws(FileFault) {
    var fault: FileFault?
    bytes.withUnsafeBytes { raw in
      do throws(FileFault) { try spool.append(raw) } catch { fault = error }
    }
    if let fault { throw fault }
  }

  private mutating func finish(
    _ reader: any TableReader, isEnded: Bool
  ) throws(FileFault) -> BatchSource {
    try flush()
    var origin = table.origin
    origin.places = FieldPlaces(columns: outputs.map(\.column), isSheet: table.isSheet)
    origin.dates = survey.date
    origin.account = statedAccount
    let differences = footer?.finish() ?? []
    origin.warnings = warnings(isEnded: isEnded, differences)
    if let sheet = reader as? XlsxReader { origin.warnings += sheet.hiddenWarnings(file: name) }
    return try spool.finish(origin)
  }
}
