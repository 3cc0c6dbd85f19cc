/// Words without marks, capitals and signs, so that what people write in headers can be compared.
enum Fold {
  /// The words of a text, such as `so tien` of `Số tiền:`; the unit at the end is left out.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func endWord() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in Composer.composed(Array(text.unicodeScalars)) {
      let bare = Composer.bare(scalar)
      if bare.properties.isAlphabetic {
        word.append(contentsOf: bare.properties.lowercaseMapping.unicodeScalars)
      } else if bare.value >= 0x30 && bare.value <= 0x39 {
        word.append(bare)
      } else if Composer.combiningClass(bare) == 0 {
        endWord()
      }
    }
    endWord()
    return words
  }

  /// The words as one text.
  static func text(_ text: String) -> String { words(text).joined(separator: " ") }

  /// A header: the unit of an amount, such as `(đồng)`, is not part of its name.
  static func header(_ text: String) -> String {
    var words = words(text)
    while words.count > 1, let last = words.last, units.contains(last) { words.removeLast() }
    return words.joined(separator: " ")
  }

  private static let units: Set<String> = ["dong", "vnd", "d"]
}
