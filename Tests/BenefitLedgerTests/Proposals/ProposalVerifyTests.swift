import Foundation
import LedgerCore
import LedgerStore
import Testing

@testable import BenefitLedger

/// What somebody does to proposals past the program is found: with the file, or with a key of his own.
@Suite struct ProposalVerifyTests {
  /// A chart that hoa proposed (record 10), minh agreed to (11) and recorded (12); a hold (13), whose
  /// release lan proposed (14), thu agreed to (15) and recorded (16); an open proposal of hoa (17).
  private static let original = Result { () throws -> Data in
    let books = try FourEyesBooks()
    try books.chart(by: "hoa")
    try books.chart(by: "minh")
    try books.hold(Person.an)
    try books.release(by: "lan")
    try books.release(by: "thu")
    try books.chart(2, by: "hoa")
    #expect(try books.integer("SELECT max(record_no) FROM record") == 17)
    try TamperedBooks.checkpoint(books.path)
    return try Data(contentsOf: URL(filePath: books.path))
  }

  private static func verify(after sql: String?) throws -> Verification {
    let folder = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/ledger.db"
    try original.get().write(to: URL(filePath: path))
    chmod(path, 0o600)
    if let sql { try TamperedBooks.edit(path, sql) }
    return try Ledger.open(path, readOnly: true).verify()
  }

  static let changes: [(sql: String, kinds: Set<Finding.Kind>)] = [
    (
      "UPDATE proposal SET user_name = 'minh' WHERE record_no = 10",
      [.registerChanged, .roleViolated]
    ),
    (
      "UPDATE proposal SET request_digest = zeroblob(32) WHERE record_no = 14",
      [.registerChanged, .roleViolated]
    ),
    (
      "UPDATE proposal SET subject = 'chart' WHERE record_no = 14",
      [.registerChanged, .roleViolated]
    ),
    ("DELETE FROM proposal WHERE record_no = 10", [.registerChanged, .roleViolated]),
    ("DELETE FROM proposal WHERE record_no = 15", [.registerChanged, .roleViolated]),
    (
      "UPDATE proposal SET agrees_to_record_no = NULL WHERE record_no = 11",
      [.registerChanged, .roleViolated]
    ),
    (
      "UPDATE proposal SET agrees_to_record_no = 17 WHERE record_no = 11",
      [.registerChanged, .roleViolated]
    ),
    ("UPDATE record SET signature = NULL WHERE record_no = 10", [.signatureInvalid]),
    ("UPDATE record SET signature = NULL WHERE record_no = 11", [.signatureInvalid]),
    ("UPDATE record SET signature = NULL WHERE record_no = 12", [.signatureInvalid]),
    ("UPDATE record SET signature = zeroblob(64) WHERE record_no = 14", [.signatureInvalid]),
    ("UPDATE record SET signature = zeroblob(64) WHERE record_no = 16", [.signatureInvalid]),
    ("UPDATE record SET signature = NULL WHERE record_no = 17", [.signatureInvalid]),
    (
      "UPDATE record SET maker = 'minh' WHERE record_no = 16",
      [.registerChanged, .signatureInvalid, .roleViolated]
    ),
    (
      "UPDATE record SET reason = 'Decision 8' WHERE record_no = 12",
      [.registerChanged, .roleViolated]
    ),
    (
      "UPDATE user_key SET role = 'controller' WHERE user_name = 'minh'",
      [.registerChanged, .roleViolated]
    ),
    (
      "UPDATE user_key SET role = 'auditor' WHERE user_name = 'lan'",
      [.registerChanged, .roleViolated]
    ),
    (
      """
      INSERT INTO hold_release SELECT 18, 1, 20260101;
      INSERT INTO record SELECT 18, 6, 20261005, 'minh', 'x', NULL, NULL, rows_digest,
        record_digest, signature FROM record WHERE record_no = 16
      """, [.registerChanged, .signatureInvalid, .roleViolated]
    ),
    ("INSERT INTO proposal SELECT 13, 'minh', 'chart', zeroblob(32), NULL", [.registerChanged]),
  ]

  @Test func `the ledger that is changed here is intact before`() throws {
    let verification = try Self.verify(after: nil)
    #expect(verification.isIntact, "\(verification.findings.map(\.message))")
  }

  @Test(arguments: changes.indices)
  func `a change of what was agreed to is found`(_ index: Int) throws {
    let (sql, kinds) = Self.changes[index]
    let verification = try Self.verify(after: sql)
    #expect(
      verification.kinds.isSuperset(of: kinds), "\(sql)\n\(verification.findings.map(\.message))")
  }

  // MARK: By keys of their own

  /// Writes records with the program's own code that the program would have refused.
  private func found(
    _ body: (_ by: (String) throws -> Signer, any LedgerTransaction) throws -> Void
  ) throws -> Verification {
    let books = try FourEyesBooks()
    try books.hold(Person.an)
    try TamperedBooks.edit(books.path, "SELECT 1", keepsTriggers: false)
    let ledger = try Ledger.open(books.path)
    try ledger.store.exclusively(wait: 5) {
      try ledger.store.write { transaction in
        try body({ try Signer(books.keys[$0], transaction, toDo: "write") }, transaction)
      }
    }
    return try Ledger.open(books.path, readOnly: true).verify()
  }

  private func releasing() throws -> ProposedRequest {
    .release([1], from: try #require(CivilDate("2026-10-01")), reason: "nothing found")
  }

  private func write(
    _ request: ProposedRequest, by signer: Signer, agreeingTo record: Int64? = nil,
    _ transaction: any LedgerTransaction
  ) throws {
    try transaction.appendRecord(
      record == nil ? .proposal : .agreement, date: try #require(CivilDate(TestLedger.today)),
      maker: signer.user.name, reason: request.reason, sign: signer.sign
    ) {
      try transaction.execute(
        "INSERT INTO proposal VALUES (?1, ?2, ?3, ?4, ?5)",
        [
          .integer($0), .text(signer.user.name), .text(request.subject.rawValue),
          .digest(request.digest), record.map { .integer($0) } ?? .null,
        ])
    }
  }

  private func release(by signer: Signer, _ transaction: any LedgerTransaction) throws {
    try transaction.appendRecord(
      .release, date: try #require(CivilDate(TestLedger.today)), maker: signer.user.name,
      reason: "nothing found", sign: signer.sign
    ) {
      try transaction.execute(
        "INSERT INTO hold_release VALUES (?1, 1, 20261001)", [.integer($0)])
    }
  }

  private func expect(
    _ says: String, _ verification: Verification,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      !verification.kinds.contains(.signatureInvalid)
        && !verification.kinds.contains(.registerChanged)
        && verification.findings.contains {
          $0.kind == .roleViolated && $0.message.contains(says)
        }, "\(verification.findings.map(\.message))", sourceLocation: sourceLocation)
  }

  @Test func `a release by one person alone is found`() throws {
    expect(
      "was made by one person alone", try found { try release(by: try $0("minh"), $1) })
  }

  @Test func `an agreement with oneself is found`() throws {
    expect(
      "agrees to what the same person proposed",
      try found { signer, transaction in
        try write(releasing(), by: try signer("minh"), transaction)
        try write(releasing(), by: try signer("minh"), agreeingTo: 11, transaction)
        try release(by: try signer("minh"), transaction)
      })
  }

  @Test func `an agreement by somebody who is no approver is found`() throws {
    expect(
      "is made by somebody who may not release holds",
      try found { signer, transaction in
        try write(releasing(), by: try signer("lan"), transaction)
        try write(releasing(), by: try signer("hoa"), agreeingTo: 11, transaction)
        try release(by: try signer("hoa"), transaction)
      })
  }

  @Test func `a proposal by an auditor is found`() throws {
    expect(
      "is made by somebody who may not release holds",
      try found { try write(releasing(), by: try $0("tam"), $1) })
  }

  @Test func `an agreement to something else is found`() throws {
    let other = ProposedRequest.release(
      [1], from: try #require(CivilDate("2026-10-01")), reason: "another")
    expect(
      "agrees to what nobody had proposed",
      try found { signer, transaction in
        try write(other, by: try signer("lan"), transaction)
        try write(releasing(), by: try signer("minh"), agreeingTo: 11, transaction)
        try release(by: try signer("minh"), transaction)
      })
  }

  @Test func `an agreement that serves twice is found`() throws {
    expect(
      "agrees to what nobody had proposed",
      try found { signer, transaction in
        try write(releasing(), by: try signer("lan"), transaction)
        try write(releasing(), by: try signer("nga"), transaction)
        try write(releasing(), by: try signer("minh"), agreeingTo: 11, transaction)
        try release(by: try signer("minh"), transaction)
        // Nga had proposed the same, which the first agreement served too.
        try write(releasing(), by: try signer("thu"), agreeingTo: 12, transaction)
      })
  }

  @Test func `an agreement that nothing follows is found`() throws {
    expect(
      "agrees to a change, and the next record is not it",
      try found { signer, transaction in
        try write(releasing(), by: try signer("lan"), transaction)
        try write(releasing(), by: try signer("minh"), agreeingTo: 11, transaction)
      })
  }

  @Test func `somebody else's agreement does not serve`() throws {
    expect(
      "was made by one person alone",
      try found { signer, transaction in
        try write(releasing(), by: try signer("lan"), transaction)
        try write(releasing(), by: try signer("minh"), agreeingTo: 11, transaction)
        try release(by: try signer("thu"), transaction)
      })
  }

  @Test func `a hold by an auditor is found`() throws {
    expect(
      "is made by somebody who may only read",
      try found { signer, transaction in
        let tam = try signer("tam")
        try transaction.appendRecord(
          .hold, date: try #require(CivilDate(TestLedger.today)), maker: "tam", reason: "x",
          sign: tam.sign
        ) {
          try transaction.execute(
            "INSERT INTO hold VALUES (2, ?1, 79060000011, 1, 'x', 20260101, NULL, NULL)",
            [.integer($0)])
        }
      })
  }

  @Test func `links by one person alone are found`() throws {
    expect(
      "was made by one person alone",
      try found { signer, transaction in
        let minh = try signer("minh")
        try transaction.appendRecord(
          .link, date: try #require(CivilDate(TestLedger.today)), maker: "minh", reason: "x",
          sign: minh.sign
        ) {
          try transaction.execute(
            "INSERT INTO person_link VALUES (?1, 1, 79060000011, 79160000022, NULL)",
            [.integer($0)])
        }
      })
  }
}
