import BatchFiles
import LedgerCore
import LedgerStore

/// Stores checked files so that somebody else can approve them.
struct Submitter: Sendable {
  let signer: Signer
  let today: CivilDate
  let thresholds: ApprovalThresholds

  /// How many bytes a stored piece of a file has.
  static let chunkSize = 1 << 18

  /// Stores a file that was checked: its record, signed, and its bytes.
  ///
  /// - Parameters:
  ///   - header: What its batch will say; its number is that of the submission.
  ///   - root: The digest of its lines.
  ///   - source: Its bytes.
  ///   - reading: How they are read.
  ///   - transaction: The transaction that reserved its obligations.
  /// - Throws: A `FileFault` if its bytes are no longer those that were checked.
  func store(
    _ header: BatchHeader, root: Digest, source: BatchSource,
    reading: ListReading = ListReading(), _ transaction: any LedgerTransaction
  ) throws {
    try transaction.appendRecord(
      .submission, date: today, maker: signer.user.name, reason: header.control.reason,
      fileName: header.fileName, fileDigest: header.fileDigest, sign: signer.sign
    ) { record in
      try insert(header, root: root, reading: reading, record: record, transaction)
    }
    try keep(source, of: header, transaction)
    try transaction.keep(reading, of: header.number)
  }

  /// The number of the next submission.
  func nextNumber(_ snapshot: any LedgerSnapshot) throws -> Int64 {
    try (snapshot.integer("SELECT max(submission_no) FROM submission") ?? 0) + 1
  }

  private func insert(
    _ header: BatchHeader, root: Digest, reading: ListReading, record: Int64,
    _ transaction: any LedgerTransaction
  ) throws {
    let needed = thresholds.approversNeeded(header.total)
    try transaction.execute(
      """
      INSERT INTO submission (submission_no, record_no, maker, event_id, file_name, file_bytes,
        file_sha256, reference, declared_period, declared_date, period, business_date, row_count,
        total, is_correction, reverses_batch_no, reason, approvers_needed, merkle_root,
        reading_sha256)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
        ?20)
      """,
      [
        .integer(header.number), .integer(record), .text(signer.user.name),
        .integer(Int64(header.event.rawValue)), .text(header.fileName),
        .integer(header.fileBytes), .digest(header.fileDigest),
        header.reference.map { .text($0) } ?? .null,
        header.declaredPeriod.map { .integer(Int64($0.number)) } ?? .null,
        header.declaredDate.map { .integer(Int64($0.number)) } ?? .null,
        .integer(Int64(header.period.number)), .integer(Int64(header.date.number)),
        .integer(header.rowCount), .integer(header.total),
        .integer(header.control.isCorrection ? 1 : 0),
        header.control.reversesBatch.map { .integer($0) } ?? .null,
        header.control.reason.map { .text($0) } ?? .null, .integer(Int64(needed)), .digest(root),
        reading.digest.map { .digest($0) } ?? .null,
      ])
  }

  private func keep(
    _ source: BatchSource, of header: BatchHeader, _ transaction: any LedgerTransaction
  ) throws {
    var hash = RunningDigest()
    var chunk: Int64 = 0
    while true {
      let bytes = try source.piece(of: Self.chunkSize)
      if bytes.isEmpty { break }
      hash.add(bytes)
      try transaction.execute(
        "INSERT INTO submission_chunk (submission_no, chunk_no, bytes) VALUES (?1, ?2, ?3)",
        [.integer(header.number), .integer(chunk), .bytes(bytes)])
      chunk += 1
    }
    guard hash.digest == header.fileDigest else {
      throw FileFault(
        Diagnostic(
          file: source.name, code: .fileChanged,
          message: "The file changed while it was read.",
          help: "Wait until whoever writes it has finished, then run the same command again."))
    }
  }
}

extension BatchSource {
  /// The next bytes, fewer than asked for only at the end.
  func piece(of size: Int) throws -> [UInt8] {
    var fault: FileFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      do throws(FileFault) {
        while count < size {
          let more = try read(
            into: UnsafeMutableRawBufferPointer(
              rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
          if more == 0 { break }
          count += more
        }
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return bytes
  }
}
