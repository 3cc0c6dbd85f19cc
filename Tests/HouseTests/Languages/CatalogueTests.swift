import LedgerCore
import Testing

/// Whether everything that is said can be said in Vietnamese.
///
/// What is missing is printed as entries to be pasted into a file of
/// `Sources/LedgerCore/Languages/Vietnamese`.
@Suite struct CatalogueTests {
  private static let scan = Result {
    var scan = MessageScan()
    for file in try SourceFile.all() {
      scan.take(file.lines.joined(separator: "\n"), path: file.path)
    }
    return scan
  }

  private let entries = Catalogue.vietnameseEntries

  @Test func `every message has a translation`() throws {
    let missing = try Self.scan.get().missing(entries.map(\.english))
    #expect(
      missing.isEmpty,
      "\(missing.count) are missing:\n\(missing.map { entry($0.english) }.joined())")
  }

  @Test func `no translation is of what nobody says`() throws {
    let scan = try Self.scan.get()
    #expect(scan.templates.count > 1_500)
    let stale = entries.map(\.english).filter { scan.templates[$0] == nil }
    #expect(stale == [])
  }

  @Test func `no message is translated twice`() {
    let counts = Dictionary(grouping: entries.map(\.english)) { $0 }
    #expect(counts.filter { $0.value.count > 1 }.map(\.key).sorted() == [])
  }

  @Test func `a translation puts in what the English puts in`() throws {
    let scan = try Self.scan.get()
    for entry in entries {
      let wanted = places(entry.english)
      let optional = scan.templates[entry.english]?.optionalPlaces ?? []
      let found = places(entry.translation)
      #expect(found.isSubset(of: wanted), "\(entry.english)")
      #expect(found.union(optional).isSuperset(of: wanted), "\(entry.english)")
    }
  }

  @Test func `a translation is Vietnamese, composed, and fits where the English stands`() {
    for entry in entries {
      let (english, translation) = (entry.english, entry.translation)
      #expect(!translation.isEmpty, "\(english)")
      #expect(entry.isSame || translation != english, "\(english)")
      #expect(
        !translation.unicodeScalars.contains { (0x300...0x36F).contains($0.value) },
        "not composed: \(english)")
      #expect(translation.prefix { $0.isWhitespace } == english.prefix { $0.isWhitespace })
      #expect(
        translation.reversed().prefix { $0.isWhitespace }.map { $0 }
          == english.reversed().prefix { $0.isWhitespace }.map { $0 }, "\(english)")
    }
  }

  @Test func `the program says nothing in English only`() throws {
    #expect(try list(Self.scan.get().forgotten) == "")
  }

  @Test func `no exception is left that nothing needs`() throws {
    #expect(try MessageRules.staleExceptions(Self.scan.get().literals) == [])
  }

  @Test(arguments: [
    ("LedgerCore", #"throw LedgerError(.busy, "Wait a moment.")"#, "Wait a moment."),
    ("BatchFiles", "Words(\"Row \\(number) is long.\", help)", "Row {1} is long."),
    ("BatchFiles", "var words: Message {\n  switch self {\n  case .a: \"empty\"\n  }\n}", "empty"),
    ("BenefitLedger", "let sign: Message = isDot ? \"dot\" : other", "dot"),
    ("LedgerCore", "let until: Message = end.map { \"to \\($0)\" } ?? \"on\"", "on"),
    ("LedgerCore", "let until: Message =\n  isOpen\n  ? \"on\"\n  : end", "on"),
    ("BenefitLedger", "said = parts.joined(separator: \" and \")", " and "),
    ("BenefitLedger", "add(\"is \\(isLate ? \"late\" : \"\") again\")", "late"),
    ("BenefitLedger", "\"\\(counted(sum, \"batch\", \"batches\")) read\"", "{1} batch"),
    ("SQLiteStore", "let text = \"\"\"\n  one \\\n  two\n  \"\"\"", "one two"),
    ("benefit-ledger", "text += localized(\"\\nDone\\n\")", "\nDone\n"),
    ("benefit-ledger", "TextTable([.numbers(\"batch\")])", "batch"),
    ("benefit-ledger", "throw usage(\"Name it.\")", "Name it."),
  ])
  func `the scan finds words`(target: String, snippet: String, template: String) {
    var scan = MessageScan()
    scan.take("func f() {\n\(snippet)\n}\n", path: "Sources/\(target)/Some.swift")
    #expect(scan.missing([]).map(\.english).contains(template))
    #expect(!scan.missing([template]).map(\.english).contains(template))
  }

  @Test(arguments: [
    ("BenefitLedger", "query(\"SELECT code FROM unit\")"),
    ("LedgerCore", "precondition(isThere, \"it is there\")"),
    ("BatchFiles", "case .paid: \"paid\""), ("BatchFiles", "// “No words” are here"),
    ("benefit-ledger", "members.append((\"amount\", .integer(sum)))"),
    ("benefit-ledger", "@Option(help: \"Only this month.\") var month: Month?"),
  ])
  func `the scan leaves alone what is not said to people`(target: String, snippet: String) {
    var scan = MessageScan()
    scan.take("enum Some {\n\(snippet)\n}\n", path: "Sources/\(target)/Some.swift")
    #expect(scan.missing([]).map(\.english) == [])
    #expect(scan.forgotten == [])
  }

  @Test func `words that the program prints as they are do not go unseen`() {
    var scan = MessageScan()
    scan.take("func f() {\n  text += \"Done.\"\n}\n", path: "Sources/benefit-ledger/Some.swift")
    #expect(scan.forgotten.map(\.line) == [2])
  }
}
