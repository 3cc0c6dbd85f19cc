import BenefitLedger
import Testing

/// The balances of a closed site go to the one that takes its place, and nothing else changes.
@Suite struct SiteTransferTests {
  private static let date = CivilDate("2026-11-02")

  /// A site with an obligation in every state that holds money, cash, a shortage and money kept back;
  /// it closes at the end of October 2026.
  private static func books() throws -> TestLedger {
    let books = try TestLedger()
    let eve = "079160000055"
    let kim = "079160000066"
    try books.post(
      .opening, "account,unit,fund,amount\npayable,79-S1,retirement,3000000\nbank,,retirement,1\n")
    try books.post(
      .advance, "unit,fund,amount\n79-S1,retirement,30000000\n79-S1,sickness,700000\n")
    try books.due([Person.an, Person.binh, Person.chi, Person.dung, eve, kim])
    try books.due([Person.an], site: "79-S2", amount: 4_000_000, on: "2026-09")
    try books.post(.unpaid, TestLedger.list([Person.binh]))
    try books.post(.paid, TestLedger.list([Person.chi, kim]))
    try books.post(.overpaid, TestLedger.list([Person.chi], amount: 2_000_000))
    try books.post(.recovered, TestLedger.list([Person.chi], amount: 500_000))
    try books.post(.inherited, TestLedger.list([Person.dung]))
    try books.post(.withheld, TestLedger.list([eve], amount: 1_000_000))
    try books.post(.shortage, "unit,fund,amount\n79-S1,retirement,250000\n")
    try books.take("79-S1,Điểm chi trả số 1,site,79-C01,,2026-10-31,,79-S2\n")
    return books
  }

  private func request(
    _ from: String = "79-S1", to: String? = nil, date: CivilDate? = date, reason: String = "QD 12"
  ) throws -> SiteTransferRequest {
    SiteTransferRequest(
      from: try #require(UnitCode(from)), to: try to.map { try #require(UnitCode($0)) },
      reason: reason, maker: "clerk", date: try #require(date))
  }

  private func accounts(_ books: TestLedger, _ code: String) throws -> [String: Int64] {
    let site = try books.ledger.siteStatement(try #require(UnitCode(code)))
    let balances = site.accounts.map { account in
      (account.account.split(separator: "/").dropLast().joined(separator: "/"), account.closing)
    }
    return Dictionary(uniqueKeysWithValues: balances).filter { $0.value != 0 }
  }

  @Test func `every account of the closed site is zero and its successor has what it had`() throws {
    let books = try Self.books()
    let before = try accounts(books, "79-S1")
    #expect(
      before == [
        "advance/retirement": 19_750_000, "advance/sickness": 700_000,
        "shortage/retirement": 250_000, "receivable/retirement": 1_500_000,
        "payable/retirement": -12_000_000, "unclaimed/retirement": -5_000_000,
        "withheld/retirement": -1_000_000, "heirs/retirement": -5_000_000,
      ])
    let there = try accounts(books, "79-S2")
    let charts = try books.ledger.trialBalance().rows.map { [$0.account, "\($0.balance)"] }
    let answer = try books.ledger.transferSite(try request())
    #expect(answer.receipts.map(\.event) == [.transferred, .handover])
    #expect(answer.receipts.map(\.state) == [.posted, .posted])
    #expect(answer.receipts.map(\.lines) == [5, 5])
    #expect(answer.receipts.map(\.total) == [20_500_000, 24_700_000])
    #expect(try accounts(books, "79-S1").isEmpty)
    #expect(try accounts(books, "79-S2") == before.merging(there) { $0 + $1 })
    #expect(try books.ledger.trialBalance().rows.map { [$0.account, "\($0.balance)"] } == charts)
    #expect(try books.ledger.verify().isIntact)
    #expect(try books.ledger.reconcileTotals().agrees)
  }

  @Test func `the batches say why, under references of their own`() throws {
    let books = try Self.books()
    let numbers = try books.ledger.transferSite(try request()).receipts.compactMap(\.batch)
    let (transferred, lists) = try books.ledger.batch(numbers[0])
    #expect(transferred.header.control.reason == "QD 12")
    #expect(transferred.header.reference == "TRANSFERRED-79-S1-79-S2-2026-11-02")
    #expect(lists.allSatisfy { $0.unit == "79-S2" })
    let (handover, vouchers) = try books.ledger.batch(numbers[1])
    #expect(handover.header.control.reason == "QD 12" && handover.header.lineCount == 0)
    #expect(handover.header.reference == "HANDOVER-79-S1-79-S2-2026-11-02")
    #expect(
      vouchers.map { [$0.debit, $0.credit, "\($0.amount)"] } == [
        ["advance/sickness/79-S2", "advance/sickness/79-S1", "700000"],
        ["advance/retirement/79-S2", "advance/retirement/79-S1", "19750000"],
        ["shortage/retirement/79-S2", "shortage/retirement/79-S1", "250000"],
        ["payable/retirement/79-S1", "payable/retirement/79-S2", "3000000"],
        ["withheld/retirement/79-S1", "withheld/retirement/79-S2", "1000000"],
      ])
    #expect(vouchers.allSatisfy { $0.unit == "79-S2" })
    #expect(vouchers.map(\.fileLine) == [3, 4, 5, 6, 7])
  }

  @Test func `a second call posts nothing, and an interrupted one is completed`() throws {
    let books = try Self.books()
    let first = try books.ledger.transferSite(try request())
    let again = try books.ledger.transferSite(try request())
    #expect(again.receipts.map(\.batch) == first.receipts.map(\.batch))
    #expect(again.receipts.allSatisfy { $0.alreadyPosted })
    #expect(again.lines == 0)
    // As if only the first batch had been posted.
    let handover = try #require(first.receipts.last?.batch)
    try books.reverse(handover)
    let completed = try books.ledger.transferSite(try request())
    #expect(completed.receipts.map(\.alreadyPosted) == [true, false])
    #expect(completed.receipts.map(\.total) == first.receipts.map(\.total))
    #expect(try accounts(books, "79-S1").isEmpty)
    let later = try books.ledger.transferSite(try request(date: CivilDate("2026-12-01")))
    #expect(later.receipts.isEmpty)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `what comes back to the closed site on the same day is moved by another batch`() throws
  {
    let books = try Self.books()
    _ = try books.ledger.transferSite(try request())
    let envelope = Envelope(date: Self.date)
    let back = try books.post(.returned, TestLedger.list(["079160000066"]), envelope: envelope)
    #expect(back.state == .posted)
    #expect(
      try accounts(books, "79-S1") == [
        "advance/retirement": 5_000_000, "unclaimed/retirement": -5_000_000,
      ])
    let answer = try books.ledger.transferSite(try request())
    #expect(
      answer.receipts.map(\.reference) == [
        "TRANSFERRED-79-S1-79-S2-2026-11-02-2", "HANDOVER-79-S1-79-S2-2026-11-02-2",
      ])
    #expect(try accounts(books, "79-S1").isEmpty)
    #expect(try books.ledger.verify().isIntact)
    #expect(try books.ledger.reconcileTotals().agrees)
  }

  @Test func `what moved is paid at the other site and no longer at the closed one`() throws {
    let books = try Self.books()
    _ = try books.ledger.transferSite(try request())
    let envelope = Envelope(date: Self.date)
    let at = "person,benefit,month,amount,site\n\(Person.an),pension,2026-10,5000000,"
    #expect(try books.post(.paid, at + "79-S1\n", envelope: envelope).codes == [.unitNotValid])
    #expect(try books.post(.paid, at + "79-S2\n", envelope: envelope).state == .posted)
    #expect(
      try books.post(.paid, TestLedger.list([Person.dung]), envelope: envelope).state == .posted)
    let rest = TestLedger.list([Person.chi], amount: 1_500_000)
    #expect(try books.post(.recovered, rest, envelope: envelope).state == .posted)
    #expect(try books.balance("receivable/retirement/79-S2") == 0)
    #expect(try books.ledger.verify().isIntact)
    #expect(try books.ledger.reconcileTotals().agrees)
  }

  @Test func `both batches are undone by a reversal, and then it can be done anew`() throws {
    let books = try Self.books()
    let before = try ["79-S1", "79-S2"].map { try accounts(books, $0) }
    let first = try books.ledger.transferSite(try request())
    for batch in first.receipts.compactMap(\.batch).reversed() {
      #expect(try books.reverse(batch).state == .posted)
    }
    #expect(try ["79-S1", "79-S2"].map { try accounts(books, $0) } == before)
    #expect(try books.ledger.verify().isIntact)
    #expect(try books.ledger.reconcileTotals().agrees)
    let anew = try books.ledger.transferSite(try request(to: "40-S1"))
    #expect(anew.receipts.map(\.state) == [.posted, .posted])
    #expect(try accounts(books, "40-S1") == before[0])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a dry run says the same and posts nothing`() throws {
    let books = try Self.books()
    let batches = try books.ledger.batches().count
    var dry = try request()
    dry.isDryRun = true
    let checked = try books.ledger.transferSite(dry)
    #expect(checked.receipts.map(\.state) == [.checked, .checked])
    #expect(try books.ledger.batches().count == batches)
    let posted = try books.ledger.transferSite(try request())
    #expect(checked.receipts.map(\.lines) == posted.receipts.map(\.lines))
    #expect(checked.receipts.map(\.total) == posted.receipts.map(\.total))
    #expect(checked.receipts.map(\.vouchers) == posted.receipts.map(\.vouchers))
    #expect(checked.receipts.map(\.reference) == posted.receipts.map(\.reference))
  }

  @Test func `totals by province differ by what moved and by nothing else`() throws {
    let books = try Self.books()
    let last = try #require(try books.ledger.batches().last?.header.number)
    let answer = try books.ledger.transferSite(try request(to: "40-S1"))
    let changes = try books.ledger.changes(ChangesQuery(since: last, by: [.province]))
    #expect(changes.isExplained)
    #expect(changes.rows.map(\.batch.number) == answer.receipts.compactMap(\.batch))
    #expect(changes.rows.map(\.tally.amount) == answer.receipts.map(\.total))
    #expect(changes.rows.allSatisfy { $0.values.contains(.code("40")) })
    #expect(try books.balance("payable/retirement/40-S1") == -12_000_000)
  }

  @Test(arguments: [
    ("79-S1", nil, "2026-10-31", Code.siteStillOpen), ("79-S2", nil, "2026-11-02", .siteStillOpen),
    ("79-OLD", nil, "2026-11-02", .transferSiteMissing),
    ("79-S1", "79-C01", "2026-11-02", .unitNotSite),
    ("79-S1", "79-OLD", "2026-11-02", .unitNotValid),
    ("79-S1", "79-S9", "2026-11-02", .unitUnknown), ("79-S9", nil, "2026-11-02", .notFound),
  ])
  func `a site that is open, or no site to take its place, is refused`(
    _ from: String, _ to: String?, _ date: String, _ code: Code
  ) throws {
    let books = try Self.books()
    let batches = try books.ledger.batches().count
    let error = #expect(throws: LedgerError.self) {
      try books.ledger.transferSite(try request(from, to: to, date: CivilDate(date)))
    }
    #expect(error?.code == code)
    #expect(try books.ledger.batches().count == batches)
  }

  @Test func `a transfer says why, and goes to another site`() throws {
    let books = try Self.books()
    let silent = #expect(throws: LedgerError.self) {
      try books.ledger.transferSite(try request(reason: ""))
    }
    #expect(silent?.code == .reasonMissing)
    let same = #expect(throws: LedgerError.self) {
      try books.ledger.transferSite(try request(to: "79-S1"))
    }
    #expect(same?.code == .unitNotValid)
  }
}

extension TestLedger {
  /// Makes a pension of another month due.
  fileprivate func due(
    _ persons: [String], site: String, amount: Int64, on month: String
  ) throws {
    let rows = persons.map { "\($0),pension,\(month),\(amount),\(site),cash\n" }
    #expect(
      try post(.due, "person,benefit,month,amount,site,channel\n" + rows.joined()).state
        == .posted)
  }
}
