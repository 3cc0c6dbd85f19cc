import BatchFiles
import LedgerCore
import LedgerStore

/// Somebody's decision on a submission.
public struct DecisionRequest: Sendable {
  /// The number of the submission.
  public var submission: Int64
  /// The key of who decides.
  public var key: SigningKey?
  /// Why; required to reject.
  public var reason: String?
  /// Today in Vietnam.
  public var date: CivilDate
  /// How many seconds to wait while another process posts.
  public var wait = 30
  /// Called with what has been posted, on the posting thread.
  public var progress: (@Sendable (PostingProgress) -> Void)?

  /// Makes a request.
  public init(
    submission: Int64, key: SigningKey?, reason: String? = nil,
    date: CivilDate = VietnamClock.today()
  ) {
    self.submission = submission
    self.key = key
    self.reason = reason
    self.date = date
  }
}

extension Ledger {
  /// Approves a submission; with the last approval it needs, it is posted in the same transaction.
  ///
  /// Before anything is posted the digest of every line is computed anew from the stored bytes and
  /// today's register. If it is not what the maker signed, or if an obligation changed meanwhile, the
  /// submission is void: nothing is posted, and what it reserved is free.
  ///
  /// - Parameter request: Which, and by whom.
  /// - Returns: The receipt of the batch; or of the submission, if more approvals are needed; or what
  ///   made it void.
  /// - Throws: `LedgerError`: `notFound`, `keyMissing`, `userUnknown`, `userRevoked`,
  ///   `roleNotAllowed`, `makerApproves`, `alreadyApproved`, `submissionClosed`, `signerRevoked`,
  ///   `busy`.
  public func approve(_ request: DecisionRequest) throws -> PostingAnswer {
    try asWriter(wait: request.wait) { try Approving(request, store, chart()).run() }
  }
}

/// One call of `approve`.
private struct Approving {
  let request: DecisionRequest
  let store: any LedgerStore
  let chart: LedgerChart
  let submission: Submission
  let signer: Signer

  init(_ request: DecisionRequest, _ store: any LedgerStore, _ chart: LedgerChart) throws {
    self.request = request
    self.store = store
    self.chart = chart
    (submission, signer) = try store.read { snapshot in
      let signer = try Signer(request.key, snapshot, toDo: "approve")
      return (try snapshot.submission(request.submission), signer)
    }
  }

  /// Whether this is the last approval that is needed.
  private var isLast: Bool { submission.approvers.count + 1 >= submission.approversNeeded }

  func run() throws -> PostingAnswer {
    if let receipt = try receiptOfThen() { return PostingAnswer(receipts: [receipt]) }
    try requireRight()
    if let fault = try store.read({ try fault($0) }) { return try void(fault, Diagnosis()) }
    guard isLast else { return try approveOnly() }
    let answer: PostingAnswer
    do {
      answer = try post()
    } catch let different as FinalApproval.NotAsSubmitted {
      return try void(different)
    }
    guard answer.failure == nil, let receipt = answer.receipts.first else { return answer }
    switch receipt.state {
    case .posted where !receipt.alreadyPosted:
      var posted = receipt
      posted.submission = submission.number
      return PostingAnswer(receipts: [posted])
    case .posted:
      return try void("The same file was posted as batch \(receipt.batch ?? 0).", Diagnosis())
    case .refused, .checked, .submitted, .rejected, .withdrawn:
      // It was posted without those who are held, who may be the very reason.
      return try void(for: todaysDiagnosis() ?? receipt.diagnosis)
    }
  }

  /// Closes a submission whose lines would be others, and names the cause where it can be known.
  private func void(_ different: FinalApproval.NotAsSubmitted) throws -> PostingAnswer {
    if let diagnosis = try todaysDiagnosis() { return try void(for: diagnosis) }
    let changes = try store.read { try cause.changes($0) }
    return try void(
      different.reason + (changes.map { " What the register says since: \($0)." } ?? ""),
      Diagnosis())
  }

  private var cause: VoidCause {
    VoidCause(submission: submission, store: store, chart: chart)
  }

  /// What the stored file would be refused for today; nil if it is an order to undo, or not refused.
  private func todaysDiagnosis() throws -> Diagnosis? {
    guard submission.control.reversesBatch == nil else { return nil }
    let diagnosis = try cause.diagnosis(posting())
    return diagnosis.diagnostics.contains { !$0.isWarning } ? diagnosis : nil
  }

  private func void(for diagnosis: Diagnosis) throws -> PostingAnswer {
    let first = diagnosis.diagnostics.first { !$0.isWarning }?.message
    return try void(
      "It can no longer be posted as it was submitted: \(first ?? "it is refused.")", diagnosis)
  }

  /// What to answer somebody who approves again, perhaps because he did not see the first answer.
  private func receiptOfThen() throws -> Receipt? {
    guard submission.state == .posted, let number = submission.batch,
      submission.approvers.contains(signer.user.name)
    else { return nil }
    return try store.read { snapshot in
      var receipt: Receipt?
      try snapshot.scanBatches(from: number, through: number) { stored in
        let header = stored.header
        receipt = Receipt(
          file: header.fileName, event: header.event, state: .posted, batch: number,
          reference: header.reference, date: header.date, period: header.period,
          lines: header.rowCount, total: header.total, vouchers: header.voucherCount,
          seal: stored.seal, alreadyPosted: true)
      }
      receipt?.submission = submission.number
      return receipt
    }
  }

  private func requireRight() throws {
    try submission.requireOpen()
    guard signer.user.name != submission.maker else {
      throw LedgerError(
        .makerApproves,
        """
        \(submission.maker) made submission \(submission.number) and cannot \
        approve it.
        """, help: "Another person has to: that is what four eyes are for.")
    }
    guard !submission.approvers.contains(signer.user.name) else {
      throw LedgerError(
        .alreadyApproved, "\(signer.user.name) approved submission \(submission.number) already.",
        help: "It needs \(submission.approversNeeded) persons: \(submission.next)")
    }
    try signer.require(
      signer.user.role.mayApprove(isLast: isLast),
      toDo: isLast && signer.user.role == .controller ? "approve last" : "approve")
    try store.read { try submission.requireStanding($0) }
  }

  /// What is wrong with the submission itself, whatever happened to its obligations.
  private func fault(_ snapshot: any LedgerSnapshot) throws -> Message? {
    if let fault = try SubmissionCheck.fault(submission, snapshot) { return fault }
    return try SubmissionCheck.hasItsBytes(submission, snapshot)
      ? nil : "The stored bytes are not those that were submitted."
  }

  private func approveOnly() throws -> PostingAnswer {
    try store.write {
      try $0.appendDecision(
        .approved, on: submission, by: signer, date: request.date, reason: nil)
    }
    let now = try store.read { try $0.submission(submission.number) }
    return PostingAnswer(receipts: [now.receipt(file: now.fileName)])
  }

  // MARK: Posting

  private var approval: FinalApproval {
    FinalApproval(submission: submission, signer: signer, date: request.date)
  }

  private func post() throws -> PostingAnswer {
    if let batch = submission.control.reversesBatch {
      var reversal = ReversalRequest(
        batch: batch, reason: submission.control.reason ?? "", maker: submission.maker,
        date: submission.date)
      reversal.period = submission.period
      reversal.stage = .approving(approval)
      return try BatchReversal(reversal, store).run()
    }
    return try Posting(posting(), store, chart).post()
  }

  /// How the stored file is posted, or diagnosed if it cannot be.
  private func posting() throws -> PostingRequest {
    var posting = try submission.posting(store)
    posting.stage = .approving(approval)
    posting.progress = request.progress
    return posting
  }

  /// Closes a submission that cannot be what was signed, and says why.
  private func void(_ reason: Message, _ diagnosis: Diagnosis) throws -> PostingAnswer {
    try store.write { transaction in
      try transaction.appendDecision(
        .void, on: submission, by: signer, date: request.date, reason: reason.description)
      try transaction.freeWhatWaits(for: submission)
    }
    var receipt = submission.receipt(file: submission.fileName)
    receipt.state = .refused
    receipt.next = nil
    receipt.diagnosis = Diagnosis(
      Diagnostic(
        file: submission.fileName, code: .submissionVoid,
        message: "Submission \(submission.number) is void; nothing of it is posted. \(reason)",
        help: "Submit what should be posted again."))
    receipt.diagnosis.merge(diagnosis)
    return PostingAnswer(receipts: [receipt])
  }
}

extension Submission {
  /// Refuses to approve what somebody signed whose key was taken out of use since.
  ///
  /// Whoever found out enough to revoke him knows more than who approved before.
  fileprivate func requireStanding(_ snapshot: any LedgerSnapshot) throws {
    let users = try UserList(snapshot)
    let signers =
      [(user: maker, record: record, deed: "made" as Message)]
      + decisions.map { (user: $0.user, record: $0.record, deed: "approved") }
    for signer in signers {
      let user = users[name: signer.user]
      guard user?.hasStood(since: signer.record) != true else { continue }
      let revoked =
        user.map { user in
          user.publicKey == nil
            ? ", who was revoked since by record \(user.record)"
            : ", who was revoked since, and has another key" as Message
        } ?? ", whom the ledger does not know"
      throw LedgerError(
        .signerRevoked,
        "Submission \(number) was \(signer.deed) by \(signer.user)\(revoked). It is not approved.",
        help: """
          Reject it with `benefit-ledger batch reject \(number) --reason …`; if the money is \
          owed all the same, somebody else looks into it and submits the file as his own.
          """)
    }
  }

  /// Refuses to decide what is decided.
  func requireOpen() throws {
    guard state != .open else { return }
    throw LedgerError(
      .submissionClosed, "Submission \(number) is decided: \(stateText).",
      help: "`benefit-ledger batch show --submission \(number)` shows by whom.")
  }
}
