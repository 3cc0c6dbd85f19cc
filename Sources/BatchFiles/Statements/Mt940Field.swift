import LedgerCore

/// A field of an MT940 message: its tag, and its lines.
struct Mt940Field {
  /// Such as `61`.
  let tag: String
  /// The line of the file it begins on.
  let line: Int
  /// Its lines, without the tag.
  private(set) var lines: [String]

  /// How many lines a field may have.
  static let lineLimit = 64

  /// Its first line.
  var text: String { lines[0] }

  /// Reads `:61:…`; nil if the line begins no field.
  init?(_ line: String, at number: Int) {
    guard line.hasPrefix(":"), let colon = line.dropFirst().firstIndex(of: ":") else { return nil }
    let tag = line[line.index(after: line.startIndex)..<colon]
    guard (2...3).contains(tag.utf8.count),
      tag.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A })
    else { return nil }
    self.tag = String(tag)
    self.line = number
    lines = [String(line[line.index(after: colon)...])]
  }

  /// Reads a field that follows the envelope on its line: `{4::20:…`.
  init?(inEnvelope line: String, at number: Int) {
    let bytes = Array(line.utf8)
    guard let start = bytes.firstRange(of: Array("{4:".utf8)) else { return nil }
    self.init(String(decoding: bytes[start.upperBound...], as: UTF8.self), at: number)
  }

  /// Adds a line; false if it has too many.
  mutating func append(_ line: String) -> Bool {
    guard lines.count < Self.lineLimit else { return false }
    lines.append(line)
    return true
  }
}

/// Why a field of an MT940 message cannot be read.
struct Mt940Fault: Error {
  let code: Code
  let message: Message
  let help: Message

  static func malformed(_ message: Message) -> Mt940Fault {
    Mt940Fault(
      code: .statementMalformed, message: message, help: "Ask the bank for the file again.")
  }

  static func amount(_ text: String) -> Mt940Fault {
    Mt940Fault(
      code: .statementAmount,
      message: """
        The amount \(Array(text.utf8).withUnsafeBufferPointer { Shown.amount($0) }) is not whole \
        đồng with a comma, such as 1234, or 1234,00.
        """,
      help: "The đồng has no fractions: ask the bank what is meant.")
  }
}
