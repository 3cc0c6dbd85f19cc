import LedgerCore

/// The `person` field: 12 or 10 ASCII digits, not all equal.
enum PersonField {
  /// The encoded person, or -1.
  @inline(__always)
  static func parse(_ field: FieldBytes) -> Int64 {
    if field.count == 12 {
      let low = field.digits(at: 4, length: 8)
      let high = field.digits(at: 0, length: 4)
      guard high | low >= 0 else { return -1 }
      let value = high &* 100_000_000 &+ low
      return value % 111_111_111_111 == 0 ? -1 : value
    }
    guard field.count == 10 else { return -1 }
    let low = field.digits(at: 2, length: 8)
    let high = field.digits(at: 0, length: 2)
    guard high | low >= 0 else { return -1 }
    let value = high &* 100_000_000 &+ low
    return value % 1_111_111_111 == 0 ? -1 : value &+ PersonNumber.tenDigitOffset
  }

  /// Why a field is not a person.
  static func fault(_ field: FieldBytes) -> Code {
    if field.count == 0 { return .fieldEmpty }
    if field.isDigits {
      switch field.count {
      case 9: return .personNineDigits
      case 11: return .personElevenDigits
      case 10, 12: return .personAllEqual
      default: return .personLength
      }
    }
    let hasOtherDigits = field.text.unicodeScalars.contains {
      $0.value >= 0x80 && $0.properties.numericType == .decimal
    }
    return hasOtherDigits ? .personFullWidthDigits : .personNotDigits
  }

  static func words(_ code: Code, _ field: FieldBytes) -> Words {
    let shown = Shown.personal(field.buffer)
    switch code {
    case .personNineDigits, .personElevenDigits:
      return Words(
        "The personal number \(shown) has \(field.count) digits, not 10 or 12.",
        "A spreadsheet may have dropped a leading zero: format the column as text and export again."
      )
    case .personLength:
      return Words(
        "The personal number \(shown) has \(field.count) digits, not 10 or 12.",
        "Write the 12-digit personal number or the 10-digit social insurance number.")
    case .personAllEqual:
      return Words(
        "The personal number \(shown) is one digit repeated.", "Look up the person's real number.")
    case .personFullWidthDigits:
      return Words(
        "The personal number \(shown) has digits that are not 0 to 9 of the ordinary keyboard.",
        "Type the number again with ordinary digits.")
    case .personNotDigits where AmountField.isExponent(field.buffer):
      return Words(
        "The personal number \(shown) was turned into a number like 1.23457E+11 by a spreadsheet.",
        "Its digits are lost: format the column as text and export the list again.")
    default:
      return Words(
        "The personal number \(shown) has other characters than digits.",
        "Write 12 or 10 digits, without spaces and hyphens.")
    }
  }
}
