import LedgerCore

extension Profile {
  /// The profile as a file: what is read of it is the same profile.
  public var text: String {
    var text = "[profile]\n"
    func line(_ key: String, _ value: String?) { if let value { text += "\(key) = \(value)\n" } }
    line("name", Self.quoted(name))
    line("source", Self.quoted(source))
    line("list", Self.quoted(list.code))
    line("encoding", encoding.map { Self.quoted($0.code) })
    line("delimiter", delimiter.map { Self.quoted($0.code) })
    line("sheet", sheet.map(Self.quoted))
    line("rows_above", rowsAbove.map { "\($0)" })
    line("rows_below", rowsBelow > 0 ? "\(rowsBelow)" : nil)
    line("number", number.map { Self.quoted($0.code) })
    line("date", date.map { Self.quoted($0.code) })
    line("ignore", ignored.isEmpty ? nil : Self.list(ignored))
    line("ignore_others", ignoresOthers ? "true" : nil)
    for column in columns {
      text += "\n[[column]]\n"
      line("field", Self.quoted(column.field.code))
      line("header", column.headers.isEmpty ? nil : Self.list(column.headers))
      line("place", column.place.map { "\($0)" })
      line("digits", column.digits.map { "\($0)" })
      line("optional", column.isOptional ? "true" : nil)
    }
    for constant in constants {
      text += "\n[[constant]]\n"
      line("field", Self.quoted(constant.field.code))
      line("value", Self.quoted(constant.value))
    }
    for title in titles {
      text += "\n[[title]]\n"
      line("field", Self.quoted(title.field.code))
      line("after", Self.list(title.after))
    }
    for (field, names) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for to in Set(names.values).sorted() {
        text += "\n[[value]]\n"
        line("field", Self.quoted(field.code))
        line("from", Self.list(names.filter { $0.value == to }.keys.sorted()))
        line("to", Self.quoted(to))
      }
    }
    return text
  }

  private static func list(_ texts: [String]) -> String {
    let whole = texts.map(quoted).joined(separator: ", ")
    // A line of a TOML file has an end.
    guard whole.utf8.count > 3_000 else { return "[\(whole)]" }
    return "[\n" + texts.map { "  \(quoted($0)),\n" }.joined() + "]"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == "\"" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

extension ListReading {
  /// The profile with what the command said beside it; nil if there is none.
  ///
  /// What is read by it is read as by this reading.
  public var whole: Profile? {
    guard var whole = profile else { return nil }
    whole.sheet = sheet ?? whole.sheet
    let fields = Set(given.map(\.field))
    // What was said of all rows is not looked for in titles.
    whole.titles.removeAll { fields.contains($0.field) }
    whole.constants.removeAll { fields.contains($0.field) }
    whole.constants += given
    return whole
  }
}
