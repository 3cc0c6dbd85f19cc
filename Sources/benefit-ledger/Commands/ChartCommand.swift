import ArgumentParser
import BenefitLedger
import LedgerCore

/// `chart`: names, numbers, rules, funds, limits and approvers.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "The chart: names and numbers of accounts, funds, limits, approvers.",
    subcommands: [ChartImportCommand.self, ChartShowCommand.self, ChartListCommand.self])
}

/// `chart import`: records a chart that holds from now on.
struct ChartImportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Record a chart that holds from now on.",
    discussion: """
      Everything may change but the rules, by which what is posted is verified. Under four eyes this \
      takes two persons: the first call asks for it, and the chart is in force once an approver has \
      made the same call.
      """)

  @Argument(help: "A chart file.")
  var file: String

  @Option(help: "Why the chart changes.")
  var reason: String

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    let answer = try ledger.importChart(
      from: file, reason: reason, key: keys.signingKey(for: ledger))
    guard let record = answer.record else { return Answer(refusing: answer.diagnosis) }
    let state = answer.isNew ? "recorded" : "unchanged"
    return Answer(
      json: .object([
        ("state", .string(answer.proposal == nil ? state : "proposed")),
        ("record", .integer(record)), ("name", .string(answer.name)), ("new", .bool(answer.isNew)),
        ("proposedBy", .optional(answer.proposal?.proposal.user)),
      ]),
      text: answer.proposal?.text(localized("Chart “\(answer.name)” is not in force yet"))
        ?? (answer.isNew
          ? localized("Recorded chart “\(answer.name)” as record \(record).")
          : localized("The chart in force, record \(record), says the same. Nothing new recorded."))
    )
  }
}

/// `chart show`: prints a chart.
struct ChartShowCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the chart in force, as a chart file.")

  @Option(help: "The chart of this record, a number of chart list.")
  var record: Int64?

  @Option(help: "The chart that was in force when this batch was posted.")
  var asKnownAt: Int64?

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if record != nil, asKnownAt != nil {
      throw usage("Ask for --record or for --as-known-at, not for both.")
    }
    if let asKnownAt, asKnownAt < 0 { throw usage("--as-known-at is a batch number.") }
  }

  func answer() throws -> Answer {
    let chart = try global.openToRead().chart(record: record, asKnownAt: asKnownAt)
    return Answer(
      json: .object([("record", .integer(chart.record))] + chart.file.members),
      text: chart.file.canonicalText)
  }
}

/// `chart list`: the charts that were recorded.
struct ChartListCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the charts that were recorded; the last is in force.")

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let charts = try global.openToRead().chartList()
    return Answer(
      json: .object([
        (
          "charts",
          .rows(charts) { chart in
            .object([
              ("record", .integer(chart.record)), ("date", .string(chart.date.description)),
              ("maker", .string(chart.maker)), ("reason", .optional(chart.reason)),
              ("file", .optional(chart.fileName)), ("name", .string(chart.name)),
            ])
          }
        )
      ]), text: charts.table.text)
  }
}

extension [ChartEntry] {
  /// The charts for people.
  fileprivate var table: TextTable {
    var table = TextTable([
      .numbers("record"), .words("date"), .words("maker"), .words("name"), .words("file"),
      .words("reason"),
    ])
    for chart in self {
      table.add([
        String(chart.record), chart.date.description, chart.maker, chart.name, chart.fileName,
        chart.reason,
      ])
    }
    return table
  }
}
