/// A place in the bytes of a TOML file that moves forward, and knows its line and column.
struct TomlCursor {
  private let bytes: [UInt8]
  private(set) var offset = 0
  private(set) var line = 1
  private var column = 1

  /// Stands at the first character of text that is UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: TomlText.byteOrderMark) { offset = 3 }
  }

  /// Where it stands.
  var position: TomlPosition { TomlPosition(line: line, column: column, offset: offset) }

  /// Whether nothing is left.
  var isAtEnd: Bool { offset >= bytes.count }

  /// The next byte, or nil at the end.
  var next: UInt8? { byte(at: 0) }

  /// A byte further on, or nil past the end.
  func byte(at distance: Int) -> UInt8? {
    let place = offset + distance
    return place < bytes.count ? bytes[place] : nil
  }

  /// The text from a byte to where it stands.
  func text(from start: Int) -> String { String(decoding: bytes[start..<offset], as: UTF8.self) }

  /// Whether the next bytes are these ASCII characters.
  func sees(_ text: StaticString) -> Bool {
    (0..<text.utf8CodeUnitCount).allSatisfy { byte(at: $0) == text.utf8Start[$0] }
  }

  /// Steps over one byte.
  mutating func advance() {
    guard let byte = next else { return }
    offset += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if (next ?? 0) & 0xC0 != 0x80 {
      // A character counts once, when its last byte is left behind.
      column += 1
    }
  }

  /// Steps over some bytes.
  mutating func advance(_ count: Int) { for _ in 0..<count { advance() } }

  /// Steps over spaces and tabs.
  mutating func skipBlanks() {
    while let byte = next, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { advance() }
  }

  /// Whether a line ends here, or the file does.
  var isAtLineEnd: Bool { isAtEnd || next == UInt8(ascii: "\n") || sees("\r\n") }

  /// Steps over a comment, but not over the end of its line.
  mutating func skipComment() {
    guard next == UInt8(ascii: "#") else { return }
    while !isAtLineEnd { advance() }
  }

  /// Steps over the rest of the line and its end.
  mutating func skipLine() {
    while let byte = next {
      advance()
      if byte == UInt8(ascii: "\n") { return }
    }
  }

  /// Goes back to the beginning of the line it is in.
  mutating func returnToLineStart() {
    while offset > 0, bytes[offset - 1] != UInt8(ascii: "\n") { offset -= 1 }
    column = 1
  }
}
