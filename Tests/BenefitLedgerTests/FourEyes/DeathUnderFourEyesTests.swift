import BenefitLedger
import Foundation
import Testing

/// The lists of a death wait for approval, and the notice is taken in again on another day.
@Suite struct DeathUnderFourEyesTests {
  private let books = Result { try FourEyesBooks() }

  private func deaths(
    _ books: FourEyesBooks, on day: String, by user: String
  ) throws -> DeathAnswer {
    let path = books.folder + "/deaths.csv"
    try "person,date\n\(Person.an),2026-09-10\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    var request = DeathRequest(path: path, today: try #require(CivilDate(day)))
    request.key = books.keys[user]
    return try books.ledger.recordDeaths(request)
  }

  @Test func `a rerun on any day answers what is waiting`() throws {
    let books = try books.get()
    try books.book(.due, FourEyesBooks.due([Person.an]))
    let first = try deaths(books, on: "2026-10-05", by: "lan")
    let waiting = try #require(first.posting.receipts.first)
    #expect(waiting.state == .submitted && waiting.event == .cancelled && !waiting.alreadyPosted)
    for (day, user) in [("2026-10-05", "lan"), ("2026-10-07", "lan"), ("2026-10-08", "nga")] {
      let again = try deaths(books, on: day, by: user)
      let receipt = try #require(again.posting.receipts.first)
      #expect(receipt.codes.isEmpty && receipt.alreadyPosted, "\(receipt.diagnosis)")
      #expect(receipt.submission == waiting.submission && again.posting.receipts.count == 1)
      #expect(receipt.total == 5_000_000 && receipt.date == waiting.date)
    }
    let posted = try books.approve(try #require(waiting.submission))
    #expect(posted.state == .posted && posted.total == 5_000_000)
    #expect(try deaths(books, on: "2026-10-09", by: "nga").posting.receipts.isEmpty)
    #expect(try books.ledger.verify().isIntact)
  }
}
