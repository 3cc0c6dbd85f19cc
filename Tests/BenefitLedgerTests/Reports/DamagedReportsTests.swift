import BenefitLedger
import Testing

/// Reports of a ledger that somebody changed with another program.
struct DamagedReportsTests {
  @Test(arguments: DamageTests.impossible)
  func `a report of values that no posting writes is an answer or an error, no crash`(
    _ sql: String
  ) throws {
    try TamperedBooks.withCopy { path in
      try TamperedBooks.edit(path, sql)
      let ledger = try Ledger.open(path, readOnly: true)
      let site = try #require(UnitCode("79-S1"))
      let person = try #require(PersonNumber(Person.an))
      let period = Month("2026-10")
      for (asAt, asKnownAt) in [(nil, nil), (CivilDate("2026-10-05"), 9)]
        as [(CivilDate?, Int64?)]
      {
        answers {
          try ledger.totals(
            TotalsQuery(by: [.site, .month], period: period, asAt: asAt, asKnownAt: asKnownAt))
        }
        answers { try ledger.trialBalance(period: period, asAt: asAt, asKnownAt: asKnownAt) }
        answers { try ledger.trialBalance(by: .unit, isGross: true, asKnownAt: asKnownAt) }
        answers {
          try ledger.accountStatement(
            "payable/retirement/79-S1", period: period, asAt: asAt, asKnownAt: asKnownAt)
        }
        answers {
          try ledger.siteStatement(site, period: period, asAt: asAt, asKnownAt: asKnownAt)
        }
        answers { try ledger.personStatement(person, asAt: asAt, asKnownAt: asKnownAt) }
        answers { try ledger.why(person, asAt: asAt, asKnownAt: asKnownAt) }
        for batch in 1...9 as ClosedRange<Int64> {
          answers { try ledger.trace(batch: batch, asAt: asAt, asKnownAt: asKnownAt) }
        }
        answers { try ledger.batches(asAt: asAt, asKnownAt: asKnownAt) }
      }
      answers { try ledger.reconcileTotals(asAt: CivilDate("2026-10-05"), asKnownAt: 9) }
      answers { try ledger.changes(ChangesQuery(since: 3, by: [.channel, .commune])) }
    }
  }

  /// Any answer will do, and an error if it is a ledger's.
  private func answers(
    _ report: () throws -> Any, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do { _ = try report() } catch {
      #expect(error is LedgerError, "\(error)", sourceLocation: sourceLocation)
    }
  }
}
