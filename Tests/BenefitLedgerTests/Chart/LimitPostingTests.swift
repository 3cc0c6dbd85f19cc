import BenefitLedger
import Testing

/// Amounts that are measured by the limits of the chart when they become due.
@Suite struct LimitPostingTests {
  private static let head = "person,benefit,month,amount,site,channel\n"

  private func row(
    _ person: String, _ benefit: String, _ amount: Int64, month: String = "2026-10"
  ) -> String {
    "\(person),\(benefit),\(month),\(amount),79-S1,cash\n"
  }

  @Test func `an amount above what is warned of posts, and its receipt says so`() throws {
    let books = try TestLedger()
    let list =
      Self.head + row(Person.an, "pension", 25_000_000) + row(Person.binh, "pension", 25_000_001)
    for isDryRun in [true, false] {
      let receipt = try books.post(.due, list, dryRun: isDryRun)
      #expect(receipt.state == (isDryRun ? .checked : .posted))
      #expect(receipt.codes == [.amountUnusual])
      #expect(receipt.diagnosis.total == 0)
      let warning = try #require(receipt.diagnosis.diagnostics.first)
      #expect(warning.isWarning && warning.line == 3 && warning.column == 30)
      #expect(warning.message.contains("25.000.001 đ, more than 25.000.000 đ"))
      #expect(warning.message.contains("Monthly pension (No limit in law"))
    }
    #expect(try books.balance("payable/retirement/79-S1") == -50_000_001)
  }

  @Test func `an amount above what is held is refused, and the law is named`() throws {
    let books = try TestLedger()
    let list =
      Self.head + row(Person.an, "funeral", 25_300_000) + row(Person.binh, "funeral", 25_300_001)
      + row(Person.chi, "pension", 26_000_000)
    let receipt = try books.post(.due, list)
    #expect(receipt.state == .refused)
    #expect(receipt.codes == [.amountHeld, .amountUnusual])
    #expect(receipt.diagnosis.total == 1)
    let mistake = try #require(receipt.diagnosis.diagnostics.first)
    #expect(mistake.line == 3 && mistake.column == 30)
    #expect(mistake.message.contains("25.300.001 đ; more than 25.300.000 đ is held"))
    #expect(mistake.message.contains("Law 58/2014/QH13 Art. 66"))
    #expect(try books.balance("payable/retirement/79-S1") == 0)
  }

  @Test func `the limit is that of the month the payment is for`() throws {
    let books = try TestLedger()
    // Ten times 2.340.000 đ until June 2026, 2.530.000 đ from July on.
    let june = Self.head + row(Person.an, "funeral", 25_000_000, month: "2026-06")
    #expect(try books.post(.due, june).codes == [.amountHeld])
    let july = Self.head + row(Person.an, "funeral", 25_000_000, month: "2026-07")
    #expect(try books.post(.due, july).state == .posted)
  }

  @Test func `what was due before a limit is paid under it`() throws {
    let books = try TestLedger(chart: OwnChart.head)
    let amount: Int64 = 300_000_000
    try books.due([Person.an], amount: amount)
    let limit =
      "[[limit]]\nbenefit = \"pension\"\nfrom = \"2000-01\"\nhold = 1000\nsource = \"A decision\"\n"
    #expect(try books.take(chart: OwnChart.head + limit).isNew)
    let due = try books.post(.due, Self.head + row(Person.binh, "pension", 1001))
    #expect(due.codes == [.amountHeld])
    let list = TestLedger.list([Person.an], amount: amount)
    #expect(try books.post(.paid, list).state == .posted)
    // To undo a due is not to make one.
    #expect(try books.post(.paid, list, undoing: "mistake").state == .posted)
    let undone = try books.post(
      .due, Self.head + row(Person.an, "pension", amount), undoing: "mistake")
    #expect(undone.state == .posted)
  }

  @Test func `many warnings are counted, and leave room for mistakes`() throws {
    let books = try TestLedger()
    var list = Self.head
    for number in 0..<1_500 {
      list += row("0790600\(10_000 + number)", "pension", 30_000_000)
    }
    let refused = try books.post(.due, list + row(Person.an, "funeral", 900_000_000))
    #expect(refused.state == .refused)
    #expect(refused.diagnosis.diagnostics.contains { $0.code == .amountHeld && $0.line == 1_502 })
    let posted = try books.post(.due, list)
    #expect(posted.state == .posted)
    #expect(posted.diagnosis.diagnostics.count == 100)
    #expect(posted.diagnosis.counts.map(\.count) == [1_500])
  }
}
