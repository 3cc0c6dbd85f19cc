/// Tells a caller how far the work is, now and then.
struct Progress {
  private let report: ((Int, Int) -> Void)?
  private let total: Int
  private var done = 0
  private var nextReport = 0

  /// Progress towards a number of steps.
  init(total: Int, report: ((Int, Int) -> Void)?) {
    self.total = total
    self.report = report
  }

  /// Counts steps; reports about a hundred times in all, and at the end.
  mutating func add(_ steps: Int) {
    done += steps
    guard let report, done >= nextReport || done == total else { return }
    report(done, total)
    nextReport = done + max(1, total / 100)
  }
}
