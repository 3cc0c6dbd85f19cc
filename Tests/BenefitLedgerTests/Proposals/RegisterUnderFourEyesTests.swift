import Foundation
import Testing

@testable import BenefitLedger

/// What restricts or describes is signed by one person: units, holds, and who asks to link numbers.
@Suite struct RegisterUnderFourEyesTests {
  private let books = Result { try FourEyesBooks() }

  /// Everything that takes one signature, by somebody.
  private func tries(_ books: FourEyesBooks, by user: String?) -> [Code?] {
    let key = user.flatMap { books.keys[$0] }
    return [
      code { try books.units("79-S3,Điểm số 3,site,79-C01,2026-11-01,,,\n", by: user) },
      code { try books.hold(Person.an, by: user) },
      code {
        let list = try books.file(
          "held.csv", "person,reason,from,to\n\(Person.binh),x,2026-01-01,\n")
        return try books.ledger.importHolds(from: list, kind: .suspended, books.record(by: user))
      },
      code { try books.link(by: user) },
      code {
        let list = try books.file("links.csv", "old,new\n\(Person.chi),\(Person.binh)\n")
        return try books.ledger.importLinks(from: list, books.record(by: user))
      },
      code {
        let list = try books.file("deaths.csv", "person,date\n\(Person.chi),2026-10-02\n")
        var request = DeathRequest(path: list, maker: "somebody", today: try books.today())
        request.key = key
        return try books.ledger.recordDeaths(request)
      },
    ]
  }

  @Test func `nobody writes the register without a key, and an auditor never`() throws {
    let books = try books.get()
    let records = try books.integer("SELECT count(*) FROM record")
    #expect(tries(books, by: nil) == Array(repeating: .keyMissing, count: 6))
    #expect(tries(books, by: "tam") == Array(repeating: .roleNotAllowed, count: 6))
    #expect(try books.integer("SELECT count(*) FROM record") == records)
    // Who may hold and not post does not leave a list of deaths half done.
    #expect(tries(books, by: "quan") == [nil, nil, nil, nil, nil, .roleNotAllowed])
    try books.expectIntact()
  }

  @Test(arguments: ["lan", "hoa", "minh", "quan"])
  func `what is written is signed by the key's user`(_ user: String) throws {
    let books = try books.get()
    try books.units("79-S3,Điểm số 3,site,79-C01,2026-11-01,,,\n", by: user)
    try books.hold(Person.an, by: user)
    try books.link(by: user)
    #expect(
      try books.integer(
        "SELECT count(*) FROM record WHERE record_no > 9 AND maker = '\(user)' "
          + "AND length(signature) = 64") == 3)
    try books.expectIntact()
  }

  @Test func `a dry run needs no key`() throws {
    let books = try books.get()
    let answer = try books.units(
      "79-S3,Điểm số 3,site,79-C01,2026-11-01,,,\n", by: nil, isDryRun: true)
    #expect(answer.versions == 1 && answer.diagnosis.total == 0)
    #expect(try books.integer("SELECT max(record_no) FROM record") == 9)
  }

  /// The record of each kind, and what is done to it.
  @Test(
    arguments: [10, 11, 12],
    ["NULL", "zeroblob(64)", "(SELECT signature FROM record WHERE record_no = 9)"])
  func `a record that nobody signed is found`(_ record: Int, _ signature: String) throws {
    let books = try books.get()
    try books.units("79-S3,Điểm số 3,site,79-C01,2026-11-01,,,\n", by: "lan")
    try books.hold(Person.an)
    try books.link(by: "lan")
    try books.edit("UPDATE record SET signature = \(signature) WHERE record_no = \(record)")
    #expect(try books.ledger.verify().kinds == [.signatureInvalid])
  }

  @Test func `the units that init brings are signed too`() throws {
    let books = try books.get()
    #expect(try books.integer("SELECT count(*) FROM record WHERE signature IS NULL") == 1)
    try books.edit("UPDATE record SET signature = NULL WHERE record_no = 3")
    #expect(try books.ledger.verify().kinds == [.signatureInvalid])
  }
}
