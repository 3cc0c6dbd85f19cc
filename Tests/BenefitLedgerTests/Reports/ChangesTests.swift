import BenefitLedger
import GRDB
import Testing

/// `changes`: what each batch brought is exactly what two states of knowledge differ by.
struct ChangesTests {
  /// The rows of totals by their values.
  private func byValues(_ report: TotalsReport) -> [[TotalsValue?]: Tally] {
    Dictionary(
      uniqueKeysWithValues: report.rows.map {
        ($0.values, Tally(count: $0.count, amount: $0.amount))
      })
  }

  private func minus(_ left: Tally?, _ right: Tally?) -> Tally {
    Tally(
      count: (left?.count ?? 0) - (right?.count ?? 0),
      amount: (left?.amount ?? 0) - (right?.amount ?? 0))
  }

  @Test(arguments: [2, 31, 2_026, 777_777] as [UInt64])
  func `for any two batches and keys the batches in between add up to the difference`(seed: UInt64)
    throws
  {
    let books = try LateBooks(seed: seed, corrections: 8)
    var random = SeededGenerator(seed)
    for _ in 0..<25 {
      let since = Int64.random(in: 0...books.last + 1, using: &random)
      let until = Int64.random(in: since...books.last + 2, using: &random)
      let keys = TotalsKey.allCases.shuffled(using: &random)
        .prefix(Int.random(in: 1...4, using: &random))
      let period = try LateBooks.period(&random)
      let asAt = Bool.random(using: &random) ? try LateBooks.date(&random) : nil
      let query = ChangesQuery(
        since: since, until: until, by: Array(keys), period: period, asAt: asAt)
      let what: Comment = "seed \(seed): \(query)"
      let report = try books.ledger.changes(query)
      func totals(_ batch: Int64) throws -> TotalsReport {
        try books.ledger.totals(
          TotalsQuery(by: Array(keys), period: period, asAt: asAt, asKnownAt: batch))
      }
      let (before, after) = (try totals(since), try totals(until))
      #expect(report.keys == after.keys && report.isExplained, what)
      #expect(report.whole.before == Tally(count: before.count, amount: before.amount), what)
      #expect(report.whole.after == Tally(count: after.count, amount: after.amount), what)

      // Row by row: the difference of the two totals is the sum of the rows, and nothing is left.
      var left: [[TotalsValue?]: Tally] = [:]
      let (old, new) = (byValues(before), byValues(after))
      for values in Set(old.keys).union(new.keys) {
        left[values] = minus(new[values], old[values])
      }
      for difference in report.differences {
        #expect(difference.difference == left[difference.values], what)
      }
      for row in report.rows { left[row.values] = minus(left[row.values], row.tally) }
      for row in report.register.flatMap(\.rows) {
        left[row.values] = minus(left[row.values], row.tally)
      }
      #expect(left.values.allSatisfy { $0 == Tally(count: 0, amount: 0) }, what)
      #expect(
        report.rows.reduce(0) { $0 + $1.tally.amount } == report.whole.difference.amount, what)
      #expect(report.rows.allSatisfy { $0.batch.number > since && $0.batch.number <= until }, what)
      #expect(
        report.events.reduce(0) { $0 + $1.difference.amount } == report.whole.difference.amount)
    }
  }

  @Test(arguments: [4, 55] as [UInt64])
  func `a row is what the vouchers of its batch add up to`(seed: UInt64) throws {
    let books = try LateBooks(seed: seed, corrections: 8)
    let latest = try #require(
      try books.rows(
        "SELECT batch_no FROM batch WHERE batch_no <= :last ORDER BY business_date DESC",
        asKnownAt: books.last / 2
      ).first)
    for since in [0, latest[0] as Int64] {
      let report = try books.ledger.changes(ChangesQuery(since: since))
      let rows = try books.rows(
        """
        SELECT batch_no, event.code, file_name, maker, business_date, period, fund.code,
          benefit.code, business_date < ifnull((SELECT business_date FROM batch
            WHERE batch_no = :since), 0),
          sum(iif(voucher.line_count <> 0, voucher.line_count, sign(amount))),
          sum(amount)
        FROM (SELECT batch_no, file_name, maker, business_date, period, event_id FROM batch)
          JOIN voucher USING (batch_no) JOIN event USING (event_id)
          JOIN fund ON fund.fund_id = voucher.fund_id
          LEFT JOIN benefit ON benefit.benefit_id = voucher.benefit_id
        WHERE batch_no > :since GROUP BY batch_no, fund.code, benefit.code
        ORDER BY batch_no, fund.code, benefit.code
        """, with: ["since": since])
      #expect(report.rows.count == rows.count)
      for (row, naive) in zip(report.rows, rows) {
        let batch = row.batch
        let says = [
          String(batch.number), batch.event.code, batch.fileName, batch.maker,
          String(batch.date.number), String(batch.period.number),
        ]
        #expect(says == Array(naive.texts.prefix(6)), "since \(since)")
        let keys = row.values.map { $0?.description ?? "-" }
        #expect(keys == [naive.texts[1], naive.texts[6], naive.texts[7]], "since \(since)")
        #expect(row.isLate == naive[8], "since \(since), batch \(batch.number)")
        #expect(row.tally == Tally(count: naive[9], amount: naive[10]), "batch \(batch.number)")
      }
      #expect(since == 0 || !report.lateBatches.isEmpty)
      #expect(report.rows.contains { $0.tally.amount < 0 })
    }
  }

  @Test func `a batch is late if it is dated before the last batch that was known`() throws {
    let test = try TestLedger()
    func due(_ person: String, _ date: String) throws {
      let receipt = try test.post(
        .due,
        "person,benefit,month,amount,site,channel\n\(person),pension,2026-10,5000000,79-S1,cash\n",
        envelope: Envelope(date: CivilDate(date)))
      #expect(receipt.state == .posted)
    }
    try due(Person.an, "2026-10-05")
    try due(Person.binh, "2026-10-04")
    try due(Person.chi, "2026-10-05")
    try due(Person.dung, "2026-10-06")
    let report = try test.ledger.changes(ChangesQuery(since: 1))
    #expect(report.sinceDate == CivilDate("2026-10-05") && report.lastBatch == 4)
    #expect(report.rows.map(\.isLate) == [true, false, false] && report.lateBatches == [2])
    #expect(try test.ledger.changes(ChangesQuery(since: 2)).lateBatches.isEmpty)
    let first = try test.ledger.changes(ChangesQuery(since: 0))
    #expect(first.sinceDate == nil && first.lateBatches.isEmpty && first.rows.count == 4)
    #expect(first.whole.before == Tally(count: 0, amount: 0))
    #expect(first.whole.after == Tally(count: 4, amount: 20_000_000))
  }

  @Test func `nothing after the last batch is explained by nothing`() throws {
    let books = try LateBooks(seed: 8)
    for since in [books.last, books.last + 5] {
      let report = try books.ledger.changes(ChangesQuery(since: since))
      #expect(report.rows.isEmpty && report.differences.isEmpty && report.isExplained)
      #expect(report.lastBatch == books.last && report.whole.before == report.whole.after)
    }
    let empty = try TestLedger().ledger.changes(ChangesQuery(since: 0))
    #expect(empty.rows.isEmpty && empty.lastBatch == 0 && empty.isExplained)
  }

  @Test func `the later state cannot come before the earlier one`() throws {
    let books = try LateBooks(seed: 8, files: 3)
    for query in [ChangesQuery(since: 2, until: 1), ChangesQuery(since: -1)] {
      let error = #expect(throws: LedgerError.self) { try books.ledger.changes(query) }
      #expect(error?.code == .usage)
    }
    #expect(try books.ledger.changes(ChangesQuery(since: 2, until: 2)).rows.isEmpty)
  }

  @Test func `a difference that no batch brought is not explained`() throws {
    // A batch that hides one of its vouchers: it is seen once the next batch is read with it.
    try TamperedBooks.withCopy { path in
      try TamperedBooks.edit(
        path, "UPDATE batch SET voucher_count = voucher_count - 1 WHERE batch_no = 2")
      let ledger = try Ledger.open(path, readOnly: true)
      let report = try ledger.changes(ChangesQuery(since: 2))
      #expect(!report.isExplained)
      #expect(report.whole.difference.amount - report.whole.explanation.amount == 20_000_000)
      #expect(report.differences.filter { !$0.isExplained }.count == 1)
      #expect(try ledger.changes(ChangesQuery(since: 3)).isExplained)
    }
  }
}
