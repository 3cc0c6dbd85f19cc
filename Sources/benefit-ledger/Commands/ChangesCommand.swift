import ArgumentParser
import BenefitLedger
import LedgerCore

/// `changes`: which batches made the totals of one state of knowledge those of another.
struct ChangesCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "Explain how totals changed between two batches.",
    discussion: """
      Compares the totals as known at one batch with those as known at another, and names every \
      batch that made the difference, and every record of the register that shows earlier batches \
      under other units. A batch with a business date before that of the last batch \
      that was known is marked late. Keys are those of totals.
      """)

  @Option(
    help: ArgumentHelp(
      "The last batch that was known; 0 for the ledger before its first.", valueName: "batch"))
  var since: Int64

  @Option(
    help: ArgumentHelp("The last batch of the later state; without it, now.", valueName: "batch"))
  var until: Int64?

  @Option(help: "Only business dates up to this one, YYYY-MM-DD.")
  var asAt: CivilDate?

  @Option(help: "Only this accounting period, YYYY-MM.")
  var period: Month?

  @Option(help: ArgumentHelp("What each row is for, with commas between.", valueName: "keys"))
  var by: String = "fund,benefit"

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    _ = try query()
    if since < 0 { throw usage("--since is a batch number.") }
    if let until, until < since {
      throw usage("--until \(until) comes before --since \(since).")
    }
  }

  func answer() throws -> Answer {
    let report = try global.openToRead().changes(query())
    return Answer(
      json: .object(asked(report) + report.members), text: title + report.text(since),
      exit: report.isExplained ? .done : .findings)
  }

  private func query() throws -> ChangesQuery {
    ChangesQuery(
      since: since, until: until, by: try TotalsKey.list(by), period: period, asAt: asAt)
  }

  /// What was asked.
  private func asked(_ report: ChangesReport) -> [(String, JSON)] {
    [
      ("since", .integer(since)), ("until", .optional(until)),
      ("sinceDate", .optional(report.sinceDate?.description)),
      ("lastBatch", .integer(report.lastBatch)), ("asAt", .optional(asAt?.description)),
      ("period", .optional(period?.description)),
    ]
  }

  private var title: String {
    localized(
      """
      Changes since batch \
      \(since)\(until.map { " until batch \($0)" } ?? "")\(period.map { ", period \($0)" } ?? "")\(asAt.map { ", as at \($0)" } ?? "")\n
      """)
  }
}

extension ChangesReport {
  /// The keys that a batch does not say of itself.
  private var otherKeys: [(place: Int, key: TotalsKey)] {
    keys.enumerated().filter { ![.batch, .event, .period].contains($0.element) }
      .map { ($0.offset, $0.element) }
  }

  /// The answer for programs.
  fileprivate var members: [(String, JSON)] {
    let codes = keys.map(\.code)
    let others = otherKeys
    let lists: [(String, JSON)] = [
      (
        "rows",
        .rows(rows) { row in
          .object(
            row.members + others.map { ($0.key.code, row.values[$0.place]?.json ?? .null) }
              + [
                ("count", .optional(row.tally.count)), ("amount", .integer(row.tally.amount)),
              ])
        }
      ),
      ("register", .rows(register) { $0.json(codes) }),
      (
        "differences",
        .rows(differences) { difference in
          .object(
            zip(codes, difference.values).map { ($0, $1?.json ?? .null) } + difference.members)
        }
      ),
    ]
    return lists + whole.members + [("explained", .bool(isExplained))]
  }

  /// The answer for people; events are not added together.
  fileprivate func text(_ since: Int64) -> String {
    guard !rows.isEmpty || !register.isEmpty || !isExplained else {
      return since >= lastBatch
        ? localized("Nothing was posted after batch \(since); the last is \(lastBatch).\n")
        : localized("Nothing that this asks for was posted after batch \(since).\n")
    }
    var text = rows.isEmpty ? "" : table.text
    for news in register { text += news.text(keys) }
    for event in events {
      text += event.values.compactMap { $0?.description }.joined() + ": " + event.text
      text += localized(", explained by \(event.explainedBy).\n")
    }
    guard isExplained else {
      return text
        + localized(
          """
          BATCHES AND RECORDS DO NOT ADD UP TO THE DIFFERENCE. Run: benefit-ledger verify\n
          """)
    }
    let late = lateBatches.count
    guard late > 0, let sinceDate else { return text }
    return text + localized("Late, with a date before \(sinceDate): \(Self.batches(late)).\n")
  }

  private var table: TextTable {
    let others = otherKeys
    var table = TextTable(
      [.numbers("batch"), .words("date"), .words(""), .words("event"), .words("period")]
        + others.map { .words($0.key.title) }
        + [.numbers("count"), .numbers("amount"), .words("file"), .words("maker")])
    for row in rows {
      let batch = row.batch
      table.add(
        [
          String(batch.number), batch.date.description, row.isLate ? localized("late") : "",
          batch.event.code, batch.period.description,
        ] + others.map { row.values[$0.place]?.description } + [
          grouped(row.tally.count ?? 0), grouped(row.tally.amount), batch.fileName, batch.maker,
        ])
    }
    return table
  }

  fileprivate static func batches(_ count: Int) -> String {
    localized(counted(count, "batch", "batches"))
  }
}

extension ChangesReport.Row {
  /// What a program needs to know of the batch.
  fileprivate var members: [(String, JSON)] {
    [
      ("batch", .integer(batch.number)), ("event", .string(batch.event.code)),
      ("file", .string(batch.fileName)), ("date", .string(batch.date.description)),
      ("maker", .string(batch.maker)), ("period", .string(batch.period.description)),
      ("late", .bool(isLate)),
    ]
  }
}

extension ChangesReport.Difference {
  /// Both states, and what lies between them.
  fileprivate var members: [(String, JSON)] {
    [
      ("before", before.json), ("after", after.json), ("difference", difference.json),
      ("explanation", explanation.json),
    ]
  }

  /// What brought it.
  fileprivate var explainedBy: String {
    let records =
      localized(counted(records, "record of the register", "records of the register"))
    if self.records == 0 { return ChangesReport.batches(batches) }
    return batches == 0 ? records : localized("\(ChangesReport.batches(batches)) and \(records)")
  }

  /// Both states, and what lies between them.
  fileprivate var text: String {
    localized("before \(before.text), after \(after.text), difference \(difference.text)")
  }
}
