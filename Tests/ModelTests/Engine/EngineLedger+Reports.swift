import BenefitLedger

extension EngineLedger {
  /// The trial balance, account by account.
  func trialBalance(asAt date: String? = nil, asKnownAt batch: Int? = nil) throws -> [String] {
    try ledger.trialBalance(
      by: .unit, asAt: date.flatMap { CivilDate($0) }, asKnownAt: batch.map(Int64.init)
    ).rows.map { "\($0.account) \($0.debit) \($0.credit) \($0.balance)" }.sorted()
  }

  /// What money went through, by event, fund, benefit, channel, month and period.
  func totals(asAt date: String? = nil, asKnownAt batch: Int? = nil) throws -> [String] {
    let query = TotalsQuery(
      by: [.event, .fund, .benefit, .month, .period],
      asAt: date.flatMap { CivilDate($0) }, asKnownAt: batch.map(Int64.init))
    return try ledger.totals(query).rows.map { row in
      row.values.map { $0?.description ?? "-" }.joined(separator: " ")
        + " \(row.count) \(row.amount)"
    }.sorted()
  }

  /// What is told of every obligation of a person.
  func statement(_ person: String, asKnownAt batch: Int? = nil) throws -> [String] {
    guard let number = PersonNumber(person) else { throw HarnessFault("no person \(person)") }
    do {
      return try ledger.personStatement(number, asKnownAt: batch.map(Int64.init)).obligations
        .sorted {
          ($0.month, $0.person.digits, $0.benefit.code, $0.occurrence)
            < ($1.month, $1.person.digits, $1.benefit.code, $1.occurrence)
        }
        .flatMap { lines($0) }
    } catch let error as LedgerError where error.code == .notFound {
      return []
    }
  }

  private func lines(_ obligation: PersonStatement.Obligation) -> [String] {
    [
      "\(obligation.person.digits) \(obligation.month) \(obligation.benefit.code)"
        + " \(obligation.occurrence) \(obligation.state.code) open=\(obligation.open)"
    ]
      + obligation.steps.enumerated().map { place, step in
        let line = step.file == "list.csv" ? "\(step.fileLine)" : "-"
        let words: [String] = [
          "  \(place + 1)", step.event.code, "\(step.from.code)>\(step.to.code)", "\(step.amount)",
          step.site, step.channel.code, step.fund.code, "batch=\(step.batch):\(line)",
          "corrects=\(step.corrects ?? 0)", "undone=\(step.undoneBy ?? 0)",
        ]
        return words.joined(separator: " ")
      }
  }

  /// The batches, in the order of posting.
  func batchList() throws -> [String] {
    try ledger.batches().map { batch in
      let header = batch.header
      return "\(header.number) \(header.event.code) \(header.date) \(header.period)"
        + " \(header.rowCount) \(header.total) \(header.voucherCount)"
        + " reverses=\(header.control.reversesBatch ?? 0) by=\(batch.reversedBy ?? 0)"
    }
  }

  func periodList() throws -> [String] {
    try ledger.periods().map { "\($0.period) \($0.state.rawValue) \($0.batches)" }
  }

  /// The vouchers of a batch, as accounts and amounts.
  func vouchers(of batch: Int) throws -> [String] {
    try ledger.batch(Int64(batch)).vouchers
      .map { "\($0.debit) \($0.credit) \($0.amount) \($0.lineCount)" }.sorted()
  }

  func holdList() throws -> [String] {
    try ledger.holds().map { hold in
      "\(hold.person.digits) \(hold.kind.code)"
        + " \(hold.kind == .deceased ? "-" : hold.reason) \(hold.from)"
        + " \(hold.to?.description ?? "-") \(hold.released?.description ?? "-")"
    }
  }

  func submissionList() throws -> [String] {
    try ledger.submissions().map { submission in
      "submission=\(submission.number) \(submission.event.code) lines=\(submission.rowCount)"
        + " total=\(submission.total) date=\(submission.date) period=\(submission.period)"
        + " \(submission.state.rawValue) batch=\(submission.batch ?? 0)"
        + " approvers=\(submission.approvers)/\(submission.approversNeeded)"
    }
  }

  func userList() throws -> [String] {
    try ledger.users().map { user in
      "\(user.name) \(user.role.code) revoked=\(user.publicKey == nil)"
    }.sorted()
  }

  /// What `reconcile totals` finds.
  func differences() throws -> [String] {
    let answer = try ledger.reconcileTotals()
    return answer.differences.map { "\($0.kind.rawValue) \($0.account ?? "-")" }.sorted()
  }

  /// What `verify` finds.
  func findings() throws -> [String] {
    try ledger.verify().findings.map { "\($0.kind.rawValue) " + $0.message.description }
  }
}
