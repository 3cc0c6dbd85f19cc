import BenefitLedger

extension EngineLedger {
  /// Gives a command to the ledger, and says what it came to.
  func run(_ command: Command) throws -> Outcome {
    do {
      return try perform(command)
    } catch let error as LedgerError {
      return Outcome(refused: [error.code.text])
    }
  }

  private func perform(_ command: Command) throws -> Outcome {
    switch command {
    case .post(let posting): return try post(posting)
    case .reverse(let batch, let reason, let date, let period, let isDryRun, let by):
      var request = ReversalRequest(
        batch: Int64(batch), reason: reason, maker: "clerk", date: try day(date))
      request.period = Month(period)
      request.isDryRun = isDryRun
      request.key = keys[by]
      return outcome(try ledger.reverse(request))
    case .period(let change, let month, let date, let reason, let by):
      guard let change = PeriodRequest.Change(rawValue: change), let month = Month(month) else {
        throw HarnessFault("no change of a period: \(command)")
      }
      var request = PeriodRequest(
        change, month, reason: reason, maker: "clerk", date: try day(date))
      request.key = keys[by]
      let answer = try ledger.change(request)
      let differs = answer.reconciliation.map { !$0.agrees } ?? false
      let asked = answer.requestedBy.map { "asked by \($0)" }
      let ending = differs ? "differs" : asked ?? "\(answer.isChanged)"
      return Outcome(done: ["period \(answer.period) \(answer.state.rawValue) \(ending)"])
    case .closeYear(let year, let date, let by):
      var request = YearEndRequest(year: Int(year) ?? 0, maker: "clerk", today: today)
      request.date = CivilDate(date)
      request.key = keys[by]
      return outcome(try ledger.closeYear(request), year: year)
    case .hold, .release, .link: return try register(command)
    case .deaths, .units, .transferSite, .count: return try affairs(command)
    case .approve(let submission, let by):
      return outcome(
        try ledger.approve(
          DecisionRequest(submission: Int64(submission), key: keys[by], date: today)))
    case .reject(let submission, let reason, let by):
      return outcome(
        try ledger.reject(
          DecisionRequest(
            submission: Int64(submission), key: keys[by], reason: reason, date: today)))
    case .reopen:
      try reopen()
      return Outcome()
    case .reconcileTotals(let period):
      let answer = try ledger.reconcileTotals(period: Month(period))
      return Outcome(
        done: answer.differences.map { "\($0.kind.rawValue) \($0.account ?? "-")" }.sorted())
    case .reconcileDue(let rows): return try reconcileDue(rows)
    case .addUser, .revoke: return try users(command)
    case .backUp, .restore, .checkpoint, .verify: return try copies(command)
    case .compare, .asKnown, .asAt: return Outcome()
    }
  }

  /// What is recorded of persons.
  private func register(_ command: Command) throws -> Outcome {
    var request = RecordRequest(maker: "clerk", date: today)
    switch command {
    case .hold(let person, let kind, let reason, let from, let to, let by):
      guard let kind = HoldKind.allCases.first(where: { $0.code == kind }) else {
        throw HarnessFault("no kind of hold: \(kind)")
      }
      request.key = keys[by]
      let answer = try ledger.addHold(
        of: try number(person), kind: kind, reason: reason, from: try day(from), to: CivilDate(to),
        request)
      return Outcome(done: ["held added=\(answer.added) known=\(answer.known)"])
    case .release(let person, let from, let reason, let by):
      request.key = keys[by]
      let answer = try ledger.release(
        .person(try number(person)), reason: reason, from: try day(from), request)
      return asked(answer) ?? Outcome(done: ["released \(answer.added)"])
    case .link(let old, let new, let by):
      request.key = keys[by]
      let answer = try ledger.linkNumbers(
        try number(old), try number(new), reason: "new card", request)
      return asked(answer.record) ?? Outcome(done: ["linked added=\(answer.record.added)"])
    default: throw HarnessFault("not of the register: \(command)")
    }
  }

  /// The answer to who is the first of two.
  private func asked(_ answer: RecordAnswer) -> Outcome? {
    answer.proposal.map { Outcome(done: ["proposed by \($0.proposal.user)"]) }
  }

  func number(_ text: String) throws -> PersonNumber {
    guard let number = PersonNumber(text) else { throw HarnessFault("no person \(text)") }
    return number
  }

  func day(_ text: String) throws -> CivilDate { try LedgerTemplate.date(text) }

  private func post(_ posting: Posting) throws -> Outcome {
    guard let event = Event.allCases.first(where: { $0.code == posting.event }) else {
      throw HarnessFault("no event: \(posting.event)")
    }
    var envelope = Envelope()
    envelope.reference = posting.reference.isEmpty ? nil : posting.reference
    envelope.date = CivilDate(posting.date)
    envelope.period = Month(posting.period)
    envelope.count = posting.count
    envelope.total = posting.total
    var request = PostingRequest(
      event, [.memory(name: folder + "/list.csv", bytes: Array(posting.text.utf8))],
      envelope: envelope, maker: "clerk", today: today)
    request.isCorrection = posting.undoes
    request.reason = posting.undoes ? posting.reason : nil
    request.isDryRun = posting.isDryRun
    request.key = keys[posting.by]
    if posting.leavesOut {
      request.heldRows = .leftOut
      heldReports += 1
      request.heldReport = folder + "/held-\(heldReports).csv"
    }
    return outcome(try ledger.post(request))
  }

  /// What receipts say, in lines.
  func outcome(_ answer: PostingAnswer) -> Outcome {
    var outcome = Outcome()
    for receipt in answer.receipts {
      outcome.done.append(line(receipt))
      outcome.faults += receipt.diagnosis.diagnostics.map { "\($0.code.text)@\($0.line)" }
    }
    if let failure = answer.failure { outcome.refused.insert(failure.code.text) }
    if let proposal = answer.proposal {
      outcome.done.append("proposed by \(proposal.proposal.user)")
    }
    return outcome
  }

  func line(_ receipt: Receipt) -> String {
    let sums = "lines=\(receipt.lines) total=\(receipt.total)"
    let dates =
      "date=\(receipt.date?.description ?? "-") period=\(receipt.period?.description ?? "-")"
    switch receipt.state {
    case .posted where receipt.alreadyPosted:
      return "again batch=\(receipt.batch ?? 0) \(receipt.event.code) \(sums) \(dates)"
    case .posted:
      return "posted batch=\(receipt.batch ?? 0) \(receipt.event.code) \(sums)"
        + " vouchers=\(receipt.vouchers) \(dates) out=\(receipt.leftOut)"
    case .checked: return "checked \(sums) out=\(receipt.leftOut)"
    case .refused: return "refused"
    case .submitted, .rejected, .withdrawn:
      return "\(receipt.alreadyPosted ? "again " : "")\(receipt.state)"
        + " submission=\(receipt.submission ?? 0) \(receipt.event.code) \(sums) \(dates)"
    }
  }

  private func outcome(_ answer: YearEndAnswer, year: String) -> Outcome {
    if let proposal = answer.proposal {
      return Outcome(done: ["proposed by \(proposal.proposal.user)"])
    }
    if let reconciliation = answer.reconciliation, !reconciliation.agrees {
      return Outcome(done: ["year \(year) differs"])
    }
    guard let receipt = answer.receipt else { return Outcome(done: ["year \(year) nothing"]) }
    let sums = " income=\(answer.results.income) expense=\(answer.results.expense)"
    return Outcome(done: [line(receipt) + sums])
  }
}
