/// Which string literals are words for people, and so need a translation.
///
/// In the libraries a literal is words if it has a space between letters, or stands where a ``Message``
/// is wanted; unless it is for a machine: SQL, markup, the reason of a precondition. In the program it
/// is words where it is said: in `localized`, in a column's title, in an error. There every literal with
/// letters is one or the other, and a literal that is neither is a finding: somebody forgot `localized`.
enum MessageRules {
  /// The targets that talk.
  static let libraries: Set<String> = [
    "LedgerCore", "BatchFiles", "LedgerStore", "SQLiteStore", "BenefitLedger", "SampleFiles",
  ]
  static let program = "benefit-ledger"

  /// What a literal is.
  enum Kind { case words, counted, machine, forgotten }

  /// What a literal of a file is.
  static func kind(
    _ literal: LiteralScan.Literal, path: String, target: String
  ) -> Kind {
    let callees = literal.around.map(\.callee)
    if callees.last == "counted" { return literal.before == "," ? countedKind(literal) : .machine }
    guard literal.hasLetters, callees.last != "agreeing" else { return .machine }
    if isExcepted(literal, path) { return .machine }
    return target == program
      ? kindInProgram(literal, callees) : kindInLibrary(literal, callees)
  }

  /// The word for one is looked up; the word for several is English only.
  private static func countedKind(_ literal: LiteralScan.Literal) -> Kind {
    .counted
  }

  // MARK: The program

  /// The calls whose literals are said.
  private static let saying: Set<String> = [
    "localized", "usage", "LedgerError", "words", "numbers", "failure",
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
    if isProse(template) { return .words }
    return isInMessage(literal) || wordLabels.contains(literal.label) ? .words : .machine
  }

  /// The labels of words.
  private static let wordLabels: Set<String> = ["message", "help", "toDo", "what"]

  /// The calls whose literals no clerk reads.
  private static let machineCalls: Set<String> = [
    "precondition", "preconditionFailure", "promised", "string", "@available", "maskedDigits",
    "Array", "hasPrefix", "hasSuffix", "contains", "split", "DatabaseError", "memory", "Set", "say",
    "write",
  ]

  /// Whether the brace around a literal is that of something that is a ``Message``, or the literal is
  /// what a variable of that type is set to.
  private static func isInMessage(_ literal: LiteralScan.Literal) -> Bool {
    guard
      let brace = literal.around.lastIndex(where: { $0.bracket == "{" && !$0.heading.isEmpty })
    else { return false }
    let isDirect = literal.around[(brace + 1)...].allSatisfy {
      $0.bracket == "\\" || $0.callee.isEmpty
    }
    return isDirect && isMessage(literal.around[brace].heading)
  }

  private static func isMessage(_ heading: String) -> Bool {
    let end = heading.split(separator: " ").suffix(3)
    guard let type = end.last(where: { $0 != "?" && $0 != "]" && $0 != "throws" }) else {
      return false
    }
    return type == "Message" && !heading.hasPrefix("extension")
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
