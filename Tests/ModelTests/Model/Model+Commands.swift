extension Model {
  /// Does a command, and says what it comes to.
  mutating func run(_ command: Command) -> Outcome {
    let (batches, records) = (batches.count, records)
    let outcome = perform(command)
    if case .restore = command {
      // Whatever the restored ledger has was noted when it was posted.
    } else {
      trail.note(
        command, batches: self.batches.count - batches, records: self.records - records)
    }
    remember()
    return outcome
  }

  private mutating func perform(_ command: Command) -> Outcome {
    switch command {
    case .post(let posting): return post(posting)
    case .reverse(let batch, let reason, let date, let period, let isDryRun, let by):
      return reverse(batch, reason: reason, date: date, period: period, isDryRun: isDryRun, by: by)
    case .period(let change, let month, let date, let reason, let by):
      return self.change(change, month, date: date, reason: reason, by: by)
    case .hold(let person, let kind, let reason, let from, let to, let by):
      if !to.isEmpty, to < from { return .refused("L0801") }
      if let refusal = control?.refusal(by, besides: "auditor") { return refusal }
      return hold(person, kind: kind, reason: reason, from: from, to: to)
    case .release(let person, let from, let reason, let by):
      return release(person, from: from, reason: reason, command, by: by)
    case .link(let old, let new, let by): return link(old, new, command, by: by)
    case .approve(let submission, let by): return approve(submission, by: by)
    case .reject(let submission, let reason, let by):
      return reject(submission, reason: reason, by: by)
    case .closeYear(let year, let date, let by):
      return closeYear(year, date: date, command, by: by)
    case .deaths(let rows, let date, let isDryRun, _):
      return deaths(rows, date: date, isDryRun: isDryRun)
    case .units(let rows, let isDryRun, _): return change(rows, isDryRun: isDryRun)
    case .transferSite(let from, let to, let date, _):
      return transferSite(from, to: to, date: date)
    case .count(let site, let amount, let date, let reason, _):
      return count(site, amount, date: date, reason: reason)
    case .addUser(let name, let role, let by): return addUser(name, role: role, by: by)
    case .revoke(let name, let reason, let by): return revoke(name, reason: reason, by: by)
    case .backUp: return backUp()
    case .restore(let backup): return restore(backup)
    case .checkpoint(let file): return checkpoint(file)
    case .verify(let file): return Outcome(done: verification(against: file))
    case .reconcileTotals(let period): return Outcome(done: differences(through: period))
    case .reconcileDue(let rows): return reconcileDue(rows)
    case .compare, .asKnown, .asAt, .reopen: return Outcome()
    }
  }
}
