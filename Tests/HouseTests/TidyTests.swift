import Testing

/// The house style that a formatter cannot hold.
@Suite struct TidyTests {
  @Test func `no source uses what the house does without`() throws {
    let files = try SourceFile.all()
    #expect(files.count > 50)
    let findings = files.flatMap { file in Ban.all.flatMap { $0.findings(in: file) } }
    #expect(findings.isEmpty, "\(list(findings))")
  }

  @Test func `imports point down to LedgerCore`() throws {
    let findings = try SourceFile.all().flatMap(ImportTable.findings)
    #expect(findings.isEmpty, "\(list(findings))")
  }

  @Test func `no SQL is put together at run time`() throws {
    let findings = try SourceFile.all().flatMap(SQLText.findings)
    #expect(findings.isEmpty, "\(list(findings))")
  }

  @Test func `no source file is longer than 400 lines`() throws {
    // The list of all codes is one idea, however many there are.
    let codes = "Sources/LedgerCore/Problems/Code.swift"
    let findings = try SourceFile.all().filter { $0.lines.count > 401 && $0.path != codes }.map {
      Finding($0.path, 401, "Two ideas share this file; give each its own.")
    }
    #expect(findings.isEmpty, "\(list(findings))")
  }

  @Test(arguments: [
    ("LedgerCore", "let rate = Decimal(3)", "Decimal("),
    ("LedgerStore", "var sum: Double = 0", "Double"),
    ("SQLiteStore", "let share: Float", "Float"),
    ("benefit-ledger", "let file = try! open()", "try!"),
    ("SampleFiles", "default: fatalError(\"never\")", "fatalError("),
    ("BenefitLedger", "let now = Date()", "Date()"),
    ("BenefitLedger", "DispatchQueue.global().async {}", "DispatchQueue"),
    ("benefit-ledger", "print(answer)", "print("),
    ("LedgerCore", "// FIXME: later", "FIXME"),
    ("LedgerCore", "// TODO later", "TODO"),
    ("LedgerCore", "/* XXX */", "XXX"),
  ])
  func `a ban finds what it bans`(target: String, snippet: String, words: String) {
    let file = SourceFile(path: "Sources/\(target)/Bad.swift", "import Nothing\n\(snippet)\n")
    let findings = Ban.all.flatMap { $0.findings(in: file) }
    #expect(findings.count == 1)
    #expect(findings.first?.line == 2)
    #expect(findings.first?.message.hasPrefix(words) == true)
  }

  @Test(arguments: [
    "// a Double in a comment", "let text = \"Date() in a text\"", "let isDoubled = false",
    "blueprint(of: house)", "let floats = asFloat32", "/* Decimal( */", "let a = updateDate()",
    "#\"print(\"#", "\"\"\"\n  try! to print(this)\n  \"\"\"",
  ])
  func `a ban leaves comments, texts and longer names alone`(snippet: String) {
    let file = SourceFile(path: "Sources/LedgerCore/Good.swift", snippet)
    #expect(Ban.all.flatMap { $0.findings(in: file) } == [])
  }

  @Test func `code inside an interpolation is code`() {
    let file = SourceFile(path: "Sources/LedgerCore/Bad.swift", "let text = \"at \\(Date())\"")
    #expect(Ban.all.flatMap { $0.findings(in: file) }.map(\.line) == [1])
  }

  @Test(arguments: [
    ("LedgerCore", "import Foundation"), ("LedgerCore", "import BatchFiles"),
    ("BatchFiles", "import Foundation"), ("BatchFiles", "@testable import LedgerStore"),
    ("SampleFiles", "import FoundationEssentials"), ("SampleFiles", "import BatchFiles"),
    ("LedgerStore", "import struct Foundation.Data"), ("LedgerStore", "import GRDB"),
    ("SQLiteStore", "public import BatchFiles"), ("SQLiteStore", "import BenefitLedger"),
    ("BenefitLedger", "@_exported import SampleFiles"), ("BenefitLedger", "import GRDB"),
    ("benefit-ledger", "import SQLiteStore"), ("Newcomer", "import LedgerCore"),
  ])
  func `the import table refuses`(target: String, line: String) {
    let file = SourceFile(path: "Sources/\(target)/Bad.swift", line + "\n")
    #expect(ImportTable.findings(in: file).map(\.line) == [1])
  }

  @Test(arguments: [
    #"query("SELECT * FROM \(table)", [])"#,
    "execute(sql: \"\"\"\n  INSERT INTO batch\n  VALUES (\\(number))\n  \"\"\")",
    #"let sql = "DELETE FROM line WHERE " + condition"#,
    #"let sql = start + "UPDATE balance""#,
    #"execute(sql: "PRAGMA user_version = \(version)")"#,
  ])
  func `SQL that is put together is found`(snippet: String) {
    let file = SourceFile(path: "Sources/SQLiteStore/Bad.swift", snippet)
    #expect(SQLText.findings(in: file).map(\.line) == [1])
  }

  @Test(arguments: [
    #"query("SELECT batch_no FROM batch WHERE batch_no = ?1", [number])"#,
    #"throw LedgerError(.notFound, "There is no batch \(number).")"#,
    #"let text = "Updates \(count)" + "deleted""#,
  ])
  func `fixed SQL and other texts are left alone`(snippet: String) {
    let file = SourceFile(path: "Sources/SQLiteStore/Good.swift", snippet)
    #expect(SQLText.findings(in: file) == [])
  }
}
