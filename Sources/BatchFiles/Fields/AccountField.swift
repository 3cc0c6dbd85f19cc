import LedgerCore

/// The `account` field: `BIN:NUMBER`.
enum AccountField {
  /// The fault of a field that is not empty, if it has one.
  @inline(__always)
  static func fault(_ field: FieldBytes) -> Code? {
    guard field.count >= 13, field.count <= 26, field[6] == 0x3A,
      field.digits(at: 0, length: 6) >= 0
    else { return isCard(field, from: 0) ? .accountIsCard : .accountMalformed }
    for index in 7..<field.count {
      switch field[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
      default: return .accountMalformed
      }
    }
    return isCard(field, from: 7) ? .accountIsCard : nil
  }

  /// Whether the rest of the field is a card number, which may not be kept: 9704 begins the cards of
  /// Vietnamese banks.
  @inline(__always)
  private static func isCard(_ field: FieldBytes, from start: Int) -> Bool {
    let length = field.count - start
    guard length == 16 || length == 19, field.digits(at: start, length: 4) == 9704 else {
      return false
    }
    return FieldBytes(start: field.start + start, count: length).isDigits
  }

  static func words(_ code: Code, _ field: FieldBytes) -> Words {
    let shown = Shown.personal(field.buffer)
    return code == .accountIsCard
      ? Words(
        "The account \(shown) is the number of a card, not of an account.",
        "Ask the person for the account number; card numbers are not kept.")
      : Words(
        "The account \(shown) is not of the form BIN:NUMBER.",
        "Write the bank's 6 digits, a colon, and 6 to 19 letters or digits.")
  }
}
