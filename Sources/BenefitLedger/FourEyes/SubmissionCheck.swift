import LedgerCore
import LedgerStore

/// Whether a submission is what its maker signed.
enum SubmissionCheck {
  /// Recomputes the digest of the submission's record and verifies its signature under the key that its
  /// maker had then.
  ///
  /// - Returns: What is wrong, or nil.
  static func fault(_ submission: Submission, _ snapshot: any LedgerSnapshot) throws -> Message? {
    guard let record = try snapshot.signedRecord(submission.record) else {
      return "Its record is missing."
    }
    let maker = try UserList(snapshot, before: submission.record)[name: submission.maker]
    guard record.header.maker == submission.maker, record.header.kind == .submission,
      try record.isSigned(by: maker?.publicKey, snapshot)
    else { return "It is not what \(submission.maker) signed." }
    for decision in submission.decisions {
      let user = try UserList(snapshot, before: decision.record)[name: decision.user]
      guard let record = try snapshot.signedRecord(decision.record),
        record.header.maker == decision.user,
        try record.isSigned(by: user?.publicKey, snapshot)
      else { return "An approval of it is not what \(decision.user) signed." }
    }
    return nil
  }

  /// Whether the bytes that are kept are those that were submitted.
  static func hasItsBytes(_ submission: Submission, _ snapshot: any LedgerSnapshot) throws -> Bool {
    var hash = RunningDigest()
    try snapshot.query(
      "SELECT bytes FROM submission_chunk WHERE submission_no = ?1 ORDER BY chunk_no",
      [.integer(submission.number)]
    ) { hash.add($0.bytes(0) ?? []) }
    return hash.digest == submission.fileDigest
  }
}

/// A record with what its signature is of.
struct SignedRecord {
  var header: RecordHeader
  var previous: Digest
  var digest: Digest
  var signature: [UInt8]?

  /// Whether its digest is that of its rows as they are now, and a key signed it.
  func isSigned(by key: PublicKey?, _ snapshot: any LedgerSnapshot) throws -> Bool {
    let rows = try snapshot.rowsDigest(of: header.number, header.kind)
    guard RecordDigest.next(after: previous, header, rows: rows) == digest, let key, let signature
    else { return false }
    return key.isValid(signature, of: digest)
  }
}

extension LedgerSnapshot {
  /// A record of the register, or nil if it is missing or impossible.
  func signedRecord(_ number: Int64) throws -> SignedRecord? {
    var record: SignedRecord?
    try query(
      """
      SELECT r.record_no, r.record_kind_id, r.record_date, r.maker, r.reason, r.file_name,
        r.file_sha256, r.record_digest, r.signature, p.record_digest
      FROM record r LEFT JOIN record p ON p.record_no = r.record_no - 1 WHERE r.record_no = ?1
      """, [.integer(number)]
    ) { row in
      guard let kind = UInt8(exactly: row.integer(1)).flatMap({ RecordKind(rawValue: $0) }),
        let date = Int32(exactly: row.integer(2)).flatMap({ CivilDate(number: $0) }),
        let digest = row.digest(7)
      else { return }
      let header = RecordHeader(
        number: row.integer(0), kind: kind, date: date, maker: row.text(3),
        reason: row.optionalText(4), fileName: row.optionalText(5), fileDigest: row.digest(6))
      record = SignedRecord(
        header: header, previous: row.digest(9) ?? .zero, digest: digest, signature: row.bytes(8))
    }
    return record
  }
}
