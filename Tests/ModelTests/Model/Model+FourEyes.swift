/// Who may do what where two persons are needed, and what waits for the second.
struct FourEyes {
  /// Everybody's role.
  static let roles = [
    "quan": "administrator", "lan": "clerk", "mai": "clerk", "hoa": "controller",
    "minh": "approver", "an": "approver", "tra": "auditor",
  ]

  /// What waits for approval, or was decided.
  struct Submission {
    var number: Int
    var maker: String
    var command: Command
    var event: String
    var undoes: Bool
    var rows: Int
    var total: Int64
    var date: String
    var period: String
    var state = "open"
    var batch: Int?
    var approver = ""
    /// Its obligations, which nobody else may touch meanwhile.
    var reserved: Set<ObligationName> = []

    var text: String {
      "submission=\(number) \(event) lines=\(rows) total=\(total) date=\(date) period=\(period)"
    }
  }

  var submissions: [Submission] = []
  /// Who asked to reopen a period.
  var reopening: [String: String] = [:]

  var open: [Submission] { submissions.filter { $0.state == "open" } }

  func isReserved(_ name: ObligationName) -> Bool { open.contains { $0.reserved.contains(name) } }

  /// Why somebody may not do what these roles may.
  static func refusal(_ user: String, _ allowed: String...) -> Outcome? {
    guard let role = roles[user] else { return .refused("L1001") }
    return allowed.contains(role) ? nil : .refused("L1008")
  }

  /// Why somebody may not do what everybody may but one role.
  static func refusal(_ user: String, besides: String) -> Outcome? {
    guard let role = roles[user] else { return .refused("L1001") }
    return role == besides ? .refused("L1008") : nil
  }
}

extension Model {
  /// Keeps a list until somebody else approves it.
  mutating func submit(_ list: CheckedList) -> Outcome {
    let names = Set(list.checks.compactMap(\.name))
    return submit(
      FourEyes.Submission(
        number: 0, maker: list.posting.by, command: .post(list.posting), event: list.posting.event,
        undoes: list.posting.undoes, rows: list.rowCount, total: list.total, date: list.date,
        period: list.period, reserved: names), warnings: list.warnings)
  }

  mutating func submit(_ submission: FourEyes.Submission, warnings: [String]) -> Outcome {
    var submission = submission
    submission.number = (control?.submissions.count ?? 0) + 1
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
    guard let role = FourEyes.roles[user] else { return .refused("L1001", "L0851") }
    guard let submissions = control?.submissions, submissions.indices.contains(number - 1) else {
      return .refused("L0851", "L1008")
    }
    let submission = submissions[number - 1]
    var codes: Set<String> = []
    if role != "approver" { codes.insert("L1008") }
    if submission.maker == user { codes.insert("L1012") }
    if ["rejected", "withdrawn", "void"].contains(submission.state) { codes.insert("L1014") }
    if let batch = submission.batch {
      if submission.approver == user { return Outcome(done: [again(batches[batch - 1])]) }
      codes.insert("L1014")
    }
    if !codes.isEmpty { return Outcome(refused: codes) }
    let outcome: Outcome
    control?.submissions[number - 1].state = "posted"
    switch submission.command {
    case .post(let posting): outcome = post(posting, approved: submission)
    case .reverse(let batch, let reason, let date, _, _, _):
      outcome = reverse(
        batch, reason: reason, date: date, period: submission.period, isDryRun: false,
        by: user, approved: submission)
    default: outcome = Outcome()
    }
    if outcome.done.first?.hasPrefix("posted") == true {
      control?.submissions[number - 1].batch = batches.count
      control?.submissions[number - 1].approver = user
      return outcome
    }
    control?.submissions[number - 1].state = "void"
    return Outcome(done: ["refused"], faults: ["L1015@0"] + outcome.faults)
  }

  /// Refuses what somebody else submitted, or takes one's own back.
  mutating func reject(_ number: Int, reason: String, by user: String) -> Outcome {
    var codes: Set<String> = reason.isEmpty ? ["L0534"] : []
    guard let role = FourEyes.roles[user] else {
      return Outcome(refused: codes.union(["L1001", "L0851"]))
    }
    guard let submissions = control?.submissions, submissions.indices.contains(number - 1) else {
      return Outcome(refused: codes.union(["L0851", "L1008"]))
    }
    let submission = submissions[number - 1]
    let isOwn = submission.maker == user
    if !isOwn, !["controller", "approver"].contains(role) { codes.insert("L1008") }
    if submission.state != "open" { codes.insert("L1014") }
    if !codes.isEmpty { return Outcome(refused: codes) }
    let state = isOwn ? "withdrawn" : "rejected"
    control?.submissions[number - 1].state = state
    return Outcome(done: ["\(state) " + submission.text])
  }

  func submissionList() -> [String] {
    control?.submissions.map { "\($0.text) \($0.state) batch=\($0.batch ?? 0)" } ?? []
  }
}
