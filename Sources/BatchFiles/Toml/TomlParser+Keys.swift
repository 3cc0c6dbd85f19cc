extension TomlParser {
  /// A key: letters, digits, `_` and `-`, or text in quotes.
  mutating func readKey() throws(TomlFault) -> String {
    switch cursor.next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try readText()
    default: break
    }
    let position = cursor.position
    while let byte = cursor.next, Self.isBare(byte) { cursor.advance() }
    let key = cursor.text(from: position.offset)
    guard !key.isEmpty else {
      throw TomlFault(
        position, "Here stands a key, or a header in square brackets.",
        "A key is made of ASCII letters, digits, _ and -; any other is put into quotes.")
    }
    return key
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
