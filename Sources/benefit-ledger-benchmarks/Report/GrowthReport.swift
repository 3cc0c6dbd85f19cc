/// A ledger that grew by a month at a time.
struct GrowthReport: Encodable {
  /// Every month, the first included.
  let months: [MonthReport]
  /// Reports that read all months.
  let queries: [QueryReport]
  /// `verify` of all months.
  let verify: Stage
  /// The rate of the last month's `post due` in thousandths of the first's.
  let dueRatioPermille: Int
  /// The rate of the last month's `post paid` in thousandths of the first's.
  let paidRatioPermille: Int

  init(months: [MonthReport], queries: [QueryReport], verify: Stage) {
    self.months = months
    self.queries = queries
    self.verify = verify
    dueRatioPermille = Self.ratio(months.map(\.due))
    paidRatioPermille = Self.ratio(months.map(\.paid))
  }

  private static func ratio(_ stages: [Stage]) -> Int {
    stages[stages.count - 1].linesPerSecond * 1_000 / max(1, stages[0].linesPerSecond)
  }
}

/// One month of a ledger that grows.
struct MonthReport: Encodable {
  /// `post due due.csv`.
  let due: Stage
  /// `post paid` of all site files.
  let paid: Stage
  /// The size of the ledger's file after the month, in MiB.
  let ledgerMiB: Int

  init(_ files: GeneratedFiles, due: ChildFigures, paid: ChildFigures, ledger: Int) {
    self.due = Stage(lines: files.dueLines, figures: due)
    self.paid = Stage(lines: files.paidLines, figures: paid)
    ledgerMiB = ledger
  }
}
