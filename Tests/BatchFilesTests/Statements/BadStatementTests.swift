import LedgerCore
import TestSupport
import Testing

@testable import BatchFiles

/// Statements that are malformed, damaged or hostile: named, and nothing of them taken.
@Suite struct BadStatementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let text: String
    let code: Code
    var testDescription: String { what }
  }

  static let camt = StatementReaderTests.text().camt053()
  static let mt = StatementReaderTests.text().mt940()
  static let csv = StatementReaderTests.text().csv()

  static func broken(
    _ what: String, _ text: String, _ part: String, _ other: String, _ code: Code
  ) -> Case {
    Case(what: what, text: text.replacing(part, with: other, maxReplacements: 1), code: code)
  }

  static let cases: [Case] = [
    broken("another namespace", camt, "camt.053.001.08", "camt.052.001.08", .statementUnknown),
    broken("another document", camt, "<Document", "<Documents", .statementUnknown),
    broken("another message", camt, "BkToCstmrStmt>", "Other>", .statementMalformed),
    broken(
      "dollars", camt, "<Amt Ccy=\"VND\">5000000<", "<Amt Ccy=\"USD\">5000000<", .statementCurrency),
    broken("an account in dollars", camt, "<Ccy>VND<", "<Ccy>USD<", .statementCurrency),
    broken("a fraction", camt, ">5000000<", ">5000000.50<", .statementAmount),
    broken("an exponent", camt, ">5000000<", ">5e6<", .statementAmount),
    broken("a minus", camt, ">5000000<", ">-5000000<", .statementAmount),
    broken("more than can be kept", camt, ">5000000<", ">9223372036854775808<", .statementAmount),
    broken("full-width digits", camt, ">5000000<", ">５000000<", .statementAmount),
    broken(
      "no such day", camt, "<BookgDt><Dt>2026-10-06", "<BookgDt><Dt>2026-02-30", .statementDate),
    broken("no amount", camt, "<Amt Ccy=\"VND\">5000000</Amt>", "", .statementFieldMissing),
    broken(
      "no direction", camt, "<CdtDbtInd>DBIT</CdtDbtInd><Sts>", "<Sts>", .statementFieldMissing),
    broken(
      "another direction", camt, "DBIT</CdtDbtInd><Sts>", "BOTH</CdtDbtInd><Sts>",
      .statementMalformed),
    broken("no closing balance", camt, "CLBD", "CLAV", .statementBalanceMissing),
    broken("no opening balance", camt, "OPBD", "OPAV", .statementBalanceMissing),
    broken(
      "a long reference", camt, StatementReaderTests.id, String(repeating: "x", count: 141),
      .statementFieldTooLong),
    broken(
      "a long text", camt, "Nop BHXH", String(repeating: "y", count: 5_000), .statementFieldTooLong),
    broken(
      "a document type", camt, "<Document",
      "<!DOCTYPE Document SYSTEM \"file:///etc/passwd\">\n<Document", .xmlRefused),
    broken(
      "entities of its own", camt, "<Document", "<!DOCTYPE d [<!ENTITY a \"b\">]>\n<Document",
      .xmlRefused),
    broken("an entity that is not XML's", camt, "Nop BHXH", "&a;", .xmlRefused),
    broken("UTF-16 declared", camt, "UTF-8", "UTF-16", .xmlRefused),
    broken(
      "elements too deep", camt, "<Stmt>", String(repeating: "<a>", count: 100), .xmlMalformed),
    Case(what: "XML cut short", text: String(camt.prefix(camt.count * 2 / 3)), code: .xmlMalformed),
    Case(what: "another XML", text: "<a/>", code: .statementUnknown),
    broken("MT940 in dollars", mt, "VND", "USD", .statementCurrency),
    broken("MT940 without a comma", mt, "D5000000,N", "D5000000N", .statementAmount),
    broken("MT940 of half a đồng", mt, "D5000000,N", "D5000000,50N", .statementAmount),
    broken("MT940 without a mark", mt, "D5000000,N", "X5000000,N", .statementMalformed),
    broken("MT940 on no day", mt, ":61:2610071006", ":61:2613071006", .statementMalformed),
    broken("MT940 with a stray field", mt, ":28C:", ":99Z:", .statementMalformed),
    broken("MT940 without a closing balance", mt, ":62F:", ":64:", .statementBalanceMissing),
    broken("a table without amounts", csv, "debit,credit", "account,reference", .columnMissing),
    broken(
      "a table with both", csv, ",5000000,,5000000", ",5000000,5000000,5000000", .statementAmount),
    broken("a table of fractions", csv, ",5000000,,", ",5000000.5,,", .statementAmount),
    broken("a table with grouped digits", csv, ",5000000,,", ",5.000.000,,", .statementAmount),
    broken("a table without a day", csv, "2026-10-06,2026", "06/10/2026,2026", .dateMalformed),
    Case(what: "nothing", text: "", code: .fileEmpty),
    Case(what: "text", text: "hello\n", code: .columnUnknown),
    Case(what: "a PDF", text: "%PDF-1.7\n", code: .fileIsOtherFormat),
  ]

  @Test(arguments: cases)
  func `a statement that is not of its form is refused by name`(_ sample: Case) {
    let (file, diagnosis) = StatementReaderTests.read(sample.text)
    #expect(file == nil)
    #expect(diagnosis.diagnostics.map(\.code).contains(sample.code), "\(diagnosis.diagnostics)")
  }

  @Test func `a file that says a billion things is given up early`() {
    var laughs = "<!DOCTYPE lolz [<!ENTITY lol \"lol\">"
    for level in 1...9 {
      laughs += "<!ENTITY lol\(level) \"\(String(repeating: "&lol\(level - 1);", count: 10))\">"
    }
    let text = "<?xml version=\"1.0\"?>\(laughs)]><Document>&lol9;</Document>"
    #expect(StatementReaderTests.codes(text) == [.xmlRefused])
  }

  @Test(arguments: [UInt64.random(in: 0 ... .max), 20_261_122])
  func `a damaged statement is refused, or adds up`(_ seed: UInt64) {
    print("seed of the damaged statements: \(seed)")
    var random = SeededGenerator(state: seed)
    var entries: [StatementText.Entry] = []
    for number in 0..<12 {
      var entry = StatementText.Entry(
        Int64(number % 3 == 0 ? 700_000 : -300_000),
        "2026\(number % 3 + 10)-0790600000\(10 + number)-pension-1",
        reason: number % 3 == 0 ? "AC01" : nil)
      entry.text = "Chi tra \(number)"
      entries.append(entry)
    }
    let text = StatementText(opening: 9_000_000, entries)
    for valid in [
      text.camt053("02"), text.camt053(), text.camt054(), text.mt940(), text.csv(),
      text.pain002(order: "BL-1-retirement-0123abcd"),
    ] {
      #expect(StatementReaderTests.read(valid).file != nil)
      for _ in 0..<150 {
        let bytes = corrupted(Array(valid.utf8), &random)
        let (file, diagnosis) = StatementReader.read(.memory(name: "bank", bytes: bytes))
        #expect((file == nil) == (diagnosis.total > 0))
        guard let file, file.format.hasBalances else { continue }
        for statement in file.statements {
          let sum = statement.entries.reduce(Int128(statement.opening ?? 0)) {
            $0 + Int128($1.amount)
          }
          #expect(Int128(statement.closing ?? -1) == sum)
        }
      }
    }
  }
}
