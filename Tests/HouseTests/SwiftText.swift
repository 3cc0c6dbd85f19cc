/// A Swift source file taken apart just far enough to judge it: code without comments and strings,
/// and the strings by themselves.
struct SwiftText {
  /// A string literal.
  struct Literal {
    /// The line it begins on, from 1.
    var line: Int
    /// What stands between the quotes; an interpolation as `\(`.
    var text: String
    /// Whether a value is put into it.
    var isInterpolated: Bool
    /// Whether it is added to another text.
    var isAdded: Bool
  }

  /// The file with every comment and the inside of every string blanked; same lines.
  private(set) var code: [UInt8]
  /// The string literals in order.
  private(set) var literals: [Literal] = []

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ text: String) {
    bytes = Array(text.utf8)
    code = bytes
    scanCode(untilParenthesis: false)
  }

  /// The code line by line.
  var codeLines: [String] {
    code.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  /// Moves on; a blanked byte becomes a space unless it ends a line.
  private mutating func advance(_ count: Int = 1, blank: Bool = false) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] == 0x0A { line += 1 } else if blank { code[position] = 0x20 }
      position += 1
    }
  }

  private mutating func scanCode(untilParenthesis: Bool) {
    var depth = 0
    while position < bytes.count {
      if starts(with: "//") {
        while position < bytes.count && bytes[position] != 0x0A { advance(blank: true) }
      } else if starts(with: "/*") {
        scanComment()
      } else if starts(with: "\"") || starts(with: "#\"") || starts(with: "##\"") {
        scanString()
      } else {
        if untilParenthesis {
          if bytes[position] == UInt8(ascii: "(") { depth += 1 }
          if bytes[position] == UInt8(ascii: ")") {
            if depth == 0 { return }
            depth -= 1
          }
        }
        advance()
      }
    }
  }

  private mutating func scanComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        advance(2, blank: true)
      } else if starts(with: "*/") {
        depth -= 1
        advance(2, blank: true)
      } else {
        advance(blank: true)
      }
    } while depth > 0 && position < bytes.count
  }

  private mutating func scanString() {
    let start = position
    var literal = Literal(line: line, text: "", isInterpolated: false, isAdded: false)
    var hashes: [UInt8] = []
    while bytes[position] == UInt8(ascii: "#") {
      hashes.append(bytes[position])
      advance()
    }
    let quotes = [UInt8](repeating: UInt8(ascii: "\""), count: starts(with: "\"\"\"") ? 3 : 1)
    let end = quotes + hashes
    let escape = [UInt8(ascii: "\\")] + hashes
    advance(quotes.count)
    var text: [UInt8] = []
    while position < bytes.count, !bytes[position...].starts(with: end) {
      if bytes[position...].starts(with: escape + [UInt8(ascii: "(")]) {
        literal.isInterpolated = true
        text += Array("\\(".utf8)
        advance(escape.count + 1, blank: true)
        scanCode(untilParenthesis: true)
        advance(blank: true)
      } else if bytes[position...].starts(with: escape) {
        advance(escape.count + 1, blank: true)
      } else {
        text.append(bytes[position])
        advance(blank: true)
      }
    }
    advance(end.count)
    literal.text = String(decoding: text, as: UTF8.self)
    literal.isAdded = isPlus(before: start) || isPlus(after: position)
    literals.append(literal)
  }

  private func isPlus(before start: Int) -> Bool {
    code[..<start].last { $0 != 0x20 && $0 != 0x0A } == UInt8(ascii: "+")
  }

  private func isPlus(after end: Int) -> Bool {
    bytes[end...].first { $0 != 0x20 && $0 != 0x0A } == UInt8(ascii: "+")
  }
}
