/// Names and texts as a workbook takes them.
enum XlsxNames {
  /// The most UTF-16 units of a cell.
  private static let longestText = 32_767

  /// Whether a text would be run if somebody typed it, or opened it from a CSV file.
  static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return "=+-@\t\r\n|%".utf8.contains(first) || text.hasPrefix("＝") || text.hasPrefix("＋")
      || text.hasPrefix("－") || text.hasPrefix("＠")
  }

  /// A sheet's name: at most 31 characters, none of those that mean something in a reference.
  static func sheet(_ wanted: String, after names: [String]) -> String {
    // An underscore could begin a number that stands for a character.
    let forbidden = Set("[]:*?/\\'_".unicodeScalars)
    var scalars = String.UnicodeScalarView()
    for scalar in wanted.unicodeScalars where scalar.value >= 0x20 && !forbidden.contains(scalar) {
      scalars.append(scalar)
    }
    let name = scalars.isEmpty ? "sheet" : String(scalars)
    var unique = cut(name, 31)
    var number = 2
    while names.contains(where: { $0.lowercased() == unique.lowercased() }) {
      let end = " \(number)"
      unique = cut(name, 31 - end.utf16.count) + end
      number += 1
    }
    return unique
  }

  /// Appends text as XML; what XML cannot hold, as `_x0001_`.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let hasNumbers = text.utf8.contains(UInt8(ascii: "x"))
    for scalar in cut(text, longestText).unicodeScalars {
      switch scalar {
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "\"": bytes.append(contentsOf: "&quot;".utf8)
      // It could begin such a number itself, if an “x” follows.
      case "_" where hasNumbers: bytes.append(contentsOf: "_x005F_".utf8)
      case "\r": bytes.append(contentsOf: "_x000D_".utf8)
      case "\t", "\n": bytes.append(contentsOf: String(scalar).utf8)
      case "\u{FFFE}", "\u{FFFF}", "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        bytes.append(
          contentsOf: "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  private static func cut(_ text: String, _ most: Int) -> String {
    guard text.utf16.count > most else { return text }
    var scalars = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      length += scalar.value > 0xFFFF ? 2 : 1
      if length > most - 1 { break }
      scalars.append(scalar)
    }
    return String(scalars) + "…"
  }
}
