/// Words for people that can be said in every ``Language``: a template and what is put into it.
///
/// A literal makes one: `"Batch \(number) is sealed."` is the template `Batch {1} is sealed.` and the
/// number. English is the template itself; another language is looked up by it, as gettext does. What
/// varies inside a sentence is put in as an argument, so that every language places it where it wants;
/// an argument that is itself a ``Message`` is translated too. A literal has no number in braces of its
/// own: that is a place.
public struct Message: Sendable {
  private enum Part: Sendable {
    case verbatim(String)
    case template(String, [Message])
    case counted(number: String, words: String, one: String)
    case english(String)
  }

  private var parts: [Part]

  private init(_ parts: [Part]) { self.parts = parts }

  /// Text that is the same in every language: a name, a number, a table.
  public static func verbatim(_ text: some CustomStringConvertible) -> Message {
    let text = text.description
    return Message(text.isEmpty ? [] : [.verbatim(text)])
  }

  /// A number and what is counted; other languages than English look up `{1}` and the singular.
  static func counted(_ number: String, _ words: String, one: String) -> Message {
    Message([.counted(number: number, words: words, one: one)])
  }

  /// A word that only English has.
  static func english(_ word: String) -> Message { Message([.english(word)]) }

  /// Whether nothing is said.
  public var isEmpty: Bool { parts.isEmpty }

  /// The words in a language; in English where that language has none.
  public func text(in language: Language) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .verbatim(let words): text += words
      case .template(let template, let arguments):
        Self.fill(
          language.catalogue?[template] ?? template, with: arguments.map { $0.text(in: language) },
          into: &text)
      case .english(let word): if language == .en { text += word }
      case .counted(let number, let words, let one):
        Self.fill(
          language.catalogue?["{1} " + one] ?? "{1} " + words, with: [number], into: &text)
      }
    }
    return text
  }

  /// The same words with long runs of digits masked, as ``maskedDigits(_:)`` does.
  ///
  /// A person's number comes in as a whole, in what is put in: templates have none.
  public var masked: Message {
    Message(
      parts.map { part in
        switch part {
        case .verbatim(let text): .verbatim(maskedDigits(text))
        case .template(let template, let arguments): .template(template, arguments.map(\.masked))
        case .counted, .english: part
        }
      })
  }

  /// Puts `{1}`, `{2}`… in their places; a translation may use one twice or not at all.
  private static func fill(_ template: String, with arguments: [String], into text: inout String) {
    guard !arguments.isEmpty else {
      text += template
      return
    }
    var rest = Substring(template)
    while let brace = rest.firstIndex(of: "{") {
      text += rest[..<brace]
      let after = rest[rest.index(after: brace)...]
      if let end = after.firstIndex(of: "}"), let number = Int(after[..<end]),
        arguments.indices.contains(number - 1)
      {
        text += arguments[number - 1]
        rest = after[after.index(after: end)...]
      } else {
        text += "{"
        rest = after
      }
    }
    text += rest
  }

  /// One after the other, without a space.
  public static func + (left: Message, right: Message) -> Message {
    Message(left.parts + right.parts)
  }

  /// Says more.
  public static func += (left: inout Message, right: Message) { left.parts += right.parts }
}

extension Message: CustomStringConvertible {
  /// The words in English.
  public var description: String { text(in: .en) }
}

extension Message: Hashable {
  /// Whether both say the same in English.
  public static func == (left: Message, right: Message) -> Bool {
    left.description == right.description
  }

  /// Hashes the English words.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Message: ExpressibleByStringInterpolation {
  /// Words with nothing put in.
  public init(stringLiteral value: String) {
    parts = value.isEmpty ? [] : [.template(value, [])]
  }

  /// Words with what is put in.
  public init(stringInterpolation words: StringInterpolation) {
    parts = [.template(words.template, words.arguments)]
  }

  /// Gathers a template and its arguments.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var template = ""
    fileprivate var arguments: [Message] = []

    /// Makes an empty template.
    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 3 * interpolationCount)
      arguments.reserveCapacity(interpolationCount)
    }

    /// Adds words of the template.
    public mutating func appendLiteral(_ literal: String) { template += literal }

    /// Puts words in that are translated themselves.
    public mutating func appendInterpolation(_ words: Message) {
      arguments.append(words)
      template += "{\(arguments.count)}"
    }

    /// Puts in what is the same in every language.
    ///
    /// It is the second choice, so that a literal in an interpolation is words to translate.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendInterpolation(.verbatim(value))
    }
  }
}

extension DefaultStringInterpolation {
  /// Refuses to put words into a text that has no language.
  ///
  /// Put them into a ``Message``, or say ``Message/text(in:)``; what is stored or hashed says
  /// ``Message/description``. This is for this package only: others may well want English.
  @available(*, deprecated, message: "a String has no language: make a Message, or say text(in:)")
  package mutating func appendInterpolation(_ words: Message) {
    appendLiteral(words.description)
  }
}

extension Sequence<Message> {
  /// All of them, with something between two.
  public func joined(separator: Message = "") -> Message {
    var joined: Message = ""
    for (index, words) in enumerated() {
      if index > 0 { joined += separator }
      joined += words
    }
    return joined
  }
}

extension Message {
  /// Names and numbers in a row, with words between two of them.
  public static func list(
    _ values: some Sequence<some CustomStringConvertible>, separator: Message = ", "
  ) -> Message {
    values.lazy.map { .verbatim($0) }.joined(separator: separator)
  }
}
