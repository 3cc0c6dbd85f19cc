import BatchFiles
import LedgerCore
import LedgerStore

/// Why the lines of a submission are no longer those that were signed, as far as it can be known.
///
/// The lines as they were are a digest and nothing more. So the stored file is diagnosed as it would be
/// if it were posted today, and the register is asked what changed since.
struct VoidCause {
  let submission: Submission
  let store: any LedgerStore
  let chart: LedgerChart

  /// What is wrong with the stored file today that was not when it was submitted.
  ///
  /// - Parameter posting: How it would be posted.
  /// - Returns: What it is refused for; nothing if it would be posted.
  /// - Throws: `LedgerError` for what the disk or the store did.
  func diagnosis(_ posting: PostingRequest) throws -> Diagnosis {
    guard submission.event.list == .payments else { return Diagnosis() }
    var posting = posting
    posting.isDryRun = true
    posting.heldRows = .refused
    posting.heldAfter = submission.record
    let checked = try Posting(posting, store, chart).check()
    guard let receipt = checked.receipts.first, receipt.state == .refused else {
      return Diagnosis()
    }
    var diagnosis = receipt.diagnosis
    if chart.record < submission.record {
      // Its maker left these rows out: the limit is the one of then.
      diagnosis.diagnostics.removeAll { $0.code == .amountHeld }
      diagnosis.counts.removeAll { $0.code == .amountHeld }
    }
    return diagnosis
  }

  /// What the register says of units, holds and numbers since, in words; nil if it is nothing of that.
  func changes(_ snapshot: any LedgerSnapshot) throws -> Message? {
    var changes: [Message] = []
    try snapshot.query(
      """
      SELECT v.code, v.record_no, (SELECT b.code FROM unit_version b
          WHERE b.unit_id = v.unit_id AND b.version_no = v.version_no - 1)
      FROM unit_version v
      WHERE v.record_no > ?1 AND v.version_no > 1 AND v.valid_from <= ?2
      ORDER BY v.record_no, v.unit_id
      """, [.integer(submission.record), .integer(Int64(submission.date.number))]
    ) { row in
      guard let before = row.optionalText(2), before != row.text(0) else { return }
      changes.append("site \(before) is \(row.text(0)) since record \(row.integer(1))")
    }
    try snapshot.query(
      """
      SELECT DISTINCT hold_no, record_no FROM hold_release WHERE record_no > ?1 ORDER BY 1, 2
      """, [.integer(submission.record)]
    ) { row in
      changes.append("hold \(row.integer(0)) was released by record \(row.integer(1))")
    }
    try snapshot.query(
      "SELECT DISTINCT record_no FROM person_link WHERE record_no > ?1 ORDER BY 1",
      [.integer(submission.record)]
    ) { changes.append("numbers of persons were linked by record \($0.integer(0))") }
    guard !changes.isEmpty else { return nil }
    let shown = changes.prefix(3).joined(separator: "; ")
    return changes.count > 3 ? "\(shown); and \(changes.count - 3) changes more" : shown
  }
}
