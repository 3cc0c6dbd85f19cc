/// The number of a bank account as banks write it, made comparable.
enum AccountNumber {
  /// Its letters and digits, without the bank and the zeros before it and the currency behind it.
  ///
  /// One bank writes `0011004000001`, `0011 0040 00001`, `VCBVVNVX/0011004000001` and
  /// `0011004000001VND` for the same account, by format.
  static func plain(_ text: String) -> String {
    let parts = text.split { $0 == "/" || $0 == ":" }.map { part in
      String(part.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }).uppercased()
    }
    guard var plain = parts.last(where: { !$0.isEmpty && $0 != currency }) else { return text }
    if plain.hasSuffix(currency), plain.dropLast(currency.count).last?.isNumber == true {
      plain.removeLast(currency.count)
    }
    // A spreadsheet drops the zeros in front of a number.
    let significant = plain.drop { $0 == "0" }
    return significant.isEmpty ? plain : String(significant)
  }

  private static let currency = "VND"
}
