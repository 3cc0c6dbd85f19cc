/// All stages of a run, one after the other.
struct BenchmarkRun {
  /// Lines of `due.csv`.
  let persons: Int
  /// Payment sites.
  let sites: Int
  /// How often posting and the floor are measured.
  let rounds: Int
  /// How many months are posted, one after the other, into the ledger of the last round.
  let months: Int
  /// Whether twice the lines are posted too.
  let twice: Bool
  /// Where it works.
  let directory: RunDirectory
  /// What it starts.
  let programs: Programs

  /// Runs every stage.
  ///
  /// - Throws: ``StageFailure`` by the first stage that fails.
  func measure() throws -> Report {
    let machine = Machine.this
    let (files, generation) = try generate(persons, into: "files")
    var rounds: [Round] = []
    for number in 1...self.rounds {
      talk("round \(number) of \(self.rounds)")
      directory.removeDatabase("ledger.db")
      rounds.append(try round(files))
    }
    let ledger = LedgerStages(programs.ledger, ledger: directory.file("ledger.db"))
    talk("reports")
    let queries = try ledger.queries()
    talk("verify, reconcile totals")
    let lines = files.dueLines + files.shortTermLines + files.paidLines
    let verify = Stage(lines: lines, figures: try ledger.run(["verify"]))
    let reconcile = Stage(lines: lines, figures: try ledger.run(["reconcile", "totals"]))
    talk("reconcile lines")
    let (linesDue, linesPaid) = try ledger.reconcileLines(of: directory.file("files"))
    talk("small files")
    let small = try ledger.postSmallFiles(
      from: directory.file("files/due.csv"), into: directory.file("small"))
    let growth = months > 1 ? try grow(ledger, from: rounds[rounds.count - 1], files) : nil
    talk("the same list in three forms")
    let forms = try listForms()
    return Report(
      machine: machine, persons: persons, sites: sites,
      generation: Stage(
        lines: files.dueLines + files.shortTermLines + files.paidLines, figures: generation),
      due: PostingReport(
        lines: files.dueLines, ours: rounds.map(\.due), floor: rounds.map(\.floor.due),
        floorWithoutTriggers: rounds.map(\.floorWithoutTriggers.due)),
      shortTerm: Stage(lines: files.shortTermLines, figures: rounds[rounds.count - 1].shortTerm),
      paid: PostingReport(
        lines: files.paidLines, ours: rounds.map(\.paid), floor: rounds.map(\.floor.paid),
        floorWithoutTriggers: rounds.map(\.floorWithoutTriggers.paid)),
      queries: queries, verify: verify, reconcileTotals: reconcile,
      reconcileLinesDue: Stage(lines: files.dueLines + files.shortTermLines, figures: linesDue),
      reconcileLinesPaid: Stage(lines: files.paidLines, figures: linesPaid), smallFile: small,
      growth: growth, listForms: forms, twice: twice ? try measureTwice() : nil)
  }

  /// One round: the program, then the floor twice, each on fresh files.
  private func round(_ files: GeneratedFiles) throws -> Round {
    let ledger = LedgerStages(programs.ledger, ledger: directory.file("ledger.db"))
    talk("init")
    try ledger.make(for: directory.file("files"))
    let month = try ledger.postMonth(of: directory.file("files"), log: talk)
    let floor = try floor(arguments: [], files, "floor")
    let bare = try self.floor(arguments: ["--no-triggers"], files, "floor without triggers")
    return Round(
      due: month.due, shortTerm: month.shortTerm, paid: month.paid, floor: floor,
      floorWithoutTriggers: bare)
  }

  /// Checks the same payments in three forms, in turn, on a ledger that has none of them.
  private func listForms() throws -> ListFormsReport {
    defer {
      directory.removeDatabase("forms.db")
      directory.removeDirectory("forms")
    }
    let forms = try ListForms(
      due: directory.file("files/due.csv"), into: directory.file("forms"))
    let ledger = LedgerStages(programs.ledger, ledger: directory.file("forms.db"))
    try ledger.run(["init", "--sites", directory.file("files/sites.csv")])
    let check = ["post", "due", "--dry-run", "--date", "2026-01-02"]
    var figures: [[ChildFigures]] = [[], [], []]
    for _ in 1...max(3, rounds) {
      figures[0].append(try ledger.run(check + [forms.canonical]))
      figures[1].append(try ledger.run(check + [forms.table, "--profile", "c72a-hd"]))
      figures[2].append(try ledger.run(check + [forms.workbook]))
    }
    return ListFormsReport(
      lines: forms.lines, canonical: figures[0], profile: figures[1], workbook: figures[2])
  }

  private func floor(
    arguments: [String], _ files: GeneratedFiles, _ name: String
  ) throws -> FloorAnswer {
    talk(name)
    defer { directory.removeDatabase("floor.db") }
    let output = try programs.benchmarks.run(
      ["floor", "--source", directory.file("ledger.db"), "--into", directory.file("floor.db")]
        + arguments
    ).output
    let answer: FloorAnswer = try decode(output)
    guard answer.due.lines == files.dueLines, answer.paid.lines == files.paidLines else {
      throw StageFailure("The ledger does not hold the lines of the files.")
    }
    return answer
  }

  /// Posts further months into the ledger of the first.
  private func grow(
    _ ledger: LedgerStages, from first: Round, _ files: GeneratedFiles
  ) throws -> GrowthReport {
    var posted = [
      MonthReport(
        files, due: first.due, paid: first.paid, ledger: directory.size(of: "ledger.db"))
    ]
    for number in 2...months {
      talk("month \(number) of \(months)")
      let year = 2026 + (number - 1) / 12
      let (files, _) = try generate(
        persons, month: year * 100 + (number - 1) % 12 + 1, into: "files-later")
      let month = try ledger.postMonth(of: directory.file("files-later"), log: talk)
      posted.append(
        MonthReport(
          files, due: month.due, paid: month.paid, ledger: directory.size(of: "ledger.db")))
      directory.removeDirectory("files-later")
    }
    talk("reports on all months")
    let queries = try ledger.queriesOfAllMonths(lastBatch: try ledger.lastBatch())
    talk("verify of all months")
    let lines = months * (files.dueLines + files.shortTermLines + files.paidLines)
    return GrowthReport(
      months: posted, queries: queries,
      verify: Stage(lines: lines, figures: try ledger.run(["verify"])))
  }

  private func generate(
    _ persons: Int, month: Int = 202_601, into name: String
  ) throws -> (files: GeneratedFiles, figures: ChildFigures) {
    talk("files of \(grouped(persons)) persons")
    let (figures, output) = try programs.benchmarks.run([
      "generate-files", "--persons", String(persons), "--sites", String(sites),
      "--month", String(month), directory.file(name),
    ])
    return (try decode(output), figures)
  }

  /// Posts twice the lines; the memory must not follow.
  private func measureTwice() throws -> TwiceReport {
    directory.removeDirectory("files")
    let (files, _) = try generate(2 * persons, into: "files-twice")
    defer {
      directory.removeDatabase("twice.db")
      directory.removeDirectory("files-twice")
    }
    let ledger = LedgerStages(programs.ledger, ledger: directory.file("twice.db"))
    try ledger.make(for: directory.file("files-twice"))
    let month = try ledger.postMonth(of: directory.file("files-twice"), log: talk)
    return TwiceReport(
      due: Stage(lines: files.dueLines, figures: month.due),
      paid: Stage(lines: files.paidLines, figures: month.paid))
  }

  private func talk(_ text: String) { Output.talk("... \(text)") }
}
