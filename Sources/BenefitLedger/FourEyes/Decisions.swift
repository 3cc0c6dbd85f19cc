import LedgerCore
import LedgerStore

/// How a decision ends, or does not end, the wait of a submission.
enum DecisionOutcome: String {
  case approved
  case posted
  case rejected
  case void

  /// The kind of record it is.
  var kind: RecordKind { self == .approved || self == .posted ? .approval : .rejection }
}

extension LedgerTransaction {
  /// Appends a signed decision on a submission.
  func appendDecision(
    _ outcome: DecisionOutcome, on submission: Submission, by signer: Signer, date: CivilDate,
    reason: String?
  ) throws {
    try appendRecord(
      outcome.kind, date: date, maker: signer.user.name, reason: reason, sign: signer.sign
    ) { record in
      try execute(
        """
        INSERT INTO decision (record_no, submission_no, user_name, outcome, merkle_root)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
        [
          .integer(record), .integer(submission.number), .text(signer.user.name),
          .text(outcome.rawValue), .digest(submission.root),
        ])
    }
  }

  /// Removes the bytes and the reservations of a submission that is decided.
  ///
  /// The reservations of a small one that was posted are found by its lines: looking through those of
  /// every other open submission would take longer the more of them wait.
  func freeWhatWaits(for submission: Submission) throws {
    try execute(
      "DELETE FROM submission_chunk WHERE submission_no = ?1", [.integer(submission.number)])
    try execute(
      "DELETE FROM submission_reading WHERE submission_no = ?1", [.integer(submission.number)])
    guard submission.event.list == .payments else { return }
    if submission.rowCount <= 100_000 {
      try execute(
        """
        DELETE FROM reservation WHERE submission_no = ?1
          AND (month, person, benefit_id, occurrence) IN (
            SELECT l.month, ifnull(l.obligor, l.person), l.benefit_id, l.occurrence
            FROM batch b JOIN line l ON l.line_no >= b.first_line_no
              AND l.line_no < b.first_line_no + b.line_count
            WHERE b.submission_record_no = ?2)
        """, [.integer(submission.number), .integer(submission.record)])
      if try integer("SELECT changes()") == submission.rowCount { return }
    }
    try execute("DELETE FROM reservation WHERE submission_no = ?1", [.integer(submission.number)])
  }
}
