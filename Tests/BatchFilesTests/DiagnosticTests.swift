import LedgerCore
import Testing

@testable import BatchFiles

struct CollectorTests {
  private func fault(_ line: Int, _ column: Int = 1) -> Diagnostic {
    Diagnostic(file: "a", line: line, column: column, code: .amountZero, message: "")
  }

  @Test func `the first thousand faults are listed and all are counted`() {
    var faults = FaultCollector()
    for line in (1...3_000).reversed() { faults.add(fault(line)) }
    #expect(faults.listed.map(\.line) == Array(1...1_000))
    #expect(faults.diagnosis.total == 3_000)
    #expect(faults.count(of: .amountZero) == 3_000)
    #expect(!faults.wants(line: 1_001))
    #expect(faults.wants(line: 7))
  }

  @Test func `faults found later take their place in file order`() {
    var faults = FaultCollector()
    for (line, column) in [(5, 1), (2, 9), (0, 0), (2, 3)] { faults.add(fault(line, column)) }
    #expect(faults.listed.map(\.line) == [0, 2, 2, 5])
    #expect(faults.listed.map(\.column) == [0, 3, 9, 1])
  }

  @Test func `a list with a fault in each of its rows lists a thousand`() throws {
    let rows = (0..<2_500).map { _ in Sample.row(.amount, "0") + "\n" }
    let outcome = try readPayments(Sample.columns + "\n" + rows.joined())
    #expect(outcome.faults.listed.count == 1_000)
    #expect(outcome.faults.diagnosis.total == 2_500)
    #expect(outcome.faults.diagnosis.counts.map(\.code) == [.amountZero])
  }

  @Test func `a warning does not refuse a file`() {
    var faults = FaultCollector()
    faults.count(.lastLineNotEnded)
    #expect(!faults.hasFaults)
    #expect(faults.diagnosis.counts.map(\.count) == [1])
  }
}

struct MaskingTests {
  private func first(_ row: String) throws -> Diagnostic {
    try #require(try readPayments(Sample.list(row)).faults.listed.first)
  }

  @Test func `persons and accounts are masked to their last three wherever they stand`() throws {
    let malformed = try first(Sample.row(.person, "12345 678 901"))
    #expect(malformed.message.contains("“**********901”"))
    #expect(malformed.excerpt.hasPrefix("**********901,pension,2026-10,2500000,79-00123"))
    let account = try first(
      "001234567890,pension,2026-10,5,79-00123,bank,970436-AB0071CDEF,Nguyễn Văn An")
    #expect(
      account.excerpt
        == "*********890,pension,2026-10,5,79-00123,bank,**************DEF,Nguyễn Văn An")
    #expect(!account.message.contains("0071"))
    let ragged = try first("An,001 234 567 890,970436:AB0071CDEF")
    #expect(ragged.excerpt == "An,************890,**************DEF")
    let swapped = try first(Sample.row(.amount, "001234567890"))
    #expect(swapped.code == .amountLeadingZero)
    #expect(longestDigits(swapped.excerpt + swapped.message.description) < 9)
    let name = try first(Sample.row(.name, "An 001234567890\u{200B}"))
    #expect(name.excerpt.hasSuffix("An *********890·"))
    let fullWidth = try first("x,０７９１２３４５６７８９")
    #expect(fullWidth.excerpt == "x,*********７８９")
  }

  @Test func `the caret stands under the fault`() throws {
    for row in [
      Sample.row(.amount, "x"), Sample.row(.name, "\"Trần\nThị\u{1}\""),
      Sample.row(.name, String(repeating: "ế", count: 300) + "\u{1}"),
    ] {
      let diagnostic = try first(row)
      let shown = Array(diagnostic.excerpt.unicodeScalars)
      #expect(shown.count <= Excerpt.width + 2)
      #expect(["x", "·"].contains(shown[diagnostic.caret]))
    }
    let short = try first(Sample.row(.amount, "x"))
    #expect(short.caret == short.column - 1)
  }

  @Test func `columns are counted in characters, not bytes`() throws {
    let outcome = try readPayments(
      "name,person,benefit,month,amount\nTrần Thị Bích,001234567890,pension,2026-10,x\n",
      event: .paid)
    #expect(outcome.found == [Found(.amountNotDigits, 2, 44)])
  }
}

struct ExcerptReaderTests {
  @Test func `lines that the ledger refuses are shown with their field`() throws {
    let text =
      "#batch count=3\n"
      + Sample.list(
        Sample.row(.name, "\"Trần\nThị\""), Sample.bankRow, Sample.row)
    let reader = ExcerptReader(
      source: .memory(name: "due.csv", bytes: Array(text.utf8)), event: .due)
    let shown = reader.excerpts(for: [
      (5, .person), (3, .amount), (5, .reason), (4, .person), (99, .person),
    ])
    #expect(shown.map(\.column) == [1, 30, 0, 0, 0])
    #expect(shown[0].excerpt.hasPrefix("*********210,survivor,2026-10,1250000"))
    #expect(shown[0].excerpt.contains("*****************456"))
    #expect(shown[1].caret == 29)
    #expect(shown[1].excerpt.hasSuffix("\"Trần·Thị\""))
    #expect(shown[3].excerpt.isEmpty)
  }

  @Test func `their diagnostics have the line and the words`() throws {
    let reader = ExcerptReader(
      source: .memory(name: "due.csv", bytes: Array(Sample.list(Sample.row).utf8)), event: .due)
    let made = reader.diagnostics(for: [
      (2, .person, .alreadyPosted, "It was posted in batch 7.", "Leave it out.")
    ])
    #expect(made.map { Found($0) } == [Found(.alreadyPosted, 2, 1)])
    #expect(made.first?.file == "due.csv")
    #expect(made.first?.excerpt.hasPrefix("*********890,pension") == true)
  }
}
