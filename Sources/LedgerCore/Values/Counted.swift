/// A number with what is counted, in the singular or the plural: 1 line, 1.234 lines.
///
/// - Parameters:
///   - number: How many.
///   - word: The word for one.
///   - words: The word for several; by default with an s.
/// - Returns: Number and word.
public func counted(_ number: some BinaryInteger, _ word: String, _ words: String? = nil) -> String
{
  "\(grouped(number)) \(number == 1 ? word : words ?? word + "s")"
}
