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
    case .reverse(let batch, let reason, let date, let period, let isDryRun, _):
      return reverse(batch, reason: reason, date: date, period: period, isDryRun: isDryRun)
    case .period(let change, let month, let date, let reason, _):
      return self.change(change, month, date: date, reason: reason)
    case .closeYear(let year, let date, _): return closeYear(year, date: date)
    default: return Outcome()
    }
  }
}
