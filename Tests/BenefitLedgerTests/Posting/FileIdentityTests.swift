import BenefitLedger
import Testing

@Suite struct FileIdentityTests {
  private let books = Result { try TestLedger() }
  private let list =
    "person,benefit,month,amount,site,channel\n\(Person.an),pension,2026-10,5000000,79-S1,cash\n"

  @Test func `the same bytes answer with their first receipt and post nothing`() throws {
    let books = try books.get()
    let first = try books.post(.due, list)
    let again = try books.post(.due, list, name: "copy.csv", today: "2026-11-01")
    #expect(again.state == .posted && again.alreadyPosted)
    #expect(again.batch == first.batch && again.seal == first.seal)
    #expect(again.date == first.date && again.period == first.period)
    #expect(again.lines == first.lines && again.total == first.total)
    #expect(try books.ledger.totals(TotalsQuery()).count == 1)
  }

  @Test func `the same bytes under another reference are another batch, whose payments exist`()
    throws
  {
    let books = try books.get()
    try books.post(.due, list, name: "first.csv")
    let other = try books.post(.due, list, envelope: Envelope(reference: "SECOND"))
    #expect(other.state == .refused && other.codes == [.alreadyPosted])
    #expect(other.diagnosis.diagnostics[0].message.contains("batch 1, file first.csv, line 2"))
  }

  @Test func `the same bytes of another event are another batch`() throws {
    let books = try books.get()
    try books.due([Person.an])
    let later = TestLedger.list([Person.an])
    #expect(try books.post(.paid, later).state == .posted)
    #expect(try books.post(.returned, later).state == .posted)
  }

  @Test func `a reference is given once for an event`() throws {
    let books = try books.get()
    try books.post(.due, list, name: "first.csv", envelope: Envelope(reference: "R1"))
    let other = list.replacing(Person.an, with: Person.binh)
    let refused = try books.post(.due, other, envelope: Envelope(reference: "R1"))
    #expect(refused.codes == [.referenceUsed])
    #expect(refused.diagnosis.diagnostics[0].message.contains("batch 1, file first.csv"))
    #expect(try books.post(.due, other, envelope: Envelope(reference: "R2")).state == .posted)
  }

  @Test func `two files of one call with one reference: the first posts, the second is refused`()
    throws
  {
    let books = try books.get()
    let reference = "#batch reference=R1\n"
    let other = list.replacing(Person.an, with: Person.binh)
    let answer = try books.post(.due, [("a.csv", reference + list), ("b.csv", reference + other)])
    #expect(answer.receipts.map(\.state) == [.posted, .refused])
    #expect(answer.receipts[1].codes == [.referenceUsed])
    #expect(answer.exit == .refused && answer.lines == 1)
  }

  @Test func `a second return of the same payments needs a reference of its own`() throws {
    let books = try books.get()
    let later = TestLedger.list([Person.an])
    try books.due([Person.an])
    try books.post(.paid, later)
    try books.post(.returned, later)
    #expect(try books.post(.returned, later).alreadyPosted)
    try books.post(.reissued, later)
    let again = try books.post(.returned, later)
    #expect(again.state == .refused && again.codes == [.couldBeTakenAgain])
    #expect(try books.post(.returned, later, envelope: Envelope(reference: "R2")).state == .posted)
  }

  @Test func `a declared period that differs from the file's is refused`() throws {
    let books = try books.get()
    let period = try #require(Month("2026-11"))
    let refused = try books.post(
      .due, "#batch period=2026-10\n" + list, envelope: Envelope(period: period))
    #expect(refused.codes == [.envelopeDisagrees])
  }

  @Test func `what is declared must be met the second time too`() throws {
    let books = try books.get()
    try books.post(.due, "#batch count=1\n" + list)
    let counted = try books.post(.due, "#batch count=1\n" + list, envelope: Envelope(count: 2))
    #expect(counted.codes.contains(.envelopeDisagrees) && counted.state == .refused)
    try books.due([Person.binh])
    let other =
      "person,benefit,month,amount,site,channel\n\(Person.binh),pension,2026-10,5000000,79-S1,cash\n"
    #expect(try books.post(.due, other, envelope: Envelope(count: 1)).alreadyPosted)
    let wrong = try books.post(.due, other, envelope: Envelope(count: 2))
    #expect(wrong.state == .refused && wrong.codes.contains(.countNotMet))
  }

  @Test func `the same list saved again is told in one sentence first`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    let rows = [Person.an, Person.binh].map { "\($0),pension,2026-10,5000000,79-S1,cash\r\n" }
    let again = try books.post(
      .due, "person,benefit,month,amount,site,channel\r\n" + rows.joined(), name: "again.csv")
    #expect(again.codes == [.alreadyPosted, .alreadyPosted, .alreadyPosted])
    #expect(
      again.diagnosis.diagnostics[0].message
        == "All 2 payments of this file were made due by batch 1, file list.csv.")
  }

  @Test func `a dry run says what would be posted and posts nothing`() throws {
    let books = try books.get()
    let checked = try books.post(.due, list, dryRun: true)
    #expect(checked.state == .checked && checked.batch == nil && checked.seal == nil)
    #expect(checked.lines == 1 && checked.total == 5_000_000 && checked.vouchers == 1)
    #expect(try books.ledger.totals(TotalsQuery()).count == 0)
    let both = try books.post(.due, [("a.csv", list), ("b.csv", list + "\n")], dryRun: true)
    #expect(both.receipts.map(\.state) == [.checked, .refused])
  }
}
