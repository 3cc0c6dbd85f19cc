extension MessageRules {
  /// Literals that look like words and are none.
  ///
  /// They are written into files and ledgers, or name commands and options, or are looked for. Nil
  /// stands for all literals of a file.
  private static let exceptions: [String: Set<String>?] = [
    // Data in two languages or in Vietnamese.
    "AgencyProfiles.swift": nil, "BuiltInProfiles.swift": nil, "EmployerProfiles.swift": nil,
    "StatementProfiles.swift": nil,
    "PaidProfiles.swift": nil, "DefaultChart.swift": nil, "Syllable.swift": nil,
    "ProfileRows.swift": nil, "StatedAccount.swift": nil,
    // Files that programs read.
    "XlsxParts.swift": nil, "JSONSink.swift": nil, "RecordSink.swift": nil,
    "ChartFile+Text.swift": nil, "ReturnedList.swift": nil,
    "DeathPlan.swift": ["{1},{2},{3},{4},{5},\"{6}\",death {7}\n"],
    "KeyFile.swift": ["benefit-ledger-key 1"],
    "ProofText.swift": ["benefit-ledger-proof 1"],
    "BackupNote.swift": [
      "benefit-ledger-backup 1",
      "{1}\ndate {2}\nbatch {3}\nhead {4}\nrecord {5}\nregister {6}\nfile {7}\n",
    ],
    "Checkpoint.swift": ["{1}\n{2}\n{3}\nregister {4} {5}\ndate {6}\n"],
    "SiteHoldings.swift": ["#batch "],
    "ProfileGuess.swift": ["Made by profile guess"],
    // What is stored with a record or a batch, once and for all readers.
    "ReversalPeriod.swift": ["batch {1} undone: {2}"],
    "Ledger+CloseYear.swift": ["year end {1}"],
    "Ledger+Reverse.swift": ["batch {1}", "reversal of {1}"],
    "StatementRecords.swift": [" and {1} more"],
    // Names in the schema.
    "SQLiteSnapshot+Structure.swift": ["table {1}"],
    // Sheets and columns have the names of the JSON members.
    "SheetPlan.swift": nil, "Heading.swift": nil,
    // Commands, options, codes, files.
    "OtherList.swift": [
      "post due, post paid …", "post opening", "post contribution, post budget …", "sites import",
      "reconcile", "hold import", "person link", "death",
    ],
    "GlobalOptions.swift": ["BENEFIT_LEDGER", "ledger.db"],
    "KeyOptions.swift": ["BENEFIT_LEDGER_KEY"],
    "Localized.swift": ["--lang", "--lang="],
    "Main.swift": ["--json", "--json=", "benefit-ledger: {1}: "],
    "NightlyCommand.swift": ["error"],
    "ChartCommand.swift": ["recorded", "unchanged"],
    "ProfileCommand.swift": ["amount", "--set {1}=…"],
    "ReconcileLinesCommand.swift": [
      "  benefit-ledger {1} {2} {3}", "reverse", "post", " --count {1} --total {2}", " --reason …",
      " --period {1}", "theirs", "after-another",
    ],
    "ChangesCommand.swift": ["fund,benefit"],
    "ExportCommand.swift": ["pain.001"],
    "AccountCommand.swift": ["/FUND/UNIT", "/FUND"],
    "TrialBalanceCommand.swift": ["fund", "unit"],
    "DemoCommand.swift": ["benefit-ledger-demo", "{1}/files", "{1}/ledger.db"],
  ]

  /// The steps of the demonstration are commands; only what is said of them is words.
  private static let commandFiles: Set<String> = ["DemoSteps.swift"]

  /// Whether a literal is one of those.
  static func isExcepted(_ literal: LiteralScan.Literal, _ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if commandFiles.contains(name) { return true }
    guard let texts = exceptions[name] else { return false }
    return texts?.contains(literal.template) ?? true
  }

  /// The exceptions that no literal needs any more.
  static func staleExceptions(_ literals: [String: Set<String>]) -> [String] {
    exceptions.flatMap { name, texts in
      guard let found = literals[name] else { return [name] }
      return (texts ?? []).subtracting(found).map { "\(name): \($0)" }
    } + commandFiles.filter { literals[$0] == nil }
  }
}
