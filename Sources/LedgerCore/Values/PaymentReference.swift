/// The end-to-end id of a bank payment: the key of its obligation, in the characters and the length
/// that banks carry unchanged.
///
/// `202610-079060000011-pension-1` is month, person with all digits, benefit, occurrence: at most 35
/// characters of the ISO 20022 set. What comes back from the bank finds its obligation without a
/// table, whoever sent the order. A benefit code of more than 11 letters is shortened.
public enum PaymentReference {
  /// How many characters an end-to-end id may have.
  public static let limit = 35

  /// The end-to-end id of an obligation.
  ///
  /// - Returns: The id; nil if the key names no person or benefit that there is.
  public static func text(of key: ObligationKey) -> String? {
    guard let person = PersonNumber(encoded: key.person),
      let benefit = Benefit(rawValue: key.benefit)
    else { return nil }
    return "\(key.month.number)-\(person.digits)-\(code(of: benefit))-\(key.occurrence)"
  }

  /// The obligation of an end-to-end id.
  ///
  /// - Returns: The key; nil if the id is not of this form.
  public static func key(of text: String) -> ObligationKey? {
    guard text.utf8.count <= limit else { return nil }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(of: hyphen),
      let second = bytes[(first + 1)...].firstIndex(of: hyphen),
      let last = bytes.lastIndex(of: hyphen), last > second, first == 6,
      let month = decimal(bytes[..<first]).flatMap({ Month(number: Int32($0)) }),
      let person = PersonNumber(String(decoding: bytes[(first + 1)..<second], as: UTF8.self)),
      let occurrence = decimal(bytes[(last + 1)...]), (1...255).contains(occurrence),
      bytes[last + 1] != UInt8(ascii: "0")
    else { return nil }
    let code = String(decoding: bytes[(second + 1)..<last], as: UTF8.self)
    guard let benefit = Benefit.allCases.first(where: { self.code(of: $0) == code }) else {
      return nil
    }
    return ObligationKey(
      month: month, person: person.encoded, benefit: benefit.rawValue,
      occurrence: UInt8(occurrence))
  }

  /// The first end-to-end id of this form that stands anywhere in a text.
  public static func text(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for start in bytes.indices where isIdByte(bytes[start]) {
      guard start == 0 || !isIdByte(bytes[start - 1]) else { continue }
      let run = bytes[start...].prefix { isIdByte($0) }
      let id = String(decoding: run, as: UTF8.self)
      if key(of: id) != nil { return id }
    }
    return nil
  }

  /// The obligation of the first end-to-end id that stands anywhere in a text.
  public static func find(in text: String) -> ObligationKey? {
    self.text(in: text).flatMap { key(of: $0) }
  }

  private static func isIdByte(_ byte: UInt8) -> Bool {
    byte == hyphen || byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7A
  }

  /// The code of a benefit in an end-to-end id.
  public static func code(of benefit: Benefit) -> String {
    switch benefit {
    case .convalescence: "convalesce"
    case .unemployment: "unemployed"
    default: benefit.code
    }
  }

  private static let hyphen = UInt8(ascii: "-")
}
