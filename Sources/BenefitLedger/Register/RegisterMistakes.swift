import BatchFiles
import LedgerCore

/// What is wrong with a file of units beside what the register says.
struct RegisterMistakes {
  private let file: String
  private var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  /// Whether nothing is wrong.
  var isEmpty: Bool { diagnostics.isEmpty }

  /// Adds a mistake of a row.
  mutating func add(_ row: UnitRow, _ code: Code, _ message: Message, _ help: Message) {
    diagnostics.append(
      Diagnostic(
        file: file, line: Int(row.fileLine), column: 1, code: code,
        // What stands in the column of codes may be a person's number.
        message: message.masked, help: help.masked))
  }

  /// The mistakes in file order, the first thousand one by one.
  var diagnosis: Diagnosis {
    let ordered = diagnostics.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
    let counts = Dictionary(grouping: ordered, by: \.code).mapValues(\.count)
    return Diagnosis(
      diagnostics: Array(ordered.prefix(Diagnosis.listed)),
      counts: counts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
        (code: $0.key, count: $0.value)
      })
  }
}
