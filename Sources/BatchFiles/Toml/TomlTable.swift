import LedgerCore

/// Where something stands in a TOML file.
struct TomlPosition: Hashable {
  /// The line, from 1.
  var line: Int
  /// The column in characters, from 1.
  var column: Int
  /// The byte of the file.
  var offset: Int
}

/// A table of a TOML file: its keys in the order of the file.
struct TomlTable: Hashable {
  /// Where its header begins; the beginning of the file for the table without one.
  var position: TomlPosition
  /// Its keys with their values.
  var entries: [TomlEntry]
  /// Whether a line of it could not be read, so that a missing key says nothing.
  var isDamaged: Bool

  /// The key of that name, or nil.
  subscript(_ key: String) -> TomlEntry? { entries.first { $0.key == key } }
}

/// A key of a table with its value.
struct TomlEntry: Hashable {
  /// The key, without quotes.
  var key: String
  /// Where the key stands; for tables, in their first header.
  var keyPosition: TomlPosition
  /// The value and where it stands.
  var item: TomlItem
}

/// A value and where it stands.
struct TomlItem: Hashable {
  /// The value.
  var value: TomlValue
  /// Where it begins.
  var position: TomlPosition
}

/// What a key can have.
enum TomlValue: Hashable {
  /// Text in quotes.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// `true` or `false`.
  case boolean(Bool)
  /// A date without a time.
  case date(CivilDate)
  /// Values in square brackets; none of them is a list or a table.
  case list([TomlItem])
  /// `[key]`
  case table(TomlTable)
  /// `[[key]]`, once for each.
  case tables([TomlTable])

  /// What it is, in words.
  var kind: Message {
    switch self {
    case .text: "text"
    case .integer: "a number"
    case .boolean: "true or false"
    case .date: "a date"
    case .list: "a list"
    case .table: "a table"
    case .tables: "a list of tables"
    }
  }
}
