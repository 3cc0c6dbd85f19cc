/// Which string literals are words for people, and so need a translation.
///
/// In the libraries a literal is words if it has a space between letters, or stands where a ``Message``
/// is wanted; unless it is for a machine: SQL, markup, the reason of a precondition. In the program it
/// is words where it is said: in `localized`, in a column's title, in an error. There every literal with
/// letters is one or the other, and a literal that is neither is a finding: somebody forgot `localized`.
enum MessageRules {
  /// The targets that talk.
  static let libraries: Set<String> = [
    "LedgerCore", "BatchFiles", "LedgerStore", "SQLiteStore", "BenefitLedger", samples,
  ]
  static let program = "benefit-ledger"
  /// Made-up files are full of Vietnamese words; all it says is why a plan is impossible.
  private static let samples = "SampleFiles"

  /// What a literal is.
  enum Kind { case words, counted, machine, forgotten }

  /// What a literal of a file is.
  static func kind(
    _ literal: LiteralScan.Literal, path: String, target: String
  ) -> Kind {
    let callees = literal.around.map(\.callee)
    guard literal.hasLetters, callees.last != "agreeing" else { return .machine }
    // The word for one is looked up; the word for several is English only.
    if callees.last == "counted" { return literal.position == 0 ? .counted : .machine }
    let isExcepted = isExcepted(literal, path)
    switch target {
    case program:
      let kind = kindInProgram(literal, callees)
      return kind == .forgotten && isExcepted ? .machine : kind
    case samples: return callees.last == "impossible" ? .words : .machine
    default: return isExcepted ? .machine : kindInLibrary(literal, callees)
    }
  }

  // MARK: The program

  /// The calls whose literals are said.
  private static let saying: Set<String> = [
    "localized", "usage", "LedgerError", "words", "numbers", "failure", "list",
  ]

  /// The calls whose literals are the parser's, which speaks English.
  private static let parser: Set<String> = [
    "CommandConfiguration", "@Option", "@Argument", "@Flag", "ArgumentHelp", "customLong",
  ]

  private static func kindInProgram(
    _ literal: LiteralScan.Literal, _ callees: [String]
  ) -> Kind {
    if callees.contains(where: parser.contains) { return .machine }
    let innermost = literal.around.lastIndex { $0.bracket == "(" && !$0.callee.isEmpty }
    if let innermost {
      let callee = callees[innermost]
      if saying.contains(callee) { return .words }
      if machineCalls.contains(callee) { return .machine }
    }
    if callees.contains("localized") { return .words }
    if isInMessage(literal) { return .words }
    // ("key", value): a member of a JSON object.
    if literal.before == "(", literal.after == "," { return .machine }
    return .forgotten
  }

  // MARK: The libraries

  private static func kindInLibrary(
    _ literal: LiteralScan.Literal, _ callees: [String]
  ) -> Kind {
    if let callee = callees.last(where: { !$0.isEmpty }), machineCalls.contains(callee) {
      return .machine
    }
    let template = literal.template
    if template.hasPrefix("<") || isSQL(template) { return .machine }
    if isProse(template) || isInMessage(literal) || wordLabels.contains(literal.label) {
      return .words
    }
    // A word by itself: within a sentence, or given to what makes one.
    let isPlaced = literal.around.last?.bracket == "\\" && literal.before != "["
    return isPlaced || wordCalls.contains(callees.last ?? "") ? .words : .machine
  }

  /// The labels of words.
  private static let wordLabels: Set<String> = [
    "message", "help", "toDo", "what", "rows", "deed", "separator",
  ]

  /// The calls of the libraries that make a sentence of a word.
  private static let wordCalls: Set<String> = ["words", "failure", "systemError", "list"]

  /// The calls whose literals no clerk reads.
  private static let machineCalls: Set<String> = [
    "precondition", "preconditionFailure", "promised", "string", "@available", "maskedDigits",
    "Array", "hasPrefix", "hasSuffix", "contains", "split", "DatabaseError", "memory", "Set", "say",
    "write",
  ]

  /// Whether the brace around a literal is that of something that is a ``Message``, or the literal is
  /// what a variable of that type is set to.
  private static func isInMessage(_ literal: LiteralScan.Literal) -> Bool {
    if literal.around.last?.bracket == "{", isMessage(literal.statement) == true { return true }
    for (index, enclosing) in literal.around.enumerated().reversed() {
      guard enclosing.bracket == "{" else {
        if enclosing.bracket == "(" && !enclosing.callee.isEmpty { return false }
        continue
      }
      let heading = enclosing.heading.split(separator: " ").map(String.init)
      if let isMessage = isMessage(heading) { return isMessage }
      if index == 0 { return false }
    }
    return false
  }

  /// Whether a declaration is of a ``Message``; nil if the heading is none, as that of a switch.
  private static func isMessage(_ heading: [String]) -> Bool? {
    let declaring: Set<String> = ["func", "init", "subscript", "var", "let"]
    guard let keyword = heading.first(where: declaring.contains) else {
      return heading.contains { ["struct", "enum", "extension", "class"].contains($0) }
        ? false : nil
    }
    let type: ArraySlice<String>
    if keyword == "var" || keyword == "let" {
      guard let colon = heading.firstIndex(of: ":") else { return nil }
      type = heading[(colon + 1)...]
    } else {
      guard let arrow = heading.lastIndex(of: ">") else { return false }
      type = heading[(arrow + 1)...]
    }
    return type.first { $0 != "[" } == "Message"
  }

  private static let statements = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "PRAGMA", "WITH", "DROP", "BEGIN", "VACUUM",
    "ATTACH", "ANALYZE", "SAVEPOINT", "EXPLAIN", "REPLACE", "AND", "WHERE", "ORDER", "FROM", "JOIN",
  ]

  private static func isSQL(_ template: String) -> Bool {
    let first = template.split { $0 == " " || $0 == "\n" }.first.map(String.init) ?? ""
    return statements.contains(first)
  }

  /// Whether there is a space beside a letter.
  private static func isProse(_ template: String) -> Bool {
    template.replacing(/\{\d+\}/, with: "x").contains(/[^\s] +[^\s]/)
  }
}
