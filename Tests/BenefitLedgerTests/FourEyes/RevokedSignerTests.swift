import Foundation
import Testing

@testable import BenefitLedger

/// What somebody signed who was revoked since opens nothing any more; what was done before stands.
@Suite struct RevokedSignerTests {
  private let books = Result { try FourEyesBooks() }

  private func revoke(_ user: String) throws {
    let books = try books.get()
    _ = try books.ledger.revokeUser(user, reason: "fraud", by: books.keys["quan"])
  }

  @Test func `a submission of somebody who was revoked is not approved`() throws {
    let books = try books.get()
    let list = FourEyesBooks.due([Person.an])
    let submitted = try #require(try books.post(.due, list).submission)
    try revoke("lan")
    do {
      try books.approve(submitted)
      Issue.record("it is approved")
    } catch let error as LedgerError {
      #expect(error.code == .signerRevoked && error.code.exit == .refused)
      #expect(error.message.contains("made by lan"))
      #expect(error.help.contains("batch reject \(submitted)"))
    }
    #expect(try books.ledger.submission(submitted).state == .open)
    // The way out: it is rejected, and somebody else answers for the list.
    #expect(try books.reject(submitted, by: "minh").state == .rejected)
    let anew = try #require(try books.post(.due, list, by: "nga").submission)
    #expect(try books.approve(anew).state == .posted)
    try books.expectIntact()
  }

  @Test func `not even once he has another key`() throws {
    let books = try books.get()
    let submitted = try #require(try books.post(.due, FourEyesBooks.due([Person.an])).submission)
    try revoke("lan")
    try books.add("lan", .clerk)
    #expect(code { try books.approve(submitted) } == .signerRevoked)
  }

  @Test func `an approval of somebody who was revoked counts for nothing`() throws {
    let books = try books.get()
    let submitted = try #require(
      try books.post(.due, FourEyesBooks.due([Person.an]), thresholds: [1]).submission)
    #expect(try books.approve(submitted, by: "hoa").state == .submitted)
    try revoke("hoa")
    #expect(code { try books.approve(submitted) } == .signerRevoked)
    #expect(try books.reject(submitted, by: "minh").state == .rejected)
    try books.expectIntact()
  }

  @Test func `what was posted before stays valid`() throws {
    let books = try books.get()
    try books.book(.due, FourEyesBooks.due([Person.an]))
    try revoke("lan")
    try revoke("minh")
    try books.expectIntact()
  }

  @Test func `the schema takes no such approval`() throws {
    let books = try books.get()
    try books.post(.due, FourEyesBooks.due([Person.an]))
    try revoke("lan")
    let refusal = try books.refusal(
      of: """
        INSERT INTO decision SELECT 99, 1, 'minh', 'posted', merkle_root FROM submission
        """)
    #expect(refusal?.contains("decision:") == true, "\(refusal ?? "accepted")")
  }

  @Test func `a request to reopen a period lapses with its maker's key`() throws {
    let books = try books.get()
    try books.change(.close, "2026-08", by: "hoa")
    try books.change(.reopen, "2026-08", by: "hoa", reason: "a late list")
    try revoke("hoa")
    let refusal = try books.refusal(
      of: "INSERT INTO period_change SELECT 99, 202608, 'open'")
    #expect(refusal?.contains("nobody asked") == true, "\(refusal ?? "accepted")")
    let anew = try books.change(.reopen, "2026-08", by: "minh", reason: "a late list")
    #expect(anew.state == .reopenRequested && anew.requestedBy == "minh")
    #expect(
      code { try books.change(.reopen, "2026-08", by: "minh", reason: "x") } == .otherPersonNeeded)
    #expect(try books.change(.reopen, "2026-08", by: "thu", reason: "yes").state == .open)
    try books.expectIntact()
  }

  @Test func `a request that lapsed can still be said no to`() throws {
    let books = try books.get()
    try books.change(.close, "2026-08", by: "hoa")
    try books.change(.reopen, "2026-08", by: "hoa", reason: "a late list")
    try revoke("hoa")
    #expect(try books.change(.close, "2026-08", by: "minh").state == .closed)
    try books.expectIntact()
  }

  @Test func `names that differ in capital letters only are not two users`() throws {
    let books = try books.get()
    #expect(code { try books.add("Minh", .approver) } == .userExists)
    #expect(code { try books.add("minh2", .approver) } == nil)
  }
}
