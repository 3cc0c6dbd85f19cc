import BenefitLedger
import Testing

/// No list can make the ledger unreadable.
@Suite struct LargeSumsTests {
  @Test func `the trial balance is drawn up where its sums are over 64 bits`() throws {
    let books = try TestLedger()
    for fund in ["retirement", "health"] {
      let rows = (1...900).map { "79-S1,\(fund),10000000000000000,\($0)\n" }
      let posted = try books.post(.advance, "unit,fund,amount,document\n" + rows.joined())
      #expect(posted.state == .posted && posted.total == 9_000_000_000_000_000_000)
    }
    let both: Int128 = 18_000_000_000_000_000_000
    for grouping in [TrialBalanceGrouping.chart, .unit, .fund] {
      let balance = try books.ledger.trialBalance(by: grouping)
      #expect(balance.isBalanced)
      #expect(balance.debit == both && balance.credit == both)
    }
    let known = try books.ledger.trialBalance(period: Month("2026-10"), isGross: true, asKnownAt: 2)
    #expect(known.debit == both)
    #expect(
      try books.ledger.trialBalance(period: Month("2026-11")).rows.map(\.opening).contains(
        both / 2))
  }

  @Test func `an amount beyond a year's product of the country is refused in every list`() throws {
    let books = try TestLedger()
    let most = "10000000000000000"
    let more = "10000000000000001"
    let lists: [(Event, String)] = [
      (.advance, "unit,fund,amount\n79-S1,retirement,"),
      (.opening, "account,fund,amount\nbank,retirement,"),
    ]
    for (event, start) in lists {
      #expect(try books.post(event, start + more + "\n").codes == [.amountTooLarge])
      #expect(try books.post(event, start + most + "\n").state == .posted)
    }
    let due = "person,benefit,month,site,channel,amount\n\(Person.an),survivor,2026-10,79-S1,cash,"
    #expect(try books.post(.due, due + more + "\n").codes == [.amountTooLarge])
    #expect(try books.post(.due, due + most + "\n").state == .posted)
    #expect(
      try books.post(.paid, TestLedger.list([Person.an], amount: .max)).codes == [.amountTooLarge])
  }
}
