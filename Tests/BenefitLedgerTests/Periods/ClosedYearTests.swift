import BenefitLedger
import Testing

/// What is given back of an obligation of a closed year is income of this year.
@Suite struct ClosedYearTests {
  private let books: TestLedger

  /// Pensions of 100, 50, 30 and 20 đ that became due in 2025, of which 100 đ and 30 đ were paid.
  init() throws {
    books = try TestLedger()
    try books.fund(on: "2025-01-05")
    try books.pensions(
      [Person.an: 100, Person.binh: 50, Person.chi: 30, Person.dung: 20], month: "2025-11",
      on: "2025-11-05")
    for (person, amount) in [(Person.an, Int64(100)), (Person.chi, 30)] {
      try books.step(.paid, person, amount, month: "2025-11", on: "2025-11-20")
    }
  }

  private func close() throws -> Int64 {
    for month in ["2025-01", "2025-11"] { try books.change(.close, month) }
    return try #require(try books.closeYear(2025).receipt?.batch)
  }

  /// The balances of expense and income, and that the books are sound.
  private func result(at period: String? = nil) throws -> [Int64] {
    let verification = try books.ledger.verify()
    #expect(verification.isIntact, "\(verification.findings)")
    #expect(try books.ledger.reconcileTotals().agrees)
    #expect(try books.ledger.trialBalance().isBalanced)
    return [
      try books.balance("expense/retirement", at: period),
      try books.balance("income/retirement", at: period),
    ]
  }

  @Test func `before the year is closed it takes expense back`() throws {
    try books.step(.cancelled, Person.binh, 50, month: "2025-11", on: "2026-01-05")
    #expect(try result() == [150, 0])
  }

  @Test func `once the year is closed it is income`() throws {
    _ = try close()
    #expect(try result() == [0, 0])
    try books.step(.cancelled, Person.binh, 50, month: "2025-11", on: "2026-01-05")
    #expect(try result() == [0, -50])
    try books.step(.overpaid, Person.an, 40, month: "2025-11", on: "2026-02-05")
    #expect(try result() == [0, -90])
    #expect(try books.balance("receivable/retirement") == 40)
    #expect(try books.balance("payable/retirement") == -20)
    #expect(try result(at: "2025-12") == [0, 0])
    // And it is carried to the fund with all else of 2026.
    for month in ["2026-01", "2026-02"] { try books.change(.close, month) }
    #expect(try books.closeYear(2026).receipt?.total == 90)
    #expect(try result() == [0, 0])
    #expect(try books.balance("fund/retirement") == -900 + 200 - 90)
  }

  @Test func `the year is that of the period in which it became due, not of its month`() throws {
    _ = try close()
    try books.pensions([Person.an: 7], month: "2025-12", on: "2026-01-05")
    try books.step(.cancelled, Person.an, 7, month: "2025-12", on: "2026-01-06")
    #expect(try result() == [0, 0])
    let expense = try books.ledger.trialBalance().rows.first { $0.account == "expense/retirement" }
    #expect(expense?.credit == 207)
  }

  @Test func `undoing such a step takes the income back, whatever the year is by then`() throws {
    let end = try close()
    let cancelled = try books.step(.cancelled, Person.binh, 50, month: "2025-11", on: "2026-01-05")
    try books.undo(end)
    #expect(try result() == [200, -50])
    #expect(try books.undo(try #require(cancelled.batch)).state == .posted)
    #expect(try result() == [200, 0])
    #expect(try books.balance("payable/retirement") == -70)
  }

  @Test func `after the year end is undone it takes expense back again`() throws {
    let end = try close()
    try books.step(.cancelled, Person.binh, 50, month: "2025-11", on: "2026-01-05")
    try books.undo(end)
    try books.step(.cancelled, Person.dung, 20, month: "2025-11", on: "2026-01-06")
    #expect(try result() == [180, -50])
    try books.step(.overpaid, Person.an, 40, month: "2025-11", on: "2026-01-07")
    #expect(try result() == [140, -50])
    // Closed again: only what belongs to 2025 is carried, and the next one is income again.
    #expect(try books.closeYear(2025).receipt?.total == 200)
    #expect(try result() == [-60, -50])
    try books.step(.overpaid, Person.chi, 10, month: "2025-11", on: "2026-01-08")
    #expect(try result() == [-60, -60])
  }

  @Test func `a due that is undone and posted anew in this year is of this year`() throws {
    let due = try books.pensions([Person.an: 7], month: "2025-12", on: "2025-12-05")
    for month in ["2025-01", "2025-11"] { try books.change(.close, month) }
    try books.closeYear(2025)
    #expect(try books.undo(try #require(due.batch), date: "2026-01-05").state == .posted)
    #expect(try result() == [-7, 0])
    try books.pensions([Person.an: 8], month: "2025-12", on: "2026-01-06")
    try books.step(.cancelled, Person.an, 8, month: "2025-12", on: "2026-01-07")
    #expect(try result() == [-7, 0])
  }
}
