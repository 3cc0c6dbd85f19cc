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
    if let open = try store.read({ try $0.openReversal(of: request.batch) }) {
      return PostingAnswer(receipts: [open.receipt(file: name, isRepeated: true)])
    }
    if let reserved = try store.read({ try reserved($0) }) { return refused(reserved) }
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

  /// What other submissions have of the batch.
  private func reserved(_ snapshot: any LedgerSnapshot) throws -> Diagnosis? {
    var found: [(line: Int64, key: ObligationKey)] = []
    var count = 0
    try snapshot.query(
      """
      SELECT l.file_line, r.month, r.person, r.benefit_id, r.occurrence
      FROM line l JOIN reservation r ON r.month = l.month
        AND r.person = ifnull(l.obligor, l.person) AND r.benefit_id = l.benefit_id
        AND r.occurrence = l.occurrence
      WHERE l.line_no >= ?1 AND l.line_no < ?1 + ?2 ORDER BY l.line_no
      """, [.integer(undone.firstLine), .integer(undone.lineCount)]
    ) { row in
      count += 1
      guard found.count < Diagnosis.listed else { return }
      let month = try promised(Month(number: Int32(clamping: row.integer(1))), "month")
      found.append(
        (
          row.integer(0),
          ObligationKey(
            month: month, person: row.integer(2), benefit: UInt8(clamping: row.integer(3)),
            occurrence: UInt8(clamping: row.integer(4)))
        ))
    }
    guard count > 0 else { return nil }
    let reservations = try Reservations(snapshot, except: nil)
    let diagnostics = try found.map { line, key in
      let (message, help) = try reservations.words(FaultWords.name(key, key.person), key)
      return Diagnostic(
        file: name, line: Int(line), code: .reservedBySubmission, message: message, help: help)
    }
    return Diagnosis(diagnostics: diagnostics, counts: [(.reservedBySubmission, count)])
  }
}
