/// A number with what is counted, in the singular or the plural: 1 line, 1.234 lines.
///
/// - Parameters:
///   - number: How many.
///   - word: The words for one; translations are looked up by them, with `{1}` for the number.
///   - words: The words for several; by default with an s.
/// - Returns: Number and words.
public func counted(
  _ number: some BinaryInteger, _ word: StaticString, _ words: StaticString? = nil
) -> Message {
  let one = word.description
  return .counted(
    grouped(number), number.magnitude == 1 ? one : words?.description ?? one + "s", one: one)
}

/// A word of an English sentence that is in the singular or the plural as a number is: “is”, “are”.
///
/// Other languages leave it out: their templates need not have its place.
///
/// - Parameters:
///   - number: The number it agrees with.
///   - one: The word for one.
///   - several: The word for several.
/// - Returns: The word in English; nothing in other languages.
public func agreeing(
  _ number: some BinaryInteger, _ one: StaticString, _ several: StaticString
) -> Message {
  .english(number == 1 ? one.description : several.description)
}
