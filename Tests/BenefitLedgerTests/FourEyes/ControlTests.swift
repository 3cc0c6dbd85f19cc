import Foundation
import Testing

@testable import BenefitLedger

/// One word changed in the file does not let one person post alone.
@Suite struct ControlTests {
  /// What writes, by nobody in particular.
  private func writing(_ ledger: Ledger, _ folder: String) -> [Code?] {
    let due = Array(FourEyesBooks.due([Person.an]).utf8)
    return [
      code { try ledger.post(PostingRequest(.due, [.memory(name: "due.csv", bytes: due)])) },
      code { try ledger.reverse(ReversalRequest(batch: 1, reason: "x")) },
      code { try ledger.approve(DecisionRequest(submission: 1, key: nil)) },
      code { try ledger.change(PeriodRequest(.close, try #require(Month("2026-09")))) },
      code { try ledger.closeYear(YearEndRequest(year: 2025)) },
      code {
        try ledger.addHold(
          of: try #require(PersonNumber(Person.an)), kind: .suspended, reason: "x",
          from: try #require(CivilDate("2026-01-01")), to: nil)
      },
      code {
        try ledger.addUser(
          "x", role: .approver, keyFile: folder + "/x.key", by: nil)
      },
    ]
  }

  /// How somebody would make a ledger his own.
  static let changes = [
    "UPDATE ledger SET control = 'single'",
    "UPDATE ledger SET control = 'single'; UPDATE record SET reason = NULL WHERE record_no = 2",
    "UPDATE ledger SET control = 'single'; UPDATE record SET signature = NULL",
    "UPDATE ledger SET control = 'single'; DELETE FROM user_key",
    "DELETE FROM user_key; DELETE FROM record WHERE record_kind_id = 3",
  ]

  @Test(arguments: changes)
  func `a ledger under four eyes that somebody made his own takes nothing`(_ sql: String) throws {
    let books = try FourEyesBooks()
    try books.edit(sql)
    #expect(
      writing(books.ledger, books.folder) == Array(repeating: .ledgerDamaged, count: 7), "\(sql)")
    #expect(!FileManager.default.fileExists(atPath: books.folder + "/x.key"))
    #expect(try books.ledger.batches().isEmpty, "reports can be read")
    #expect(try !books.ledger.verify().isIntact)
  }

  @Test func `a ledger of one person that somebody puts under four eyes takes nothing`() throws {
    let books = try TestLedger()
    try TamperedBooks.edit(books.folder + "/ledger.db", "UPDATE ledger SET control = 'four-eyes'")
    #expect(
      writing(books.ledger, books.folder) == Array(repeating: .ledgerDamaged, count: 7))
    // Nor with users, whose first did not say so.
    let other = try TestLedger()
    _ = try other.ledger.addUser(
      "quan", role: .administrator, keyFile: other.folder + "/quan.key", by: nil)
    #expect(try other.due([Person.an]).state == .posted)
    try TamperedBooks.edit(other.folder + "/ledger.db", "UPDATE ledger SET control = 'four-eyes'")
    #expect(
      writing(other.ledger, other.folder) == Array(repeating: .ledgerDamaged, count: 7))
  }
}
