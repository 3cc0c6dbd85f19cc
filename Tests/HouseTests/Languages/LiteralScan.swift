/// The string literals of a Swift source with what is around each: enough to tell words for people
/// from names for machines without a compiler.
struct LiteralScan {
  /// A bracket that is open around a literal.
  struct Enclosing {
    /// `(`, `[`, `{`, or `\` for an interpolation.
    var bracket: Character
    /// The name before a parenthesis, such as `localized`.
    var callee = ""
    /// What stands between the statement's beginning and a brace, such as `var words: Message`.
    var heading = ""
    /// How many literals stand in it so far.
    var literals = 0
    /// Where the statement begins that goes on after it.
    fileprivate var statement = 0
  }

  /// A string literal.
  struct Literal {
    /// The line it begins on, from 1.
    var line: Int
    /// Its text with escapes resolved and `{1}`, `{2}`… for what is put in.
    var template: String
    /// The places that only English needs: calls of `agreeing`.
    var optionalPlaces: Set<Int> = []
    /// The brackets around it, from outside.
    var around: [Enclosing]
    /// The argument label before it, if there is one.
    var label: String
    /// How its statement begins, such as `let words: Message =`.
    var statement: [String] = []
    /// How many literals stand before it in the same bracket.
    var position = 0
    /// The token before it and the one after it.
    var before: String
    var after: String

    /// Whether there is anything to translate: a letter outside the places, and not only “đ”.
    var hasLetters: Bool {
      template.replacing(/\{\d+\}/, with: "").contains { $0.isLetter && $0 != "đ" }
    }
  }

  /// The literals, those within interpolations after the literal they are in.
  private(set) var literals: [Literal] = []

  private let text: [Character]
  private var place = 0
  private var line = 1
  private var around: [Enclosing] = []
  private var tokens: [String] = []
  /// Where the tokens of the present statement begin.
  private var statement = 0
  /// Literals whose next token is not known yet.
  private var waiting: [Int] = []

  init(_ source: String) {
    text = Array(source)
    scan(untilParenthesis: false)
  }

  private func starts(with words: String, at start: Int? = nil) -> Bool {
    var index = start ?? place
    for character in words {
      guard index < text.count, text[index] == character else { return false }
      index += 1
    }
    return true
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where place < text.count {
      if text[place].isNewline { line += 1 }
      place += 1
    }
  }

  private mutating func token(_ words: String) {
    for index in waiting { literals[index].after = words }
    waiting = []
    tokens.append(words)
  }

  private mutating func scan(untilParenthesis: Bool) {
    let depth = around.count
    while place < text.count {
      if starts(with: "//") {
        while place < text.count, !text[place].isNewline { advance() }
      } else if starts(with: "/*") {
        while place < text.count, !starts(with: "*/") { advance() }
        advance(2)
      } else if starts(with: "\"") || starts(with: "#\"") || starts(with: "##\"") {
        scanString()
      } else if text[place].isLetter || text[place].isNumber || "_`@$#".contains(text[place]) {
        let start = place
        repeat {
          advance()
        } while place < text.count
          && (text[place].isLetter || text[place].isNumber || "_`".contains(text[place]))
        token(String(text[start..<place]))
      } else {
        if untilParenthesis, text[place] == ")", around.count == depth { return }
        scanSign()
      }
    }
  }

  private mutating func scanSign() {
    let sign = text[place]
    switch sign {
    case "(", "[", "{":
      var opened = Enclosing(bracket: sign)
      if sign == "(", place > 0, text[place - 1].isLetter || text[place - 1].isNumber {
        opened.callee = tokens.last ?? ""
      }
      if sign == "{" {
        opened.heading = tokens[min(statement, tokens.count)...].joined(separator: " ")
        opened.statement = statement
        statement = tokens.count + 1
      }
      token(String(sign))
      around.append(opened)
    case ")", "]", "}":
      token(String(sign))
      let closed = around.popLast()
      if sign == "}" { statement = closed?.statement ?? tokens.count }
    default:
      if sign.isNewline {
        if around.last?.bracket ?? "{" == "{", !goesOn { statement = tokens.count }
      } else if !sign.isWhitespace {
        token(String(sign))
      }
    }
    advance()
  }

  /// Whether the statement goes on in the next line.
  private var goesOn: Bool {
    if let last = tokens.last, "([,:=?+".contains(last) { return true }
    return text[place...].first { !$0.isWhitespace }.map { "?:.+&|".contains($0) } ?? false
  }

  private mutating func scanString() {
    var literal = Literal(
      line: line, template: "", around: around, label: "", before: tokens.last ?? "", after: "")
    if tokens.count > 1, tokens[tokens.count - 1] == ":" {
      literal.label = tokens[tokens.count - 2]
    }
    literal.statement = Array(tokens[min(statement, tokens.count)...].prefix(12))
    if !around.isEmpty {
      literal.position = around[around.count - 1].literals
      around[around.count - 1].literals += 1
    }
    var hashes = ""
    while text[place] == "#" {
      hashes.append("#")
      advance()
    }
    let quotes = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    let isLong = quotes.count == 3
    advance(quotes.count)
    let escape = "\\" + hashes
    var parts = ""
    var places = 0
    let index = literals.count
    literals.append(literal)
    while place < text.count, !starts(with: quotes + hashes) {
      if starts(with: escape + "(") {
        places += 1
        parts += "{\(places)}"
        advance(escape.count + 1)
        let (outerTokens, outerStatement, outerWaiting) = (tokens, statement, waiting)
        let isOptional = starts(with: "agreeing(")
        if isOptional { literal.optionalPlaces.insert(places) }
        around.append(Enclosing(bracket: "\\"))
        tokens = []
        statement = 0
        waiting = []
        scan(untilParenthesis: true)
        around.removeLast()
        (tokens, statement, waiting) = (outerTokens, outerStatement, outerWaiting)
        advance()
      } else if starts(with: escape) {
        parts += escaped(escape)
      } else {
        parts.append(text[place])
        advance()
      }
    }
    advance(quotes.count + hashes.count)
    literal.template = isLong ? Self.unindented(parts) : parts.replacing("\u{0}", with: "")
    literals[index] = literal
    waiting.append(index)
    for index in waiting.dropLast() { literals[index].after = "\"" }
    waiting = [index]
    tokens.append("\"")
  }

  /// An escape resolved; a joined line is marked, for its indentation goes first.
  private mutating func escaped(_ escape: String) -> String {
    advance(escape.count)
    let sign = text[place]
    advance()
    switch sign {
    case "n": return "\u{1}"
    case "t": return "\t"
    case "r": return "\r"
    case "0": return ""
    case "u":
      var number: UInt32 = 0
      advance()
      while text[place] != "}" {
        number = number * 16 + UInt32(text[place].hexDigitValue ?? 0)
        advance()
      }
      advance()
      return Unicode.Scalar(number).map { String(Character($0)) } ?? ""
    default: return sign.isNewline ? "\u{0}\n" : String(sign)
    }
  }

  /// A literal over several lines without its indentation, its joined lines joined.
  private static func unindented(_ parts: String) -> String {
    var lines = parts.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    let indentation = lines.popLast()?.count ?? 0
    return lines.map { $0.allSatisfy { $0 == " " } ? "" : String($0.dropFirst(indentation)) }
      .joined(separator: "\n").replacing("\u{0}\n", with: "")
  }
}

extension LiteralScan {
  /// The literals of a source, their escaped line ends as such.
  static func literals(_ source: String) -> [Literal] {
    LiteralScan(source).literals.map {
      var literal = $0
      literal.template = literal.template.replacing("\u{1}", with: "\n")
      return literal
    }
  }
}
