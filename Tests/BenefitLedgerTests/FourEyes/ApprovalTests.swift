import Foundation
import Testing

@testable import BenefitLedger

/// Who may approve, and what an approval is of.
@Suite struct ApprovalTests {
  private let books = Result { try FourEyesBooks() }

  private func submitted(_ thresholds: [Int64] = []) throws -> FourEyesBooks {
    let books = try books.get()
    try books.post(.due, FourEyesBooks.due([Person.an, Person.binh]), thresholds: thresholds)
    return books
  }

  /// Who may do what: a submission of `lan`, who is a clerk.
  static let rights: [(user: String?, post: Code?, approve: Code?, reject: Code?)] = [
    ("lan", nil, .makerApproves, nil),
    ("nga", nil, .roleNotAllowed, .roleNotAllowed),
    ("hoa", nil, .roleNotAllowed, nil),
    ("minh", .roleNotAllowed, nil, nil),
    ("tam", .roleNotAllowed, .roleNotAllowed, .roleNotAllowed),
    ("quan", .roleNotAllowed, .roleNotAllowed, .roleNotAllowed),
    (nil, .keyMissing, .keyMissing, .keyMissing),
    ("nobody", .userUnknown, .userUnknown, .userUnknown),
    ("impostor", .userUnknown, .userUnknown, .userUnknown),
    ("gone", .userRevoked, .userRevoked, .userRevoked),
  ]

  @Test(arguments: rights.indices)
  func `each role may do what is its own`(_ index: Int) throws {
    let (user, post, approve, reject) = Self.rights[index]
    let books = try FourEyesBooks()
    try books.add("gone", .approver)
    _ = try books.ledger.revokeUser("gone", reason: "left", by: books.keys["quan"])
    for person in [Person.binh, Person.chi] { try books.post(.due, FourEyesBooks.due([person])) }
    let key: SigningKey? =
      switch user {
      case nil: nil
      case "nobody": SigningKey(name: "nobody")
      case "impostor": SigningKey(name: "minh")
      case let name?: books.keys[name]
      }
    let ledger = books.ledger
    var request = PostingRequest(
      .due, [.memory(name: "x.csv", bytes: Array(FourEyesBooks.due([Person.an]).utf8))])
    request.key = key
    #expect(code { try ledger.post(request) } == post)
    #expect(code { try ledger.approve(DecisionRequest(submission: 1, key: key)) } == approve)
    #expect(
      code { try ledger.reject(DecisionRequest(submission: 2, key: key, reason: "no")) } == reject)
    #expect(try ledger.batches().count == (approve == nil ? 1 : 0))
    #expect(try ledger.verify().isIntact)
    for refused in [post, approve, reject].compactMap({ $0 }) {
      #expect(refused.exit == .noPermission)
    }
  }

  @Test func `an approver who makes nothing can approve nothing of his own as controller`() throws {
    let books = try books.get()
    try books.post(.due, FourEyesBooks.due([Person.an]), by: "hoa")
    #expect(code { try books.approve(1, by: "hoa") } == .makerApproves)
    #expect(try books.approve(1).state == .posted)
  }

  @Test func `two must approve from a threshold on, and a controller may be the first`() throws {
    let books = try submitted([10_000_000])
    #expect(try books.ledger.submission(1).approversNeeded == 2)
    let first = try books.approve(1, by: "hoa")
    #expect(first.state == .submitted && first.next?.contains("other than lan and hoa") == true)
    #expect(try books.ledger.batches().isEmpty)
    #expect(try books.ledger.submission(1).stateText == "approved 1 of 2")
    #expect(code { try books.approve(1, by: "hoa") } == .alreadyApproved)
    #expect(code { try books.approve(1, by: "lan") } == .makerApproves)
    #expect(try books.ledger.verify().isIntact)
    let posted = try books.approve(1, by: "thu")
    #expect(posted.state == .posted)
    #expect(try books.ledger.batch(1).batch.header.control.approvers == "hoa,thu")
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a controller is not the last of two, and below the threshold one is enough`() throws {
    let books = try submitted([10_000_000])
    try books.approve(1, by: "minh")
    #expect(code { try books.approve(1, by: "hoa") } == .roleNotAllowed)
    #expect(try books.approve(1, by: "thu").state == .posted)
    let small = try books.post(
      .due, FourEyesBooks.due([Person.chi], amount: 9_999_999), thresholds: [10_000_000])
    #expect(try books.approve(try #require(small.submission)).state == .posted)
  }

  @Test func `who approves again gets the receipt of then, others hear that it is decided`() throws
  {
    let books = try submitted()
    let posted = try books.approve(1)
    let again = try books.approve(1)
    #expect(again.alreadyPosted && again.batch == posted.batch && again.seal == posted.seal)
    #expect(code { try books.approve(1, by: "thu") } == .submissionClosed)
    #expect(code { try books.reject(1, by: "thu") } == .submissionClosed)
    #expect(code { try books.approve(9) } == .notFound)
    #expect(try books.ledger.batches().count == 1)
  }

  @Test func `what is rejected frees its payments and says why`() throws {
    let books = try submitted()
    let receipt = try books.reject(1, by: "minh", reason: "site 79-S1 is closed")
    #expect(receipt.state == .rejected)
    #expect(try books.kept() == 0)
    let rejected = try books.ledger.submission(1)
    #expect(rejected.state == .rejected && rejected.batch == nil)
    #expect(rejected.decisions.first?.reason == "site 79-S1 is closed")
    #expect(code { try books.approve(1, by: "thu") } == .submissionClosed)
    #expect(code { try books.reject(1, by: "minh", reason: "") } == .reasonMissing)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a key that was revoked after it signed leaves what it signed valid`() throws {
    let books = try submitted()
    #expect(try books.approve(1).state == .posted)
    _ = try books.ledger.revokeUser("lan", reason: "moved", by: books.keys["quan"])
    #expect(try books.ledger.verify().isIntact)
    #expect(code { try books.post(.due, FourEyesBooks.due([Person.chi])) } == .userRevoked)
  }

  @Test func `from each sum on that is named one more person must approve`() {
    let thresholds = ApprovalThresholds(steps: [1_000, 5_000])
    #expect([1, 999, -999].map(thresholds.approversNeeded) == [1, 1, 1])
    #expect([1_000, -1_000, 4_999].map(thresholds.approversNeeded) == [2, 2, 2])
    #expect([5_000, .max, .min].map(thresholds.approversNeeded) == [3, 3, 3])
    #expect(ApprovalThresholds().approversNeeded(.max) == 1)
  }

  // MARK: Void

  private func isVoid(_ books: FourEyesBooks, _ receipt: Receipt) throws -> Bool {
    let verification = try books.ledger.verify()
    return try receipt.state == .refused && receipt.codes.first == .submissionVoid
      && books.ledger.batches().isEmpty && books.kept() == 0
      && books.ledger.submission(1).state == .void && verification.batches == 0
  }

  @Test(arguments: [
    "UPDATE submission_chunk SET bytes = CAST(replace(CAST(bytes AS TEXT), '79-S1', '79-S2') AS BLOB)",
    "UPDATE submission_chunk SET bytes = CAST(replace(CAST(bytes AS TEXT), '5000000', '9000000') AS BLOB)",
    "DELETE FROM submission_chunk",
    "UPDATE submission SET merkle_root = zeroblob(32)", "UPDATE submission SET maker = 'nga'",
    "UPDATE submission SET total = total + 1", "UPDATE submission SET business_date = 20261006",
    "UPDATE submission SET approvers_needed = 9", "UPDATE submission SET file_name = 'x'",
    "UPDATE record SET signature = zeroblob(64) WHERE record_no = 10",
    "UPDATE record SET reason = 'x' WHERE record_no = 10",
  ])
  func `what is not as it was signed is void, and nothing of it is posted`(_ sql: String) throws {
    let books = try submitted()
    #expect(try books.ledger.submission(1).record == 10)
    try books.edit(sql)
    #expect(try isVoid(books, try books.approve(1)), "\(sql)")
  }

  @Test func `a site that was renamed meanwhile makes it void, and it can be submitted anew`()
    throws
  {
    let books = try submitted()
    let sites = books.folder + "/renamed.csv"
    try "code,name,kind,parent,valid_from,valid_to\n79-S1,Điểm mới,site,79-C01,2026-10-01,\n".write(
      toFile: sites, atomically: true, encoding: .utf8)
    _ = try books.ledger.importUnits(from: sites, key: books.keys["lan"])
    // A new name is no part of a leaf; another code is.
    try books.edit("UPDATE unit_version SET code = '79-N1' WHERE code = '79-S1' AND version_no = 2")
    let void = try books.approve(1)
    #expect(void.codes.first == .submissionVoid && void.state == .refused)
    #expect(try books.ledger.batches().isEmpty)
    #expect(try books.kept() == 0)
  }

  @Test func `a name that changed leaves what was approved as it was`() throws {
    let books = try submitted()
    let sites = books.folder + "/renamed.csv"
    try "code,name,kind,parent,valid_from,valid_to\n79-S1,Điểm mới,site,79-C01,2026-10-01,\n".write(
      toFile: sites, atomically: true, encoding: .utf8)
    _ = try books.ledger.importUnits(from: sites, key: books.keys["lan"])
    #expect(try books.approve(1).state == .posted)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `an obligation that was taken meanwhile makes it void`() throws {
    let books = try books.get()
    try books.book(.due, FourEyesBooks.due([Person.an, Person.binh]))
    let head = "person,benefit,month,amount\n"
    let both =
      head + "\(Person.an),pension,2026-10,5000000\n\(Person.binh),pension,2026-10,5000000\n"
    try books.post(.paid, both)
    // Somebody makes room for a second submission of the same payment.
    try books.edit("DELETE FROM reservation")
    let second = try books.post(.paid, head + "\(Person.an),pension,2026-10,5000000\n", by: "nga")
    try books.approve(try #require(second.submission))
    let void = try books.approve(2)
    #expect(void.codes == [.submissionVoid, .alreadyPaid])
    #expect(try books.ledger.submission(2).state == .void)
    #expect(try books.ledger.batches().count == 2)
    // What is still owed can be submitted again.
    let rest = try books.post(.paid, head + "\(Person.binh),pension,2026-10,5000000\n")
    #expect(try books.approve(try #require(rest.submission)).state == .posted)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `an account that was opened meanwhile makes an opening void`() throws {
    let books = try books.get()
    let head = "account,unit,fund,amount\n"
    try books.post(.opening, head + "bank,,retirement,5000\n")
    try books.post(.opening, head + "bank,,retirement,7000\n")
    try books.approve(1)
    #expect(try books.approve(2).codes == [.submissionVoid, .alreadyOpened])
    let bank = try books.ledger.trialBalance().rows.first { $0.account == "bank/retirement" }
    #expect(bank?.balance == 5_000)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a batch that was undone meanwhile is not undone again`() throws {
    let books = try books.get()
    try books.book(.advance, "unit,fund,amount\n79-S1,retirement,5000000\n")
    var order = ReversalRequest(
      batch: 1, reason: "wrong site", date: try #require(CivilDate(TestLedger.today)))
    order.key = books.keys["lan"]
    #expect(try books.ledger.reverse(order).receipts.first?.submission == 2)
    // Somebody hides the first order, so that a second can be given.
    try books.edit("UPDATE submission SET reverses_batch_no = NULL WHERE submission_no = 2")
    #expect(try books.ledger.reverse(order).receipts.first?.submission == 3)
    try books.edit("UPDATE submission SET reverses_batch_no = 1 WHERE submission_no = 2")
    #expect(try books.approve(2).total == -5_000_000)
    #expect(try books.approve(3).codes == [.submissionVoid, .alreadyReversedBatch])
    #expect(try books.ledger.batches().count == 2)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a forged approval is found before the last one posts anything`() throws {
    let books = try submitted([10_000_000])
    try books.edit(
      """
      INSERT INTO record SELECT 11, 9, 20261005, 'thu', NULL, NULL, NULL, rows_digest, record_digest,
        signature FROM record WHERE record_no = 10;
      INSERT INTO decision SELECT 11, 1, 'thu', 'approved', merkle_root FROM submission
      """)
    let void = try books.approve(1)
    #expect(void.codes == [.submissionVoid])
    #expect(void.diagnosis.diagnostics[0].message.contains("thu"))
    #expect(try books.ledger.batches().isEmpty)
  }

  @Test func `a forged approver is refused`() throws {
    let books = try submitted()
    let forged = SigningKey(name: "forged")
    try books.edit(
      """
      INSERT INTO record SELECT 11, 3, 20261005, 'quan', NULL, NULL, NULL, rows_digest,
        randomblob(32), randomblob(64) FROM record WHERE record_no = 10;
      INSERT INTO user_key VALUES (11, 'forged', 'approver', x'\(forged.publicKey)')
      """)
    #expect(
      code { try books.ledger.approve(DecisionRequest(submission: 1, key: forged)) }
        == .ledgerDamaged)
    #expect(try books.ledger.batches().isEmpty)
  }
}
