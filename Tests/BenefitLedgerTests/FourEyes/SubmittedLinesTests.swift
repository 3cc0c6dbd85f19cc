import Foundation
import Testing

@testable import BenefitLedger

/// Who approves sees what he approves, and is told of money that goes elsewhere than it was due.
@Suite struct SubmittedLinesTests {
  private let books: FourEyesBooks
  private static let columns = "person,benefit,month,amount,site,channel,account\n"

  /// A pension due in cash, and two at a bank.
  init() throws {
    books = try FourEyesBooks()
    try books.book(
      .due,
      Self.columns + "\(Person.an),pension,2026-10,1000000,79-S1,cash,\n"
        + "\(Person.binh),pension,2026-10,2000000,79-S1,bank,970436:0071000111111\n"
        + "\(Person.chi),pension,2026-10,3000000,79-S1,bank,970436:0071000222222\n")
  }

  private let paid =
    "person,benefit,month,amount,account\n\(Person.an),pension,2026-10,1000000,\n"
    + "\(Person.binh),pension,2026-10,2000000,970436:0071000111111\n"
    + "\(Person.chi),pension,2026-10,3000000,970436:0071000999999\n"

  private func warnings(_ receipt: Receipt?) -> [String] {
    receipt?.diagnosis.diagnostics.filter { $0.code == .paysOtherAccount }
      .map(\.message.description) ?? []
  }

  @Test func `the lines are those that would be posted`() throws {
    let number = try #require(try books.post(.paid, paid).submission)
    let shown = try books.ledger.lines(ofSubmission: number)
    #expect(shown.count == 3 && shown.lines.map(\.fileLine) == [2, 3, 4])
    #expect(shown.lines.map(\.amount) == [1_000_000, 2_000_000, 3_000_000])
    #expect(shown.lines.map(\.channel) == [.cash, .bank, .bank])
    #expect(shown.lines.map { $0.unit?.text } == ["79-S1", "79-S1", "79-S1"])
    #expect(shown.lines.map(\.paysElsewhere) == [false, false, true])
    #expect(shown.lines.last?.account == "*****************999")
    #expect(shown.warnings.diagnostics.map(\.code) == [.paysOtherAccount])
    #expect(try books.ledger.lines(ofSubmission: number, limit: 1).lines.count == 1)
    #expect(try books.ledger.lines(ofSubmission: number, limit: 1).count == 3)
    // Once it is posted they are those of the batch; once it was rejected there are none.
    try books.approve(number)
    #expect(try books.ledger.lines(ofSubmission: number).lines.map(\.fileLine) == [2, 3, 4])
  }

  @Test func `an order to undo shows what it takes back, a movement its unit`() throws {
    var order = ReversalRequest(batch: 1, reason: "wrong", date: try books.today())
    order.key = books.keys["lan"]
    let undoing = try #require(try books.ledger.reverse(order).receipts.first?.submission)
    #expect(
      try books.ledger.lines(ofSubmission: undoing).lines.map(\.amount)
        == [-1_000_000, -2_000_000, -3_000_000])
    try books.reject(undoing, by: "minh")
    #expect(code { try books.ledger.lines(ofSubmission: undoing) } == .notFound)
    let advance = try books.post(.advance, "unit,fund,amount\n79-S1,retirement,500\n")
    let line = try books.ledger.lines(ofSubmission: try #require(advance.submission)).lines.first
    #expect(line?.unit?.text == "79-S1" && line?.fund == .retirement && line?.amount == 500)
  }

  @Test func `another account than was due is warned of at every step`() throws {
    let dry = try books.post(.paid, [("list.csv", paid)], dryRun: true).receipts.first
    #expect(warnings(dry) == ["1 line pays into another account than was due: line 4."])
    let submitted = try books.post(.paid, paid)
    #expect(warnings(submitted).count == 1)
    let posted = try books.approve(try #require(submitted.submission))
    #expect(posted.state == .posted && warnings(posted).count == 1)
    try books.expectIntact()
  }

  @Test func `the account that was due, or none, is not`() throws {
    let same = paid.replacingOccurrences(of: "0071000999999", with: "0071000222222")
    #expect(warnings(try books.post(.paid, same)).isEmpty)
  }

  @Test func `after a payment came back it is still the account that was due`() throws {
    try books.book(.paid, paid.replacingOccurrences(of: "0071000999999", with: "0071000222222"))
    let columns = "person,benefit,month,amount"
    let row = "\(Person.chi),pension,2026-10,3000000"
    try books.book(.returned, "\(columns)\n\(row)\n", name: "returned.csv")
    let again = try books.post(
      .reissued, "\(columns),account\n\(row),970436:0071000999999\n", name: "reissued.csv")
    #expect(again.state == .submitted && warnings(again).count == 1, "\(again.codes)")
  }
}
