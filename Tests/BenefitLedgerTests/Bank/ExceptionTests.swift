import BenefitLedger
import TestSupport
import Testing

/// What is not matched stays until somebody says what it is.
@Suite struct ExceptionTests {
  private let books: TestLedger

  init() throws { books = try TestLedger(chart: Self.chart) }

  private static let chart = """
    [chart]
    name = "Closing waits for the bank"
    source = "A test"
    exceptions_block_closing = true

    """

  private var request: RecordRequest {
    get throws { RecordRequest(maker: "lan", date: try books.day("2026-10-31")) }
  }

  /// A bank's charge of 11.000 đ, and 3 and 4 million that nobody knows.
  private func strange() throws {
    var entries = [-11_000, 3_000_000, 4_000_000].map { StatementText.Entry($0) }
    entries[1].booked = "2026-10-02"
    let answer = try books.reconcile(StatementText(opening: 0, entries).camt053())
    #expect(answer.exceptions.map(\.kind) == [.unmatched, .unmatched, .unmatched])
  }

  @Test func `an exception has an age, an owner and an end, and never disappears`() throws {
    try strange()
    var old = ExceptionSelection()
    old.age = 5
    #expect(try books.ledger.exceptions(old, on: books.day("2026-10-07")).map(\.number) == [2])
    try books.ledger.assign(exception: 2, to: "hoa", request)
    try books.ledger.assign(exception: 2, to: "minh", request)
    #expect(try books.openExceptions()[1].owner == "minh")
    try books.ledger.resolve(exceptions: [1], by: .note("the bank's charge of October"), request)
    #expect(try books.openExceptions().map(\.number) == [2, 3])
    let posted = try books.post(
      .contribution, "unit,fund,amount\n79-A,retirement,7000000\n", name: "c.csv")
    let batch = try #require(posted.batch)
    let voucher = try #require(try books.ledger.batch(batch).vouchers.first?.number)
    try books.ledger.resolve(
      exceptions: [2, 3], by: .voucher(voucher, reason: "the bank told by phone"), request)
    #expect(try books.openExceptions().isEmpty)
    var all = ExceptionSelection()
    all.includesResolved = true
    let found = try books.ledger.exceptions(all, on: books.day("2026-10-31"))
    #expect(found.map(\.state) == [.noted, .matched, .matched])
    #expect(found[0].note == "the bank's charge of October" && found[1].rule == .byVoucher)
    #expect(try books.reconcile(nil).outstanding.isEmpty)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a match by hand comes to the same, or is refused`() throws {
    try strange()
    let posted = try books.post(
      .contribution, "unit,fund,amount\n79-A,retirement,3000001\n", name: "c.csv",
      envelope: Envelope(date: try books.day("2026-09-01")))
    let batch = try #require(posted.batch)
    let voucher = try #require(try books.ledger.batch(batch).vouchers.first?.number)
    func refusal(_ exceptions: [Int64], _ resolution: ExceptionResolution) -> Code? {
      code { try books.ledger.resolve(exceptions: exceptions, by: resolution, request) }
    }
    #expect(refusal([2], .voucher(voucher, reason: "it is")) == .matchUnbalanced)
    #expect(refusal([2], .voucher(99, reason: "it is")) == .notFound)
    #expect(refusal([2], .match(lines: [7], vouchers: [], reason: "it is")) == .notFound)
    #expect(refusal([9], .note("no")) == .notFound)
    try books.ledger.resolve(exceptions: [1], by: .note("a charge"), request)
    #expect(refusal([1], .note("again")) == .exceptionNotOpen)
    #expect(try books.openExceptions().map(\.number) == [2, 3])
  }

  @Test func `lines are matched by hand, once`() throws {
    try books.dueByBank([(Person.an, 2_000_000), (Person.binh, 3_000_000)])
    try books.post(
      .paid,
      "person,benefit,month,amount\n\(Person.an),pension,2026-10,2000000\n"
        + "\(Person.binh),pension,2026-10,3000000\n", name: "paid.csv",
      envelope: Envelope(date: try books.day("2026-09-20")))
    let text = StatementText(
      opening: 9_000_000, [StatementText.Entry(-2_000_000), StatementText.Entry(-3_000_000)])
    #expect(try books.reconcile(text.camt053()).exceptions.count == 2)
    let match = ExceptionResolution.match(lines: [3], vouchers: [], reason: "by its list")
    try books.ledger.resolve(exceptions: [1], by: match, request)
    #expect(code { try books.ledger.resolve(exceptions: [2], by: match, request) } == .notFound)
    let other = ExceptionResolution.match(lines: [4], vouchers: [], reason: "by its list")
    try books.ledger.resolve(exceptions: [2], by: other, request)
    #expect(try books.reconcile(nil).agrees)
  }

  @Test func `a period is not closed while its bank is not explained`() throws {
    try strange()
    try books.post(.contribution, "unit,fund,amount\n79-A,retirement,1\n")
    var close = PeriodRequest(
      .close, try #require(Month("2026-10")), maker: "lan", date: try books.day("2026-10-31"))
    #expect(code { try books.ledger.change(close) } == .exceptionsOpen)
    for number: Int64 in 1...3 {
      try books.ledger.resolve(exceptions: [number], by: .note("explained"), request)
    }
    let answer = try books.ledger.change(close)
    #expect(answer.state == .closed && answer.exceptions?.count == 0)
    // A chart that does not say so lets it be closed, and the answer counts what is open.
    let free = try TestLedger()
    try free.post(.contribution, "unit,fund,amount\n79-A,retirement,1\n")
    try free.reconcile(StatementText(opening: 0, [StatementText.Entry(-11_000)]).camt053())
    close.maker = "clerk"
    let counted = try free.ledger.change(close)
    #expect(counted.state == .closed)
    #expect(counted.exceptions?.count == 1 && counted.exceptions?.amount == 11_000)
  }

  @Test func `the chart keeps what it says of closing`() throws {
    let chart = try books.ledger.chart().file
    #expect(chart.exceptionsBlockClosing)
    #expect(chart.canonicalText.contains("exceptions_block_closing = true\n"))
  }
}
