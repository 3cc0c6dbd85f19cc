import BatchFiles
import LedgerCore
import LedgerStore

/// A file that waits for approval, or waited.
public struct Submission: Sendable {
  /// What became of it.
  public enum State: String, Sendable, CaseIterable {
    /// It waits for approval.
    case open
    /// It was approved and posted.
    case posted
    /// Somebody refused it.
    case rejected
    /// Its maker took it back.
    case withdrawn
    /// It could no longer be posted as it was signed.
    case void
  }

  /// Somebody's decision.
  public struct Decision: Sendable, Hashable {
    /// Who decided.
    public var user: String
    /// What: `approved` if more approvals were needed, or how it was closed;
    /// `withdrawn` where its maker rejected it.
    public var outcome: String
    /// When.
    public var date: CivilDate
    /// Why, if a reason was given.
    public var reason: String?
    /// The record that says so.
    public var record: Int64

    /// Whether he agreed.
    public var isApproval: Bool { outcome == "approved" || outcome == "posted" }
  }

  /// Its number: 1, 2, 3 … in the order of submission.
  public let number: Int64
  /// The record of the register that is signed by its maker.
  public let record: Int64
  /// Who made it.
  public let maker: String
  /// The event of every line.
  public let event: Event
  /// The name of the file, without its folders.
  public let fileName: String
  /// How many bytes the file has.
  public let fileBytes: Int64
  /// The SHA-256 of the file.
  public let fileDigest: Digest
  /// What file and options declared: reference, period and date.
  public let declared: Envelope
  /// The accounting period it is posted in.
  public let period: Month
  /// The business date it is posted under.
  public let date: CivilDate
  /// How many rows the file has.
  public let rowCount: Int64
  /// Their sum in đồng; negative if it corrects.
  public let total: Int64
  /// What it corrects, and why.
  public let control: BatchControl
  /// How many persons must approve it.
  public let approversNeeded: Int
  /// The digest of every line: what is agreed to.
  public let root: Digest
  /// What was decided, in order.
  public internal(set) var decisions: [Decision] = []
  /// The batch it was posted as.
  public internal(set) var batch: Int64?

  /// What became of it.
  public var state: State {
    decisions.last.flatMap { State(rawValue: $0.outcome) } ?? .open
  }

  /// Who agreed, in order.
  public var approvers: [String] { decisions.filter(\.isApproval).map(\.user) }
}

extension Submission {
  /// Its state for people, such as `approved 1 of 2`.
  public var stateText: Message {
    switch state {
    case .open: approvers.isEmpty ? "open" : "approved \(approvers.count) of \(approversNeeded)"
    case .posted: "posted as batch \(batch ?? 0)"
    case .rejected: "rejected"
    case .withdrawn: "withdrawn"
    case .void: "void"
    }
  }

  /// Who must do what before it is posted.
  var next: Message {
    let missing = approversNeeded - approvers.count
    let others = Message.list([maker] + approvers, separator: " and ")
    return missing > 1
      ? """
      \(missing) persons other than \(others) have to approve it: benefit-ledger batch approve \
      \(number)
      """
      : """
      an approver other than \(others) has to approve it: benefit-ledger batch approve \
      \(number)
      """
  }

  /// Says of a file that its reference was given to this submission.
  func hasReference(of file: String) -> Diagnosis {
    Diagnosis(
      Diagnostic(
        file: file, line: 1, column: 1, code: .referenceUsed,
        message: """
          Reference \(declared.reference ?? "") of \(event.code) was given to submission \
          \(number), file \(maskedDigits(fileName)), which has other bytes and waits for approval.
          """,
        help: """
          If it is another list, give it a reference of its own. If it takes the place of the \
          submission, have that rejected first.
          """))
  }

  /// The receipt of an open submission.
  func receipt(file: String, isRepeated: Bool = false) -> Receipt {
    var receipt = Receipt(
      file: file, event: event, state: .submitted, reference: declared.reference, date: date,
      period: period, lines: rowCount, total: total, alreadyPosted: isRepeated)
    receipt.submission = number
    receipt.next = next
    return receipt
  }
}

extension LedgerSnapshot {
  /// The submission of a number.
  ///
  /// - Throws: `LedgerError` `notFound`, `ledgerDamaged`.
  func submission(_ number: Int64) throws -> Submission {
    guard
      let found = try submissions(
        "SELECT * FROM submission WHERE submission_no = ?1", [.integer(number)]
      ).first
    else {
      throw LedgerError(
        .notFound, "There is no submission \(number).",
        help: "`benefit-ledger batch list --submissions` shows every submission.")
    }
    return found
  }

  /// The open submission of an event that has a reference.
  func openSubmission(_ request: PostingRequest, reference: String?) throws -> Submission? {
    guard let reference, request.looksAtSubmissions else { return nil }
    return try submissions(
      """
      SELECT * FROM submission s WHERE event_id = ?1 AND is_correction = ?2 AND reference = ?3
        AND submission_no <> ?4 AND NOT EXISTS (SELECT 1 FROM decision d
          WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
      """,
      [
        .integer(Int64(request.event.rawValue)), .integer(request.isCorrection ? 1 : 0),
        .text(reference), .integer(request.stage.approved ?? 0),
      ]
    ).first
  }

  /// The open submission that has the identity of a file: event, declared envelope and SHA-256.
  ///
  /// The bytes are hashed only if some open submission of the event has a file of the same length.
  func openSubmission(
    of input: PostingRequest.Input, byteCount: Int64, _ request: PostingRequest,
    _ declared: Envelope
  ) throws -> Submission? {
    guard request.looksAtSubmissions else { return nil }
    let candidates = try submissions(
      """
      SELECT * FROM submission s WHERE event_id = ?1 AND is_correction = ?2 AND file_bytes = ?3
        AND submission_no <> ?4 AND NOT EXISTS (SELECT 1 FROM decision d
          WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
      """,
      [
        .integer(Int64(request.event.rawValue)), .integer(request.isCorrection ? 1 : 0),
        .integer(byteCount), .integer(request.stage.approved ?? 0),
      ]
    ).filter { $0.declared.hasIdentity(of: declared) && $0.control.reversesBatch == nil }
    guard !candidates.isEmpty else { return nil }
    let digest = try request.digest(of: input)
    return candidates.first { $0.fileDigest == digest }
  }

  /// The open submission that asks to undo a batch.
  func openReversal(of batch: Int64) throws -> Submission? {
    try submissions(
      """
      SELECT * FROM submission s WHERE reverses_batch_no = ?1
        AND NOT EXISTS (SELECT 1 FROM decision d
          WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
      """, [.integer(batch)]
    ).first
  }

  /// Reads submissions with what was decided on them.
  func submissions(_ sql: StaticString, _ arguments: [BoundValue]) throws -> [Submission] {
    var found: [Submission] = []
    try query(sql, arguments) { found.append(try Submission($0)) }
    for index in found.indices {
      found[index].decisions = try decisions(on: found[index])
      found[index].batch = try integer(
        "SELECT batch_no FROM batch WHERE submission_record_no = ?1",
        [.integer(found[index].record)])
    }
    return found
  }

  private func decisions(on submission: Submission) throws -> [Submission.Decision] {
    var decisions: [Submission.Decision] = []
    try query(
      """
      SELECT d.user_name, d.outcome, r.record_date, r.reason, d.record_no
      FROM decision d JOIN record r USING (record_no) WHERE d.submission_no = ?1 ORDER BY d.record_no
      """, [.integer(submission.number)]
    ) { row in
      let isOwn = row.text(0) == submission.maker && row.text(1) == "rejected"
      decisions.append(
        Submission.Decision(
          user: row.text(0), outcome: isOwn ? "withdrawn" : row.text(1),
          date: try promised(CivilDate(number: Int32(clamping: row.integer(2))), "date"),
          reason: row.optionalText(3), record: row.integer(4)))
    }
    return decisions
  }
}

extension Submission {
  /// Takes over a row of the table, all columns.
  fileprivate init(_ row: any ResultRow) throws {
    func month(_ column: Int) throws -> Month {
      try promised(Month(number: Int32(clamping: row.integer(column))), "period")
    }
    func day(_ column: Int) throws -> CivilDate {
      try promised(CivilDate(number: Int32(clamping: row.integer(column))), "date")
    }
    number = row.integer(0)
    record = row.integer(1)
    maker = row.text(2)
    event = try promised(Event(rawValue: UInt8(clamping: row.integer(3))), "event")
    fileName = row.text(4)
    fileBytes = row.integer(5)
    fileDigest = try promised(row.digest(6), "SHA-256 of the file")
    declared = Envelope(
      reference: row.optionalText(7), period: row.isNull(8) ? nil : try month(8),
      date: row.isNull(9) ? nil : try day(9))
    period = try month(10)
    date = try day(11)
    rowCount = row.integer(12)
    total = row.integer(13)
    var control = BatchControl()
    control.isCorrection = row.integer(14) != 0
    control.reversesBatch = row.optionalInteger(15)
    control.reason = row.optionalText(16)
    self.control = control
    approversNeeded = Int(clamping: row.integer(17))
    root = try promised(row.digest(18), "Merkle root")
  }
}
