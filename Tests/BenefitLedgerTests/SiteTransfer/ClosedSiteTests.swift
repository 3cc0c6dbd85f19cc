import BenefitLedger
import Testing

/// A site that is closed sends nobody money, also where no row names it.
@Suite struct ClosedSiteTests {
  private let books = Result { try TestLedger() }
  private let after = Envelope(date: CivilDate("2026-11-02"))

  /// Three pensions at a site with the cash for them, which closes at the end of October 2026.
  private func closed(_ successor: String = "79-S2") throws -> TestLedger {
    let books = try books.get()
    try books.post(.advance, "unit,fund,amount\n79-S1,retirement,15000000\n")
    try books.due([Person.an, Person.binh, Person.chi])
    try books.post(.unpaid, TestLedger.list([Person.binh]))
    try books.take("79-S1,Điểm chi trả số 1,site,79-C01,,2026-10-31,,\(successor)\n")
    return books
  }

  @Test(arguments: [true, false])
  func `what it owes is not paid out of its cash once it is closed`(_ isDry: Bool) throws {
    let books = try closed()
    let paid = try books.post(
      .paid, TestLedger.list([Person.an, Person.chi]), envelope: after, dryRun: isDry)
    #expect(paid.codes == [.unitNotValid, .unitNotValid] && paid.state == .refused)
    let mistake = try #require(paid.diagnosis.diagnostics.first)
    #expect(mistake.message.contains("belongs to site 79-S1, which is closed on 2026-11-02"))
    #expect(mistake.help.contains("79-S2") && mistake.help.contains("sites transfer 79-S1”"))
    let again = try books.post(
      .reissued, TestLedger.list([Person.binh]), envelope: after, dryRun: isDry)
    #expect(again.codes == [.unitNotValid])
    #expect(try books.balance("advance/retirement/79-S1") == 15_000_000)
    #expect(try books.balance("payable/retirement/79-S1") == -10_000_000)
  }

  @Test func `on its last day it still pays, and money sent elsewhere is sent`() throws {
    let books = try closed()
    let eve = Envelope(date: CivilDate("2026-10-31"))
    #expect(try books.post(.paid, TestLedger.list([Person.an]), envelope: eve).state == .posted)
    let elsewhere =
      "person,benefit,month,amount,site,channel\n\(Person.binh),pension,2026-10,5000000,79-S2,cash\n"
    #expect(try books.post(.reissued, elsewhere, envelope: after).state == .posted)
    #expect(try books.balance("advance/retirement/79-S1") == 10_000_000)
    #expect(try books.balance("advance/retirement/79-S2") == -5_000_000)
  }

  @Test func `without a successor the help asks for a site`() throws {
    let books = try closed("")
    let paid = try books.post(.paid, TestLedger.list([Person.an]), envelope: after)
    #expect(paid.codes == [.unitNotValid])
    #expect(paid.diagnosis.diagnostics[0].help.contains("sites transfer 79-S1 SITE”"))
  }

  @Test func `what clears its books is posted`() throws {
    let books = try closed()
    let eve = Envelope(date: CivilDate("2026-10-31"))
    try books.post(.paid, TestLedger.list([Person.an]), envelope: eve)
    let steps: [(Event, String)] = [
      (.returned, Person.an), (.unpaid, Person.chi), (.inherited, Person.binh),
      (.cancelled, Person.binh),
    ]
    for (event, person) in steps {
      let posted = try books.post(event, TestLedger.list([person]), envelope: after)
      #expect(posted.state == .posted, "\(event) \(posted.diagnosis)")
    }
    let undone = try books.post(
      .returned, TestLedger.list([Person.an]), envelope: after, undoing: "wrong list")
    #expect(undone.state == .posted)
    #expect(try books.balance("advance/retirement/79-S1") == 10_000_000)
    #expect(try books.ledger.verify().isIntact)
    #expect(try books.ledger.reconcileTotals().agrees)
  }
}
