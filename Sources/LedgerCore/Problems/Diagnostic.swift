/// One mistake in a file: what, where, and what to do about it.
public struct Diagnostic: Sendable, Hashable {
  /// The file as the user named it; long runs of digits masked.
  public var file: String
  /// The line in the file, from 1; 0 if the whole file is meant.
  public var line: Int
  /// The column in characters, from 1; 0 if the whole line is meant.
  public var column: Int
  /// The stable code.
  public var code: Code
  /// What is wrong, in the clerk's words; personal data masked.
  public var message: Message
  /// What to do about it; may be empty.
  public var help: Message
  /// The line itself with personal data masked, cut to a readable width; may be empty.
  public var excerpt: String
  /// Where in the excerpt the caret stands, from 0 in characters.
  public var caret: Int

  /// Makes a diagnostic.
  public init(
    file: String, line: Int = 0, column: Int = 0, code: Code, message: Message, help: Message = "",
    excerpt: String = "", caret: Int = 0
  ) {
    self.file = maskedDigits(file)
    self.line = line
    self.column = column
    self.code = code
    self.message = message
    self.help = help
    self.excerpt = excerpt
    self.caret = caret
  }

  /// Whether the file is posted all the same.
  public var isWarning: Bool { code.isWarning }
}

/// The mistakes of one file: the first thousand, and how many there are of each code.
public struct Diagnosis: Sendable {
  /// How many mistakes are listed one by one.
  public static let listed = 1_000

  /// The mistakes, in file order, at most ``listed``.
  public var diagnostics: [Diagnostic]
  /// How many there are of each code, by ascending code.
  public var counts: [(code: Code, count: Int)]

  /// Makes a diagnosis.
  public init(diagnostics: [Diagnostic] = [], counts: [(code: Code, count: Int)] = []) {
    self.diagnostics = diagnostics
    self.counts = counts
  }

  /// A diagnosis of one mistake.
  public init(_ diagnostic: Diagnostic) {
    self.init(diagnostics: [diagnostic], counts: [(diagnostic.code, 1)])
  }

  /// The number of mistakes in all, listed or not, warnings left out.
  public var total: Int { counts.reduce(0) { $0 + ($1.code.isWarning ? 0 : $1.count) } }
}
