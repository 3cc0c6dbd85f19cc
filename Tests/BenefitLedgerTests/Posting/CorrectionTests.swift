import BenefitLedger
import Testing

/// Nothing is erased: what was wrong is undone by a batch that names it.
@Suite struct CorrectionTests {
  private let books = Result { try TestLedger() }
  private let both = TestLedger.list([Person.an, Person.binh])

  @Test func `a batch is undone as a whole, once, and the accounts are as before it`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    try books.post(.paid, both)
    let reversal = try books.reverse(2, reason: "site sent last month's list")
    #expect(reversal.state == .posted)
    #expect(reversal.batch == 3)
    #expect(reversal.total == -10_000_000)
    #expect(try books.balance("payable/retirement/79-S1") == -10_000_000)
    #expect(try books.balance("advance/retirement/79-S1") == 0)
    let (batch, vouchers) = try books.ledger.batch(3)
    #expect(batch.header.control.reversesBatch == 2)
    #expect(batch.header.control.reason == "site sent last month's list")
    #expect(vouchers.map(\.amount) == [-10_000_000])
    #expect(vouchers.map(\.corrects) == [2])
    #expect(try books.ledger.batch(2).batch.reversedBy == 3)
    let again = try books.reverse(2)
    #expect(again.codes == [.alreadyReversedBatch])
    #expect(try books.reverse(3).codes == [.notReversible])
    #expect(try books.ledger.verify().isIntact)
    #expect(try books.ledger.reconcileTotals().agrees)
  }

  @Test func `a list that undoes says before it is posted what it takes back, and needs a reason`()
    throws
  {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    let checked = try books.post(.due, both, dryRun: true, undoing: "listed twice")
    #expect(checked.state == .checked)
    #expect(checked.total == -10_000_000)
    #expect(throws: LedgerError.self) { try books.post(.due, both, undoing: "") }
    let posted = try books.post(.due, both, undoing: "listed twice")
    #expect(posted.total == checked.total)
    #expect(try books.ledger.batches().count == 2)
  }

  @Test func `after a reversal the same bytes are posted anew`() throws {
    let books = try books.get()
    let first = try books.due([Person.an, Person.binh])
    try books.reverse(1)
    let second = try books.due([Person.an, Person.binh])
    #expect(second.state == .posted && !second.alreadyPosted)
    #expect(second.batch == 3)
    #expect(second.total == first.total)
    #expect(try books.due([Person.an, Person.binh]).alreadyPosted)
    #expect(try books.post(.paid, both).state == .posted)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `what is due again shares a voucher with what is due for the first time`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.post(.due, TestLedger.list([Person.an]), undoing: "a wrong row")
    let receipt = try books.due([Person.an, Person.binh])
    #expect(receipt.state == .posted && receipt.vouchers == 1)
    #expect(try books.ledger.batch(3).vouchers.map(\.lineCount) == [2])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a list mended after its reversal may have its old reference`() throws {
    let books = try books.get()
    let header = "person,benefit,month,amount,site,channel\n"
    let wrong = header + "\(Person.an),pension,2026-10,50000000,79-S1,cash\n"
    let right = header + "\(Person.an),pension,2026-10,5000000,79-S1,cash\n"
    let envelope = Envelope(reference: "D-10")
    try books.post(.due, wrong, envelope: envelope)
    #expect(
      try books.post(.due, right, envelope: envelope).codes.contains(.referenceUsed))
    try books.reverse(1)
    #expect(try books.post(.due, right, envelope: envelope).state == .posted)
    #expect(try books.balance("payable/retirement/79-S1") == -5_000_000)
  }

  @Test func `a batch with later steps is not undone, and every one of them is named`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh, Person.chi])
    try books.post(.paid, both, name: "paid.csv")
    let before = try books.ledger.trialBalance()
    let refused = try books.reverse(1)
    #expect(refused.state == .refused)
    #expect(refused.codes == [.notLatest, .notLatest])
    #expect(refused.diagnosis.diagnostics.map(\.line) == [2, 3])
    for mistake in refused.diagnosis.diagnostics {
      #expect(mistake.message.contains("paid by batch 2, file paid.csv, line"))
      #expect(!mistake.message.contains(Person.an))
    }
    #expect(try books.ledger.trialBalance().rows == before.rows)
    try books.reverse(2)
    #expect(try books.reverse(1).state == .posted)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `single lines are undone by a list, and only their latest step`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    try books.post(.paid, both)
    let one = TestLedger.list([Person.an])
    #expect(try books.post(.due, one, undoing: "mistake").codes == [.notLatest])
    let receipt = try books.post(.paid, one, undoing: "not paid after all")
    #expect(receipt.state == .posted)
    #expect(receipt.total == -5_000_000)
    #expect(try books.balance("payable/retirement/79-S1") == -5_000_000)
    #expect(try books.post(.paid, one, name: "x.csv", undoing: "again").alreadyPosted)
    #expect(
      try books.post(
        .paid, one, envelope: Envelope(reference: "R2"), undoing: "again"
      ).codes == [.notLatest])
    #expect(try books.post(.due, one, undoing: "mistake").state == .posted)
    #expect(
      try books.post(
        .due, one, envelope: Envelope(reference: "R3"), undoing: "mistake"
      ).codes == [.alreadyReversed])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `undoing a line needs its amount, and its site if one is named`() throws {
    let books = try books.get()
    try books.due([Person.an])
    let wrong = TestLedger.list([Person.an], amount: 4_000_000)
    #expect(try books.post(.due, wrong, undoing: "mistake").codes == [.otherAmount])
    let elsewhere =
      "person,benefit,month,amount,site\n\(Person.an),pension,2026-10,5000000,79-S2\n"
    #expect(try books.post(.due, elsewhere, undoing: "mistake").codes == [.otherUnit])
    #expect(
      try books.post(.due, TestLedger.list([Person.chi]), undoing: "mistake").codes == [.neverDue])
  }

  @Test func `turnover is not inflated: net is zero, gross shows what happened`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.reverse(1)
    try books.due([Person.an])
    let net = try books.ledger.totals(TotalsQuery(by: [.event]))
    #expect(net.rows.map(\.amount) == [5_000_000])
    #expect(net.rows.map(\.count) == [1])
    var query = TotalsQuery(by: [.event])
    query.isGross = true
    let gross = try books.ledger.totals(query)
    #expect(gross.rows.map(\.amount) == [10_000_000])
    #expect(gross.rows.map(\.count) == [2])
    #expect(try books.ledger.trialBalance().debit == 5_000_000)
  }

  @Test func `undoing a reissue leads back to the site and channel before it`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.post(.unpaid, TestLedger.list([Person.an]))
    let elsewhere =
      "person,benefit,month,amount,site,channel,account\n"
      + "\(Person.an),pension,2026-10,5000000,79-S2,bank,970436:0071000123456\n"
    try books.post(.reissued, elsewhere)
    #expect(try books.balance("bank/retirement") == -5_000_000)
    try books.reverse(3)
    #expect(try books.balance("bank/retirement") == 0)
    #expect(try books.balance("unclaimed/retirement/79-S1") == -5_000_000)
    #expect(try books.post(.paid, TestLedger.list([Person.an])).state == .posted)
    #expect(try books.balance("advance/retirement/79-S1") == -5_000_000)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `movements and openings are undone too, and opened again`() throws {
    let books = try books.get()
    let opening = "account,unit,fund,amount\nbank,,retirement,900000000\n"
    try books.post(.opening, opening)
    try books.post(.advance, "unit,fund,amount\n79-S1,retirement,7000000\n")
    try books.reverse(2)
    try books.reverse(1)
    #expect(try books.ledger.trialBalance().rows.allSatisfy { $0.balance == 0 })
    let right = "account,unit,fund,amount\nbank,,retirement,800000000\n"
    #expect(try books.post(.opening, right).state == .posted)
    #expect(try books.post(.opening, right, name: "twice.csv").alreadyPosted)
    #expect(try books.balance("bank/retirement") == 800_000_000)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a reversal needs a reason and a batch that exists`() throws {
    let books = try books.get()
    try books.due([Person.an])
    #expect(try books.reverse(1, reason: "").codes == [.reasonMissing])
    let error = #expect(throws: LedgerError.self) { try books.reverse(9) }
    #expect(error?.code == .notFound)
  }

  @Test func `a dry run of a reversal says what it would do and does nothing`() throws {
    let books = try books.get()
    try books.due([Person.an])
    let checked = try books.reverse(1, dryRun: true)
    #expect(checked.state == .checked)
    #expect(checked.total == -5_000_000)
    #expect(try books.balance("payable/retirement/79-S1") == -5_000_000)
    #expect(try books.reverse(1).batch == 2)
  }

  @Test func `a cancelled obligation stays closed, and undoing the cancellation opens it`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.post(.cancelled, TestLedger.list([Person.an]))
    #expect(
      try books.due([Person.an], amount: 5_000_001).codes == [.alreadyPosted])
    try books.reverse(2)
    #expect(try books.post(.paid, TestLedger.list([Person.an])).state == .posted)
  }
}
