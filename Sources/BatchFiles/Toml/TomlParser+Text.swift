extension TomlParser {
  /// Text in quotes: `"…"` with escapes, `'…'` as it stands.
  mutating func readText() throws(TomlFault) -> String {
    if cursor.sees("\"\"\"") || cursor.sees("'''") {
      throw TomlFault(
        cursor.position, "Text over several lines is not read here.",
        "Put it on one line, in one pair of quotes.")
    }
    let position = cursor.position
    let quote = cursor.next
    cursor.advance()
    var text = ""
    var start = cursor.offset
    while cursor.next != quote {
      guard !cursor.isAtLineEnd else {
        throw TomlFault(position, "The quote is not closed.", "Close it on the same line.")
      }
      guard cursor.next == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") else {
        cursor.advance()
        continue
      }
      text += cursor.text(from: start)
      text.unicodeScalars.append(try readEscape())
      start = cursor.offset
    }
    text += cursor.text(from: start)
    cursor.advance()
    return text
  }

  private mutating func readEscape() throws(TomlFault) -> Unicode.Scalar {
    let position = cursor.position
    let letter = cursor.byte(at: 1)
    cursor.advance(2)
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "u"): if let scalar = readHex(4) { return scalar }
    case UInt8(ascii: "U"): if let scalar = readHex(8) { return scalar }
    default: break
    }
    throw TomlFault(
      position, "This backslash begins nothing.",
      "Write \\\\ for a backslash, or put the text into single quotes.")
  }

  private mutating func readHex(_ count: Int) -> Unicode.Scalar? {
    let start = cursor.offset
    for _ in 0..<count {
      guard let byte = cursor.next, Self.isHex(byte) else { return nil }
      cursor.advance()
    }
    return UInt32(cursor.text(from: start), radix: 16).flatMap(Unicode.Scalar.init)
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
