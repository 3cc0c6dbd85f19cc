import BenefitLedger
import Testing

/// What a death leaves to a clerk: the rest of a payment overpaid in part, and money kept back.
@Suite struct DeathRestTests {
  private let books = Result { try TestLedger() }
  private let list = "person,date\n\(Person.an),2026-02-10\n"
  private let march = "person,benefit,month,amount\n\(Person.an),pension,2026-03,"

  @Test func `the rest of a payment overpaid in part is named, and claimed the way that is said`()
    throws
  {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.an, "2026-03")]))
    try books.post(.paid, TestLedger.steps([(Person.an, "2026-03")]))
    try books.post(.overpaid, march + "2000000\n")
    try books.post(.recovered, march + "500000\n")
    let first = try books.deaths(list)
    #expect(first.deaths.first?.partlyOverpaid == .init(count: 1, amount: 3_000_000))
    #expect(first.posting.receipts.isEmpty)
    #expect(try books.balance(.receivable) == 1_500_000)
    let more = try books.post(.overpaid, march + "3000000\n")
    #expect(more.codes == [.alreadyOverpaid])
    #expect(more.diagnosis.diagnostics[0].help.contains("undo with “reverse”"))
    try books.post(.recovered, march + "500000\n", undoing: "death")
    try books.post(.overpaid, march + "2000000\n", undoing: "death")
    let second = try books.deaths(list)
    #expect(second.deaths.first?.partlyOverpaid.count == 0)
    #expect(second.deaths.first?.overpaid == .init(count: 1, amount: 5_000_000))
    #expect(try books.balance(.receivable) == 5_000_000)
    try books.post(.recovered, march + "500000\n", envelope: Envelope(reference: "AGAIN"))
    #expect(try books.balance(.receivable) == 4_500_000)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a month before the death keeps its partly overpaid payment`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.an, "2026-02")]))
    try books.post(.paid, TestLedger.steps([(Person.an, "2026-02")]))
    try books.post(
      .overpaid, "person,benefit,month,amount\n\(Person.an),pension,2026-02,2000000\n")
    #expect(try books.deaths(list).deaths.first?.partlyOverpaid.count == 0)
  }

  @Test func `what was withheld from a later month is named, and cancelled with it`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.an, "2026-03")]))
    try books.post(.withheld, march + "1500000\n")
    let first = try books.deaths(list)
    #expect(first.deaths.first?.cancelled == .init(count: 1, amount: 3_500_000))
    #expect(first.deaths.first?.withheld == .init(count: 1, amount: 1_500_000))
    #expect(try books.balance(.withheld) == -1_500_000)
    // Said again as long as it stands.
    #expect(try books.deaths(list).deaths.first?.withheld.amount == 1_500_000)
    try books.post(.cancelled, march + "3500000\n", undoing: "death")
    try books.post(.withheld, march + "1500000\n", undoing: "death")
    let second = try books.deaths(list)
    #expect(second.deaths.first?.cancelled == .init(count: 1, amount: 5_000_000))
    #expect(second.deaths.first?.withheld.count == 0)
    #expect(try books.balance(.withheld) == 0)
    #expect(try books.balance(.expense) == 0)
    #expect(try books.ledger.verify().isIntact)
  }
}
