import Foundation
import Testing

@testable import BenefitLedger

/// Periods are closed and reopened by named people, by their keys; reopening takes two of them.
@Suite struct PeriodsUnderFourEyesTests {
  private let books = Result { try FourEyesBooks() }
  private let list = "unit,fund,amount\n79-S1,retirement,5000000\n"

  private func change(
    _ change: PeriodRequest.Change, by user: String?, reason: String? = nil
  ) throws -> PeriodAnswer {
    var request = PeriodRequest(
      change, try #require(Month("2026-09")), reason: reason, maker: "somebody",
      date: try #require(CivilDate("2026-10-05")))
    request.key = try user.flatMap { try books.get().keys[$0] }
    return try books.get().ledger.change(request)
  }

  private func code(_ body: () throws -> Void) -> Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? LedgerError)?.code
    }
  }

  private func submitInSeptember() throws -> Receipt? {
    try books.get().post(.advance, [("advance.csv", list)], today: "2026-09-30").receipts.first
  }

  @Test func `one asks to reopen a period and another agrees`() throws {
    #expect(try change(.close, by: "hoa").state == .closed)
    #expect(try submitInSeptember()?.codes == [.periodClosed])
    let asked = try change(.reopen, by: "hoa", reason: "a late list")
    #expect(asked.state == .reopenRequested && asked.requestedBy == "hoa")
    #expect(try submitInSeptember()?.codes == [.periodClosed])
    #expect(code { _ = try change(.reopen, by: "hoa", reason: "again") } == .otherPersonNeeded)
    #expect(try change(.reopen, by: "minh", reason: "I agree").state == .open)
    #expect(try submitInSeptember()?.state == .submitted)
    #expect(try books.get().ledger.verify().isIntact)
  }

  @Test func `closing says no to somebody who asks to reopen`() throws {
    _ = try change(.close, by: "hoa")
    _ = try change(.reopen, by: "hoa", reason: "a late list")
    #expect(try change(.close, by: "minh").state == .closed)
    // So the next one who asks is the first again.
    #expect(try change(.reopen, by: "thu", reason: "please").requestedBy == "thu")
  }

  @Test func `nobody changes a period without a key, or without the right`() throws {
    #expect(code { _ = try change(.close, by: nil) } == .keyMissing)
    for user in ["lan", "tam", "quan"] {
      #expect(code { _ = try change(.close, by: user) } == .roleNotAllowed, "\(user)")
    }
    let books = try books.get()
    #expect(
      code { _ = try books.ledger.closeYear(YearEndRequest(year: 2025)) } == .keyMissing)
  }

  @Test func `an approval comes too late for a period that was closed meanwhile`() throws {
    let books = try books.get()
    #expect(try submitInSeptember()?.state == .submitted)
    // A file that waits keeps the period open.
    #expect(code { _ = try change(.close, by: "hoa") } == .submissionsOpen)
    #expect(try books.approve(1).state == .posted)
    #expect(code { _ = try change(.close, by: "hoa") } == nil)
  }

  @Test func `a file that waits keeps its period from being soft-closed, a correction does not`()
    throws
  {
    let books = try books.get()
    #expect(try submitInSeptember()?.state == .submitted)
    #expect(code { _ = try change(.softClose, by: "hoa") } == .submissionsOpen)
    #expect(try books.approve(1).state == .posted)
    var order = ReversalRequest(
      batch: 1, reason: "wrong site", date: try #require(CivilDate("2026-09-30")))
    order.key = books.keys["lan"]
    #expect(try books.ledger.reverse(order).receipts.first?.submission == 2)
    // One of another month could be posted all the same.
    try books.post(.due, FourEyesBooks.due([Person.an]))
    #expect(try change(.softClose, by: "hoa").state == .softClosed)
    #expect(try books.approve(2).state == .posted)
    #expect(try books.approve(3).state == .posted)
    #expect(try books.ledger.verify().isIntact)
  }

  /// What somebody with a key, or without, does to a closed period past the program.
  static let alone: [(changes: [(PeriodState, String?)], says: String)] = [
    ([(.open, "hoa")], "which nobody had asked for"),
    ([(.reopenRequested, "hoa"), (.open, "hoa")], "which the same person asked for"),
    ([(.softClosed, "hoa")], "without an approved undoing of its year end"),
    ([(.softClosed, nil)], "without an approved undoing of its year end"),
  ]

  @Test(arguments: alone.indices)
  func `a closed period that one person opened is found`(_ index: Int) throws {
    let (changes, says) = Self.alone[index]
    let books = try books.get()
    _ = try change(.close, by: "hoa")
    try TamperedBooks.edit(books.path, "SELECT 1", keepsTriggers: false)
    let ledger = try Ledger.open(books.path)
    try ledger.store.exclusively(wait: 5) {
      for (state, user) in changes {
        let key = user.flatMap { books.keys[$0] }
        _ = try ledger.store.write {
          try $0.appendPeriodChange(
            try #require(Month("2026-09")), state, date: try #require(CivilDate("2026-10-05")),
            maker: user ?? "lan", reason: "batch 1 undone: x", sign: key.map { $0.sign })
        }
      }
    }
    let found = try ledger.verify()
    #expect(!found.kinds.contains(.signatureInvalid) && !found.kinds.contains(.registerChanged))
    #expect(
      found.findings.contains { $0.kind == .roleViolated && $0.message.contains(says) },
      "\(found.findings.map(\.message))")
  }

  @Test(arguments: [
    "UPDATE record SET signature = NULL WHERE record_kind_id = 4",
    "UPDATE record SET signature = zeroblob(64) WHERE record_kind_id = 4",
    "UPDATE record SET maker = 'minh' WHERE record_kind_id = 4",
    "UPDATE period_change SET state = 'open'",
  ])
  func `a change of a period that nobody signed is found`(_ sql: String) throws {
    _ = try change(.close, by: "hoa")
    let books = try books.get()
    #expect(try books.ledger.verify().isIntact)
    try books.edit(sql)
    #expect(
      try !books.ledger.verify().kinds.isDisjoint(with: [.signatureInvalid, .registerChanged]))
  }
}
