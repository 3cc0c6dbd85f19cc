import Foundation
import LedgerCore
import LedgerStore
import Testing

@testable import BenefitLedger

/// Under four eyes an administrator archives, by his key: no money moves, and no figure changes.
@Suite struct ArchiveUnderFourEyesTests {
  private func books() throws -> FourEyesBooks {
    let books = try FourEyesBooks()
    let list =
      "person,benefit,month,amount,site,channel\n\(Person.an),pension,2025-12,5,79-S1,cash\n"
    let made = try books.post(.due, [("due.csv", list)], today: "2025-12-05")
    try books.approve(try #require(made.receipts.first?.submission), by: "minh")
    for user in ["hoa", "minh"] {
      var request = YearEndRequest(
        year: 2025, maker: "x", today: try #require(CivilDate("2026-01-05")))
      request.key = books.keys[user]
      _ = try books.ledger.closeYear(request)
    }
    return books
  }

  private func archive(_ books: FourEyesBooks, by user: String?) throws -> ArchiveAnswer {
    var request = ArchiveRequest(
      year: 2025, maker: "x", today: try #require(CivilDate("2026-02-01")))
    request.key = user.flatMap { books.keys[$0] }
    return try books.ledger.archive(request)
  }

  @Test func `an administrator archives, and nobody else`() throws {
    let books = try books()
    #expect(try ArchiveBooks.code { _ = try archive(books, by: nil) } == .keyMissing)
    for user in ["lan", "hoa", "minh", "tam"] {
      #expect(
        try ArchiveBooks.code { _ = try archive(books, by: user) } == .roleNotAllowed, "\(user)")
    }
    #expect(try archive(books, by: "quan").state == .archived)
    let verification = try books.ledger.verify()
    #expect(verification.isIntact, "\(verification.findings)")
  }

  @Test func `an archive that is recorded by somebody else is found`() throws {
    let books = try books()
    let ledger = books.ledger
    let date = try #require(CivilDate("2026-02-01"))
    try ledger.store.exclusively(wait: 5) {
      try ledger.store.write { transaction in
        let maker = try RecordMaker(
          books.keys["lan"], otherwise: "x", toDo: "archive a year", transaction
        ) { _ in true }
        try transaction.appendRecord(
          .archive, date: date, maker: maker.name, fileName: "x.db", fileDigest: .zero,
          sign: maker.sign
        ) { _ in }
      }
    }
    let found = try ledger.verify()
    #expect(
      found.findings.contains { $0.message.description.contains("who is no administrator") },
      "\(found.findings)")
  }

  @Test func `a year of which a list waits is not archived`() throws {
    let books = try FourEyesBooks()
    let list = "unit,fund,amount\n79-S1,retirement,5\n"
    _ = try books.post(.advance, [("advance.csv", list)], today: "2025-12-05")
    let december = try #require(Month("2025-12"))
    // The period is closed past the program, which does not close it while something waits.
    try ledgerWrite(books) {
      let maker = try RecordMaker(
        books.keys["hoa"], otherwise: "x", toDo: "close", $0
      ) { _ in true }
      try $0.appendPeriodChange(
        december, .closed, date: CivilDate.last(of: december), maker: maker.name, reason: nil,
        sign: maker.sign)
    }
    #expect(try ArchiveBooks.code { _ = try archive(books, by: "quan") } == .submissionsOpen)
  }

  private func ledgerWrite(
    _ books: FourEyesBooks, _ body: (any LedgerTransaction) throws -> Void
  ) throws {
    try books.ledger.store.exclusively(wait: 5) { try books.ledger.store.write(body) }
  }
}
