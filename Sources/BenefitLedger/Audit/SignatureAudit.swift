import LedgerCore
import LedgerStore

/// Goes over the records that people signed.
///
/// Was each signed by a key that was in force then, and was its maker allowed to make it?
struct SignatureAudit {
  private var users = UserList()
  private var submissions: [Int64: Submitted] = [:]
  private var proposals = ProposalTrail()
  private(set) var findings = FindingList()

  /// What is known of a submission by the time of a record.
  private struct Submitted {
    var maker: String
    var root: Digest?
    var needed: Int64
    var record: Int64
    var approvals: [(user: String, record: Int64)] = []
    var isClosed = false
  }

  /// A record with the row of the table it stands for.
  fileprivate struct Row {
    var record: Int64
    var kind: RecordKind?
    var maker: String
    var reason: String?
    var digest: Digest?
    var signature: [UInt8]?
    var user: (name: String, role: Role?, key: PublicKey?)?
    var submitted: (number: Int64, maker: String, root: Digest?, needed: Int64)?
    var period: PeriodState?
    var decided: (submission: Int64, user: String, outcome: DecisionOutcome?, root: Digest?)?
    var rows: Digest?
    var fileDigest: Digest?
    var proposed: ProposalTrail.Row?
  }

  /// Goes over all records in their order.
  mutating func run(_ snapshot: any LedgerSnapshot) throws {
    var control: LedgerControl?
    var isOne = false
    try snapshot.query("SELECT control, ledger_id, (SELECT count(*) FROM ledger) FROM ledger", []) {
      control = LedgerControl(code: $0.text(0))
      isOne = $0.integer(1) == 1 && $0.integer(2) == 1
    }
    if control == nil || !isOne {
      findings.add(
        Finding(.controlChanged, "The ledger does not say how it is controlled, or says it twice."))
    }
    var first: Row?
    try snapshot.query(
      """
      SELECT r.record_no, r.record_kind_id, r.maker, r.reason, r.record_digest, r.signature,
        u.user_name, u.role, u.public_key, s.submission_no, s.maker, s.merkle_root,
        s.approvers_needed, d.submission_no, d.user_name, d.outcome, d.merkle_root, p.state,
        r.rows_digest, r.file_sha256, q.user_name, q.subject, q.request_digest,
        q.agrees_to_record_no
      FROM record r LEFT JOIN user_key u USING (record_no) LEFT JOIN submission s USING (record_no)
        LEFT JOIN decision d USING (record_no) LEFT JOIN period_change p USING (record_no)
        LEFT JOIN proposal q USING (record_no)
      ORDER BY r.record_no
      """, []
    ) { row in
      let row = Row(row)
      if first == nil, row.kind == .user { first = row }
      take(row, isFourEyes: control == .fourEyes)
    }
    noteUnused()
    try proposals.checkBatches(snapshot, isFourEyes: control == .fourEyes, &findings)
    check(control, first)
  }

  /// The control is the reason of the first user's record, which the register's digest covers.
  private mutating func check(_ control: LedgerControl?, _ first: Row?) {
    let isSaid = first?.reason == LedgerControl.fourEyes.code
    if (control == .fourEyes) != isSaid {
      findings.add(
        Finding(
          .controlChanged,
          "The ledger says that it is controlled otherwise than the record of its first user says.")
      )
    }
  }

  private mutating func take(_ row: Row, isFourEyes: Bool) {
    if row.kind != .chart && row.kind != .release && row.kind != .link { noteUnused() }
    switch row.kind {
    case .period: takePeriod(row, isFourEyes: isFourEyes)
    case .user: takeUser(row)
    case .submission: takeSubmission(row)
    case .approval, .rejection: takeDecision(row)
    case .units, .hold, .cashCount: takeRegistered(row, isFourEyes: isFourEyes)
    case .chart:
      let before = proposals.chart(before: row.record)
      takeAgreed(row, .chart, after: before, isFourEyes: isFourEyes)
    case .release: takeAgreed(row, .release, after: nil, isFourEyes: isFourEyes)
    case .link: takeAgreed(row, .link, after: nil, isFourEyes: isFourEyes)
    case .proposal, .agreement: takeProposal(row)
    case .statement, .bankMatch, .exception: takeBank(row, isFourEyes: isFourEyes)
    case .archive: takeArchive(row, isFourEyes: isFourEyes)
    case .withdrawal: takeWithdrawal(row, isFourEyes: isFourEyes)
    case nil: break
    }
  }

  /// What moves no money and changes no figure needs one administrator.
  private mutating func takeArchive(_ row: Row, isFourEyes: Bool) {
    guard isToBeSigned(row, isFourEyes: isFourEyes) else { return }
    if checkSignature(row, of: users[name: row.maker]),
      users[name: row.maker]?.role != .administrator
    {
      violated(row, "is made by somebody who is no administrator")
    }
  }

  /// Whether somebody had to sign a record: whoever has a key, and everybody once the ledger under four
  /// eyes has its first user, which is when `init` has written its chart.
  private func isToBeSigned(_ row: Row, isFourEyes: Bool) -> Bool {
    isFourEyes && !users.users.isEmpty || row.signature != nil
  }

  /// What restricts or describes needs one signature.
  private mutating func takeRegistered(_ row: Row, isFourEyes: Bool) {
    guard isToBeSigned(row, isFourEyes: isFourEyes) else { return }
    if checkSignature(row, of: users[name: row.maker]),
      users[name: row.maker]?.role.mayRegister != true
    {
      violated(row, "is made by somebody who may only read")
    }
  }

  /// What opens the gate to money, or cannot be undone, needs another person's proposal.
  private mutating func takeAgreed(
    _ row: Row, _ subject: ProposalSubject, after ground: Int64?, isFourEyes: Bool
  ) {
    guard isToBeSigned(row, isFourEyes: isFourEyes) else { return }
    if checkSignature(row, of: users[name: row.maker]), let role = users[name: row.maker]?.role,
      !(isFourEyes ? subject.mayAgree(role) : subject.mayPropose(role))
    {
      violated(row, "is made by somebody who may not \(subject.toDo)")
    }
    guard isFourEyes else { return }
    let request = ProposedRequest(
      subject: subject, reason: row.reason, fileDigest: row.fileDigest, rows: row.rows ?? .zero,
      ground: ground)
    if let wrong = proposals.carryOut(row.record, request, by: row.maker) { violated(row, wrong) }
  }

  private mutating func takeProposal(_ row: Row) {
    guard let proposed = row.proposed, (proposed.agreesTo != nil) == (row.kind == .agreement) else {
      return missing(row)
    }
    if checkSignature(row, of: users[name: row.maker]), let role = users[name: row.maker]?.role {
      let isAllowed =
        row.kind == .agreement
        ? proposed.subject.mayAgree(role) : proposed.subject.mayPropose(role)
      if !isAllowed { violated(row, "is made by somebody who may not \(proposed.subject.toDo)") }
      if proposed.user != row.maker { violated(row, "names another person than its record") }
    }
    guard row.kind == .agreement else { return proposals.propose(proposed) }
    if let wrong = proposals.agree(proposed, digest: row.digest) { violated(row, wrong) }
  }

  private mutating func noteUnused() {
    guard let record = proposals.takeUnused() else { return }
    findings.add(
      Finding(
        .roleViolated,
        "Record \(record) of the register agrees to a change, and the next record is not it."))
  }

  /// What the bank says, and what it is found to be, somebody signs who may touch the books.
  private mutating func takeBank(_ row: Row, isFourEyes: Bool) {
    guard isToBeSigned(row, isFourEyes: isFourEyes) else { return }
    if checkSignature(row, of: users[name: row.maker]),
      users[name: row.maker]?.role.mayReconcile != true
    {
      violated(row, "is made by somebody who may not reconcile")
    }
  }

  /// What the bank said is taken back by whoever may also say that nothing is left to do.
  private mutating func takeWithdrawal(_ row: Row, isFourEyes: Bool) {
    guard isToBeSigned(row, isFourEyes: isFourEyes) else { return }
    if checkSignature(row, of: users[name: row.maker]),
      users[name: row.maker]?.role.mayClosePeriods != true
    {
      violated(row, "is made by somebody who may not withdraw statements")
    }
  }

  private mutating func takeUser(_ row: Row) {
    guard let user = row.user, let role = user.role else { return missing(row) }
    let entry = UserEntry(name: user.name, role: role, publicKey: user.key, record: row.record)
    let isFirst = users.users.isEmpty
    if checkSignature(row, of: isFirst ? entry : users[name: row.maker]) {
      let voucher = isFirst ? role : users[name: row.maker]?.role
      if voucher != .administrator { violated(row, "is made by somebody who is no administrator") }
    }
    users.take(entry)
  }

  /// A soft close may be that of a year end that was undone, which the approved order stands for.
  private mutating func takePeriod(_ row: Row, isFourEyes: Bool) {
    let isRequired = isFourEyes && row.period != .softClosed
    guard isRequired || row.signature != nil else { return }
    if checkSignature(row, of: users[name: row.maker]),
      users[name: row.maker]?.role.mayClosePeriods != true
    {
      violated(row, "is made by somebody who may not open or close periods")
    }
  }

  private mutating func takeSubmission(_ row: Row) {
    guard let submitted = row.submitted else { return missing(row) }
    if checkSignature(row, of: users[name: row.maker]) {
      if users[name: row.maker]?.role.mayMake != true {
        violated(row, "is made by somebody who may not post")
      }
      if submitted.maker != row.maker { violated(row, "names another maker than its record") }
    }
    submissions[submitted.number] = Submitted(
      maker: submitted.maker, root: submitted.root, needed: submitted.needed, record: row.record)
  }

  private mutating func takeDecision(_ row: Row) {
    guard let decided = row.decided, let outcome = decided.outcome,
      var submission = submissions[decided.submission]
    else { return missing(row) }
    if checkSignature(row, of: users[name: row.maker]) {
      if decided.user != row.maker { violated(row, "names another person than its record") }
      let role = users[name: row.maker]?.role
      if let wrong = wrong(outcome, decided.root, by: row.maker, role, submission) {
        violated(row, wrong)
      }
    }
    if outcome.kind == .approval { submission.approvals.append((row.maker, row.record)) }
    if outcome != .approved { submission.isClosed = true }
    submissions[decided.submission] = submission
  }

  /// What no program of ours would have let somebody decide.
  private func wrong(
    _ outcome: DecisionOutcome, _ root: Digest?, by user: String, _ role: Role?,
    _ submission: Submitted
  ) -> Message? {
    if submission.isClosed { return "decides what was decided before" }
    if root == nil || root != submission.root { return "agrees to other lines than were submitted" }
    guard outcome.kind == .approval else {
      let isOwn = outcome == .rejected && user == submission.maker
      return isOwn || role?.mayReject == true ? nil : "is made by somebody who may not reject"
    }
    if user == submission.maker { return "approves what the same person made" }
    if submission.approvals.contains(where: { $0.user == user }) {
      return "approves a second time"
    }
    let signers = [(user: submission.maker, record: submission.record)] + submission.approvals
    if let revoked = signers.first(where: {
      users[name: $0.user]?.hasStood(since: $0.record) == false
    }) {
      return "approves what \(revoked.user) signed, who was revoked since"
    }
    if role?.mayApprove(isLast: outcome == .posted) != true {
      return "is made by somebody who may not approve"
    }
    let isEnough = Int64(submission.approvals.count) + 1 >= submission.needed
    if isEnough != (outcome == .posted) { return "comes before the approvals that are needed" }
    return nil
  }

  /// Whether a record is signed by the key that somebody had then.
  private mutating func checkSignature(_ row: Row, of user: UserEntry?) -> Bool {
    let reason: Message
    if let user, user.publicKey == nil {
      reason = "is signed by \(user.name), who was revoked by then"
    } else if let key = user?.publicKey, user?.name == row.maker, let digest = row.digest,
      let signature = row.signature, key.isValid(signature, of: digest)
    {
      return true
    } else {
      reason = "is not signed by \(row.maker), who is said to have made it"
    }
    findings.add(Finding(.signatureInvalid, "Record \(row.record) of the register \(reason)."))
    return false
  }

  private mutating func violated(_ row: Row, _ what: Message) {
    findings.add(Finding(.roleViolated, "Record \(row.record) of the register \(what)."))
  }

  private mutating func missing(_ row: Row) {
    findings.add(
      Finding(
        .registerChanged, "Record \(row.record) of the register has no row, or an impossible one."))
  }
}

extension SignatureAudit.Row {
  fileprivate init(_ row: any ResultRow) {
    record = row.integer(0)
    kind = UInt8(exactly: row.integer(1)).flatMap { RecordKind(rawValue: $0) }
    maker = row.text(2)
    reason = row.optionalText(3)
    digest = row.digest(4)
    signature = row.bytes(5)
    if !row.isNull(6) {
      user = (
        row.text(6), Role(code: row.text(7)), row.bytes(8).flatMap { PublicKey(bytes: $0) }
      )
    }
    if !row.isNull(9) {
      submitted = (row.integer(9), row.text(10), row.digest(11), row.integer(12))
    }
    if !row.isNull(13) {
      decided = (
        row.integer(13), row.text(14), DecisionOutcome(rawValue: row.text(15)), row.digest(16)
      )
    }
    period = PeriodState(rawValue: row.text(17))
    rows = row.digest(18)
    fileDigest = row.digest(19)
    if !row.isNull(20), let subject = ProposalSubject(rawValue: row.text(21)),
      let request = row.digest(22)
    {
      proposed = ProposalTrail.Row(
        record: record, user: row.text(20), subject: subject, request: request,
        agreesTo: row.optionalInteger(23))
    }
  }
}
