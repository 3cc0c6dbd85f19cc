import LedgerCore

/// What a table as a whole says of how it is to be read: its header, its titles, its styles.
struct ProfileSurvey {
  let header: ProfileHeader
  let number: NumberStyle
  let date: DateStyle
  /// What stands above the table, by field.
  private(set) var titles: [ProfileField: String] = [:]
  /// The fields that headings among the rows say.
  private(set) var headingFields: Set<ProfileField> = []
  /// The last row that is read.
  let lastRow: Int
  /// Whether the whole table was gone through.
  let isWhole: Bool

  /// Goes through the table once.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - profile: What its columns are.
  ///   - limit: How many rows are looked at; nil for all.
  /// - Throws: A ``FileFault`` for what nothing says, or two things are said of.
  init(_ table: ProfileTable, _ profile: Profile, rows limit: Int? = nil) throws(FileFault) {
    let name = table.source.name
    header = try Self.header(table, profile)
    let above = ProfileTitles(titles: profile.titles, date: profile.date ?? .dayFirst)
    var rows = ProfileRows(header, profile, titles: above)
    var evidence = ProfileEvidence(profile)
    var last: [Int] = []
    let reader = try table.reader()
    var row = TableRow()
    var count = 0
    var isWhole = true
    while try reader.next(&row) {
      guard row.number > header.row else { continue }
      if let limit, count == limit {
        isWhole = false
        break
      }
      count += 1
      let kind = rows.next(row)
      if !row.cells.isEmpty {
        last.append(row.number)
        if last.count > profile.rowsBelow + 1 { last.removeFirst() }
      }
      evidence.take(kind, row, rows)
    }
    headingFields = evidence.headingFields
    number = try evidence.number(table, profile, column: header.column(of: .amount))
    date = try evidence.date(table, profile, column: header.column(of: .month))
    self.isWhole = isWhole
    lastRow =
      if !isWhole { .max } else {
        last.count > profile.rowsBelow ? last[last.count - 1 - profile.rowsBelow] : 0
      }
    for head in table.head where head.number < header.row {
      for (field, value) in above.read(head) {
        if let other = titles[field], other != value {
          throw FileFault(
            Diagnostic(
              file: name, line: head.number, column: 1, code: .titleUnclear,
              message: """
                Above the table the \(field.code) is given as \(Shown.plain(other)) and as \
                \(Shown.plain(value)).
                """,
              help: "Correct the title, or give it a profile that does not read it."))
        }
        titles[field] = value
      }
    }
  }

  private static func header(
    _ table: ProfileTable, _ profile: Profile
  ) throws(FileFault) -> ProfileHeader {
    let name = table.source.name
    guard let header = ProfileHeader.find(table.head, profile), header.missing.isEmpty else {
      throw FileFault.ownColumns(table)
        ?? notFound(name, ProfileHeader.find(table.head, profile), profile)
    }
    if let (field, names) = header.twice {
      throw FileFault(
        Diagnostic(
          file: name, line: header.row, column: 1, code: .profileColumnTwice,
          message: """
            Two columns can be the \(field.code): \
            \(Message.list(names.map { Shown.plain($0) }, separator: " and ")).
            """,
          help: "Give the file a profile of its own that says which is meant, by its place."))
    }
    let unknown = header.unknown(profile)
    guard let first = unknown.first else { return header }
    throw FileFault(
      Diagnostic(
        file: name, line: header.row, column: first.column, code: .profileColumnUnknown,
        message: """
          \(unknown.count == 1 ? "A column is" : "Columns are") not known to the profile \
          “\(profile.name)”: \
          \(unknown.prefix(10).map { Shown.plain($0.text) }.joined(separator: ", ")).
          """,
        help: """
          A column that is left out may hold money. If it is not needed, name it under ignore in \
          a profile of your own; `profile show \(profile.name)` prints this one to begin with.
          """
      ))
  }

  private static func notFound(
    _ file: String, _ nearest: ProfileHeader?, _ profile: Profile
  ) -> FileFault {
    let help: Message =
      """
      `profile guess` shows what the file is most like. Check the sheet, the encoding and how \
      many rows stand above the header.
      """
    guard let nearest, !nearest.columns.isEmpty else {
      return FileFault(
        .headerNotFound, file: file,
        "No row among the first \(HeadRow.limit) names the columns of the profile “\(profile.name)”.",
        help: help)
    }
    let missing = nearest.missing.map { "\($0.field.code) (\($0.headers.first ?? "?"))" }
    return FileFault(
      Diagnostic(
        file: file, line: nearest.row, column: 1, code: .headerNotFound,
        message: "The header has no column for: \(missing.joined(separator: ", ")).", help: help))
  }
}

/// What all days of a file say together of the order in which they are written.
struct DateEvidence {
  private var first: [DateStyle?: (line: Int, text: String)] = [:]
  private var last: [UInt8] = []

  mutating func take(_ cell: ArraySlice<UInt8>, line: Int) {
    // Most days are that of the row before.
    guard !last.elementsEqual(cell) else { return }
    last.removeAll(keepingCapacity: true)
    last += cell
    guard let evidence = MonthText(cell, isWhole: true)?.evidence, first[evidence] == nil else {
      return
    }
    first[evidence] = (line, String(decoding: cell, as: UTF8.self))
  }

  /// The one order of the file; that of Vietnam if every day reads the same either way.
  func decide(_ file: String, column: Int) throws(FileFault) -> DateStyle {
    let certain = DateStyle.allCases.filter { first[$0] != nil }
    if certain.count == 1 { return certain[0] }
    let places = first.values.sorted { $0.line < $1.line }
    guard let place = places.first else { return .dayFirst }
    let shown = Shown.plain(place.text)
    let months = DateStyle.allCases.map { style -> Message in
      guard let month = MonthText(Array(place.text.utf8)[...], isWhole: true)?.month(style)
      else { return "no month (\(style.code))" }
      return "\(month) (\(style.code))"
    }
    throw FileFault(
      Diagnostic(
        file: file, line: place.line, column: column, code: .dateStyleAmbiguous,
        message: certain.isEmpty
          ? """
          \(shown) can be read in two ways: as a day of \
          \(months.joined(separator: " or of ")). No day of the file says which.
          """
          : """
          Days are written in two orders: \
          \(places.map { "\(Shown.plain($0.text)) on line \($0.line)" }.joined(separator: ", ")).
          """,
        help: certain.isEmpty
          ? "Say in the profile how days are written: date = \"dd/MM/yyyy\"."
          : "Write all days in one order."))
  }
}

extension ProfileRows {
  /// The text in the cell of a field, without the spaces around it; nil if it is no text.
  func text(_ field: ProfileField, _ row: TableRow) -> ArraySlice<UInt8>? {
    let slot = slots[Int(field.rawValue)]
    guard slot >= 0, row.cells[slot].kind == .text else { return nil }
    let bytes = Blank.trimmed(row.buffer[row.cells[slot].bytes])
    return bytes.isEmpty ? nil : bytes
  }
}
