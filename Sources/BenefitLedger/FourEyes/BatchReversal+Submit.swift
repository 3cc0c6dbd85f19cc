import BatchFiles
import LedgerCore
import LedgerStore

extension ReversalRequest {
  /// The request as the ledger's control wants it carried out.
  func controlled(by store: any LedgerStore) throws -> ReversalRequest {
    var request = self
    let (stage, maker) = try PostingStage.allowed(
      by: store, key: key, today: date, thresholds: thresholds)
    request.stage = stage
    if let maker { request.maker = maker }
    return request
  }
}

extension BatchReversal {
  /// Stores the order to reverse, once it was rehearsed, so that somebody else can approve it.
  func submit(
    _ rehearsed: BatchHeader, root: Digest, _ submitter: Submitter
  ) throws -> PostingAnswer {
    let number = try store.write { transaction in
      var header = rehearsed
      header.number = try submitter.nextNumber(transaction)
      try reserve(for: header.number, transaction)
      try submitter.store(
        header, root: root, source: BatchSource.memory(name: header.fileName, bytes: order),
        transaction)
      return header.number
    }
    let submission = try store.read { try $0.submission(number) }
    var receipt = submission.receipt(file: name)
    receipt.diagnosis = backdated
    return PostingAnswer(receipts: [receipt])
  }

  private func reserve(for submission: Int64, _ transaction: any LedgerTransaction) throws {
    try transaction.execute(
      """
      INSERT INTO reservation (month, person, benefit_id, occurrence, submission_no, file_line)
      SELECT month, ifnull(obligor, person), benefit_id, occurrence, ?1, file_line
      FROM line WHERE line_no >= ?2 AND line_no < ?2 + ?3
      ORDER BY month, ifnull(obligor, person), benefit_id, occurrence
      """,
      [.integer(submission), .integer(undone.firstLine), .integer(undone.lineCount)])
  }

  /// Whether a submission has a line of the batch.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - submission: The submission that asks to undo the batch, which does not count; nil if none
  ///     does.
  /// - Returns: Whether one of the batch's obligations waits.
  /// - Throws: `LedgerError` for what the database did.
  func isReserved(_ snapshot: any LedgerSnapshot, except submission: Int64?) throws -> Bool {
    guard try !Reservations(snapshot, except: submission).isEmpty else { return false }
    return try snapshot.integer(
      """
      SELECT 1
      FROM line l JOIN reservation r ON r.month = l.month
        AND r.person = ifnull(l.obligor, l.person) AND r.benefit_id = l.benefit_id
        AND r.occurrence = l.occurrence
      WHERE l.line_no >= ?1 AND l.line_no < ?1 + ?2 AND r.submission_no <> ?3 LIMIT 1
      """,
      [
        .integer(undone.firstLine), .integer(undone.lineCount), .integer(submission ?? 0),
      ]) != nil
  }
}
