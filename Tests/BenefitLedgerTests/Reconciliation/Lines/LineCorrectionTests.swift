import Foundation
import Testing

@testable import BenefitLedger

/// The lists that, posted, make our lines the other side's.
@Suite struct LineCorrectionTests {
  private let books = Result { try TestLedger() }
  private static let columns = "person,benefit,month,amount,site,channel\n"
  private static let held = "040170000044"

  private func compare(
    _ event: Event, _ theirs: String, to name: String = "correct.csv"
  ) throws -> LinesReconciliation {
    let books = try books.get()
    return try books.lines(event, [theirs]) { $0.correct = books.folder + "/" + name }
  }

  private func reasons(_ result: LinesReconciliation) throws -> [String] {
    try #require(result.correction).left.map { entry in
      switch entry.why {
      case .theirs: "theirs \(entry.count)"
      case .refused(let code): "\(code.text) \(entry.count)"
      case .afterAnother: "after another \(entry.count)"
      }
    }
  }

  @Test func `what is missing is posted, and what is too much is undone`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh, Person.chi])
    try books.post(.paid, TestLedger.list([Person.an, Person.binh]))
    let theirs = TestLedger.list([Person.an, Person.chi])
    let correction = try #require(try compare(.paid, theirs).correction)
    #expect(correction.left.isEmpty)
    #expect(
      try books.text("correct.reverse.csv")
        == "person,benefit,month,amount,occurrence\n\(Person.binh),pension,2026-10,5000000,1\n")
    #expect(
      try books.text("correct.csv")
        == "person,benefit,month,amount,occurrence\n\(Person.chi),pension,2026-10,5000000,1\n")
    #expect(
      !FileManager.default.fileExists(atPath: books.folder + "/correct.transferred.csv"))
    try books.post(correction)
    #expect(try books.lines(.paid, [theirs]).agrees)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `what was paid elsewhere is undone, sent there, and paid there`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.post(.paid, TestLedger.list([Person.an]))
    let theirs = Self.columns + "\(Person.an),pension,2026-10,5000000,40-S1,cash\n"
    let correction = try #require(try compare(.paid, theirs).correction)
    #expect(
      correction.lists.map { "\($0.event.code) \($0.undoes)" } == [
        "paid true", "transferred false", "paid false",
      ])
    try books.post(correction)
    #expect(try books.lines(.paid, [theirs]).agrees)
    #expect(try books.balance("advance/retirement/40-S1") == -5_000_000)
    #expect(try books.balance("advance/retirement/79-S1") == 0)
  }

  @Test func `what is due otherwise is undone and due again, out of the same fund`() throws {
    let books = try books.get()
    try books.post(
      .due,
      "person,benefit,month,amount,site,channel,fund\n"
        + "\(Person.an),medical,2026-10,100,79-S1,cash,health\n"
        + "\(Person.binh),pension,2026-10,200,79-S1,cash,\n"
        + "\(Person.chi),pension,2026-10,300,79-S1,cash,\n")
    let theirs =
      Self.columns + "\(Person.an),medical,2026-10,101,79-S1,cash\n"
      + "\(Person.binh),pension,2026-10,200,79-A,agency\n"
      + "\(Person.chi),pension,2026-10,300,79-S1,employer\n"
      + "\(Person.dung),pension,2026-10,400,40-S1,cash\n"
    let result = try compare(.due, theirs)
    #expect(result.counts == ["amount": 1, "site": 1, "channel": 1, "missing-ours": 1])
    let correction = try #require(result.correction)
    #expect(correction.left.isEmpty)
    try books.post(correction)
    #expect(try books.lines(.due, [theirs]).agrees)
    #expect(try books.balance("payable/health/79-S1") == -101)
  }

  @Test func `what the rules of the ledger forbid is left to a person, each by why`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh, Person.chi, Self.held])
    try books.hold("person,reason,from\n\(Self.held),abroad,2026-10-02\n")
    try books.post(.paid, TestLedger.list([Person.an, Person.binh]))
    try books.post(.returned, TestLedger.list([Person.binh]))
    let theirs =
      TestLedger.list([Person.an, Person.an, Self.held])  // twice; held
      + "\(Person.chi),pension,2026-10,4000000\n"  // not what is owed
      + "\(Person.dung),pension,2026-10,5000000\n"  // never due
    let result = try compare(.paid, theirs)
    // Person.binh was paid and came back: that is undone first.
    #expect(
      try reasons(result) == [
        "theirs 1", "L0511 1", "L0521 1", "L0531 1", "L0541 1",
      ])
    #expect(result.correction?.lists.isEmpty == true)
  }

  @Test func `no list makes due what posting would refuse`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Self.held),abroad,2026-01-02\n")
    let theirs =
      "person,benefit,month,amount,site,channel\n"
      + "\(Self.held),pension,2026-10,100,79-S1,cash\n"  // held
      + "\(Person.an),pension,2026-10,100,79-OLD,cash\n"  // closed
      + "\(Person.binh),pension,2026-10,100,79-S1,bank\n"  // no account
      + "\(Person.chi),pension,2026-10,100,,cash\n"  // no site
      + "\(Person.dung),pension,2026-10,900000000000,79-S1,cash\n"  // above the limit
    #expect(
      try reasons(try compare(.due, theirs)) == [
        "L0401 1", "L0443 1", "L0461 1", "L0541 1",
        "L0551 1",
      ])
  }

  @Test func `lists are not written over others, and none is left when it fails`() throws {
    let books = try books.get()
    try books.due([Person.an])
    _ = try books.file("correct.reverse.csv", "mine")
    #expect(
      code { try compare(.due, TestLedger.list([Person.binh])) } == .outputExists)
    #expect(try books.text("correct.reverse.csv") == "mine")
    #expect(!FileManager.default.fileExists(atPath: books.folder + "/correct.csv"))
  }
}
