import BenefitLedger
import Testing

@Suite struct SeveralFilesTests {
  private let books = Result { try TestLedger() }
  private let header = "person,benefit,month,amount,site,channel\n"

  private func row(_ person: String) -> String { "\(person),pension,2026-10,5000000,79-S1,cash\n" }

  @Test func `of two files with the same payment the first posts and the second is refused whole`()
    throws
  {
    let books = try books.get()
    let answer = try books.post(
      .due,
      [
        ("a.csv", header + row(Person.an)), ("b.csv", header + row(Person.binh) + row(Person.an)),
        ("c.csv", header + row(Person.binh)),
      ])
    #expect(answer.receipts.map(\.state) == [.posted, .refused, .posted])
    #expect(answer.receipts[1].codes == [.alreadyPosted])
    #expect(answer.receipts[1].diagnosis.diagnostics[0].message.contains("file a.csv, line 2"))
    #expect(answer.receipts.map(\.batch) == [1, nil, 2])
    #expect(answer.lines == 2 && answer.total == 10_000_000)
  }

  @Test func `files are decided in their order even when they wait for one another`() throws {
    let books = try books.get()
    let answer = try books.post(
      .due,
      [
        ("a.csv", header + row(Person.an)), ("b.csv", header + row(Person.an) + row(Person.binh)),
        ("c.csv", header + row(Person.binh) + row(Person.chi)), ("d.csv", header + row(Person.chi)),
      ])
    #expect(answer.receipts.map(\.state) == [.posted, .refused, .posted, .refused])
    #expect(answer.receipts[3].diagnosis.diagnostics[0].message.contains("file c.csv, line 3"))
  }

  @Test func `the same file twice in a call posts once`() throws {
    let books = try books.get()
    let text = header + row(Person.an)
    let answer = try books.post(.due, [("a.csv", text), ("a.csv", text)])
    #expect(answer.receipts.map(\.alreadyPosted) == [false, true])
    #expect(answer.lines == 1 && answer.exit == .done)
  }

  @Test func `a bad file among good ones posts nothing and stops nothing`() throws {
    let books = try books.get()
    let answer = try books.post(
      .due,
      [
        ("a.csv", header + row(Person.an)), ("b.csv", header + row("12345")),
        ("c.csv", header + row(Person.chi)),
      ])
    #expect(answer.receipts.map(\.state) == [.posted, .refused, .posted])
    #expect(answer.receipts[1].codes == [.personLength])
    #expect(answer.exit == .refused)
  }

  @Test func `a file with one bad row posts nothing and reports every bad row`() throws {
    let books = try books.get()
    try books.due([Person.an])
    let text =
      header + row(Person.an) + row("1") + row(Person.binh) + row(Person.binh)
      + "\(Person.chi),pension,2026-13,0,XX,cash\n"
    let refused = try books.post(.due, text)
    #expect(refused.state == .refused)
    #expect(
      refused.codes == [
        .alreadyPosted, .personLength, .twiceInFile, .monthImpossible, .amountZero, .unitUnknown,
      ])
    #expect(refused.diagnosis.diagnostics.map(\.line) == [2, 3, 5, 6, 6, 6])
    #expect(try books.ledger.totals(TotalsQuery()).count == 1)
  }

  @Test func `a bad file is told its own mistakes, not that its neighbour has its payments`() throws
  {
    let books = try books.get()
    let bad = header + row(Person.an) + "\(Person.binh),pension,2026-13,1,79-S1,cash\n"
    let answer = try books.post(.due, [("bad.csv", bad), ("good.csv", header + row(Person.an))])
    #expect(answer.receipts[0].codes == [.monthImpossible])
    #expect(answer.receipts[1].state == .posted)
  }

  @Test func `counters that would exceed what can be kept refuse the file`() throws {
    let books = try books.get()
    // 462 of the largest payments are more than half of what a counter can keep.
    func text(_ first: Int) -> String {
      header
        + (first..<first + 462).map {
          "079160\($0),survivor,2026-10,10000000000000000,79-S1,cash\n"
        }.joined()
    }
    #expect(try books.post(.due, text(100_000)).state == .posted)
    let answer = try books.post(
      .due, [("b.csv", text(200_000)), ("c.csv", header + row(Person.chi))])
    #expect(answer.receipts[0].codes == [.counterTooLarge])
    #expect(answer.receipts[1].state == .posted)
  }
}
