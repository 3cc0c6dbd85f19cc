import LedgerCore

extension Profile {
  /// Where such lists come from, for people: of a profile that the program knows in the language of
  /// who reads it.
  public var sourceWords: Message {
    Self.builtInSources.first { $0.description == source } ?? .verbatim(source)
  }

  /// What the profiles that the program knows say in English; a test holds the two equal.
  private static let builtInSources: [Message] = [
    "Form C72a-HD: monthly pensions and allowances paid in cash at a payment point",
    "Form C72b-HD: monthly pensions and allowances paid to bank accounts",
    "Form 01B-HSB with the amount that was granted: sickness, maternity, convalescence",
    "A post office's list of what it paid, or could not pay, in cash",
    "A bank's CSV of credits or returns, with Vietnamese headers and the person's number",
    "A bank's CSV of credits or returns, with English headers and the person's number",
    "A bank's statement as CSV or workbook, with Vietnamese headers and a running balance",
    "A bank's statement as CSV or workbook, with English headers and a running balance",
  ]
}

extension Delimiter {
  /// What it is, in words, in the plural.
  public var words: Message {
    switch self {
    case .comma: "commas"
    case .semicolon: "semicolons"
    case .tab: "tabs"
    case .bar: "bars"
    }
  }
}
