import BenefitLedger
import TestSupport
import Testing

/// Under four eyes whoever says what the bank's money is signs for it.
@Suite struct BankUnderFourEyesTests {
  private let books: FourEyesBooks
  private let day: CivilDate

  init() throws {
    books = try FourEyesBooks()
    day = try #require(CivilDate("2026-10-07"))
  }

  private func reconcile(by user: String?) throws -> BankAnswer {
    let text = StatementText(opening: 50_000, [StatementText.Entry(-11_000)]).csv()
    let path = books.folder + "/bank.csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    var request = BankRequest([path], maker: "somebody", date: day)
    request.fund = .retirement
    request.key = user.flatMap { books.keys[$0] }
    return try books.ledger.reconcileBank(request)
  }

  private func note(by user: String?) throws {
    var request = RecordRequest(maker: "somebody", date: day)
    request.key = user.flatMap { books.keys[$0] }
    _ = try books.ledger.resolve(exceptions: [1], by: .note("a charge"), request)
  }

  @Test func `a clerk reconciles, a controller resolves, and both have signed`() throws {
    #expect(code { try reconcile(by: nil) } == .keyMissing)
    #expect(code { try reconcile(by: "tam") } == .roleNotAllowed)
    #expect(try books.integer("SELECT count(*) FROM bank_entry") == 0)
    #expect(try reconcile(by: "lan").exceptions.count == 1)
    #expect(code { try note(by: nil) } == .keyMissing)
    #expect(code { try note(by: "lan") } == .roleNotAllowed)
    try note(by: "hoa")
    #expect(try books.ledger.exceptions(on: day).isEmpty)
    #expect(
      try books.integer(
        "SELECT count(*) FROM record WHERE record_kind_id >= 14 AND signature IS NOT NULL") == 3)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a controller takes a statement back, and has signed`() throws {
    func withdraw(by user: String?) throws {
      var request = RecordRequest(maker: "somebody", date: day)
      request.key = user.flatMap { books.keys[$0] }
      try books.ledger.withdraw(statements: [1], reason: "the wrong fund", request)
    }
    _ = try reconcile(by: "lan")
    #expect(code { try withdraw(by: nil) } == .keyMissing)
    #expect(code { try withdraw(by: "lan") } == .roleNotAllowed)
    #expect(try books.integer("SELECT count(*) FROM statement_withdrawal") == 0)
    try withdraw(by: "hoa")
    #expect(try books.ledger.verify().isIntact)
    // The record's own signature, and the role of who signed it, are looked at again.
    try books.edit("UPDATE record SET signature = NULL WHERE record_kind_id = 18")
    #expect(try books.ledger.verify().findings.map(\.kind) == [.signatureInvalid])
  }

  @Test func `a record of the bank without its signature is found`() throws {
    _ = try reconcile(by: "lan")
    try books.edit("UPDATE record SET signature = NULL WHERE record_kind_id = 15")
    #expect(try books.ledger.verify().findings.map(\.kind) == [.signatureInvalid])
  }
}
