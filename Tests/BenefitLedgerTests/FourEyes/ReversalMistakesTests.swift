import Foundation
import Testing

@testable import BenefitLedger

/// A batch that cannot be undone says everything that stands in the way at once.
@Suite struct ReversalMistakesTests {
  private let books: FourEyesBooks
  private static let head = "person,benefit,month,amount\n"

  private static func row(_ person: String) -> String { "\(person),pension,2026-10,5000000\n" }

  /// Four pensions are due by batch 1; An's is paid, Bình's waits to be paid.
  init() throws {
    books = try FourEyesBooks()
    try books.book(
      .due, FourEyesBooks.due([Person.an, Person.binh, Person.chi, Person.dung]))
    try books.book(.paid, Self.head + Self.row(Person.an), name: "paid.csv")
    #expect(
      try books.post(.paid, Self.head + Self.row(Person.binh), name: "second.csv").state
        == .submitted)
  }

  private func reverse(
    _ batch: Int64 = 1, reason: String = "wrong list", dryRun: Bool = false
  ) throws -> Receipt {
    var request = ReversalRequest(batch: batch, reason: reason, date: try books.today())
    request.key = books.keys["lan"]
    request.isDryRun = dryRun
    return try #require(try books.ledger.reverse(request).receipts.first)
  }

  private func places(_ receipt: Receipt) -> [String] {
    receipt.diagnosis.diagnostics.map { "\($0.code.text)@\($0.line)" }
  }

  @Test(arguments: [false, true])
  func `later steps and payments that wait are named together`(_ isDryRun: Bool) throws {
    let refused = try reverse(dryRun: isDryRun)
    #expect(refused.state == .refused && refused.submission == nil)
    #expect(places(refused) == ["L0531@2", "L1011@3"])
    #expect(refused.diagnosis.counts.map(\.code) == [.notLatest, .reservedBySubmission])
    #expect(refused.diagnosis.total == 2)
    let words = refused.diagnosis.diagnostics.map(\.message.description)
    #expect(words.first?.contains("paid by batch 2, file paid.csv, line 2") == true, "\(words)")
    #expect(
      words.last?.contains("waits for approval in submission 3, file second.csv, line 2") == true,
      "\(words)")
    #expect(
      refused.diagnosis.diagnostics.map(\.help.description) == [
        "Undo the later steps first.", "Have submission 3 rejected first.",
      ])
    #expect(try books.ledger.submissions(onlyOpen: true).count == 1)
  }

  @Test func `a line that is late and waits is named once, for what happened to it`() throws {
    let returned = try books.post(.returned, Self.head + Self.row(Person.an), name: "back.csv")
    #expect(returned.state == .submitted)
    #expect(places(try reverse()) == ["L0531@2", "L1011@3"])
  }

  @Test func `a missing reason does not hide the lines`() throws {
    #expect(places(try reverse(reason: "")) == ["L0534@0", "L0531@2", "L1011@3"])
  }

  @Test func `what is submitted to be undone is not in its own way`() throws {
    try books.reject(3, by: "minh")
    // Batch 2 can be undone, and its order waits.
    let submitted = try reverse(2)
    #expect(submitted.state == .submitted && !submitted.alreadyPosted)
    #expect(try reverse(2, dryRun: true).state == .checked)
    let again = try reverse(2)
    #expect(again.alreadyPosted && again.submission == submitted.submission)
    // The lines of batch 1 that it has are An's; that they are paid comes first.
    #expect(places(try reverse()) == ["L0531@2"])
    #expect(try books.approve(try #require(submitted.submission)).state == .posted)
    let whole = try reverse()
    #expect(whole.state == .submitted, "\(whole.codes)")
    #expect(try books.approve(try #require(whole.submission)).state == .posted)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a closed period does not hide the lines`() throws {
    let single = try TestLedger()
    try single.fund(on: "2026-10-01")
    try single.pensions(
      [Person.an: 10, Person.binh: 20], month: "2026-10",
      on: "2026-10-05")
    try single.step(.paid, Person.binh, 20, month: "2026-10", on: "2026-10-07")
    try single.change(.close, "2026-10")
    let refused = try single.undo(3, period: "2026-10")
    #expect(places(refused) == ["L0321@0", "L0531@3"])
    #expect(try single.undo(4, period: "2026-11").state == .posted)
    #expect(try single.undo(3, period: "2026-11").state == .posted)
    #expect(try single.ledger.verify().isIntact)
  }

  @Test func `of more lines than are listed the first of the file are`() throws {
    let single = try TestLedger()
    let count = 9 * Diagnosis.listed
    // Against the order of the file, the last persons come first in the order of keys.
    let persons = (0..<count).map { "0790\(String(format: "%08d", count - $0))" }
    #expect(try single.post(.due, FourEyesBooks.due(persons)).state == .posted)
    #expect(
      try single.post(.paid, Self.head + persons.map(Self.row).joined()).state == .posted)
    let refused = try single.undo(1)
    #expect(refused.diagnosis.total == count)
    #expect(refused.diagnosis.diagnostics.map(\.line) == Array(2..<2 + Diagnosis.listed))
  }
}
