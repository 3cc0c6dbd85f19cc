import LedgerCore
import LedgerStore
import Testing

@testable import BenefitLedger

/// Keys that are right in hands that are not: what users sign for themselves past the program.
///
/// Each case writes with the program's own code what the program would have refused, so that digests
/// and signatures are all in order; only the rules about who may do what are broken.
@Suite struct SignedViolationTests {
  /// A submission of `lan` that waits, without the guards of the schema.
  private func books() throws -> FourEyesBooks {
    let books = try FourEyesBooks()
    try books.post(.due, FourEyesBooks.due([Person.an]), thresholds: [1])
    return books
  }

  private func decide(
    _ books: FourEyesBooks, _ outcome: DecisionOutcome, by name: String
  ) throws {
    try TamperedBooks.edit(
      books.path,
      "DROP INDEX IF EXISTS decision_approves_once; DROP INDEX IF EXISTS decision_closes_once",
      keepsTriggers: false)
    let ledger = try Ledger.open(books.path)
    let date = try #require(CivilDate(TestLedger.today))
    try ledger.store.exclusively(wait: 5) {
      try ledger.store.write { transaction in
        let signer = try Signer(books.keys[name], transaction, toDo: "decide")
        try transaction.appendDecision(
          outcome, on: try transaction.submission(1), by: signer, date: date, reason: nil)
      }
    }
  }

  /// Who decides what, and what the audit says of it.
  static let decisions: [(decisions: [(DecisionOutcome, String)], says: String)] = [
    ([(.approved, "lan")], "approves what the same person made"),
    ([(.approved, "tam")], "may not approve"),
    ([(.approved, "nga")], "may not approve"),
    ([(.approved, "quan")], "may not approve"),
    ([(.approved, "minh"), (.approved, "minh")], "approves a second time"),
    ([(.posted, "minh")], "comes before the approvals that are needed"),
    ([(.approved, "minh"), (.posted, "hoa")], "may not approve"),
    ([(.rejected, "nga")], "may not reject"),
    ([(.void, "lan")], "may not reject"),
    ([(.rejected, "minh"), (.approved, "thu")], "decides what was decided before"),
  ]

  @Test(arguments: decisions.indices)
  func `a decision nobody had the right to is found`(_ index: Int) throws {
    let (decisions, says) = Self.decisions[index]
    let books = try books()
    for (outcome, name) in decisions { try decide(books, outcome, by: name) }
    let found = try Ledger.open(books.path, readOnly: true).verify()
    #expect(!found.kinds.contains(.signatureInvalid) && !found.kinds.contains(.registerChanged))
    #expect(
      found.findings.contains { $0.kind == .roleViolated && $0.message.contains(says) },
      "\(found.findings.map(\.message))")
  }

  @Test func `a user whom no administrator added is found, and can do nothing`() throws {
    let books = try books()
    let forged = SigningKey(name: "forged")
    let minh = try #require(books.keys["minh"])
    try books.ledger.store.exclusively(wait: 5) {
      try books.ledger.store.write { transaction in
        _ = try transaction.appendUser(
          "forged", .approver, forged.publicKey,
          date: try #require(CivilDate(TestLedger.today)), reason: nil, maker: "minh",
          sign: minh.sign)
      }
    }
    #expect(try books.ledger.verify().kinds == [.roleViolated])
    #expect(
      code { try books.ledger.approve(DecisionRequest(submission: 1, key: forged)) }
        == .ledgerDamaged)
  }

  @Test func `a submission by somebody who may not post is found`() throws {
    let books = try FourEyesBooks()
    let (ledger, today) = (books.ledger, try #require(CivilDate(TestLedger.today)))
    var request = PostingRequest(
      .due, [.memory(name: "x.csv", bytes: Array(FourEyesBooks.due([Person.an]).utf8))],
      maker: "minh", today: today)
    try ledger.store.exclusively(wait: 5) {
      let signer = try ledger.store.read { try Signer(books.keys["minh"], $0, toDo: "post") }
      request.stage = .submitting(
        Submitter(signer: signer, today: today, thresholds: ApprovalThresholds()))
      #expect(
        try Posting(request, ledger.store, ledger.chart()).post().receipts.first?.state
          == .submitted)
    }
    let found = try ledger.verify()
    #expect(found.kinds == [.roleViolated])
    #expect(found.findings[0].message.contains("may not post"))
  }
}
