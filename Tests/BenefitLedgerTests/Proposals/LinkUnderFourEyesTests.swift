import Foundation
import Testing

@testable import BenefitLedger

/// Linked numbers stay linked, so two persons link them.
@Suite struct LinkUnderFourEyesTests {
  private let books = Result { try FourEyesBooks() }

  private func links(_ books: FourEyesBooks, by user: String) throws -> LinksAnswer {
    let list = try books.file(
      "links.csv", "old,new\n\(Person.an),\(Person.dung)\n\(Person.chi),\(Person.binh)\n")
    return try books.ledger.importLinks(from: list, books.record(by: user))
  }

  @Test func `one asks to link two numbers, and an approver agrees`() throws {
    let books = try books.get()
    let asked = try books.link(by: "lan")
    #expect(asked.record.proposal?.proposal.user == "lan" && asked.record.added == 0)
    #expect(asked.record.proposal?.proposal.subject == .link)
    #expect(try books.ledger.links().isEmpty)
    #expect(code { try books.link(by: "lan") } == .otherPersonNeeded)
    #expect(try books.link(by: "nga").record.proposal != nil)
    let agreed = try books.link(by: "minh")
    #expect(agreed.record.proposal == nil && agreed.record.added == 1)
    #expect(try books.ledger.links().count == 1)
    #expect(try books.link(by: "thu").record.known == 1)
    try books.expectIntact()
  }

  @Test func `a list is agreed to with the same bytes`() throws {
    let books = try books.get()
    #expect(try links(books, by: "hoa").record.proposal != nil)
    // One of its links by hand is another request.
    #expect(try books.link(by: "minh").record.proposal?.others.map(\.user) == ["hoa"])
    let agreed = try links(books, by: "minh")
    #expect(agreed.record.added == 2 && agreed.record.proposal == nil)
    #expect(try books.ledger.links().map(\.file) == ["links.csv", "links.csv"])
    #expect(try links(books, by: "thu").record.alreadyImported)
    try books.expectIntact()
  }

  @Test func `the schema takes no link that nobody agreed to`() throws {
    let books = try books.get()
    try books.link(by: "lan")
    #expect(
      try books.refusal(
        of: "INSERT INTO person_link SELECT max(record_no) + 1, 1, 1, 2, NULL FROM record")?
        .contains("nobody agreed") == true)
  }

  @Test func `a link whose agreement is gone is found`() throws {
    let books = try books.get()
    try books.link(by: "lan")
    try books.link(by: "minh")
    try books.edit("DELETE FROM proposal WHERE agrees_to_record_no IS NOT NULL")
    #expect(
      try books.ledger.verify().findings.contains {
        $0.kind == .roleViolated && $0.message.contains("by one person alone")
      })
  }

  @Test func `a link that is not what was agreed to is found`() throws {
    let books = try books.get()
    try books.link(by: "lan")
    try books.link(by: "minh")
    try books.edit("UPDATE person_link SET number_new = number_new + 1")
    #expect(try books.ledger.verify().kinds.contains(.registerChanged))
  }
}
