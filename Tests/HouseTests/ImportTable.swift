/// Which modules a target may import: dependencies point down to `LedgerCore`, never up.
enum ImportTable {
  /// The modules of each target, those of the system and of libraries included.
  static let allowed: [String: Set<String>] = [
    "LedgerCore": ["Crypto"],
    "BatchFiles": ["Glibc", "Crypto", "CZlib", "LedgerCore"],
    "SampleFiles": ["Glibc", "LedgerCore"],
    "LedgerStore": ["LedgerCore"],
    "SQLiteStore": [
      "Foundation", "GRDB", "GRDBSQLite", "Synchronization", "CProcess", "CSQLiteSupport",
      "LedgerCore", "LedgerStore",
    ],
    "BenefitLedger": [
      "Dispatch", "Foundation", "BatchFiles", "LedgerCore", "LedgerStore", "SQLiteStore",
    ],
    "benefit-ledger": [
      "ArgumentParser", "CProcess", "Foundation", "Logging", "BenefitLedger", "LedgerCore",
      "SampleFiles",
    ],
    "benefit-ledger-benchmarks": [
      "ArgumentParser", "Foundation", "CSQLiteSupport", "GRDBSQLite", "BenefitLedger", "LedgerCore",
      "SampleFiles",
    ],
  ]

  /// What to do instead of importing a module.
  private static func replacement(_ module: String, in target: String) -> String {
    switch module {
    case "Foundation", "FoundationEssentials":
      "call Glibc: bytes inside, and a program without Foundation is 50 MB smaller"
    case "SampleFiles": "generated files are for the command line, not for the engine"
    case "GRDB", "GRDBSQLite", "CSQLiteSupport":
      "go through LedgerStore: no driver's type above the waist"
    default: "move what is needed down to a target that \(target) may import"
    }
  }

  /// The imports of a file that its target may not have.
  static func findings(in file: SourceFile) -> [Finding] {
    guard let allowed = allowed[file.target] else {
      return [Finding(file.path, 1, "Target \(file.target) is not in the table; add its imports.")]
    }
    return file.text.codeLines.enumerated().compactMap { index, line in
      guard let module = module(importedBy: line), !allowed.contains(module) else { return nil }
      return Finding(
        file.path, index + 1,
        "\(file.target) does not import \(module); \(replacement(module, in: file.target)).")
    }
  }

  /// The module of an import declaration, or nil.
  static func module(importedBy line: String) -> String? {
    var words = line.split(separator: " ").map(String.init)
    let modifiers: Set<String> = ["public", "internal", "private", "fileprivate", "package"]
    while let first = words.first, first.hasPrefix("@") || modifiers.contains(first) {
      words.removeFirst()
    }
    guard words.first == "import", words.count > 1 else { return nil }
    words.removeFirst()
    let kinds: Set<String> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
    if kinds.contains(words[0]) { words.removeFirst() }
    return words.first?.split(separator: ".").first.map(String.init)
  }
}
