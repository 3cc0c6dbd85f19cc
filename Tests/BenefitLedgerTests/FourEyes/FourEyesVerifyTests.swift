import BenefitLedger
import Foundation
import GRDB
import Testing

/// What somebody with the file and without the keys does is found.
@Suite struct FourEyesVerifyTests {
  /// Records 1 to 8 make the ledger and its users.
  ///
  /// Submission 1 (record 10) was approved by hoa (11) and
  /// minh (12) and is batch 1; submission 2 (13) was approved by thu (14) and is batch 2; submission 3
  /// (15) was rejected (16); submission 4 (17) is open and has two payments.
  private static let original = Result { () throws -> Data in
    let books = try FourEyesBooks()
    try books.post(.due, FourEyesBooks.due([Person.an, Person.binh]), thresholds: [1])
    try books.approve(1, by: "hoa")
    try books.approve(1, by: "minh")
    try books.post(.advance, "unit,fund,amount\n79-S1,retirement,5000000\n", by: "nga")
    try books.approve(2, by: "thu")
    try books.post(.due, FourEyesBooks.due([Person.chi]))
    try books.reject(3, by: "minh", reason: "twice")
    try books.post(.due, FourEyesBooks.due([Person.chi, Person.dung]))
    #expect(try books.integer("SELECT max(record_no) FROM record") == 17)
    let queue = try DatabaseQueue(path: books.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
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

  static let changes: [(sql: String, kinds: [Finding.Kind])] = [
    // Submissions.
    (
      "UPDATE submission SET total = 1 WHERE submission_no = 1",
      [.registerChanged, .submissionDiffers]
    ),
    (
      "UPDATE submission SET merkle_root = zeroblob(32) WHERE submission_no = 1",
      [.registerChanged, .submissionDiffers, .roleViolated]
    ),
    (
      "UPDATE submission SET row_count = 3 WHERE submission_no = 4",
      [.registerChanged, .reservationDiffers]
    ),
    (
      "UPDATE submission SET file_sha256 = zeroblob(32) WHERE submission_no = 1",
      [.registerChanged, .submissionDiffers]
    ),
    (
      "UPDATE submission SET maker = 'minh' WHERE submission_no = 1",
      [.registerChanged, .roleViolated, .submissionDiffers]
    ),
    (
      "UPDATE submission SET approvers_needed = 3 WHERE submission_no = 1",
      [.registerChanged, .roleViolated, .submissionDiffers]
    ),
    ("UPDATE submission SET reference = 'X' WHERE submission_no = 4", [.registerChanged]),
    ("DELETE FROM submission WHERE submission_no = 4", [.registerChanged, .reservationDiffers]),
    ("DELETE FROM submission WHERE submission_no = 1", [.registerChanged, .submissionDiffers]),
    // Decisions.
    (
      "UPDATE decision SET user_name = 'thu' WHERE record_no = 12",
      [.registerChanged, .roleViolated, .submissionDiffers]
    ),
    (
      "UPDATE decision SET outcome = 'rejected' WHERE record_no = 12",
      [.registerChanged, .submissionDiffers]
    ),
    ("UPDATE decision SET outcome = 'posted' WHERE record_no = 16", [.registerChanged]),
    (
      "UPDATE decision SET merkle_root = zeroblob(32) WHERE record_no = 11",
      [.registerChanged, .roleViolated]
    ),
    ("DELETE FROM decision WHERE record_no = 11", [.registerChanged, .submissionDiffers]),
    ("DELETE FROM decision WHERE record_no = 16", [.registerChanged]),
    (
      "INSERT INTO decision SELECT 15, 4, 'hoa', 'posted', merkle_root FROM submission "
        + "WHERE submission_no = 4", [.submissionDiffers]
    ),
    // Signatures.
    ("UPDATE record SET signature = zeroblob(64) WHERE record_no = 10", [.signatureInvalid]),
    ("UPDATE record SET signature = NULL WHERE record_no = 12", [.signatureInvalid]),
    (
      "UPDATE record SET signature = (SELECT signature FROM record WHERE record_no = 11) "
        + "WHERE record_no = 12", [.signatureInvalid]
    ),
    ("UPDATE record SET signature = NULL WHERE record_no = 16", [.signatureInvalid]),
    ("UPDATE record SET signature = NULL WHERE record_no = 4", [.signatureInvalid]),
    ("UPDATE record SET signature = NULL WHERE record_no = 2", [.signatureInvalid]),
    (
      "UPDATE record SET maker = 'thu' WHERE record_no = 12",
      [.registerChanged, .signatureInvalid]
    ),
    // Users.
    (
      "UPDATE user_key SET role = 'approver' WHERE user_name = 'lan'",
      [.registerChanged, .roleViolated]
    ),
    (
      "UPDATE user_key SET role = 'clerk' WHERE user_name = 'minh'",
      [.registerChanged, .roleViolated]
    ),
    (
      "UPDATE user_key SET public_key = zeroblob(32) WHERE user_name = 'minh'",
      [.registerChanged, .signatureInvalid]
    ),
    (
      "UPDATE user_key SET public_key = NULL WHERE user_name = 'thu'",
      [.registerChanged, .signatureInvalid]
    ),
    ("DELETE FROM user_key WHERE user_name = 'hoa'", [.registerChanged, .signatureInvalid]),
    // Batches.
    ("UPDATE batch SET approvers = 'hoa' WHERE batch_no = 1", [.sealDiffers, .submissionDiffers]),
    (
      "UPDATE batch SET approvers = 'minh,hoa' WHERE batch_no = 1",
      [.sealDiffers, .submissionDiffers]
    ),
    ("UPDATE batch SET approvers = NULL WHERE batch_no = 2", [.sealDiffers, .submissionDiffers]),
    (
      "UPDATE batch SET submission_record_no = NULL WHERE batch_no = 2",
      [.sealDiffers, .submissionDiffers]
    ),
    (
      "UPDATE batch SET submission_record_no = 15 WHERE batch_no = 2",
      [.sealDiffers, .submissionDiffers]
    ),
    ("UPDATE batch SET total = 1 WHERE batch_no = 1", [.sealDiffers, .submissionDiffers]),
    ("UPDATE batch SET maker = 'nga' WHERE batch_no = 1", [.sealDiffers, .submissionDiffers]),
    (
      """
      UPDATE batch SET register_digest = (SELECT record_digest FROM record WHERE record_no = 11)
      WHERE batch_no = 1
      """, [.sealDiffers, .submissionDiffers]
    ),
    ("DELETE FROM batch WHERE batch_no = 2", [.submissionDiffers]),
    // What is kept.
    ("DELETE FROM reservation WHERE file_line = 2", [.reservationDiffers]),
    (
      "INSERT INTO reservation VALUES (202611, 5, 1, 1, 4, 9)", [.reservationDiffers]
    ),
    (
      "INSERT INTO reservation VALUES (202611, 5, 1, 1, 1, 9)", [.reservationDiffers]
    ),
    (
      "INSERT INTO reservation VALUES (202611, 5, 1, 1, 77, 9)", [.reservationDiffers]
    ),
    ("UPDATE submission_chunk SET bytes = x'00'", [.submissionDiffers]),
    ("DELETE FROM submission_chunk", [.submissionDiffers]),
    (
      "INSERT INTO submission_chunk VALUES (1, 0, x'00')", [.reservationDiffers]
    ),
    // The control itself.
    ("UPDATE ledger SET control = 'single'", [.controlChanged]),
  ]

  @Test func `a ledger that nobody touched is intact`() throws {
    let verification = try Self.verify(after: nil)
    #expect(verification.findings == [])
    #expect(verification.batches == 2)
  }

  @Test(arguments: changes.indices)
  func `a change behind the program's back is found`(_ index: Int) throws {
    let (sql, kinds) = Self.changes[index]
    let verification = try Self.verify(after: sql)
    #expect(!verification.isIntact)
    #expect(
      verification.kinds.isSuperset(of: kinds), "\(sql)\n\(verification.findings.map(\.message))")
  }

  @Test func `a single person's ledger cannot say that somebody approved`() throws {
    let books = try TestLedger()
    try books.due([Person.an])
    let path = books.folder + "/ledger.db"
    try TamperedBooks.edit(path, "UPDATE batch SET approvers = 'minh'")
    #expect(
      try Ledger.open(path, readOnly: true).verify().kinds
        == [.sealDiffers, .submissionDiffers])
  }
}
