import BenefitLedger
import Testing

/// A ledger that posts by rules of its own.
@Suite struct OwnAccountsTests {
  /// Pensions of 5.000.000 đ whose lives show every account of the chart.
  private func books() throws -> TestLedger {
    let books = try TestLedger(chart: OwnChart.accounts)
    func post(_ event: Event, _ text: String, reference: String? = nil) throws {
      let receipt = try books.post(event, text, envelope: Envelope(reference: reference))
      #expect(receipt.state == .posted, "\(event): \(receipt.diagnosis.diagnostics)")
    }
    try post(.opening, "account,unit,fund,amount\nheirs,79-S1,retirement,700000\n")
    try post(.advance, "unit,fund,amount\n79-S1,retirement,90000000\n79-S2,retirement,9000000\n")
    try books.due([Person.an, Person.binh, Person.chi, Person.dung])
    // Bình's money comes back, and his heirs get it at another site.
    try post(.unpaid, TestLedger.list([Person.binh]))
    try post(.inherited, TestLedger.list([Person.binh]))
    try post(
      .transferred,
      "person,benefit,month,amount,site\n"
        + "\(Person.binh),pension,2026-10,5000000,79-S2\n")
    try post(.paid, TestLedger.list([Person.binh]))
    // Of what Chi is paid, a part was not owed, and comes back in two ways.
    try post(.paid, TestLedger.list([Person.chi]))
    try post(.overpaid, TestLedger.list([Person.chi], amount: 3_000_000))
    try post(.recovered, TestLedger.list([Person.chi], amount: 1_000_000))
    try post(.withheld, TestLedger.list([Person.an], amount: 2_000_000))
    try post(.offset, TestLedger.list([Person.chi], amount: 2_000_000))
    // An's money is sent three times; Dung's is neither paid nor owed.
    try post(.unpaid, TestLedger.list([Person.an], amount: 3_000_000))
    try post(.reissued, TestLedger.list([Person.an], amount: 3_000_000))
    try post(.returned, TestLedger.list([Person.an], amount: 3_000_000))
    try post(.unpaid, TestLedger.list([Person.dung]))
    try post(.cancelled, TestLedger.list([Person.dung]))
    try post(
      .due,
      "person,benefit,month,amount,site,channel\n"
        + "\(Person.dung),survivor,2026-10,800000,79-A,agency\n"
    )
    try post(.paid, "person,benefit,month,amount\n\(Person.dung),survivor,2026-10,800000\n")
    try post(.shortage, "unit,fund,amount\n79-S1,retirement,400000\n")
    try post(.shortageRecovered, "unit,fund,amount\n79-S1,retirement,150000\n")
    return books
  }

  @Test func `a whole life of payments posts to the accounts of the chart`() throws {
    let books = try books()
    // An's 3.000.000 that came back, and what was open before.
    #expect(try books.balance("heirs/retirement/79-S1") == -3_700_000)
    #expect(try books.balance("unclaimed/retirement/79-S1") == 0)
    #expect(try books.balance("unclaimed/retirement/79-S2") == 0)
    #expect(try books.balance("payable/retirement/79-S1") == 0)
    #expect(try books.balance("withheld/retirement/79-S1") == 0)
    // Only the cash that is still missing.
    #expect(try books.balance("receivable/retirement/79-S1") == 250_000)
    #expect(try books.balance("shortage/retirement/79-S1") == 0)
    #expect(try books.balance("advance/retirement/79-S2") == 4_000_000)
    #expect(try books.balance("advance/retirement/79-A") == 0)
    #expect(try books.balance("bank/retirement") == -99_000_000 + 1_000_000 - 800_000 + 150_000)
    #expect(try books.balance("expense/retirement") == 20_000_000 - 3_000_000 - 5_000_000 + 800_000)
  }

  @Test func `it reconciles and is verified by the rules it was posted by`() throws {
    let books = try books()
    #expect(try books.ledger.reconcileTotals().differences == [])
    #expect(try books.ledger.verify().findings.map(\.message) == [])
    #expect(try books.ledger.trialBalance().isBalanced)
  }

  @Test func `an undone step takes back what the chart's rules posted`() throws {
    let books = try books()
    let before = try books.balance("heirs/retirement/79-S1")
    let list = TestLedger.list([Person.an], amount: 3_000_000)
    #expect(try books.post(.returned, list, undoing: "wrong list").state == .posted)
    #expect(try books.balance("heirs/retirement/79-S1") == before + 3_000_000)
    #expect(try books.ledger.reconcileTotals().differences == [])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `what becomes due anew is posted by the rule of due`() throws {
    let chart =
      OwnChart.head + OwnChart.rule("due", debit: "fund", credit: "payable")
    let books = try TestLedger(chart: chart)
    let list =
      "person,benefit,month,amount,site,channel\n\(Person.an),pension,2026-10,5000000,79-S1,cash\n"
    #expect(try books.post(.due, list).state == .posted)
    #expect(try books.post(.due, list, undoing: "mistake").state == .posted)
    let again = try books.post(.due, list, envelope: Envelope(reference: "again"))
    #expect(again.state == .posted)
    #expect(try books.balance("fund/retirement") == 5_000_000)
    #expect(try books.balance("expense/retirement") == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `the funds of a chart pay a benefit, the first unless the row says another`() throws {
    let chart =
      OwnChart.head + "[[fund]]\nbenefit = \"pension\"\nfunds = [\"budget\", \"retirement\"]\n"
    let books = try TestLedger(chart: chart)
    let head = "person,benefit,month,amount,site,channel,fund\n"
    func row(_ person: String, _ fund: String) -> String {
      "\(person),pension,2026-10,5000000,79-S1,cash,\(fund)\n"
    }
    #expect(
      try books.post(
        .due, head + row(Person.an, "") + row(Person.binh, "retirement")
      ).state == .posted)
    #expect(try books.post(.due, head + row(Person.chi, "health")).codes == [.fundNotAllowed])
    #expect(try books.balance("payable/budget/79-S1") == -5_000_000)
    #expect(try books.balance("payable/retirement/79-S1") == -5_000_000)
    // A later step is of the fund of its obligation, which it may name.
    let list = "person,benefit,month,amount,fund\n"
    let wrong = try books.post(.paid, list + "\(Person.binh),pension,2026-10,5000000,budget\n")
    #expect(wrong.codes == [.otherFund])
    #expect(wrong.diagnosis.diagnostics.first?.message.contains("fund retirement") == true)
    let right = try books.post(
      .paid,
      list
        + "\(Person.an),pension,2026-10,5000000,\n\(Person.binh),pension,2026-10,5000000,retirement\n"
    )
    #expect(right.state == .posted)
    #expect(try books.balance("payable/budget/79-S1") == 0)
    #expect(try books.balance("payable/retirement/79-S1") == 0)
    // What was posted keeps its fund when the chart has another.
    #expect(try books.take(chart: OwnChart.head).isNew)
    let back = try books.post(.returned, list + "\(Person.an),pension,2026-10,5000000,budget\n")
    #expect(back.state == .posted)
    #expect(try books.balance("unclaimed/budget/79-S1") == -5_000_000)
    #expect(try books.ledger.verify().isIntact)
  }
}
