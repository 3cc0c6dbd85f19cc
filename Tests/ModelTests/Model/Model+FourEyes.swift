extension Model {
  /// Keeps a list until somebody else approves it.
  mutating func submit(_ list: CheckedList) -> Outcome {
    let names = Set(list.checks.compactMap(\.name))
    return submit(
      FourEyes.Submission(
        maker: list.posting.by, command: .post(list.posting), event: list.posting.event,
        undoes: list.posting.undoes, rows: list.rowCount, total: list.total, date: list.date,
        period: list.period, reserved: names), warnings: list.warnings)
  }

  mutating func submit(_ submission: FourEyes.Submission, warnings: [String]) -> Outcome {
    var submission = submission
    records += 1
    submission.record = records
    submission.number = (control?.submissions.count ?? 0) + 1
    submission.needed = abs(submission.total) > FourEyes.manyAbove ? 2 : 1
    control?.submissions.append(submission)
    return Outcome(done: ["submitted " + submission.text], faults: warnings)
  }

  /// The open submission of the same bytes under the same declared envelope.
  func openSubmission(_ posting: Posting) -> FourEyes.Submission? {
    control?.open.first { submission in
      guard case .post(let other) = submission.command else { return false }
      return other.event == posting.event && other.undoes == posting.undoes
        && other.reference == posting.reference && other.date == posting.date
        && other.period == posting.period && other.text == posting.text
    }
  }

  /// Agrees to what somebody else submitted.
  mutating func approve(_ number: Int, by user: String) -> Outcome {
    guard let control else { return .refused("L0851") }
    if var refusal = control.stranger(user) {
      refusal.refused.insert("L0851")
      return refusal
    }
    let role = control.users[user]?.role ?? ""
    guard control.submissions.indices.contains(number - 1) else {
      return .refused("L0851", "L1008")
    }
    let submission = control.submissions[number - 1]
    var codes: Set<String> = []
    let isLast = submission.approvals.count + 1 >= submission.needed
    if role != "approver", isLast || role != "controller" { codes.insert("L1008") }
    if submission.maker == user { codes.insert("L1012") }
    if submission.state == "open" {
      if submission.approvals.contains(where: { $0.user == user }) { codes.insert("L1013") }
      let signers = submission.approvals + [submission.signature]
      if !signers.allSatisfy(control.stands) { codes.insert("L1016") }
    }
    if ["rejected", "withdrawn", "void"].contains(submission.state) { codes.insert("L1014") }
    if let batch = submission.batch {
      if submission.approvals.contains(where: { $0.user == user }) {
        return Outcome(done: [again(batches[batch - 1])])
      }
      codes.insert("L1014")
    }
    if !codes.isEmpty { return Outcome(refused: codes) }
    records += 1
    self.control?.submissions[number - 1].approvals.append(
      FourEyes.Request(user: user, record: records))
    if !isLast { return Outcome(done: ["submitted " + submission.text]) }
    return post(approved: submission, by: user)
  }

  /// Posts what the last approver agreed to, or finds that it cannot be posted any more.
  private mutating func post(approved submission: FourEyes.Submission, by user: String) -> Outcome {
    let outcome: Outcome
    let place = submission.number - 1
    control?.submissions[place].state = "posted"
    switch submission.command {
    case .post(let posting): outcome = post(posting, approved: submission)
    case .reverse(let batch, let reason, let date, _, _, _):
      outcome = reverse(
        batch, reason: reason, date: date, period: submission.period, isDryRun: false,
        by: user, approved: submission)
    default: outcome = Outcome()
    }
    if outcome.done.first?.hasPrefix("posted") == true {
      control?.submissions[place].batch = batches.count
      return outcome
    }
    control?.submissions[place].state = "void"
    control?.submissions[place].approvals.removeLast()
    return Outcome(done: ["refused"], faults: ["L1015@0"] + outcome.faults)
  }

  /// Refuses what somebody else submitted, or takes one's own back.
  mutating func reject(_ number: Int, reason: String, by user: String) -> Outcome {
    guard let control else { return .refused("L0851") }
    var codes: Set<String> = reason.isEmpty ? ["L0534"] : []
    if let refusal = control.stranger(user) {
      return Outcome(refused: codes.union(refusal.refused).union(["L0851"]))
    }
    guard control.submissions.indices.contains(number - 1) else {
      return Outcome(refused: codes.union(["L0851", "L1008"]))
    }
    let submission = control.submissions[number - 1]
    let isOwn = submission.maker == user
    if !isOwn, control.refusal(user, "controller", "approver") != nil { codes.insert("L1008") }
    if submission.state != "open" { codes.insert("L1014") }
    if !codes.isEmpty { return Outcome(refused: codes) }
    let state = isOwn ? "withdrawn" : "rejected"
    self.control?.submissions[number - 1].state = state
    records += 1
    return Outcome(done: ["\(state) " + submission.text])
  }

  func submissionList() -> [String] {
    control?.submissions.map { submission in
      "\(submission.text) \(submission.state) batch=\(submission.batch ?? 0)"
        + " approvers=\(submission.approvals.map(\.user))/\(submission.needed)"
    } ?? []
  }
}
