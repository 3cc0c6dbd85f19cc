import BenefitLedger
import Testing

/// Money that was taken out of an account in which it never was.
@Suite struct WrongSideTests {
  private let books = Result { try TestLedger() }

  private func wrong(_ books: TestLedger, asAt: CivilDate? = nil) throws -> [String] {
    try books.ledger.reconcileTotals(asAt: asAt).differences.map {
      "\($0.kind.rawValue) \($0.account ?? "") \($0.ours?.amount ?? 0)"
    }
  }

  @Test func `an account of a unit on its wrong side is a difference`() throws {
    let books = try books.get()
    let rows: [(Event, String)] = [
      (.remitted, "79-S2,retirement,3000000"), (.refund, "79-S2,retirement,4000000"),
      (.shortageRecovered, "79-S2,retirement,5000000"),
    ]
    for (event, row) in rows {
      #expect(try books.post(event, "unit,fund,amount\n\(row)\n").state == .posted)
    }
    let expected = [
      "cash-negative advance/retirement/79-S2 -4000000",
      "wrong-side shortage/retirement/79-S2 -5000000",
      "wrong-side withheld/retirement/79-S2 3000000",
    ]
    #expect(try wrong(books).sorted() == expected)
    #expect(try wrong(books, asAt: CivilDate("2026-12-31")).sorted() == expected)
    #expect(try wrong(books, asAt: CivilDate("2026-10-04")).isEmpty)
  }

  @Test func `an offset without money kept back is a difference`() throws {
    let books = try books.get()
    try books.post(.advance, "unit,fund,amount\n79-S1,retirement,5000000\n")
    try books.due([Person.an])
    try books.post(.paid, TestLedger.list([Person.an]))
    try books.post(.overpaid, TestLedger.list([Person.an]))
    try books.post(.offset, TestLedger.list([Person.an], amount: 2_000_000))
    #expect(try wrong(books) == ["wrong-side withheld/retirement/79-S1 2000000"])
    try books.due([Person.binh])
    try books.post(.withheld, TestLedger.list([Person.binh], amount: 2_000_000))
    #expect(try wrong(books).isEmpty)
  }

  @Test func `what a fund settles and never owed is a difference in both funds`() throws {
    let books = try books.get()
    try books.post(.premiumSettled, "unit,fund,amount\n79,retirement,3000000\n")
    #expect(
      try wrong(books).sorted() == [
        "wrong-side due-from/health -3000000", "wrong-side due-to/retirement 3000000",
      ])
    try books.post(.premium, "unit,fund,amount\n79,retirement,3000000\n")
    #expect(try wrong(books).isEmpty)
  }

  @Test(arguments: [Event.premium, .premiumSettled])
  func `a fund pays no premium to itself`(_ event: Event) throws {
    let books = try books.get()
    let refused = try books.post(
      event, "unit,fund,amount\n79,retirement,1\n79,health,3000000\n")
    #expect(refused.codes == [.fundNotAllowed])
    #expect(refused.diagnosis.diagnostics[0].line == 3)
    #expect(try books.ledger.batches().isEmpty)
  }

  @Test func `a bank account may be overdrawn`() throws {
    let books = try books.get()
    try books.post(.advance, "unit,fund,amount\n79-S1,retirement,5\n")
    #expect(try books.balance("bank/retirement") == -5)
    #expect(try wrong(books).isEmpty)
  }
}
