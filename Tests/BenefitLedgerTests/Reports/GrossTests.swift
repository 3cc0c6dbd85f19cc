import BenefitLedger
import GRDB
import Testing

/// What was posted, what was taken off it, and what is left: gross − reversed = net.
@Suite struct GrossTests {
  /// Corrections of every kind: whole batches and single lines, in the period of what they undo and in a
  /// later one.
  private static func books() throws -> TestLedger {
    let books = try TestLedger()
    try books.post(.advance, "unit,fund,amount\n79-S1,retirement,20000000\n")
    try books.due([Person.an, Person.binh, Person.chi])
    try books.post(.paid, TestLedger.list([Person.an, Person.binh]))
    try books.post(.unpaid, TestLedger.list([Person.chi]))
    try books.reverse(4)
    try books.post(
      .paid, TestLedger.list([Person.an]),
      envelope: Envelope(period: Month("2026-11"), date: CivilDate("2026-11-03")),
      undoing: "signed by somebody else")
    try books.reverse(1, period: Month("2026-11"))
    try books.post(.advance, "unit,fund,amount\n79-S1,retirement,5000000\n", name: "again.csv")
    return books
  }

  private struct Sums: Equatable {
    var debit: Int64 = 0
    var credit: Int64 = 0
    var debitReversed: Int64 = 0
    var creditReversed: Int64 = 0
  }

  /// The same from the vouchers themselves, by SQL that knows nothing of counters.
  private func added(_ books: TestLedger, _ period: String?) throws -> [String: Sums] {
    let queue = try DatabaseQueue(path: books.folder + "/ledger.db")
    defer { try? queue.close() }
    let rows = try queue.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT a.account AS account,
            total(max(v.amount, 0) * (v.debit_account_id = a.account_id)) AS debit,
            total(max(v.amount, 0) * (v.credit_account_id = a.account_id)) AS credit,
            total(max(-v.amount, 0) * (v.debit_account_id = a.account_id)) AS debit_reversed,
            total(max(-v.amount, 0) * (v.credit_account_id = a.account_id)) AS credit_reversed
          FROM voucher v JOIN batches b USING (batch_no)
          JOIN accounts a ON a.account_id IN (v.debit_account_id, v.credit_account_id)
          WHERE ifnull(b.period = ?, 1) GROUP BY a.account_id
          """, arguments: [period])
    }
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (
          row["account"],
          Sums(
            debit: row["debit"], credit: row["credit"], debitReversed: row["debit_reversed"],
            creditReversed: row["credit_reversed"])
        )
      })
  }

  @Test(arguments: [nil, "2026-10", "2026-11"], [false, true])
  func `gross less reversed is net for every account, and gross is what the vouchers add up to`(
    _ period: String?, _ isAdded: Bool
  ) throws {
    let books = try Self.books()
    let month = try period.map { try #require(Month($0)) }
    let last: Int64? = isAdded ? 99 : nil
    let gross = try books.ledger.trialBalance(
      period: month, by: .unit, isGross: true, asKnownAt: last)
    let net = try books.ledger.trialBalance(period: month, by: .unit, asKnownAt: last)
    #expect(gross.isGross && !net.isGross && gross.isBalanced && net.isBalanced)
    #expect(gross.rows.map(\.account) == net.rows.map(\.account))
    for (gross, net) in zip(gross.rows, net.rows) {
      #expect(gross.debit - gross.debitReversed == net.debit, "\(net.account)")
      #expect(gross.credit - gross.creditReversed == net.credit, "\(net.account)")
      #expect(gross.balance == net.balance && gross.opening == net.opening)
      #expect(net.balance == (net.opening ?? 0) + net.debit - net.credit)
    }
    let added = try added(books, period)
    let counted = Dictionary(
      uniqueKeysWithValues: gross.rows.map {
        (
          $0.account,
          Sums(
            debit: Int64($0.debit), credit: Int64($0.credit),
            debitReversed: Int64($0.debitReversed),
            creditReversed: Int64($0.creditReversed))
        )
      })
    // An account with nothing in the period has a row of zeros for its opening balance.
    #expect(counted.filter { $0.value != Sums() } == added)
    #expect(gross.debit == added.values.reduce(0) { $0 + $1.debit })
    #expect(gross.debitReversed == added.values.reduce(0) { $0 + $1.debitReversed })
  }

  @Test func `a reversal counts in its own period, and the original stays in the one before`()
    throws
  {
    let books = try Self.books()
    func row(_ period: String, _ account: String) throws -> TrialBalance.Row {
      let balance = try books.ledger.trialBalance(
        period: Month(period), by: .unit, isGross: true)
      return try #require(balance.rows.first { $0.account == account })
    }
    let before = try row("2026-10", "advance/retirement/79-S1")
    #expect(before.debit == 25_000_000 && before.debitReversed == 0)
    #expect(before.credit == 10_000_000 && before.balance == 15_000_000)
    let after = try row("2026-11", "advance/retirement/79-S1")
    #expect(after.opening == 15_000_000 && after.debit == 0)
    #expect(after.debitReversed == 20_000_000 && after.creditReversed == 5_000_000)
    #expect(after.balance == 0)
    let net = try books.ledger.trialBalance(period: Month("2026-11"), by: .unit)
    let shown = try #require(net.rows.first { $0.account == "advance/retirement/79-S1" })
    #expect(shown.debit == -20_000_000 && shown.credit == -5_000_000 && shown.balance == 0)
  }

  @Test
  func `an account's statement has corrections as negative movements that name their voucher`()
    throws
  {
    let books = try Self.books()
    let statement = try books.ledger.accountStatement("unclaimed/retirement/79-S1")
    #expect(statement.movements.map(\.credit) == [5_000_000, -5_000_000])
    #expect(statement.movements.map(\.debit) == [0, 0])
    let unpaid = statement.movements[0]
    #expect(statement.movements.map(\.corrects) == [nil, unpaid.voucher])
    #expect(statement.movements.map(\.lineCount) == [1, -1])
    #expect(statement.movements.map(\.balance) == [-5_000_000, 0])
    #expect(statement.closing == 0 && statement.credit == 0)
  }

  @Test func `an account's and a site's statement agree with the trial balance under corrections`()
    throws
  {
    let books = try Self.books()
    let code = try #require(UnitCode("79-S1"))
    for period in [nil, Month("2026-10"), Month("2026-11")] {
      let site = try books.ledger.siteStatement(code, period: period)
      for row in try books.ledger.trialBalance(period: period, by: .unit).rows {
        let statement = try books.ledger.accountStatement(row.account, period: period)
        #expect(statement.debit == row.debit && statement.credit == row.credit)
        #expect(statement.closing == row.balance && statement.opening == row.opening ?? 0)
        guard row.account.hasSuffix("79-S1") else { continue }
        let account = try #require(site.accounts.first { $0.account == row.account })
        #expect(account.debit == row.debit && account.credit == row.credit)
        #expect(account.closing == row.balance && account.opening == row.opening ?? 0)
      }
    }
    let activity = try books.ledger.siteStatement(code).activity
    #expect(activity.first { $0.event == .paid }?.amount == 5_000_000)
    #expect(activity.first { $0.event == .paid }?.count == 1)
    #expect(activity.first { $0.event == .unpaid }?.amount == 0)
    #expect(activity.first { $0.event == .advance }?.amount == 5_000_000)
  }
}
