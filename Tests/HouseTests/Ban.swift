/// Something the house does without, where, and what stands in its place.
struct Ban {
  /// The words, as they stand in code.
  var words: String
  /// The folders of `Sources` it holds in; all of them if empty.
  var targets: Set<String> = []
  /// The names of the files it does not hold in.
  var exceptions: Set<String> = []
  /// What to write instead.
  var replacement: String
  /// Whether comments and strings are searched too.
  var isEverywhere = false

  /// The bans of this house.
  static let all: [Ban] = [
    Ban(
      words: "Decimal(", targets: money,
      replacement: "Int64 đồng: Decimal is slow and money is whole"),
    Ban(
      words: "Double", targets: money,
      replacement: "Int64 or Int128: a sum of money has no rounding error"),
    Ban(
      words: "Float", targets: money,
      replacement: "Int64 or Int128: a sum of money has no rounding error"),
    Ban(words: "try!", replacement: "throws, or a precondition that says why it holds"),
    Ban(words: "fatalError(", replacement: "preconditionFailure(\"why it cannot happen\")"),
    Ban(
      words: "Date()",
      replacement: "VietnamClock.today(): the business date is the only clock value"),
    Ban(
      words: "DispatchQueue",
      replacement: "a Thread with a BoundedQueue: nothing else may run inside a transaction"),
    Ban(
      words: "print(", exceptions: ["Output.swift"],
      replacement: "Output.answer or Output.talk: a closed pipe must not stop a posting"),
    Ban(words: "FIXME", replacement: "the repair, or an issue", isEverywhere: true),
    Ban(words: "TODO", replacement: "the work, or an issue", isEverywhere: true),
    Ban(words: "XXX", replacement: "a sentence that says what is wrong", isEverywhere: true),
  ]

  private static let money: Set<String> = [
    "LedgerCore", "BatchFiles", "LedgerStore", "SQLiteStore", "BenefitLedger",
  ]

  /// Where a source file breaks this ban.
  func findings(in file: SourceFile) -> [Finding] {
    guard targets.isEmpty || targets.contains(file.target), !exceptions.contains(file.name) else {
      return []
    }
    let lines = isEverywhere ? file.lines : file.text.codeLines
    return lines.enumerated().filter { contains(words, as: $0.element) }.map { index, _ in
      Finding(file.path, index + 1, "\(words) is not used here; write \(replacement).")
    }
  }

  /// Whether the words stand in a line by themselves, not as a part of a longer name.
  private func contains(_ words: String, as line: String) -> Bool {
    let line = Array(line.utf8)
    let words = Array(words.utf8)
    guard line.count >= words.count else { return false }
    return (0...line.count - words.count).contains { start in
      let end = start + words.count
      guard line[start] == words[0], line[start..<end].elementsEqual(words) else { return false }
      let startsName = start == 0 || !isName(line[start - 1])
      let endsName = !isName(words[words.count - 1]) || end == line.count || !isName(line[end])
      return startsName && endsName
    }
  }

  private func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
