/// A template of the sources, and what it is in another language.
package struct Translation: Sendable {
  /// The template as the sources have it, with `{1}`, `{2}`… for what is put in.
  package let english: String
  /// The translation, with the same places; each where that language wants it.
  package let translation: String
  /// Whether there is nothing to translate, as in a command that somebody is to type.
  package let isSame: Bool

  /// A template and its translation.
  init(_ english: String, _ translation: String) {
    self.english = english
    self.translation = translation
    isSame = false
  }

  /// A template that is the same in every language.
  init(same english: String) {
    self.english = english
    translation = english
    isSame = true
  }
}

/// The translations, by their templates; put in order when the first is looked up.
package enum Catalogue {
  /// Every entry of the Vietnamese catalogue.
  package static var vietnameseEntries: [Translation] { Vietnamese.areas.flatMap { $0 } }

  /// Vietnamese.
  static let vietnamese = Dictionary(
    vietnameseEntries.map { ($0.english, $0.translation) }, uniquingKeysWith: { first, _ in first })
}
