import BenefitLedger
import Testing

/// From a payment back to the bytes it rests on, and from a batch to what became of its lines.
@Suite struct WhyTests {
  private static let person = PersonNumber(Person.an)

  /// A pension that was due, kept back from in part, paid, undone, and paid anew; another came back.
  private static func books() throws -> TestLedger {
    let books = try TestLedger()
    try books.post(
      .due,
      """
      person,benefit,month,amount,site,channel,account,document
      \(Person.an),pension,2026-10,5000000,79-S1,bank,970436:0071000123456,QD 7
      \(Person.binh),pension,2026-10,6000000,79-S1,bank,970436:0071000123457,QD 7

      """, name: "due.csv", envelope: Envelope(reference: "D-10"))
    try books.post(
      .withheld, TestLedger.list([Person.an], amount: 1_000_000), name: "withheld.csv")
    let paid = TestLedger.list([Person.an], amount: 4_000_000)
    try books.post(.paid, paid, name: "paid.csv")
    try books.post(.paid, paid, name: "undo.csv", undoing: "another person's account")
    try books.post(.paid, paid, name: "again.csv", envelope: Envelope(reference: "P-2"))
    return books
  }

  private func story(_ books: TestLedger, asKnownAt: Int64? = nil) throws -> ObligationStory {
    let story = try books.ledger.why(try #require(Self.person), asKnownAt: asKnownAt)
    #expect(story.obligations.count == 1)
    return try #require(story.obligations.first)
  }

  @Test func `a story goes from the file's bytes through batch and voucher to every step`() throws {
    let books = try Self.books()
    let story = try story(books)
    #expect(story.steps.map(\.step.event) == [.due, .withheld, .paid, .paid, .paid])
    #expect(
      story.steps.map(\.step.amount)
        == [5_000_000, 1_000_000, 4_000_000, -4_000_000, 4_000_000])
    for step in story.steps {
      let batch = try books.ledger.batch(step.step.batch)
      #expect(step.posting.batch.header == batch.batch.header)
      #expect(step.posting.batch.header.fileName == step.step.file)
      #expect(step.posting.batch.seal == batch.batch.seal)
      #expect(batch.vouchers.contains(step.voucher))
      #expect(step.posting.submission == nil)
      #expect(step.posting.batch.header.control.approvers == nil)
      #expect(step.posting.batch.header.maker == "clerk")
    }
    #expect(
      story.steps.map { [$0.voucher.debit, $0.voucher.credit] } == [
        ["expense/retirement", "payable/retirement/79-S1"],
        ["payable/retirement/79-S1", "withheld/retirement/79-S1"],
        ["payable/retirement/79-S1", "bank/retirement"],
        ["payable/retirement/79-S1", "bank/retirement"],
        ["payable/retirement/79-S1", "bank/retirement"],
      ])
    #expect(story.steps[0].voucher.amount == 11_000_000 && story.steps[0].voucher.lineCount == 2)
    let paid = "person,benefit,month,amount\n\(Person.an),pension,2026-10,4000000\n"
    #expect(
      story.steps[2].posting.batch.header.fileDigest == Digest.sha256(Array(paid.utf8)))
  }

  @Test func `a step that was undone and the one that undid it name each other`() throws {
    let story = try story(try Self.books())
    #expect(story.steps.map(\.step.corrects) == [nil, nil, nil, 3, nil])
    #expect(story.steps.map(\.step.undoneBy) == [nil, nil, 4, nil, nil])
    #expect(story.steps[3].posting.batch.header.control.reason == "another person's account")
    #expect(story.steps[3].voucher.corrects == story.steps[2].voucher.number)
    #expect(
      story.steps.map(\.step.remainder)
        == [5_000_000, 4_000_000, 4_000_000, 4_000_000, 4_000_000])
  }

  @Test func `a statement's state and open amount are those of the last step`() throws {
    let books = try Self.books()
    let states: [ObligationState] = [.due, .due, .paid, .due, .paid]
    let open: [Int64] = [5_000_000, 4_000_000, 0, 4_000_000, 0]
    for batch in 1...5 {
      let person = try #require(Self.person)
      let statement = try books.ledger.personStatement(person, asKnownAt: Int64(batch))
      let obligation = try #require(statement.obligations.first)
      #expect(obligation.state == states[batch - 1], "batch \(batch)")
      #expect(obligation.open == open[batch - 1], "batch \(batch)")
      #expect(obligation.amount == 5_000_000 && obligation.steps.count == batch)
      let sums = statement.sums
      #expect(sums.due == 5_000_000 && sums.withheld == (batch > 1 ? 1_000_000 : 0))
      #expect(sums.paid + sums.open + sums.withheld == sums.due)
      #expect(try story(books, asKnownAt: Int64(batch)).obligation == obligation)
    }
  }

  @Test func `what is undone altogether came to nothing`() throws {
    let books = try TestLedger()
    try books.due([Person.an])
    try books.reverse(1)
    let statement = try books.ledger.personStatement(try #require(Self.person))
    let obligation = try #require(statement.obligations.first)
    #expect(obligation.state == .reversed && obligation.open == 0)
    #expect(obligation.amount == 5_000_000 && statement.sums.due == 0 && statement.sums.open == 0)
    let step = try #require(try story(books).steps.first)
    #expect(step.posting.batch.reversedBy == 2)
    let before = try #require(try story(books, asKnownAt: 1).steps.first)
    #expect(before.posting.batch.reversedBy == nil && before.step.undoneBy == nil)
  }

  @Test func `of what was paid, a part is to be recovered and a part is`() throws {
    let books = try TestLedger()
    try books.due([Person.an])
    try books.post(.paid, TestLedger.list([Person.an]))
    try books.post(.overpaid, TestLedger.list([Person.an], amount: 2_000_000))
    try books.post(.recovered, TestLedger.list([Person.an], amount: 500_000))
    let statement = try books.ledger.personStatement(try #require(Self.person))
    #expect(statement.obligations.map(\.state) == [.overpaid])
    #expect(statement.obligations.map(\.open) == [1_500_000])
    #expect(statement.sums.paid == 5_000_000 && statement.sums.due == 5_000_000)
    #expect(statement.sums.overpaid == 1_500_000 && statement.sums.recovered == 500_000)
    #expect(statement.sums.open == 0 && statement.sums.cancelled == 0)
  }

  @Test func `only one month or benefit is asked for, and what is not there is not found`() throws {
    let books = try TestLedger()
    let head = "person,benefit,month,amount,site,channel\n"
    try books.post(
      .due,
      head + "\(Person.an),pension,2026-10,1,79-S1,cash\n"
        + "\(Person.an),funeral,2026-10,2,79-S1,cash\n"
        + "\(Person.an),pension,2026-09,3,79-S1,cash\n")
    func amounts(_ month: String?, _ benefit: Benefit?) throws -> [Int64] {
      try books.ledger.why(
        try #require(Self.person), month: month.flatMap { Month($0) }, benefit: benefit
      ).obligations.map(\.obligation.amount)
    }
    #expect(try amounts(nil, nil) == [3, 1, 2])
    #expect(try amounts("2026-10", nil) == [1, 2])
    #expect(try amounts(nil, .pension) == [3, 1])
    #expect(try amounts("2026-10", .funeral) == [2])
    let error = #expect(throws: LedgerError.self) { try amounts("2026-09", .funeral) }
    #expect(error?.code == .notFound && error?.message.contains(Person.an) == false)
  }

  @Test func `a batch's lines tell what happened before and since`() throws {
    let books = try Self.books()
    let trace = try books.ledger.trace(batch: 3)
    let voucher = try #require(trace.vouchers.first)
    #expect(trace.vouchers.count == 1 && voucher.lines.count == 1 && trace.moreLines == 0)
    #expect(voucher.correctedBy.map(\.batch) == [4])
    #expect(voucher.correctedBy.map(\.amount) == [-4_000_000])
    let line = voucher.lines[0]
    #expect(line.fileLine == 2 && line.step == 3 && line.amount == 4_000_000)
    #expect(line.person.description == "*********011")
    #expect(line.obligation?.steps.map(\.batch) == [1, 2, 3, 4, 5])
    let then = try books.ledger.trace(batch: 3, asKnownAt: 3)
    #expect(then.vouchers[0].correctedBy.isEmpty)
    #expect(then.vouchers[0].lines[0].obligation?.steps.map(\.batch) == [1, 2, 3])
    let error = #expect(throws: LedgerError.self) {
      try books.ledger.trace(batch: 3, asKnownAt: 2)
    }
    #expect(error?.code == .notFound)
  }

  @Test func `a trace lists so many lines and says how many more there are`() throws {
    let books = try TestLedger()
    try books.due([Person.an, Person.binh, Person.chi])
    try books.due([Person.dung], site: "79-S2")
    for limit in 0...4 {
      let trace = try books.ledger.trace(batch: 1, limit: Int64(limit))
      let listed = trace.vouchers.flatMap(\.lines)
      #expect(listed.map(\.fileLine) == Array([2, 3, 4].prefix(limit)))
      #expect(trace.moreLines == Int64(max(3 - limit, 0)))
      #expect(trace.vouchers.reduce(0) { $0 + $1.moreLines } == trace.moreLines)
    }
  }

  @Test func `a movement's trace has its row, and what undid it`() throws {
    let books = try TestLedger()
    try books.post(.advance, "unit,fund,amount,document\n79-S1,retirement,9000000,UNC 12\n")
    try books.reverse(1, reason: "twice")
    let trace = try books.ledger.trace(batch: 1)
    #expect(trace.posting.batch.reversedBy == 2)
    #expect(trace.vouchers.map(\.entry.document) == ["UNC 12"])
    #expect(trace.vouchers[0].lines.isEmpty && trace.vouchers[0].moreLines == 0)
    #expect(trace.vouchers[0].correctedBy.map(\.batch) == [2])
    #expect(try books.ledger.trace(batch: 1, asKnownAt: 1).posting.batch.reversedBy == nil)
    let reversal = try books.ledger.trace(batch: 2)
    #expect(reversal.posting.batch.header.control.reversesBatch == 1)
    #expect(reversal.posting.batch.header.control.reason == "twice")
  }
}
