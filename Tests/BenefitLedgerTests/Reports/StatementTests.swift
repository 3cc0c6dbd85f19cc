import BenefitLedger
import Testing

struct StatementTests {
  private let story: ThreeMonths
  private let test: TestLedger

  init() throws {
    story = try ThreeMonths(seed: 42)
    test = try story.ledger()
  }

  private func account(_ name: String, _ period: Month? = nil) throws -> AccountStatement {
    try test.ledger.accountStatement(try #require(AccountName(name)), period: period)
  }

  @Test func `an account's opening and movements add up to its closing balance`() throws {
    for period in [nil, Month("2026-10"), Month("2026-11"), Month("2026-12")] {
      for row in try test.ledger.trialBalance(period: period, by: .unit).rows {
        let statement = try account(row.account, period)
        #expect(statement.opening == row.opening ?? 0)
        #expect(statement.debit == row.debit && statement.credit == row.credit)
        #expect(statement.closing == row.balance)
        var balance = statement.opening
        for movement in statement.movements {
          balance += movement.debit - movement.credit
          #expect(movement.balance == balance)
          #expect(period == nil || movement.date.month == period)
        }
        #expect(balance == statement.closing)
      }
    }
  }

  @Test func `an account of a known unit to which nothing was posted has an empty statement`()
    throws
  {
    let statement = try account("shortage/health/79-S1")
    #expect(statement.movements.isEmpty && statement.opening == 0 && statement.closing == 0)
  }

  @Test func `an account of an unknown unit is not found`() throws {
    let error = #expect(throws: LedgerError.self) { try account("payable/retirement/79-S9") }
    #expect(error?.code == .notFound)
  }

  @Test func `an account is written CODE/FUND, and /UNIT where it is kept per unit`() {
    for name in [
      "payable/retirement", "bank/retirement/79-S1", "payables/retirement/79-S1", "bank", "",
      "bank/pension", "payable/retirement/", "payable/retirement/79-S1/x",
    ] { #expect(AccountName(name) == nil, "\(name)") }
    #expect(AccountName("payable/retirement/79-S1")?.description == "payable/retirement/79-S1")
    #expect(AccountName("bank/retirement")?.description == "bank/retirement")
  }

  @Test func `a movement's document stands in the account's statement`() throws {
    let test = try TestLedger()
    try test.post(.advance, "unit,fund,amount,document\n79-S1,retirement,9000000,UNC 12\n")
    let name = try #require(AccountName("bank/retirement"))
    let movement = try #require(try test.ledger.accountStatement(name).movements.first)
    #expect(movement.document == "UNC 12" && movement.credit == 9_000_000)
    #expect(movement.counterAccount == "advance/retirement/79-S1")
  }

  @Test func `a person's statement shows the whole life of a payment`() throws {
    let test = try TestLedger()
    try test.post(
      .due,
      """
      person,benefit,month,amount,site,channel,account,document
      \(Person.an),pension,2026-10,5000000,79-S1,bank,970436:0071000123456,QD 7
      \(Person.binh),pension,2026-10,1000000,79-S1,cash,,

      """, name: "due.csv", envelope: Envelope(reference: "D-10"))
    try test.post(.paid, TestLedger.list([Person.an]), name: "paid.csv")
    try test.post(
      .returned,
      "person,benefit,month,amount,reason\n\(Person.an),pension,2026-10,5000000,AC04\n",
      name: "returned.csv")
    try test.post(
      .reissued,
      "person,benefit,month,amount,site,channel\n\(Person.an),pension,2026-10,5000000,79-S2,cash\n",
      name: "reissued.csv")
    let person = try #require(PersonNumber(Person.an))
    let statement = try test.ledger.personStatement(person)
    let obligation = try #require(statement.obligations.first)
    #expect(statement.obligations.count == 1)
    #expect(obligation.benefit == .pension && obligation.state == .paid)
    #expect(obligation.steps.map(\.event) == [.due, .paid, .returned, .reissued])
    #expect(obligation.steps.map(\.to) == [.due, .paid, .unclaimed, .paid])
    #expect(
      obligation.steps.map(\.file) == ["due.csv", "paid.csv", "returned.csv", "reissued.csv"])
    #expect(obligation.steps.map(\.fileLine) == [2, 2, 2, 2])
    #expect(obligation.steps.map(\.batch) == [1, 2, 3, 4])
    #expect(obligation.steps.map(\.site) == ["79-S1", "79-S1", "79-S1", "79-S2"])
    #expect(obligation.steps.map(\.channel) == [.bank, .bank, .bank, .cash])
    #expect(obligation.steps.map(\.reference) == ["D-10", nil, nil, nil])
    #expect(obligation.steps[0].account == "*****************456")
    #expect(obligation.steps[0].document == "QD 7" && obligation.steps[2].reason == "AC04")
    let sums = statement.sums
    #expect(sums.due == 5_000_000 && sums.paid == 5_000_000 && sums.open == 0)
  }

  @Test func `what became due is open, unclaimed, paid or cancelled`() throws {
    for owed in story.obligations.prefix(60) {
      let person = try #require(PersonNumber(owed.person))
      let theirs = story.obligations.filter { $0.person == owed.person }
      let statement = try test.ledger.personStatement(person)
      func total(_ state: ObligationState) -> Int64 {
        theirs.filter { $0.state == state }.reduce(0) { $0 + $1.row.amount }
      }
      #expect(statement.obligations.count == theirs.count)
      let sums = statement.sums
      #expect(sums.open == total(.due) && sums.paid == total(.paid))
      #expect(sums.unclaimed == total(.unclaimed) && sums.cancelled == total(.cancelled))
      #expect(sums.due == sums.open + sums.unclaimed + sums.paid + sums.cancelled)
    }
  }

  @Test func `a person for whom nothing was posted is not found, and the number stays masked`()
    throws
  {
    let person = try #require(PersonNumber("001099000123"))
    let error = #expect(throws: LedgerError.self) { try test.ledger.personStatement(person) }
    #expect(error?.code == .notFound && error?.message.contains("001099") == false)
  }

  @Test func `a site's accounts are those of the trial balance`() throws {
    let code = try #require(UnitCode("40-S1"))
    for period in [nil, Month("2026-11")] {
      let statement = try test.ledger.siteStatement(code, period: period)
      let rows = try test.ledger.trialBalance(period: period, by: .unit).rows.filter {
        $0.account.hasSuffix("/40-S1")
      }
      #expect(statement.accounts.count == rows.count)
      for account in statement.accounts {
        let row = try #require(rows.first { $0.account == account.account })
        #expect(account.opening == row.opening ?? 0 && account.closing == row.balance)
        #expect(account.debit == row.debit && account.credit == row.credit)
      }
    }
  }

  @Test func `what went through a site is what totals say of it`() throws {
    let code = try #require(UnitCode("79-S1"))
    let statement = try test.ledger.siteStatement(code)
    let totals = try test.ledger.totals(
      TotalsQuery(
        by: [.event, .benefit], where: [try #require(TotalsFilter(.site, "79-S1"))]))
    #expect(statement.activity.count == totals.rows.count)
    for row in totals.rows {
      let same = statement.activity.first {
        .code($0.event.code) == row.values[0] && $0.benefit?.code == row.values[1]?.description
      }
      #expect(same?.count == row.count && same?.amount == row.amount)
    }
  }

  @Test func `a unit's statement shows what it was called and where it belonged`() throws {
    let statement = try test.ledger.siteStatement(try #require(UnitCode("40-C1")))
    #expect(statement.versions.map(\.name) == ["Phường Hưng Bình", "Phường Thành Vinh"])
    #expect(statement.versions.map { $0.parent?.text } == ["40", "79"])
    let error = #expect(throws: LedgerError.self) {
      try test.ledger.siteStatement(try #require(UnitCode("40-C9")))
    }
    #expect(error?.code == .notFound)
  }
}
