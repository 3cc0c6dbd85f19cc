import BenefitLedger
import Testing

/// Income and expense go to the funds at the end of a year.
@Suite struct YearEndTests {
  private let books: TestLedger

  /// 2025: 1.000 đ and 300 đ of contributions, 180 đ of pensions of which 100 đ were paid.
  init() throws {
    books = try TestLedger()
    try books.fund(on: "2025-01-05")
    try contribute(1_000, 300, on: "2025-02-05")
    try books.pensions(
      [Person.an: 100, Person.binh: 50, Person.chi: 30], month: "2025-11", on: "2025-11-05")
    try books.step(.paid, Person.an, 100, month: "2025-11", on: "2025-12-05")
  }

  private func contribute(_ retirement: Int64, _ sickness: Int64, on date: String) throws {
    let list = "unit,fund,amount\n79,retirement,\(retirement)\n79,sickness,\(sickness)\n"
    #expect(try books.post(.contribution, list, today: date).state == .posted)
  }

  private func closeMonths() throws {
    for month in ["2025-01", "2025-02", "2025-11"] { try books.change(.close, month) }
  }

  private func expectSound() throws {
    let verification = try books.ledger.verify()
    #expect(verification.isIntact, "\(verification.findings)")
    #expect(try books.ledger.reconcileTotals().agrees)
    let known = try books.ledger.batches().count
    for grouping in [TrialBalanceGrouping.chart, .unit, .fund] {
      let balance = try books.ledger.trialBalance(by: grouping)
      #expect(balance.isBalanced)
      #expect(
        try books.ledger.trialBalance(by: grouping, asKnownAt: Int64(known)).rows == balance.rows)
    }
  }

  @Test func `the year end empties income and expense into each fund and closes December`() throws {
    try closeMonths()
    let answer = try books.closeYear(2025)
    #expect(answer.isChanged && answer.state == .closed && answer.period.description == "2025-12")
    let receipt = try #require(answer.receipt)
    #expect(receipt.state == .posted && receipt.event == .yearEnd)
    #expect(receipt.lines == 3 && receipt.vouchers == 3 && receipt.total == 1_480)
    #expect(receipt.date?.description == "2025-12-31")
    #expect(receipt.period?.description == "2025-12")
    for account in ["income/retirement", "income/sickness", "expense/retirement"] {
      #expect(try books.balance(account, at: "2025-12") == 0)
    }
    #expect(try books.balance("fund/retirement", at: "2025-12") == -900 - 1_000 + 180)
    #expect(try books.balance("fund/sickness", at: "2025-12") == -300)
    let vouchers = try books.ledger.batch(try #require(receipt.batch)).vouchers
    #expect(
      vouchers.map { "\($0.debit) \($0.credit) \($0.amount)" } == [
        "income/sickness fund/sickness 300", "income/retirement fund/retirement 1000",
        "fund/retirement expense/retirement 180",
      ])
    #expect(try books.ledger.periods().map(\.state) == [.closed, .closed, .closed, .closed])
    try expectSound()
  }

  @Test(arguments: [TrialBalanceGrouping.chart, .unit, .fund])
  func `the next year begins with the balances the year ended with`(
    _ grouping: TrialBalanceGrouping
  ) throws {
    try closeMonths()
    try books.closeYear(2025)
    try books.pensions([Person.dung: 70], month: "2026-01", on: "2026-01-05")
    try contribute(11, 13, on: "2026-01-06")
    let december = try books.ledger.trialBalance(period: Month("2025-12"), by: grouping)
    let january = try books.ledger.trialBalance(period: Month("2026-01"), by: grouping)
    let closing = Dictionary(uniqueKeysWithValues: december.rows.map { ($0.account, $0.balance) })
    #expect(january.rows.count >= december.rows.count)
    for row in january.rows { #expect(row.opening == closing[row.account] ?? 0, "\(row.account)") }
    if grouping == .chart {
      let expense = january.rows.first { $0.account == "expense/retirement" }
      #expect(expense?.opening == 0 && expense?.balance == 70)
      // What an auditor asks for as at New Year's Eve is the year that is closed.
      let eve = try books.ledger.trialBalance(asAt: CivilDate("2025-12-31"))
      #expect(eve.rows.map(\.balance) == december.rows.map(\.balance))
    }
    try expectSound()
  }

  @Test func `closing a year again changes nothing and answers with the first receipt`() throws {
    try closeMonths()
    let first = try books.closeYear(2025)
    let head = try books.ledger.verify().head
    let again = try books.closeYear(2025)
    #expect(!again.isChanged && again.state == .closed)
    #expect(again.receipt?.alreadyPosted == true)
    #expect(again.receipt?.batch == first.receipt?.batch)
    #expect(again.receipt?.seal == first.receipt?.seal && again.receipt?.total == 1_480)
    #expect(try books.ledger.verify().head == head)
  }

  @Test func `a year is closed when its other months are closed and December is not`() throws {
    let open = try books.refusalToClose(2025)
    #expect(open?.code == .earlierPeriodOpen && open?.message.contains("2025-01") == true)
    try closeMonths()
    #expect(try books.refusalToClose(2025, today: "2025-12-30")?.code == .periodNotEnded)
    #expect(try books.refusalToClose(2025, date: "2025-12-30")?.code == .periodNotEnded)
    try books.change(.close, "2025-12")
    let closed = try books.refusalToClose(2025)
    #expect(closed?.code == .periodOtherState && closed?.help.contains("reopen 2025-12") == true)
    try books.change(.reopen, "2025-12", reason: "the year end")
    try books.change(.softClose, "2025-12")
    let answer = try books.closeYear(2025, date: "2026-01-15", today: "2026-01-15")
    #expect(answer.isChanged && answer.receipt?.date?.description == "2026-01-15")
    #expect(answer.receipt?.period?.description == "2025-12")
    try expectSound()
  }

  @Test(arguments: [0, 13, 1899, 2200, -2025, .max, .min])
  func `a year that no ledger has is refused`(_ year: Int) throws {
    #expect(try books.refusalToClose(year)?.code == .usage)
  }

  @Test func `totals that differ are told, and the year stays open`() throws {
    try closeMonths()
    try books.pensions([Person.dung: 700], month: "2025-12", on: "2025-12-06")
    try books.step(.paid, Person.dung, 700, month: "2025-12", on: "2025-12-07")
    let answer = try books.closeYear(2025)
    #expect(!answer.isChanged && answer.state == .open && answer.receipt == nil)
    #expect(answer.reconciliation?.differences.map(\.kind) == [.cashNegative])
    #expect(try books.balance("income/retirement") == -1_000)
  }

  @Test func `years are closed in their order`() throws {
    try closeMonths()
    try books.change(.close, "2025-12")
    try contribute(5, 6, on: "2026-01-05")
    let refused = try books.refusalToClose(2026)
    #expect(refused?.code == .earlierYearOpen && refused?.help.contains("2025") == true)
    try books.change(.reopen, "2025-12", reason: "the year end")
    try books.closeYear(2025)
    try books.change(.close, "2026-01")
    #expect(try books.closeYear(2026).receipt?.total == 11)
    #expect(try books.balance("fund/sickness") == -306)
    try expectSound()
  }

  @Test func `a year with nothing to carry has no year end, and its December is closed`() throws {
    let answer = try books.closeYear(2024)
    #expect(answer.isChanged && answer.receipt == nil && answer.state == .closed)
    let again = try books.closeYear(2024)
    #expect(!again.isChanged && again.receipt == nil && again.state == .closed)
    try closeMonths()
    #expect(try books.closeYear(2025).receipt?.total == 1_480)
    try expectSound()
  }

  @Test func `an account whose balance is on the other side is carried the other way`() throws {
    try closeMonths()
    try books.closeYear(2025)
    // The contributions and the pensions of Binh and Chi were wrong, which shows in 2026.
    #expect(try books.undo(3, date: "2026-03-01").period?.description == "2026-01")
    try books.step(.due, Person.an, 20, month: "2026-03", on: "2026-03-01")
    try books.pensions([Person.an: 20], month: "2026-03", on: "2026-03-01")
    #expect(try books.balance("income/retirement") == 1_000)
    #expect(try books.balance("income/sickness") == 300)
    for month in ["2026-01", "2026-03"] { try books.change(.close, month) }
    let receipt = try #require(try books.closeYear(2026).receipt)
    #expect(receipt.total == 1_320)
    let vouchers = try books.ledger.batch(try #require(receipt.batch)).vouchers
    #expect(
      vouchers.map { "\($0.debit) \($0.credit) \($0.amount)" } == [
        "fund/sickness income/sickness 300", "fund/retirement income/retirement 1000",
        "fund/retirement expense/retirement 20",
      ])
    #expect(try books.balance("fund/sickness") == 0)
    #expect(try books.balance("fund/retirement") == -900 + 180 + 20)
    try expectSound()
  }

  // MARK: Undone

  @Test func `a year end that is undone leaves the year open for corrections, to be closed again`()
    throws
  {
    try closeMonths()
    let end = try #require(try books.closeYear(2025).receipt?.batch)
    let checked = try books.undo(end, date: "2026-02-01", dryRun: true)
    #expect(checked.state == .checked)
    #expect(try books.ledger.periods().last?.state == .closed)
    let undone = try books.undo(end, date: "2026-02-01")
    #expect(undone.state == .posted && undone.period?.description == "2025-12")
    #expect(undone.total == -1_480)
    #expect(try books.ledger.periods().last?.state == .softClosed)
    #expect(try books.balance("income/retirement", at: "2025-12") == -1_000)
    #expect(try books.balance("expense/retirement", at: "2025-12") == 180)
    #expect(try books.balance("fund/retirement", at: "2025-12") == -900)
    try expectSound()
    // Contributions of the year were wrong: they are undone in the year they belong to.
    #expect(try books.undo(3, period: "2025-12", date: "2026-02-01").state == .posted)
    let again = try #require(try books.closeYear(2025).receipt)
    #expect(!again.alreadyPosted && again.total == 180 && again.vouchers == 1)
    #expect(try books.balance("fund/retirement") == -900 + 180)
    #expect(try books.undo(end, date: "2026-02-01").codes == [.alreadyReversedBatch])
    try expectSound()
  }

  @Test func `a year end is undone in its own December only, and the last year first`() throws {
    try closeMonths()
    let first = try #require(try books.closeYear(2025).receipt?.batch)
    let elsewhere = try books.undo(first, period: "2026-01")
    #expect(elsewhere.codes == [.yearClosed])
    try contribute(5, 6, on: "2026-01-05")
    try books.change(.close, "2026-01")
    let second = try #require(try books.closeYear(2026).receipt?.batch)
    let early = try books.undo(first)
    #expect(early.codes == [.yearClosed])
    #expect(early.diagnosis.diagnostics.first?.message.contains("batch \(second)") == true)
    #expect(try books.undo(second, period: "2026-12").state == .posted)
    #expect(try books.undo(first).state == .posted)
    #expect(try books.balance("income/sickness") == -306)
    try expectSound()
  }

  @Test(arguments: ["2025-11", "2025-12"])
  func `no period of a closed year is reopened before its year end is undone`(_ period: String)
    throws
  {
    try closeMonths()
    let end = try #require(try books.closeYear(2025).receipt?.batch)
    let refused = try books.refusal(.reopen, period, reason: "x")
    #expect(refused?.code == .yearClosed)
    #expect(refused?.help.contains("batch reverse \(end)") == true)
    let late = try books.step(
      .cancelled, Person.binh, 50, month: "2025-11", on: "2026-01-05", period: period)
    #expect(late.codes == [.periodClosed])
    try books.undo(end)
    let state =
      period == "2025-12"
      ? try books.change(.open, period, reason: "x").state
      : try books.change(.reopen, period, reason: "x").state
    #expect(state == .open)
  }
  @Test(arguments: ["2025-06", "2024-12"])
  func `a period that was never used is not opened below the year end`(_ period: String) throws {
    try closeMonths()
    let end = try #require(try books.closeYear(2025).receipt?.batch)
    for undo in [false, true] {
      if undo { try books.undo(end) }
      let refused = try books.refusal(.reopen, period, reason: "x")
      #expect(refused?.code == .closedByLaterPeriod, "\(undo)")
    }
    for month in ["2025-11", "2025-02", "2025-01"] {
      try books.change(.reopen, month, reason: "a list of before")
    }
    try books.pensions([Person.dung: 70], month: period, on: "\(period)-05")
    // The year is closed again when that period is closed too.
    for month in ["2025-01", "2025-02", "2025-11"] where month < period {
      try books.change(.close, month)
    }
    #expect(try books.refusal(.close, "2025-11")?.code == .earlierPeriodOpen)
    if period > "2025" {
      try books.change(.close, period)
      try books.change(.close, "2025-11")
      #expect(try books.closeYear(2025).results.expense == 250)
    } else {
      #expect(try books.refusalToClose(2025)?.code == .earlierYearOpen)
      #expect(try books.closeYear(2024).results.surplus == -70)
      try closeMonths()
      #expect(try books.closeYear(2025).results.expense == 180)
    }
    try expectSound()
  }

  @Test func `a December that a closed January closed waits for that one to be reopened`() throws {
    let books = try TestLedger()
    try books.fund(on: "2025-11-05")
    try books.pensions([Person.an: 100], month: "2025-11", on: "2025-11-05")
    for month in ["2025-11", "2026-01"] { try books.change(.close, month) }
    let refused = try books.refusalToClose(2025)
    #expect(refused?.code == .closedByLaterPeriod && refused?.help.contains("2026-01") == true)
    try books.change(.reopen, "2026-01", reason: "the year end")
    #expect(try books.closeYear(2025).results.surplus == -100)
    #expect(try books.ledger.verify().isIntact)
  }

  // MARK: The result

  @Test func `the result of a year is income less expense, fund by fund`() throws {
    try closeMonths()
    let first = try books.closeYear(2025)
    #expect(
      first.results.map { "\($0.fund.code) \($0.income) \($0.expense) \($0.surplus)" } == [
        "sickness 300 0 300", "retirement 1000 180 820",
      ])
    #expect(first.results.income == 1_300 && first.results.expense == 180)
    #expect(first.results.surplus == 1_120)
    #expect(try books.closeYear(2025).results == first.results)
    // 2026: contributions of 2025 are undone, and a pension becomes due. Income is negative.
    try books.undo(3, date: "2026-03-01")
    try books.pensions([Person.an: 20], month: "2026-03", on: "2026-03-01")
    for month in ["2026-01", "2026-03"] { try books.change(.close, month) }
    let second = try books.closeYear(2026)
    #expect(
      second.results.map { "\($0.fund.code) \($0.income) \($0.expense) \($0.surplus)" } == [
        "sickness -300 0 -300", "retirement -1000 20 -1020",
      ])
    // What the funds hold is what all years left, with the 900 đ that they began with.
    #expect(try books.balance("fund/retirement") == -900 - 820 + 1_020)
    #expect(try books.closeYear(2024).results.isEmpty)
  }
}
