import BenefitLedger
import Foundation
import Testing

/// What was signed before a year was archived holds afterwards.
@Suite struct ArchiveTrustTests {
  private let books: ArchiveBooks
  private let key = SigningKey(name: "bhxh-79")

  init() throws { books = try ArchiveBooks() }

  private func checkpoint() throws -> CheckpointAnswer {
    try books.ledger.checkpoint(
      CheckpointRequest(
        key: key, date: try books.books.day(), file: books.books.folder + "/checkpoints"))
  }

  private func proof() throws -> PaymentProof {
    var request = ProofRequest(
      person: try books.books.number(Person.an), benefit: .pension,
      month: try #require(Month("2025-11")))
    request.event = .paid
    let notes = try CheckpointFile.read(books.books.folder + "/checkpoints")
    return try books.ledger.prove(request, by: try #require(notes.first))
  }

  @Test func `a checkpoint holds, and a proof of an archived line is the same text`() throws {
    _ = try checkpoint()
    let before = try proof()
    try books.archive()
    #expect(try "\(proof())" == "\(before)")
    let check = CheckpointCheck(
      try CheckpointFile.read(books.books.folder + "/checkpoints"), key: key.verifierKey)
    let verification = try books.ledger.verify(against: check)
    #expect(verification.isIntact, "\(verification.findings)")
    try books.books.pensions([Person.chi: 9], month: "2026-02", on: "2026-02-05")
    _ = try checkpoint()
    #expect(try books.ledger.verify(against: check).isIntact)
    #expect(try "\(proof())" == "\(before)")
  }

  @Test func `verify from a batch on reads archived lines as well`() throws {
    try books.archive()
    for since in [1, 4, 6, 9, 11] as [Int64] {
      #expect(try books.ledger.verify(since: since).isIntact, "since \(since)")
    }
  }
}
