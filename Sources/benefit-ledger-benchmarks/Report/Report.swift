/// All figures of a run: whole numbers, in microseconds, KiB and thousandths.
struct Report: Encodable {
  /// What it ran on.
  let machine: Machine
  /// Lines of `due.csv`.
  let persons: Int
  /// Payment sites.
  let sites: Int
  /// Writing the files.
  let generation: Stage
  /// `post due due.csv`, against the floor.
  let due: PostingReport
  /// `post due short-term.csv`.
  let shortTerm: Stage
  /// `post paid` of all site files, against the floor.
  let paid: PostingReport
  /// Reports on the whole ledger.
  let queries: [QueryReport]
  /// `verify`.
  let verify: Stage
  /// `reconcile totals`.
  let reconcileTotals: Stage
  /// `reconcile lines` of everything that is due, with the files it was posted from.
  let reconcileLinesDue: Stage
  /// `reconcile lines` of everything that was paid, with the files of all sites.
  let reconcileLinesPaid: Stage
  /// A list of 220 lines posted into the whole ledger.
  let smallFile: QueryReport
  /// Posting further months into the same ledger, if it was asked for.
  let growth: GrowthReport?
  /// The same payments as a list of the program's own, a clerk's table and a workbook.
  let listForms: ListFormsReport
  /// Posting twice the lines, if it was asked for.
  let twice: TwiceReport?
}

/// One measured command that works through lines.
struct Stage: Encodable {
  /// How many lines.
  let lines: Int
  /// What the process cost.
  let figures: ChildFigures
  /// Lines a second.
  let linesPerSecond: Int

  init(lines: Int, figures: ChildFigures) {
    self.lines = lines
    self.figures = figures
    linesPerSecond = rate(lines, figures.microseconds)
  }
}

/// A command that was run several times.
struct QueryReport: Encodable {
  /// The command.
  let command: String
  /// The middle of its times.
  let medianMicroseconds: Int
  /// The shortest of its times.
  let leastMicroseconds: Int
  /// The most memory it took.
  let peakKiB: Int

  init(command: String, _ figures: [ChildFigures]) {
    self.command = command
    let times = figures.map(\.microseconds).sorted()
    medianMicroseconds = times[times.count / 2]
    leastMicroseconds = times[0]
    peakKiB = figures.map(\.peakKiB).max() ?? 0
  }
}

/// Posting twice the lines.
struct TwiceReport: Encodable {
  /// `post due due.csv`.
  let due: Stage
  /// `post paid` of all site files.
  let paid: Stage
}

/// Lines a second.
func rate(_ lines: Int, _ microseconds: Int) -> Int { lines * 1_000_000 / max(1, microseconds) }
