import BatchFiles
import LedgerCore
import LedgerStore

/// How far a file goes: into the ledger, or first to somebody else's eyes.
enum PostingStage: Sendable {
  /// It is posted.
  case posting
  /// It is checked and stored, to be approved.
  case submitting(Submitter)
  /// It was submitted, its last approval is given, and it is posted.
  case approving(FinalApproval)

  /// The submission that is being approved.
  var approved: Int64? {
    if case .approving(let approval) = self { approval.submission.number } else { nil }
  }

  /// Whether files are stored to be approved.
  var isSubmitting: Bool { if case .submitting = self { true } else { false } }

  /// Begins a transaction: the end of what the next batch, or the next submission, continues.
  func begin(_ transaction: any LedgerTransaction) throws -> JournalEnd {
    if case .approving(let approval) = self { try approval.begin(transaction) }
    var end = try transaction.journalEnd()
    if isSubmitting {
      end.batch = try transaction.integer("SELECT max(submission_no) FROM submission") ?? 0
    }
    return end
  }

  /// Holds a batch that is about to be posted against what was submitted, if it was.
  func check(_ header: BatchHeader, root: Digest) throws {
    if case .approving(let approval) = self { try approval.check(header, root: root) }
  }

  /// Frees what was kept for the submission of a batch that was posted, if it was submitted.
  func finish(_ transaction: any LedgerTransaction) throws {
    if case .approving(let approval) = self { try approval.finish(transaction) }
  }

  /// Says in a batch's header what was approved, and by whom.
  func sign(_ control: inout BatchControl) {
    guard case .approving(let approval) = self else { return }
    control.submission = approval.submission.record
    control.approvers = approval.approvers
  }
}

extension PostingStage {
  /// How far the control of a ledger lets somebody's files go.
  ///
  /// - Parameters:
  ///   - store: The ledger.
  ///   - key: Who he is; nobody need say so under single control.
  ///   - today: Today in Vietnam.
  ///   - thresholds: How many must approve; nil for what the ledger says.
  /// - Returns: The stage, and his name if he gave a key.
  /// - Throws: `LedgerError`: `keyMissing`, `userUnknown`, `userRevoked`, `roleNotAllowed`.
  static func allowed(
    by store: any LedgerStore, key: SigningKey?, today: CivilDate,
    thresholds: ApprovalThresholds?
  ) throws -> (stage: PostingStage, maker: String?) {
    try store.read { snapshot in
      let control = try snapshot.control()
      guard control == .fourEyes || key != nil else { return (.posting, nil) }
      let signer = try Signer(key, snapshot, toDo: "post")
      try signer.require(signer.user.role.mayMake, toDo: "post")
      guard control == .fourEyes else { return (.posting, signer.user.name) }
      let submitter = Submitter(
        signer: signer, today: today, thresholds: try thresholds ?? .inForce(snapshot))
      return (.submitting(submitter), signer.user.name)
    }
  }
}

extension PostingRequest {
  /// The request as the ledger's control wants it carried out.
  func controlled(by store: any LedgerStore) throws -> PostingRequest {
    var request = self
    let (stage, maker) = try PostingStage.allowed(
      by: store, key: key, today: today, thresholds: thresholds)
    request.stage = stage
    if let maker { request.maker = maker }
    return request
  }

  /// Whether there may be submissions: a ledger in which files are posted at once has none.
  var looksAtSubmissions: Bool { if case .posting = stage { isDryRun } else { true } }

  /// What the headers of its batches say of their control.
  var control: BatchControl {
    var control = BatchControl()
    control.isCorrection = isCorrection
    control.reason = reason
    stage.sign(&control)
    return control
  }

  /// What the header of a batch says of its control if some rows of its file are left out.
  func control(leavingOut leftOut: Int64) -> BatchControl {
    var control = control
    control.leftOut = leftOut
    return control
  }
}

extension LedgerSnapshot {
  /// Whether a reference is that of a batch, or of an open submission.
  func isReferenceUsed(_ request: PostingRequest, _ reference: String?) throws -> Bool {
    try batch(request, reference: reference) != nil
      || openSubmission(request, reference: reference) != nil
  }
}
