import BenefitLedger
import GRDB
import Testing

/// As at a date and as known at a batch: every report is what the vouchers by then add up to.
struct AsOfTests {
  private static let seeds: [UInt64] = [1, 20_260_305, 777]

  /// Draws times and compares, some times for each seed; a failure names the seed and the times.
  private func each(
    _ seed: UInt64, corrections: Int, rounds: Int,
    _ body: (LateBooks, CivilDate?, Int64?, Month?) throws -> Void
  ) throws {
    let books = try LateBooks(seed: seed, corrections: corrections)
    var random = SeededGenerator(seed &+ 1)
    for _ in 0..<rounds {
      let (asAt, asKnownAt) = try books.times(&random)
      try body(books, asAt, asKnownAt, try LateBooks.period(&random))
    }
  }

  private func what(_ asAt: CivilDate?, _ asKnownAt: Int64?, _ period: Month?) -> Comment {
    "\(asAt?.description ?? "-"), batch \(asKnownAt ?? -1), \(period?.description ?? "-")"
  }

  @Test(arguments: seeds)
  func `totals are what the vouchers by then add up to`(seed: UInt64) throws {
    try each(seed, corrections: 6, rounds: 25) { books, asAt, asKnownAt, period in
      let report = try books.ledger.totals(
        TotalsQuery(
          by: [.event, .fund, .benefit], period: period, asAt: asAt, asKnownAt: asKnownAt))
      let rows = try books.rows(
        """
        SELECT event.code, fund.code, benefit.code,
          sum(iif(voucher.line_count <> 0, voucher.line_count, sign(amount))),
          sum(amount)
        FROM voucher JOIN batch USING (batch_no) JOIN event USING (event_id)
          JOIN fund ON fund.fund_id = voucher.fund_id
          LEFT JOIN benefit ON benefit.benefit_id = voucher.benefit_id
        WHERE business_date <= :date AND batch_no <= :last AND (:period = 0 OR period = :period)
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        """, period: period, asAt: asAt, asKnownAt: asKnownAt)
      #expect(
        report.rows.map { row in
          row.values.map { $0?.description ?? "-" } + ["\(row.count)", "\(row.amount)"]
        }
          == rows.map(\.texts), what(asAt, asKnownAt, period))
    }
  }

  @Test(arguments: seeds)
  func `the trial balance is what the vouchers by then add up to`(seed: UInt64) throws {
    try each(seed, corrections: 6, rounds: 25) { books, asAt, asKnownAt, period in
      let balance = try books.ledger.trialBalance(
        period: period, by: .unit, asAt: asAt, asKnownAt: asKnownAt)
      var sums = try books.accounts(period: period, asAt: asAt, asKnownAt: asKnownAt)
      for row in balance.rows {
        let removed = sums.removeValue(forKey: row.account)
        let sum = try #require(removed)
        #expect(
          row.opening ?? 0 == sum.opening && row.debit == sum.debit && row.credit == sum.credit
            && row.balance == sum.closing, what(asAt, asKnownAt, period))
      }
      #expect(sums.values.allSatisfy { $0 == AccountSums() }, what(asAt, asKnownAt, period))
      #expect(balance.isBalanced)
    }
  }

  @Test(arguments: seeds)
  func `an account's statement is what its vouchers by then are`(seed: UInt64) throws {
    try each(seed, corrections: 6, rounds: 8) { books, asAt, asKnownAt, period in
      let sums = try books.accounts(period: period, asAt: asAt, asKnownAt: asKnownAt)
      for name in [
        "bank/retirement", "expense/sickness", "payable/retirement/79-S1",
        "unclaimed/retirement/40-S1", "advance/sickness/79-S2", "payable/health/79-A",
      ] {
        let statement = try books.ledger.accountStatement(
          name, period: period, asAt: asAt, asKnownAt: asKnownAt)
        let sum = sums[name] ?? AccountSums()
        #expect(
          statement.opening == sum.opening && statement.debit == sum.debit
            && statement.credit == sum.credit && statement.closing == sum.closing,
          what(asAt, asKnownAt, period))
        let vouchers = try books.rows(
          """
          SELECT voucher_no FROM voucher JOIN batch USING (batch_no)
            JOIN account ON account_id IN (debit_account_id, credit_account_id)
            JOIN chart USING (chart_id) JOIN fund ON fund.fund_id = account.fund_id
          WHERE chart.code || '/' || fund.code || ifnull('/' || (SELECT code FROM unit_version
              WHERE unit_version.unit_id = account.unit_id ORDER BY version_no DESC LIMIT 1), '')
            = :name AND business_date <= :date AND batch_no <= :last
            AND (:period = 0 OR period = :period) ORDER BY voucher_no
          """, period: period, asAt: asAt, asKnownAt: asKnownAt, with: ["name": name])
        #expect(statement.movements.map(\.voucher) == vouchers.map { $0[0] })
        #expect((statement.movements.last?.balance ?? statement.opening) == statement.closing)
      }
    }
  }

  @Test(arguments: seeds)
  func `a site's statement is what its vouchers by then add up to`(seed: UInt64) throws {
    try each(seed, corrections: 6, rounds: 8) { books, asAt, asKnownAt, period in
      let sums = try books.accounts(period: period, asAt: asAt, asKnownAt: asKnownAt)
      for code in ["79-S1", "40-S1", "79-A"] {
        let statement = try books.ledger.siteStatement(
          try #require(UnitCode(code)), period: period, asAt: asAt, asKnownAt: asKnownAt)
        var left = sums.filter { $0.key.hasSuffix("/" + code) }
        for account in statement.accounts {
          let removed = left.removeValue(forKey: account.account)
          let sum = try #require(removed)
          #expect(
            account.opening == sum.opening && account.debit == sum.debit
              && account.credit == sum.credit && account.closing == sum.closing,
            what(asAt, asKnownAt, period))
        }
        #expect(left.isEmpty, what(asAt, asKnownAt, period))
        let rows = try books.rows(
          """
          SELECT event.code, benefit.code,
            sum(iif(voucher.line_count <> 0, voucher.line_count, sign(amount))),
            sum(amount)
          FROM voucher JOIN batch USING (batch_no) JOIN event USING (event_id)
            LEFT JOIN benefit USING (benefit_id)
          WHERE unit_id = (SELECT unit_id FROM unit_version WHERE code = :code LIMIT 1)
            AND business_date <= :date AND batch_no <= :last AND (:period = 0 OR period = :period)
          GROUP BY event_id, benefit_id ORDER BY event_id, benefit_id
          """, period: period, asAt: asAt, asKnownAt: asKnownAt, with: ["code": code])
        #expect(
          statement.activity.map {
            [$0.event.code, $0.benefit?.code ?? "-", "\($0.count)", "\($0.amount)"]
          }
            == rows.map(\.texts), what(asAt, asKnownAt, period))
      }
    }
  }

  @Test(arguments: seeds)
  func `a person's statement is what the steps by then come to`(seed: UInt64) throws {
    try each(seed, corrections: 0, rounds: 12) { books, asAt, asKnownAt, _ in
      for person in Set(books.story.obligations.map(\.person)).sorted().prefix(10) {
        let number = try #require(PersonNumber(person))
        let rows = try books.rows(
          """
          SELECT step.month, benefit.code, step.occurrence, step_no, line.batch_no, state.code,
            step.amount
          FROM step JOIN line USING (line_no) JOIN batch ON batch.batch_no = line.batch_no
            JOIN benefit ON benefit.benefit_id = step.benefit_id
            JOIN state ON state_id = to_state_id
          WHERE step.person = :person AND business_date <= :date AND batch.batch_no <= :last
          ORDER BY step.month, step.benefit_id, step.occurrence, step_no
          """, asAt: asAt, asKnownAt: asKnownAt, with: ["person": number.encoded])
        guard !rows.isEmpty else {
          let error = #expect(throws: LedgerError.self, what(asAt, asKnownAt, nil)) {
            try books.ledger.personStatement(number, asAt: asAt, asKnownAt: asKnownAt)
          }
          #expect(error?.code == .notFound && error?.message.contains("by then") == true)
          continue
        }
        let statement = try books.ledger.personStatement(number, asAt: asAt, asKnownAt: asKnownAt)
        let steps = statement.obligations.flatMap { owed in
          owed.steps.map { step in
            [
              String(owed.month.number), owed.benefit.code, String(owed.occurrence),
              String(step.number), String(step.batch),
            ]
          }
        }
        #expect(steps == rows.map { Array($0.texts.prefix(5)) }, what(asAt, asKnownAt, nil))
        // What an obligation is by then, its last row says.
        var states: [String: Int64] = [:]
        for (index, row) in rows.enumerated() {
          let next = index + 1 < rows.count ? rows[index + 1] : nil
          let isLast = next.map { $0[0] != row[0] as Int64 || $0[1] != row[1] as String } ?? true
          if isLast { states[row[5], default: 0] += row[6] }
        }
        #expect(statement.sums.open == states["due", default: 0])
        #expect(statement.sums.paid == states["paid", default: 0])
        #expect(statement.sums.unclaimed == states["unclaimed", default: 0])
        #expect(statement.sums.cancelled == states["cancelled", default: 0])
        #expect(statement.sums.due == states.values.reduce(0, +))
      }
    }
  }

  @Test(arguments: seeds)
  func `the batches by then are listed`(seed: UInt64) throws {
    try each(seed, corrections: 6, rounds: 25) { books, asAt, asKnownAt, _ in
      for event in [nil, Event.paid] {
        let batches = try books.ledger.batches(event, asAt: asAt, asKnownAt: asKnownAt)
        let rows = try books.rows(
          """
          SELECT batch_no FROM batch JOIN event USING (event_id)
          WHERE business_date <= :date AND batch_no <= :last AND code = ifnull(:event, code)
          ORDER BY batch_no
          """, asAt: asAt, asKnownAt: asKnownAt, with: ["event": event?.code])
        #expect(batches.map(\.header.number) == rows.map { $0[0] }, what(asAt, asKnownAt, nil))
      }
    }
  }

  @Test func `as known at a batch every report is what a ledger says that stopped there`() throws {
    for seed in Self.seeds {
      let books = try LateBooks(seed: seed)
      var random = SeededGenerator(seed)
      let batch = Int64.random(in: 1..<books.last, using: &random)
      let stopped = try books.stopped(after: batch)
      let date = try LateBooks.date(&random)
      for asAt in [nil, date] {
        for period in [nil, Month("2026-11")] {
          let known = try books.ledger.accountStatement(
            "expense/retirement", period: period, asAt: asAt, asKnownAt: batch)
          let then = try stopped.ledger.accountStatement(
            "expense/retirement", period: period, asAt: asAt)
          #expect(known.opening == then.opening && known.movements == then.movements)
          let site = try #require(UnitCode("79-S1"))
          let knownSite = try books.ledger.siteStatement(
            site, period: period, asAt: asAt, asKnownAt: batch)
          let thenSite = try stopped.ledger.siteStatement(site, period: period, asAt: asAt)
          #expect(knownSite.accounts == thenSite.accounts, "seed \(seed)")
          #expect(knownSite.activity == thenSite.activity, "seed \(seed)")
        }
        let listed = try books.ledger.batches(asAt: asAt, asKnownAt: batch)
        #expect(
          listed.map(\.header) == (try stopped.ledger.batches(asAt: asAt).map(\.header)))
        let compared = try books.ledger.reconcileTotals(asAt: asAt, asKnownAt: batch)
        let once = try stopped.ledger.reconcileTotals(asAt: asAt)
        #expect(compared.batches == once.batches && compared.lines == once.lines)
        #expect(compared.differences == once.differences)
      }
    }
  }

  @Test func `a batch beyond the last is every batch, and a late date every date`() throws {
    let books = try LateBooks(seed: 5)
    let farOff = try #require(CivilDate("2199-12-31"))
    let now = try books.ledger.accountStatement("bank/retirement", period: Month("2026-11"))
    for (asAt, asKnownAt) in [(farOff, nil), (nil, .max), (farOff, books.last + 1)]
      as [(CivilDate?, Int64?)]
    {
      let statement = try books.ledger.accountStatement(
        "bank/retirement", period: Month("2026-11"), asAt: asAt, asKnownAt: asKnownAt)
      #expect(statement.opening == now.opening && statement.movements == now.movements)
      for period in [nil, Month("2026-12")] {
        let site = try #require(UnitCode("40-S1"))
        let dated = try books.ledger.siteStatement(
          site, period: period, asAt: asAt, asKnownAt: asKnownAt)
        #expect(dated.accounts == (try books.ledger.siteStatement(site, period: period).accounts))
      }
    }
    #expect(try books.ledger.batches(asKnownAt: 0).isEmpty)
  }
}
