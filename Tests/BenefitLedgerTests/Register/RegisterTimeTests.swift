import BenefitLedger
import Testing

/// Reports as known at a batch show the register that was sealed with that batch.
@Suite struct RegisterTimeTests {
  private let books = Result { try TestLedger() }

  /// A site that was of province 79 when batch 1 was posted; a file then says that it had been of
  /// province 40 by then, under another code.
  private func corrected() throws -> TestLedger {
    let books = try books.get()
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-09-30")
    try books.take("40-S9,Điểm chi trả Vinh số 9,site,40,2026-09-01,,79-S1,\n")
    return books
  }

  private func provinces(_ books: TestLedger, asKnownAt batch: Int64?) throws -> [String: Int64] {
    let report = try books.ledger.totals(
      TotalsQuery(
        by: [.province], where: [try #require(TotalsFilter(.event, "due"))], asKnownAt: batch))
    return Dictionary(
      uniqueKeysWithValues: report.rows.map { ($0.values[0]?.description ?? "none", $0.amount) })
  }

  @Test func `totals of then stay those of then, whatever is said of that day later`() throws {
    let books = try corrected()
    #expect(try provinces(books, asKnownAt: 1) == ["79": 5_000_000])
    #expect(try provinces(books, asKnownAt: nil) == ["40": 5_000_000])
    // No batch is sealed with the file yet: the last batch is the last that was known.
    #expect(try provinces(books, asKnownAt: 7) == ["79": 5_000_000])
    try books.due(Person.binh, 3_000_000, at: "40-S9", on: "2026-10-02")
    #expect(try provinces(books, asKnownAt: 1) == ["79": 5_000_000])
    #expect(try provinces(books, asKnownAt: 2) == ["40": 8_000_000])
    #expect(try provinces(books, asKnownAt: 7) == ["40": 8_000_000])
    #expect(try provinces(books, asKnownAt: 0).isEmpty)
    let then = try books.ledger.totals(TotalsQuery(by: [.site], asKnownAt: 1))
    #expect(then.rows.map { $0.values.last??.description } == ["79-S1"])
  }

  @Test func `statements and lists of units know the codes of then and no later ones`() throws {
    let books = try corrected()
    let (old, new) = (try #require(UnitCode("79-S1")), try #require(UnitCode("40-S9")))
    let account = "payable/retirement/40-S9"
    #expect(try books.ledger.siteStatement(new).accounts.map(\.closing) == [-5_000_000])
    #expect(try books.ledger.accountStatement(account).closing == -5_000_000)
    for _ in 1...2 {
      let site = try books.ledger.siteStatement(old, asKnownAt: 1)
      #expect(site.accounts.map(\.account) == ["payable/retirement/79-S1"])
      let row = try books.ledger.trialBalance(by: .unit, asKnownAt: 1).rows
        .first { $0.account.hasPrefix("payable") }
      #expect(row?.account == "payable/retirement/79-S1" && row?.balance == -5_000_000)
      let error = #expect(throws: LedgerError.self) {
        try books.ledger.siteStatement(new, asKnownAt: 1)
      }
      #expect(error?.code == .notFound)
      #expect(throws: LedgerError.self) {
        try books.ledger.accountStatement(account, asKnownAt: 1)
      }
      let filter = try #require(TotalsFilter(.site, "40-S9"))
      let totals = #expect(throws: LedgerError.self) {
        try books.ledger.totals(TotalsQuery(by: [.fund], where: [filter], asKnownAt: 1))
      }
      #expect(totals?.message.contains("as known at batch 1") == true)
      let units = try books.ledger.units(asKnownAt: 1).map(\.code.text)
      #expect(units.contains("79-S1") && !units.contains("40-S9"))
      let day = try #require(CivilDate("2026-09-30"))
      #expect(try books.ledger.units(asAt: day).contains { $0.code == new })
      #expect(try !books.ledger.units(asAt: day, asKnownAt: 1).contains { $0.code == new })
      let steps = try books.ledger.personStatement(try books.number(Person.an), asKnownAt: 1)
        .obligations.flatMap(\.steps)
      #expect(steps.map(\.site) == ["79-S1"])
      try books.due(Person.binh, 3_000_000, at: "40-S9", on: "2026-10-02")
    }
  }

  @Test func `links and holds of later records are not known yet`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-09"), (Person.an, "2026-10")]))
    try books.link(Person.dung, Person.an)
    try books.hold("person,reason,from\n\(Person.an),TB 12,2026-01-01\n")
    for _ in 1...2 {
      let number = try books.number(Person.an)
      let then = try books.ledger.personStatement(number, asKnownAt: 1)
      #expect(then.others.isEmpty && then.obligations.map(\.month.description) == ["2026-10"])
      #expect(try books.ledger.personStatement(number).obligations.count == 2)
      #expect(try books.ledger.links(asKnownAt: 1).isEmpty)
      #expect(try books.ledger.holds(asKnownAt: 1).isEmpty)
      #expect(try books.ledger.holds(asKnownAt: 1, of: number).isEmpty)
      #expect(try books.ledger.holds(of: try books.number(Person.dung)).count == 1)
      try books.post(.due, TestLedger.dues([(Person.binh, "2026-10")]))
    }
    #expect(try books.ledger.links(asKnownAt: 2).count == 1)
    let request = RecordRequest(maker: "clerk", date: try books.day())
    _ = try books.ledger.release(.number(1), reason: "lives", from: try books.day(), request)
    #expect(try books.ledger.holds().first?.released == (try books.day()))
    let then = try books.ledger.holds(asKnownAt: 2)
    #expect(then.count == 1 && then.first?.released == nil)
  }

  @Test func `changes names the record that shows a batch elsewhere, and moves no money`() throws {
    let books = try corrected()
    let report = try books.ledger.changes(ChangesQuery(since: 1, by: [.province]))
    #expect(report.rows.isEmpty && report.isExplained)
    let news = try #require(report.register.first)
    #expect(report.register.count == 1 && news.record.kind == .units)
    #expect(news.record.file == "units.csv")
    #expect(news.changes.map(\.kind) == [.recoded, .renamed, .moved])
    #expect(
      news.rows.map { "\($0.values[1]?.description ?? "-") \($0.tally.amount)" }
        == ["40 5000000", "79 -5000000"])
    #expect(news.rows.map(\.tally.count) == [1, -1])
    #expect(
      report.differences.map { "\($0.difference.amount) \($0.batches) \($0.records)" }
        == ["5000000 0 1", "-5000000 0 1"])
    #expect(report.whole.before == report.whole.after)
    // What came with batches and what came with records are told apart.
    try books.due(Person.binh, 3_000_000, at: "40-S9", on: "2026-09-02")
    let both = try books.ledger.changes(ChangesQuery(since: 1, by: [.province]))
    #expect(both.rows.map(\.tally.amount) == [3_000_000] && both.register.count == 1)
    #expect(
      both.differences.map { "\($0.difference.amount) \($0.batches) \($0.records)" }
        == ["8000000 1 1", "-5000000 0 1"])
    #expect(both.isExplained)
    // Until the batch that was sealed before it the file was not there.
    #expect(try books.ledger.changes(ChangesQuery(since: 0, until: 1)).register.isEmpty)
    // What is not told by units does not differ.
    let byFund = try books.ledger.changes(ChangesQuery(since: 1, by: [.fund]))
    #expect(byFund.register.isEmpty && byFund.isExplained)
  }

  @Test func `a file of days to come changes nothing of what is posted`() throws {
    let books = try books.get()
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-09-30")
    try books.take("79-S1,Điểm chi trả số 1,site,40,2026-10-01,,,\n")
    let report = try books.ledger.changes(ChangesQuery(since: 1, by: [.province]))
    #expect(report.register.isEmpty && report.differences.isEmpty && report.isExplained)
  }

  /// Every change of this organisation lies before batches that are posted already.
  @Test(arguments: [1, 7, 2_026, 63_34] as [UInt64])
  func `what a report said after each batch is what it says of that batch ever after`(
    seed: UInt64
  ) throws {
    var organisation = MadeUpOrganisation(seed: seed)
    let books = try TestLedger(units: organisation.firstFile)
    let keys: [TotalsKey] = [.province, .district, .commune, .site]
    var reports: [TotalsReport] = []
    var units: [[UnitEntry]] = []
    for month in 1...9 {
      for _ in 0..<4 {
        guard let site = organisation.pick("site") else { continue }
        let day = "2025-1\(Int.random(in: 0...2, using: &organisation))-15"
        let receipt = try books.due(
          "0\(79_060_000_000 + Int64(reports.count))",
          Int64.random(in: 1...9_000_000, using: &organisation),
          at: organisation.units[site].now.code, on: day)
        try #require(receipt.state == .posted, "seed \(seed): \(receipt.codes)")
        reports.append(try books.ledger.totals(TotalsQuery(by: keys)))
        units.append(try books.ledger.units(allVersions: true))
      }
      let first = try #require(CivilDate("2025-0\(month)-01"))
      let last = CivilDate.last(of: Month(number: first.month.number - 1) ?? first.month)
      try books.take(
        organisation.change(
          on: first.description, after: month == 1 ? "2024-12-31" : last.description))
    }
    let now = try books.ledger.totals(TotalsQuery(by: keys))
    #expect(now.rows.map(\.values) != reports.last?.rows.map(\.values), "seed \(seed)")
    for (index, report) in reports.enumerated() {
      let batch = Int64(index + 1)
      let again = try books.ledger.totals(TotalsQuery(by: keys, asKnownAt: batch))
      #expect(again.rows.map(\.values) == report.rows.map(\.values), "seed \(seed), \(batch)")
      #expect(again.rows.map(\.amount) == report.rows.map(\.amount), "seed \(seed), \(batch)")
      #expect(
        try books.ledger.units(allVersions: true, asKnownAt: batch) == units[index],
        "seed \(seed), \(batch)")
    }
    for since in stride(from: 1, through: reports.count, by: 5) {
      for until in [nil, reports.count - 1, since] where (until ?? .max) >= since {
        let report = try books.ledger.changes(
          ChangesQuery(since: Int64(since), until: until.map { Int64($0) }, by: keys))
        let before = reports[since - 1]
        let after = until.map { reports[$0 - 1] } ?? now
        let place: Comment = "seed \(seed), since \(since), until \(until ?? 0)"
        #expect(report.isExplained, place)
        var left: [[TotalsValue?]: Int64] = [:]
        for row in after.rows { left[row.values, default: 0] += row.amount }
        for row in before.rows { left[row.values, default: 0] -= row.amount }
        for row in report.rows { left[row.values, default: 0] -= row.tally.amount }
        for news in report.register {
          #expect(news.rows.reduce(0) { $0 + $1.tally.amount } == 0, place)
          for row in news.rows { left[row.values, default: 0] -= row.tally.amount }
        }
        #expect(left.values.allSatisfy { $0 == 0 }, place)
      }
    }
    #expect(try books.ledger.verify().isIntact)
  }
}
