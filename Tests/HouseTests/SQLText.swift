/// SQL is a constant: a value put into its text is how input becomes SQL.
enum SQLText {
  private static let targets: Set<String> = ["SQLiteStore", "LedgerStore", "BenefitLedger"]
  private static let verbs: Set<String> = ["SELECT", "INSERT", "UPDATE", "DELETE", "PRAGMA"]

  /// The statements of a file that are put together at run time.
  static func findings(in file: SourceFile) -> [Finding] {
    guard targets.contains(file.target) else { return [] }
    return file.text.literals.compactMap { literal in
      guard literal.isInterpolated || literal.isAdded, isStatement(literal.text) else { return nil }
      return Finding(
        file.path, literal.line,
        "SQL is not put together from pieces; write ?1, ?2 … and bind the values.")
    }
  }

  private static func isStatement(_ text: String) -> Bool {
    let words = text.split { !($0.isLetter || $0 == "_") }.prefix(400).map(String.init)
    return words.contains { verbs.contains($0) }
  }
}
