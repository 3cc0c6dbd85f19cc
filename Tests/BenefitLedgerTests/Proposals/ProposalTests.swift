import Foundation
import Testing

@testable import BenefitLedger

/// What opens the gate to money needs two persons: charts, and the end of holds.
@Suite struct ProposalTests {
  private let books = Result { try FourEyesBooks() }

  private func codes(_ receipt: Receipt) -> [Code] { receipt.codes }

  @Test func `one asks for a chart, and it holds once an approver agrees`() throws {
    let books = try books.get()
    let asked = try books.chart(by: "hoa")
    #expect(asked.proposal?.proposal.user == "hoa" && asked.record == 10)
    #expect(asked.proposal?.proposal.subject == .chart && asked.proposal?.others.isEmpty == true)
    #expect(try books.ledger.chart().record == 1, "nothing is in force yet")
    #expect(try books.post(.due, FourEyesBooks.due([Person.an])).state == .submitted)
    #expect(code { try books.chart(by: "hoa") } == .otherPersonNeeded)
    let agreed = try books.chart(by: "minh")
    #expect(agreed.proposal == nil && agreed.isNew && agreed.record == 13)
    #expect(try books.ledger.chart().record == 13)
    #expect(codes(try books.post(.due, FourEyesBooks.due([Person.binh]))) == [.amountHeld])
    #expect(try books.ledger.chartList().map(\.reason) == [nil, "Decision 7"])
    // Said again, it is in force already.
    #expect(try !books.chart(by: "thu").isNew)
    try books.expectIntact()
  }

  @Test func `one asks for a release, and the person is payable once an approver agrees`() throws {
    let books = try books.get()
    try books.hold(Person.an)
    let asked = try books.release(by: "lan")
    #expect(asked.proposal?.proposal.user == "lan" && asked.added == 0)
    #expect(try books.ledger.holds().map(\.released) == [nil])
    #expect(codes(try books.post(.due, FourEyesBooks.due([Person.an]))) == [.personHeld])
    #expect(code { try books.release(by: "lan") } == .otherPersonNeeded)
    let agreed = try books.release(by: "minh")
    #expect(agreed.proposal == nil && agreed.added == 1)
    #expect(try books.ledger.holds().first?.released?.description == "2026-10-01")
    #expect(try books.post(.due, FourEyesBooks.due([Person.an])).state == .submitted)
    try books.expectIntact()
  }

  /// What each user may ask for, and whether he may agree to what `hoa` asked for.
  static let roles: [(user: String?, chart: Code?, release: Code?, year: Code?, agrees: Bool)] = [
    ("lan", .roleNotAllowed, nil, .roleNotAllowed, false),
    ("nga", .roleNotAllowed, nil, .roleNotAllowed, false),
    ("quan", nil, nil, .roleNotAllowed, false), ("thu", nil, nil, nil, true),
    ("tam", .roleNotAllowed, .roleNotAllowed, .roleNotAllowed, false),
    (nil, .keyMissing, .keyMissing, .keyMissing, false),
  ]

  @Test(arguments: roles.indices)
  func `each role may ask and agree as is its own`(_ index: Int) throws {
    let (user, chart, release, year, agrees) = Self.roles[index]
    let books = try FourEyesBooks()
    try books.contribute(1_000, on: "2025-12-05")
    try books.hold(Person.an)
    #expect(code { try books.chart(7, by: user) } == chart)
    #expect(code { try books.release(by: user, reason: "own") } == release)
    #expect(code { try books.closeYear(2025, by: user) } == year)
    #expect(try books.ledger.chart().record == 1 && books.ledger.batches().count == 1)
    // Whatever he asked for waits for somebody else; now hoa asks, and he is the second.
    #expect(try books.chart(8, by: "hoa").proposal != nil)
    #expect(try books.release(by: "hoa").proposal != nil)
    #expect(code { _ = try books.chart(8, by: user) } == chart)
    #expect(code { _ = try books.release(by: user) } == release)
    #expect(try (books.ledger.chart().record != 1) == agrees)
    #expect(try (books.ledger.holds().first?.released != nil) == agrees)
    try books.expectIntact()
  }

  @Test func `who asks for something else only asks, and hears of the other`() throws {
    let books = try books.get()
    try books.hold(Person.an)
    try books.release(by: "lan")
    for asked in [
      try books.release(by: "minh", from: "2026-10-02"),
      try books.release(by: "thu", reason: "nothing was found"),
    ] {
      #expect(asked.proposal?.others.contains { $0.user == "lan" } == true)
    }
    #expect(try books.ledger.holds().first?.released == nil)
    #expect(try books.release(by: "thu").proposal == nil)
    try books.expectIntact()
  }

  @Test func `what was asked for lapses with what it stands on`() throws {
    let books = try books.get()
    try books.chart(1, by: "hoa")
    try books.chart(2, by: "hoa")
    #expect(try books.chart(2, by: "minh").proposal == nil)
    // The first was to follow another chart than is in force now.
    let late = try books.chart(1, by: "minh")
    #expect(late.proposal?.proposal.user == "minh")
    #expect(late.proposal?.others.isEmpty == true, "nobody is told of what lapsed")
    #expect(try books.chart(1, by: "thu").proposal == nil)
    try books.expectIntact()
  }

  @Test func `an agreement is for one time`() throws {
    let books = try books.get()
    try books.hold(Person.an)
    for user in ["lan", "nga", "minh"] { try books.release(by: user, from: "2026-10-01") }
    // Two asked, one agreed, and both are served; the next release begins anew.
    try books.hold(Person.an, from: "2026-02-01")
    #expect(try books.release(2, by: "thu").proposal != nil)
    #expect(try books.ledger.holds().map { $0.released == nil } == [false, true])
    #expect(code { try books.release(1, by: "thu") } == .holdReleasedBefore)
    try books.expectIntact()
  }

  @Test func `whoever was revoked does not ask any more`() throws {
    let books = try books.get()
    try books.hold(Person.an)
    try books.release(by: "lan")
    _ = try books.ledger.revokeUser("lan", reason: "left", by: books.keys["quan"])
    #expect(try books.release(by: "minh").proposal?.proposal.user == "minh")
    try books.expectIntact()
  }

  @Test func `a proposal that somebody changed is agreed to by nobody`() throws {
    let books = try books.get()
    try books.hold(Person.an)
    let asked = try books.release(by: "lan")
    let record = try #require(asked.record)
    // Minh's own proposal is made to be another's, so that he could agree to it.
    try books.edit("UPDATE record SET signature = zeroblob(64) WHERE record_no = \(record)")
    #expect(code { try books.release(by: "minh") } == .ledgerDamaged)
    #expect(try books.ledger.holds().first?.released == nil)
  }

  @Test func `one person alone needs nobody's agreement, and a key signs`() throws {
    let books = try TestLedger()
    try books.hold("person,reason,from,to\n\(Person.an),x,2026-01-01,\n")
    let released = try books.ledger.release(.number(1), reason: "back", from: books.day())
    #expect(released.proposal == nil && released.added == 1)
    #expect(try books.take(chart: OwnChart.head).proposal == nil)
    let path = books.folder + "/quan.key"
    _ = try books.ledger.addUser("quan", role: .administrator, keyFile: path, by: nil)
    var request = RecordRequest(maker: "somebody", date: try books.day())
    request.key = try KeyFile.read(path)
    _ = try books.ledger.addHold(
      of: try books.number(Person.binh), kind: .suspended, reason: "x", from: books.day(), to: nil,
      request)
    #expect(
      try books.ledger.release(.number(2), reason: "y", from: books.day(), request).added == 1)
    #expect(try books.ledger.verify().isIntact)
    try TamperedBooks.edit(
      books.folder + "/ledger.db",
      "UPDATE record SET signature = zeroblob(64) WHERE record_kind_id = 6")
    #expect(try books.ledger.verify().kinds.contains(.signatureInvalid))
  }
}
