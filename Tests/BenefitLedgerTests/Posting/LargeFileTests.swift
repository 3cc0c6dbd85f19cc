import LedgerCore
import Testing

@testable import BenefitLedger

/// A list that is posted in many parts, and its steps after its lines.
@Suite struct LargeFileTests {
  private let books: TestLedger

  init() throws { books = try TestLedger() }

  private func post(
    _ event: Event, _ rows: [String], parts: Int, name: String = "list.csv"
  ) throws -> Receipt {
    let text = "person,benefit,month,amount,site,channel\n" + rows.joined(separator: "\n") + "\n"
    var request = PostingRequest(
      event, [.memory(name: name, bytes: Array(text.utf8))], maker: "clerk",
      today: try #require(CivilDate(TestLedger.today)))
    request.sizes.duePart = parts
    request.sizes.lines = parts
    let answer = try books.ledger.post(request)
    if let failure = answer.failure { throw failure }
    return try #require(answer.receipts.first)
  }

  /// A pension of October of the person with a number, in the order of no number.
  private func row(_ number: Int) -> String {
    let person = 79_060_000_001 + (number * 7_919) % 10_007
    return "0\(person),pension,2026-10,\(1_000_000 + number),79-S1,cash"
  }

  @Test(arguments: [
    (lines: 1_000, parts: 64), (1_000, 1_000), (1_001, 100), (999, 37), (200, 1), (10_000, 1_024),
  ])
  func `a list in parts is one batch of all its payments`(_ lines: Int, _ parts: Int) throws {
    let rows = (0..<lines).map(row)
    let total = (0..<Int64(lines)).reduce(0) { $0 + 1_000_000 + $1 }
    for event in [Event.due, .paid] {
      let receipt = try post(event, rows, parts: parts)
      #expect(receipt.state == .posted, "\(receipt.codes)")
      #expect(receipt.lines == Int64(lines) && receipt.total == total)
    }
    // Every step points to the line that made it, and no obligation has one too many.
    let report = try books.ledger.verify()
    #expect(report.isIntact, "\(report)")
    let again = try post(.due, rows, parts: parts, name: "again.csv")
    #expect(again.state == .posted && again.batch == 1)
  }

  @Test(arguments: [0, 250, 600, 999])
  func `a payment that stands twice, parts apart, is refused and nothing is posted`(_ place: Int)
    throws
  {
    var rows = (0..<1_000).map(row)
    rows.append(rows[place])
    let receipt = try post(.due, rows, parts: 64)
    #expect(receipt.state == .refused && receipt.codes == [.twiceInFile])
    let fault = try #require(receipt.diagnosis.diagnostics.first)
    #expect(fault.line == 1_002 && fault.message.contains("line \(place + 2)"))
    #expect(try books.ledger.batches().isEmpty)
  }

  @Test func `a payment that another list has is refused, in whichever part it stands`() throws {
    #expect(try post(.due, [row(3), row(777)], parts: 64).state == .posted)
    let receipt = try post(.due, (0..<1_000).map(row), parts: 64, name: "all.csv")
    #expect(receipt.state == .refused && receipt.codes == [.alreadyPosted, .alreadyPosted])
    #expect(receipt.diagnosis.diagnostics.map(\.line) == [5, 779])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `what was undone becomes due again, part by part`() throws {
    let rows = (0..<1_000).map(row)
    _ = try post(.due, rows, parts: 64)
    try books.reverse(1)
    let receipt = try post(.due, rows, parts: 64)
    #expect(receipt.state == .posted && receipt.lines == 1_000)
    #expect(try books.ledger.verify().isIntact)
  }
}
