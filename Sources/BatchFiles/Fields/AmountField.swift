import LedgerCore

/// The `amount` field: whole đồng in ASCII digits, from 1, without a leading zero.
enum AmountField {
  /// The most that one row moves, in đồng: more than the country produces in a year.
  ///
  /// A thousand wrong rows do not come to what a counter can keep, so a slip never cripples a ledger.
  static let largest: Int64 = 10_000_000_000_000_000

  /// The amount, or 0; a total may be larger than what one row moves.
  @inline(__always)
  static func parse(_ field: FieldBytes, upTo largest: Int64 = largest) -> Int64 {
    guard field.count > 0, field[0] != 0x30, let amount = field.decimal, amount <= largest else {
      return 0
    }
    return amount
  }

  /// Why a field is not an amount.
  static func fault(_ field: FieldBytes) -> Code {
    if field.count == 0 { return .fieldEmpty }
    if field.isDigits {
      if field.buffer.allSatisfy({ $0 == 0x30 }) { return .amountZero }
      return field[0] == 0x30 ? .amountLeadingZero : .amountTooLarge
    }
    if isNegative(field.text) { return .amountNegative }
    if field[0] == 0x2B, field.count > 1, isDigit(field[1]) { return .amountPlusSign }
    if isExponent(field.buffer) { return .amountExponent }
    return separated(field.text) ?? .amountNotDigits
  }

  /// A minus before a digit, or the bookkeeper's parentheses.
  private static func isNegative(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let second = scalars.dropFirst().first,
      ("0"..."9").contains(second)
    else { return false }
    return first == "-" || first == "\u{2212}" || (first == "(" && scalars.last == ")")
  }

  /// `1e6`, `1.23457E+11`.
  static func isExponent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let mark = bytes.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }) else { return false }
    let mantissa = bytes[..<mark]
    var power = bytes[(mark + 1)...]
    if power.first == 0x2B || power.first == 0x2D { power = power.dropFirst() }
    return !power.isEmpty && power.allSatisfy(isDigit) && mantissa.first.map(isDigit) == true
      && mantissa.allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x2C }
  }

  /// Digits with separators: of thousands, unless it is one point or comma before a fraction.
  private static func separated(_ text: String) -> Code? {
    let scalars = Array(text.unicodeScalars)
    let signs: Set<Unicode.Scalar> = [
      ".", ",", " ", "'", "_", "\u{A0}", "\u{2009}", "\u{202F}", "\u{2019}",
    ]
    let isNumber = scalars.allSatisfy { ("0"..."9").contains($0) || signs.contains($0) }
    guard isNumber, let first = scalars.first, let last = scalars.last,
      !signs.contains(first), !signs.contains(last)
    else { return nil }
    let places = scalars.indices.filter { signs.contains(scalars[$0]) }
    guard places.count == 1, let place = places.first, [".", ","].contains(scalars[place]) else {
      return .amountThousands
    }
    return scalars.count - place == 4 ? .amountThousands : .amountDecimal
  }

  @Sendable private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func words(
    _ code: Code, _ field: FieldBytes, upTo largest: Int64 = largest
  ) -> Words {
    let shown = Shown.amount(field.buffer)
    let plain: Message = "Write whole đồng in digits only, like 1234567."
    switch code {
    case .amountZero:
      return Words("The amount is zero.", "Leave out rows that pay nothing.")
    case .amountNegative:
      return Words(
        "The amount \(shown) is negative.",
        "Amounts are positive; money that comes back has an event of its own, such as “returned”.")
    case .amountPlusSign: return Words("The amount \(shown) has a plus sign.", plain)
    case .amountThousands: return Words("The amount \(shown) has separators of thousands.", plain)
    case .amountDecimal:
      return Words("The amount \(shown) has a decimal part; the đồng has none.", plain)
    case .amountExponent:
      return Words(
        "The amount \(shown) was shortened to a power of ten by a spreadsheet.",
        "Its digits are lost: format the column as whole numbers and export the list again.")
    case .amountTooLarge:
      return Words(
        "The amount \(shown) is over \(grouped(largest)) đồng.",
        "Check whether two fields ran together.")
    case .amountLeadingZero: return Words("The amount \(shown) begins with a zero.", plain)
    default: return Words("The amount \(shown) has other characters than digits.", plain)
    }
  }
}
