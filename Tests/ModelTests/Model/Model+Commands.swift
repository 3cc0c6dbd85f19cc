extension Model {
  /// Does a command, and says what it comes to.
  mutating func run(_ command: Command) -> Outcome {
    let outcome = perform(command)
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
      if control != nil, let refusal = FourEyes.refusal(by, besides: "auditor") { return refusal }
      return hold(person, kind: kind, reason: reason, from: from, to: to)
    case .release(let person, let from, _, _): return release(person, from: from)
    case .link(let old, let new, _): return link(old, new)
    case .approve(let submission, let by): return approve(submission, by: by)
    case .reject(let submission, let reason, let by):
      return reject(submission, reason: reason, by: by)
    case .closeYear(let year, let date, _): return closeYear(year, date: date)
    case .deaths(let rows, let date, let isDryRun, _):
      return deaths(rows, date: date, isDryRun: isDryRun)
    case .units(let rows, let isDryRun, _): return change(rows, isDryRun: isDryRun)
    case .transferSite(let from, let to, let date, _):
      return transferSite(from, to: to, date: date)
    case .count(let site, let amount, let date, let reason, _):
      return count(site, amount, date: date, reason: reason)
    case .reconcileTotals(let period): return Outcome(done: differences(through: period))
    case .reconcileDue(let rows): return reconcileDue(rows)
    case .compare, .asKnown, .asAt, .reopen: return Outcome()
    }
  }
}
