import Foundation
import Testing

@testable import BenefitLedger

/// A ledger of three batches, the key that signs its checkpoints, and the file they are kept in.
final class TrustBooks {
  let books: TestLedger
  let key = SigningKey(name: "bhxh-79")
  var file: String { books.folder + "/checkpoints" }
  var ledger: Ledger { books.ledger }
  var path: String { books.folder + "/ledger.db" }

  /// What was due to An, in đồng; everything else is the same in all these books.
  init(due amount: Int64 = 5_000_000) throws {
    books = try TestLedger()
    try books.due([Person.an], amount: amount)
    try books.due([Person.binh, Person.chi, Person.dung], site: "79-S2")
    try books.post(.paid, TestLedger.list([Person.binh, Person.chi]), name: "paid.csv")
  }

  /// Makes a checkpoint and adds it to the file.
  @discardableResult
  func checkpoint(on day: String = TestLedger.today) throws -> CheckpointAnswer {
    try ledger.checkpoint(
      CheckpointRequest(key: key, date: try books.day(day), file: file))
  }

  /// Holds the ledger against the checkpoints of the file.
  func verify(_ ledger: Ledger? = nil, key: VerifierKey? = nil) throws -> Verification {
    try (ledger ?? self.ledger).verify(
      against: CheckpointCheck(try CheckpointFile.read(file), key: key ?? self.key.verifierKey))
  }

  /// Proves a step of the pension of October 2026.
  func prove(_ person: String, _ event: Event? = nil) throws -> PaymentProof {
    var request = ProofRequest(
      person: try books.number(person), benefit: .pension,
      month: try #require(Month("2026-10")))
    request.event = event
    return try ledger.prove(request, byLastOf: file)
  }
}
