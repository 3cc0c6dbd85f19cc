import LedgerCore

/// The codes of a vocabulary by their bytes.
struct CodeTable {
  private let entries: ContiguousArray<(low: UInt64, high: UInt64, number: UInt8)>

  init<Term: Coded>(_ type: Term.Type) {
    entries = ContiguousArray(
      Term.allCases.map { term in
        var bytes = Array(term.code.utf8)
        precondition(bytes.count <= 16, "codes have at most 16 characters")
        bytes += [UInt8](repeating: 0, count: 16 - bytes.count)
        func word(_ from: Int) -> UInt64 {
          bytes[from..<from + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        return (word(0), word(8), term.rawValue)
      })
  }

  /// The number of the term a field names, or 0.
  @inline(__always)
  func number(_ field: FieldBytes) -> UInt8 {
    guard let words = field.words else { return 0 }
    for entry in entries where entry.low == words.0 && entry.high == words.1 {
      return entry.number
    }
    return 0
  }

  /// What a diagnostic says of a field that names none.
  static func words<Term: Coded>(_ what: Message, _ field: FieldBytes, _ type: Term.Type) -> Words {
    Words(
      "The \(what) \(Shown.plain(field.buffer)) is not known.",
      "Known: \(Term.allCases.map(\.code).joined(separator: ", ")).")
  }
}
