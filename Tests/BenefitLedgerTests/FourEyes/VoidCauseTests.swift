import Foundation
import Testing

@testable import BenefitLedger

/// A submission that is void says what changed since it was made.
@Suite struct VoidCauseTests {
  private let books = Result { try FourEyesBooks() }

  private func expectVoid(
    _ receipt: Receipt, _ codes: [Code], _ says: String, _ books: FourEyesBooks,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      receipt.codes == [.submissionVoid] + codes, "\(receipt.diagnosis)",
      sourceLocation: sourceLocation)
    let message = receipt.diagnosis.diagnostics.first?.message ?? ""
    #expect(message.contains(says), "\(message)", sourceLocation: sourceLocation)
    let submission = try books.ledger.submission(try #require(receipt.submission))
    #expect(submission.state == .void, sourceLocation: sourceLocation)
    #expect(
      submission.decisions.last?.reason?.contains(says) == true, sourceLocation: sourceLocation)
    #expect(
      try books.integer(
        "SELECT count(*) FROM submission_chunk WHERE submission_no = \(submission.number)") == 0,
      sourceLocation: sourceLocation)
    try books.expectIntact(sourceLocation: sourceLocation)
  }

  @Test func `a person who is held since`() throws {
    let books = try books.get()
    try books.post(.due, FourEyesBooks.due([Person.an, Person.binh]))
    try books.hold(Person.an)
    let void = try books.approve(1)
    try expectVoid(void, [.personHeld], "not payable for this month", books)
    #expect(void.diagnosis.diagnostics[1].line == 2)
    #expect(try books.ledger.batches().isEmpty)
  }

  @Test func `a list of which everybody is held since`() throws {
    let books = try books.get()
    try books.post(.due, FourEyesBooks.due([Person.an]))
    try books.hold(Person.an)
    try expectVoid(
      try books.approve(1), [.personHeld], "not payable for this month: inspection", books)
  }

  @Test func `a person who is held since, and an obligation that was taken, are both named`() throws
  {
    let books = try books.get()
    try books.post(.due, FourEyesBooks.due([Person.an, Person.binh]))
    // Somebody makes room for a second submission of the same payment.
    try books.edit("DELETE FROM reservation")
    try books.post(.due, FourEyesBooks.due([Person.binh]), by: "nga")
    try books.approve(2)
    try books.hold(Person.an)
    try expectVoid(try books.approve(1), [.personHeld, .alreadyPosted], "not payable", books)
  }

  @Test func `a person whom the maker left out is not the cause, the one held since is`() throws {
    let books = try books.get()
    try books.hold(Person.binh)
    var request = PostingRequest(
      .due,
      [
        .memory(
          name: books.folder + "/due.csv",
          bytes: Array(FourEyesBooks.due([Person.an, Person.binh, Person.chi]).utf8))
      ], maker: "somebody", today: try books.today())
    request.key = books.keys["lan"]
    request.heldRows = .leftOut
    #expect(try books.ledger.post(request).receipts.first?.submission == 1)
    try books.hold(Person.chi)
    let void = try books.approve(1)
    try expectVoid(void, [.personHeld], "not payable for this month", books)
    #expect(void.diagnosis.diagnostics[1].line == 4)
  }

  @Test func `a hold that was released since`() throws {
    let books = try books.get()
    try books.hold(Person.binh)
    var request = PostingRequest(
      .due,
      [
        .memory(
          name: books.folder + "/due.csv",
          bytes: Array(FourEyesBooks.due([Person.an, Person.binh]).utf8))
      ], maker: "somebody", today: try books.today())
    request.key = books.keys["lan"]
    request.heldRows = .leftOut
    #expect(try books.ledger.post(request).receipts.first?.submission == 1)
    try books.release(by: "lan")
    try books.release(by: "minh")
    try expectVoid(try books.approve(1), [], "hold 1 was released by record 14", books)
  }

  @Test func `a number that is known since as another of a held person`() throws {
    let books = try books.get()
    try books.hold(Person.dung)
    var request = PostingRequest(
      .due,
      [
        .memory(
          name: books.folder + "/due.csv",
          bytes: Array(FourEyesBooks.due([Person.an, Person.binh]).utf8))
      ], maker: "somebody", today: try books.today())
    request.key = books.keys["lan"]
    #expect(try books.ledger.post(request).receipts.first?.submission == 1)
    try books.link(by: "lan")
    try books.link(by: "minh")
    try expectVoid(try books.approve(1), [], "numbers of persons were linked by record 14", books)
  }

  @Test func `an amount that a new chart holds`() throws {
    let books = try books.get()
    try books.post(.due, FourEyesBooks.due([Person.an]))
    try books.chart(by: "hoa")
    try books.chart(by: "minh")
    try expectVoid(try books.approve(1), [.amountHeld], "5.000.000", books)
  }

  @Test func `a period that was closed since`() throws {
    let books = try books.get()
    _ = try books.post(
      .advance, [("advance.csv", "unit,fund,amount\n79-S1,retirement,5000000\n")],
      today: "2026-09-30")
    // No command closes a period for which a file waits, so somebody else's program did.
    let hoa = try #require(books.keys["hoa"])
    try books.ledger.store.exclusively(wait: 5) {
      _ = try books.ledger.store.write {
        try $0.appendPeriodChange(
          try #require(Month("2026-09")), .closed, date: try books.today(), maker: "hoa",
          reason: nil, sign: hoa.sign)
      }
    }
    try expectVoid(try books.approve(1), [.periodClosed], "Period 2026-09 is closed", books)
  }

  @Test func `a site that has another code since`() throws {
    let books = try books.get()
    try books.book(.due, FourEyesBooks.due([Person.an]))
    // A list that names the site, and one that takes it from the register.
    try books.post(.due, FourEyesBooks.due([Person.binh]))
    try books.post(.paid, "person,benefit,month,amount\n\(Person.an),pension,2026-10,5000000\n")
    let taken = try books.units("79-N1,Điểm mới,site,79-C01,2026-10-02,,79-S1,\n", by: "hoa")
    #expect(taken.diagnosis.total == 0, "\(taken.diagnosis)")
    try expectVoid(try books.approve(2), [.unitNotValid], "79-S1", books)
    try expectVoid(try books.approve(3), [], "site 79-S1 is 79-N1 since record", books)
  }
}
