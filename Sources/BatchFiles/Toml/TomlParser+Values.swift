import LedgerCore

extension TomlParser {
  /// What stands after an equals sign.
  mutating func readItem() throws(TomlFault) -> TomlItem {
    guard cursor.next == UInt8(ascii: "[") else { return try readScalar() }
    let position = cursor.position
    cursor.advance()
    var items: [TomlItem] = []
    while true {
      skipBlankLines()
      if cursor.next == UInt8(ascii: "]") { break }
      if cursor.next == UInt8(ascii: "[") {
        throw TomlFault(
          cursor.position,
          "A list holds no lists; the list that begins on line \(position.line) is still open.",
          "Close it with ].")
      }
      guard !cursor.isAtEnd else { throw Self.notClosed(position) }
      items.append(try readScalar())
      skipBlankLines()
      if cursor.next == UInt8(ascii: "]") { break }
      guard !cursor.isAtEnd else { throw Self.notClosed(position) }
      guard cursor.next == UInt8(ascii: ",") else {
        throw TomlFault(
          cursor.position, "The values of a list are separated by commas.",
          "Add the comma, or close the list with ].")
      }
      cursor.advance()
    }
    cursor.advance()
    return TomlItem(value: .list(items), position: position)
  }

  private static func notClosed(_ position: TomlPosition) -> TomlFault {
    TomlFault(position, "The list is not closed.", "Close it with ].")
  }

  private mutating func skipBlankLines() {
    while true {
      cursor.skipBlanks()
      cursor.skipComment()
      guard !cursor.isAtEnd, cursor.isAtLineEnd else { return }
      cursor.skipLine()
    }
  }

  private mutating func readScalar() throws(TomlFault) -> TomlItem {
    let position = cursor.position
    switch cursor.next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return TomlItem(value: .text(try readText()), position: position)
    case UInt8(ascii: "{"):
      throw TomlFault(
        position, "A table in curly braces is not read here.",
        "Write it under a header in square brackets.")
    default: break
    }
    while let byte = cursor.next, Self.isToken(byte) { cursor.advance() }
    let token = cursor.text(from: position.offset)
    return TomlItem(value: try Self.value(token, at: position), position: position)
  }

  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private static func value(
    _ token: String, at position: TomlPosition
  ) throws(TomlFault) -> TomlValue {
    if token == "true" { return .boolean(true) }
    if token == "false" { return .boolean(false) }
    let bytes = Array(token.utf8)
    if looksLikeDate(bytes) {
      guard let date = CivilDate(token) else {
        throw TomlFault(
          position, "There is no such date as \(Shown.plain(token)).",
          "A date is YYYY-MM-DD, of the years 1900 to 2199, without a time.")
      }
      return .date(date)
    }
    let first = bytes.first ?? 0
    let signs: [UInt8] = [UInt8(ascii: "+"), UInt8(ascii: "-")]
    guard isDigit(first) || signs.contains(first), bytes.count > 1 || isDigit(first) else {
      throw TomlFault(
        position, "Here stands no value.",
        "A value is text in quotes, a whole number, a date, true, false, or a list in [ ].")
    }
    return .integer(try integer(bytes, at: position))
  }

  /// A whole number: digits, with underscores between them where one likes.
  private static func integer(
    _ bytes: [UInt8], at position: TomlPosition
  ) throws(TomlFault) -> Int64 {
    let digits = isDigit(bytes[0]) ? bytes[...] : bytes.dropFirst()
    let groups = digits.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else {
      throw TomlFault(
        position, "This is not a whole number.",
        "A number has digits, with underscores between them: 25_000_000. Text is put into quotes.")
    }
    guard digits.first != UInt8(ascii: "0") || digits.count == 1 else {
      throw TomlFault(
        position, "The number begins with a zero.",
        "Leave the zero out; codes that begin with zeros are put into quotes.")
    }
    let bare = bytes.filter { $0 != UInt8(ascii: "_") }
    guard let value = Int64(String(decoding: bare, as: UTF8.self)) else {
      throw TomlFault(
        position, "The number is too large.", "At most \(grouped(Int64.max)) is kept.")
    }
    return value
  }

  private static func looksLikeDate(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 5 && bytes[4] == UInt8(ascii: "-") && bytes[..<4].allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
