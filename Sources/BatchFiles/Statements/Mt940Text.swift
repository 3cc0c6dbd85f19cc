import LedgerCore

/// Reads the field :86: of MT940, what the bank tells of a booking.
///
/// Banks fill it freely. Lines that are full go on without a blank, and the numbered parts that some
/// banks write (`?20…?21…`) are put together again, so that an end-to-end id that was cut is whole.
enum Mt940Text {
  /// How many characters a full line has.
  private static let width = 65
  /// How many characters a full numbered part has.
  private static let partWidth = 27

  static func read(_ field: Mt940Field, into entry: inout StatementEntry) {
    let joined = join(field.lines, width: width)
    let text = isNumbered(joined) ? unnumbered(joined, into: &entry) : joined
    let known = entry.details.text.map { $0 + " " } ?? ""
    entry.details.text = cut(StatementValue.oneLine(known + text))
    if let reason = ReturnReason.code(in: text) { entry.details.reason = reason }
    if entry.details.endToEnd == nil { entry.details.endToEnd = PaymentReference.text(in: text) }
  }

  private static func join(_ lines: [String], width: Int) -> String {
    var text = ""
    for (index, line) in lines.enumerated() {
      if index > 0, lines[index - 1].unicodeScalars.count < width { text += " " }
      text += line
    }
    return text
  }

  /// `166?00…?20…`.
  private static func isNumbered(_ text: String) -> Bool {
    let head = Array(text.utf8.prefix(4))
    return head.count == 4 && head[..<3].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      && head[3] == UInt8(ascii: "?")
  }

  /// The remittance of the parts 20 to 29 and 60 to 63; part 31 is the other side's account.
  private static func unnumbered(_ text: String, into entry: inout StatementEntry) -> String {
    var parts: [String] = []
    for part in text.split(separator: "?").dropFirst() {
      let content = String(part.dropFirst(2))
      switch part.prefix(2) {
      case "31": if !content.isEmpty { entry.details.counterparty = content }
      case let number where number.first == "2" || number.first == "6": parts.append(content)
      default: break
      }
    }
    return join(parts, width: partWidth)
  }

  static func cut(_ text: String) -> String {
    guard text.utf8.count > StatementFile.textLimit else { return text }
    var kept = ""
    for character in text {
      guard kept.utf8.count + character.utf8.count <= StatementFile.textLimit else { break }
      kept.append(character)
    }
    return kept
  }
}
