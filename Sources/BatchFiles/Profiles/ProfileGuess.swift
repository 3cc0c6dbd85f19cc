import LedgerCore

/// The profile that fits a file best, and the file's first rows as it reads them.
public struct ProfileGuess: Sendable {
  /// A column of the file.
  public struct Column: Sendable {
    /// Its place, from 1.
    public var place: Int
    /// What stands above it.
    public var header: String
    /// What it is; nil if it is not read.
    public var field: ProfileField?
  }

  /// A row as it is understood.
  public struct Row: Sendable {
    /// Its number in the file.
    public var number: Int
    /// Its fields, persons and accounts masked.
    public var fields: [String]
  }

  /// The profile: one that is built in, or one made for the file.
  public var profile: Profile
  /// Whether it is built in.
  public var isBuiltIn: Bool
  /// The profile as a file to begin with.
  public var text: String
  /// How the letters of a text file are written; nil for a workbook.
  public var encoding: TextEncoding?
  /// What separates the cells of a text file; nil for a workbook.
  public var delimiter: Delimiter?
  /// The row of the header.
  public var headerRow: Int
  /// How its amounts are written.
  public var number: NumberStyle
  /// What its columns are.
  public var columns: [Column]
  /// The columns of the program's list, in the order of ``rows``.
  public var names: [String]
  /// The first rows.
  public var rows: [Row]
  /// What nothing says so far.
  public var missing: [String]

  /// How many rows are shown.
  public static let shownRows = 5

  /// Looks for the profile of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - encoding: Its encoding, if somebody knows it.
  ///   - number: How its amounts are written, if somebody knows it.
  ///   - reading: The sheet, and what is the same for all rows.
  /// - Throws: A ``FileFault`` if no row of the file is a header, or it cannot be read.
  public init(
    _ file: BatchSource, encoding: TextEncoding? = nil, number: NumberStyle? = nil,
    reading: ListReading = ListReading()
  ) throws(FileFault) {
    var any = Self.anyProfile
    any.encoding = encoding
    let table = try ProfileTable(file, any, sheet: reading.sheet)
    guard let header = ProfileHeader.find(table.head, any), header.missing.isEmpty else {
      if let own = FileFault.ownColumns(table) { throw own }
      throw FileFault(
        .headerNotFound, file: file.name,
        "No row among the first \(HeadRow.limit) names a person's number and an amount.",
        help: """
          Check the sheet and the encoding. `profile show c72a-hd` prints a profile to begin one \
          of your own with.
          """)
    }
    var known = Self.builtIn(table)
    isBuiltIn = known != nil
    if known == nil { known = Self.made(for: header, reading) }
    var profile = known ?? any
    text = isBuiltIn ? BuiltInProfiles.text(profile.name) ?? "" : profile.text
    profile.encoding = encoding
    profile.number = number ?? profile.number
    self.profile = profile
    let survey = try ProfileSurvey(table, profile)
    self.encoding = table.encoding
    delimiter = table.delimiter
    headerRow = survey.header.row
    self.number = survey.number
    columns = survey.header.names.map { name in
      Column(
        place: name.column, header: name.text,
        field: survey.header.columns.first { $0.column == name.column }?.spec.field)
    }
    let layout = ListLayout(event: .due)
    var conversion = try ProfileConversion(
      table, survey, profile, layout: layout, given: reading.given, mayMiss: true)
    guard let list = try conversion.run() else {
      preconditionFailure("a survey of all rows is what all rows say")
    }
    names = conversion.names
    rows = try Self.firstRows(list, names)
    missing = layout.required.map(\.name).filter { [names] in !names.contains($0) }
  }

  /// What no built-in profile fits is made of what all of them call the columns.
  private static let anyProfile: Profile = {
    var any = Profile(name: "own", source: "Made by profile guess", list: .payments)
    any.ignoresOthers = true
    any.date = .dayFirst
    for field in any.list.fields {
      var column = ProfileColumn(field: field)
      for known in BuiltInProfiles.all {
        for header in known.columns.first(where: { $0.field == field })?.headers ?? []
        where !column.headers.contains(header) {
          column.headers.append(header)
        }
      }
      column.isOptional = field != .person && field != .amount
      if !column.headers.isEmpty { any.columns.append(column) }
    }
    return any
  }()

  /// The built-in profile that knows all columns of a table, and has the most of them.
  private static func builtIn(_ table: ProfileTable) -> Profile? {
    let words = table.head.flatMap(\.cells).map { Fold.text($0.text) }
    var best: (profile: Profile, score: Int)?
    for profile in BuiltInProfiles.all {
      guard let header = ProfileHeader.find(table.head, profile), header.missing.isEmpty,
        header.unknown(profile).isEmpty
      else { continue }
      let form = Fold.text(profile.name)
      let isNamed = words.contains { $0.contains(form) }
      let score = header.columns.count + (isNamed ? 100 : 0)
      if score > best?.score ?? 0 { best = (profile, score) }
    }
    return best?.profile
  }

  private static func made(for header: ProfileHeader, _ reading: ListReading) -> Profile {
    var made = Profile(name: "own", source: "Made by profile guess", list: .payments)
    made.date = .dayFirst
    made.sheet = reading.sheet
    for column in header.columns {
      var spec = column.spec
      spec.headers = [header.names.first { $0.column == column.column }?.text ?? ""]
      made.columns.append(spec)
    }
    made.ignored =
      header.names.filter { name in !header.columns.contains { $0.column == name.column } }
      .map(\.text)
    for known in BuiltInProfiles.all {
      for (field, names) in known.values where made.columns.contains(where: { $0.field == field }) {
        made.values[field, default: [:]].merge(names) { first, _ in first }
      }
    }
    return made
  }

  private static func firstRows(
    _ list: BatchSource, _ names: [String]
  ) throws(FileFault) -> [Row] {
    let reader = try DelimitedReader(list, .utf8, delimiter: Delimiter.comma.byte)
    var rows: [Row] = []
    var row = TableRow()
    var isHeader = true
    while rows.count < shownRows, try reader.next(&row) {
      if isHeader {
        isHeader = false
        continue
      }
      var fields = [String](repeating: "", count: names.count)
      for cell in row.cells where cell.column <= names.count {
        let text = String(decoding: row.buffer[cell.bytes], as: UTF8.self)
        let name = names[cell.column - 1]
        let isPersonal = name == Field.person.name || name == Field.account.name
        fields[cell.column - 1] =
          isPersonal
          ? String(repeating: "*", count: max(0, text.count - 3)) + text.suffix(3)
          : Shown.safe(text)
      }
      rows.append(Row(number: row.number, fields: fields))
    }
    return rows
  }
}

extension Shown {
  /// Text of a file, control characters replaced and long numbers masked.
  static func safe(_ text: String) -> String {
    String(plain(text).dropFirst().dropLast())
  }
}
