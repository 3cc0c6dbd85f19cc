import BatchFiles
import LedgerCore
import LedgerStore

/// Holds every batch against the submission it was posted from, and what is kept for submissions
/// against those that are open.
enum SubmissionAudit {
  /// Goes over batches, reservations and stored bytes.
  static func run(_ snapshot: any LedgerSnapshot, _ findings: inout FindingList) throws {
    try checkBatches(snapshot, &findings)
    try checkPosted(snapshot, &findings)
    try checkReservations(snapshot, &findings)
    try checkBytes(snapshot, &findings)
    try checkReadings(snapshot, &findings)
  }

  private static func checkReadings(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    try snapshot.query(
      """
      SELECT s.submission_no, s.reading_sha256, r.profile, r.sheet
      FROM submission s LEFT JOIN submission_reading r USING (submission_no)
      WHERE NOT EXISTS (SELECT 1 FROM decision d
        WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
      ORDER BY s.submission_no
      """, []
    ) { row in
      let digest = ListReading.digest(profile: row.optionalText(2), sheet: row.optionalText(3))
      guard digest != row.digest(1) else { return }
      findings.add(
        Finding(
          .submissionDiffers,
          "Submission \(row.integer(0)) would not be read as its maker read it."))
    }
    try snapshot.query(
      """
      SELECT r.submission_no FROM submission_reading r
      WHERE NOT EXISTS (SELECT 1 FROM submission s WHERE s.submission_no = r.submission_no)
        OR EXISTS (SELECT 1 FROM decision d
          WHERE d.submission_no = r.submission_no AND d.outcome <> 'approved')
      ORDER BY r.submission_no
      """, []
    ) { row in
      findings.add(
        Finding(
          .reservationDiffers,
          "A way to read is kept for submission \(row.integer(0)), which is not open."))
    }
  }

  private static func checkBatches(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    try snapshot.query(
      """
      SELECT b.batch_no, b.file_name FROM batch b WHERE b.submission_record_no IS NULL
        AND (b.approvers IS NOT NULL OR (SELECT control FROM ledger) = 'four-eyes'
          AND (b.event_id NOT IN (?1, ?2) OR b.is_correction))
      ORDER BY b.batch_no
      """,
      [
        .integer(Int64(Event.handover.rawValue)), .integer(Int64(Event.yearEnd.rawValue)),
      ]
    ) { row in
      findings.add(
        Finding(
          .submissionDiffers, batch: row.integer(0),
          "Batch \(row.integer(0)) (\(row.text(1))) was posted without a submission."))
    }
    // The last approval is the last record before the batch, so the batch names its digest. A year end
    // or a hand-over names a proposal instead, which is looked at with the signatures.
    try snapshot.query(
      """
      SELECT b.batch_no, b.file_name, s.submission_no,
        b.event_id = s.event_id AND b.file_sha256 = s.file_sha256 AND b.file_bytes = s.file_bytes
          AND b.file_name = s.file_name AND b.row_count = s.row_count AND b.total = s.total
          AND b.merkle_root = s.merkle_root AND b.maker = s.maker AND b.period = s.period
          AND b.business_date = s.business_date AND b.is_correction = s.is_correction
          AND b.reverses_batch_no IS s.reverses_batch_no AND b.reason IS s.reason
          AND b.reference IS s.reference AND b.declared_period IS s.declared_period
          AND b.declared_date IS s.declared_date,
        s.approvers_needed <= (SELECT count(*) FROM decision d
          WHERE d.submission_no = s.submission_no AND d.outcome IN ('approved', 'posted')),
        b.approvers IS (SELECT group_concat(a.user_name, ',') FROM (SELECT user_name FROM decision d
          WHERE d.submission_no = s.submission_no AND d.outcome IN ('approved', 'posted')
          ORDER BY d.record_no) a),
        b.register_digest IS (SELECT r.record_digest FROM decision d JOIN record r USING (record_no)
          WHERE d.submission_no = s.submission_no AND d.outcome = 'posted')
      FROM batch b LEFT JOIN submission s ON s.record_no = b.submission_record_no
      WHERE b.submission_record_no IS NOT NULL AND (b.event_id NOT IN (?1, ?2) OR b.is_correction)
      ORDER BY b.batch_no
      """,
      [
        .integer(Int64(Event.handover.rawValue)), .integer(Int64(Event.yearEnd.rawValue)),
      ]
    ) { row in
      guard let what = difference(row) else { return }
      findings.add(
        Finding(
          .submissionDiffers, batch: row.integer(0),
          "Batch \(row.integer(0)) (\(row.text(1))) \(what)."))
    }
  }

  private static func difference(_ row: any ResultRow) -> Message? {
    if row.isNull(2) { return "names a submission that does not exist" }
    let submission: Message = "submission \(row.integer(2))"
    if row.integer(3) != 1 { return "is not what \(submission) was" }
    if row.integer(4) != 1 { return "was posted before \(submission) had the approvals it needs" }
    if row.integer(5) != 1 { return "names other approvers than approved \(submission)" }
    if row.integer(6) != 1 { return "was not posted by the last approval of \(submission)" }
    return nil
  }

  private static func checkPosted(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    try snapshot.query(
      """
      SELECT s.submission_no, s.file_name FROM submission s JOIN decision d USING (submission_no)
        LEFT JOIN batch b ON b.submission_record_no = s.record_no
      WHERE d.outcome = 'posted' AND b.batch_no IS NULL ORDER BY s.submission_no
      """, []
    ) { row in
      findings.add(
        Finding(
          .submissionDiffers,
          "Submission \(row.integer(0)) (\(row.text(1))) is said to be posted, and no batch is it.")
      )
    }
  }

  private static func checkReservations(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    var reserved: [Int64: Int64] = [:]
    try snapshot.query(
      "SELECT submission_no, count(*) FROM reservation GROUP BY submission_no ORDER BY submission_no",
      []
    ) { reserved[$0.integer(0)] = $0.integer(1) }
    try snapshot.query(
      """
      SELECT s.submission_no, s.row_count, s.event_id FROM submission s
      WHERE NOT EXISTS (SELECT 1 FROM decision d
        WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
      ORDER BY s.submission_no
      """, []
    ) { row in
      let number = row.integer(0)
      let event = UInt8(exactly: row.integer(2)).flatMap { Event(rawValue: $0) }
      let expected = event?.list == .payments ? row.integer(1) : 0
      guard reserved.removeValue(forKey: number) ?? 0 != expected else { return }
      findings.add(
        Finding(
          .reservationDiffers,
          "Submission \(number) does not have the reservations of its lines, and no others."))
    }
    for number in reserved.keys.sorted() {
      findings.add(
        Finding(
          .reservationDiffers,
          "Payments are reserved for submission \(number), which is not open."))
    }
  }

  private static func checkBytes(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    var kept: [Int64: RunningDigest] = [:]
    var pieces: [Int64: Int64] = [:]
    try snapshot.query(
      "SELECT submission_no, bytes, chunk_no FROM submission_chunk ORDER BY submission_no, chunk_no",
      []
    ) { row in
      let number = row.integer(0)
      // Pieces are found by their numbers: one out of order would never be read, and counts as a byte
      // that the file does not have. So does one without bytes.
      let piece = pieces[number, default: 0]
      pieces[number] = piece + 1
      let bytes = row.integer(2) == piece ? row.bytes(1) ?? [] : []
      kept[number, default: RunningDigest()].add(bytes.isEmpty ? [0] : bytes)
    }
    try snapshot.query(
      """
      SELECT s.submission_no, s.file_sha256 FROM submission s
      WHERE NOT EXISTS (SELECT 1 FROM decision d
        WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
      ORDER BY s.submission_no
      """, []
    ) { row in
      let number = row.integer(0)
      let digest = (kept.removeValue(forKey: number) ?? RunningDigest()).digest
      guard digest != row.digest(1) else { return }
      findings.add(
        Finding(
          .submissionDiffers,
          "The stored bytes of submission \(number) are not those that were submitted."))
    }
    for number in kept.keys.sorted() {
      findings.add(
        Finding(
          .reservationDiffers, "Bytes are kept for submission \(number), which is not open."))
    }
  }
}
