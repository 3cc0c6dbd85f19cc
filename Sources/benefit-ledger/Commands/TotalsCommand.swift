import ArgumentParser
import BenefitLedger
import LedgerCore

/// `totals`: the ledger added up by any keys.
struct TotalsCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "totals", abstract: "Add up payments and movements by any keys.",
    discussion: """
      Keys: \(TotalsKey.allCases.map(\.code).joined(separator: ", ")). Without event among them or \
      in --where, event is added, because what is due and what is paid add up to nothing. Several \
      --where of one key accept any of the values.
      """)

  @Option(help: ArgumentHelp("What each row is for, with commas between.", valueName: "keys"))
  var by: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only what has this value; may be repeated.", valueName: "key=value"))
  var filters: [String] = []

  @Option(help: "Only this accounting period, YYYY-MM.")
  var period: Month?

  @Option(help: "The date of the tree of units; without it, that of each batch's business date.")
  var tree: CivilDate?

  @Flag(help: "Leave corrections out instead of taking them off.")
  var gross = false

  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try query() }

  func answer() throws -> Answer {
    let report = try global.openToRead().totals(query())
    return Answer(json: report.json(asOf), text: report.text)
  }

  private func query() throws -> TotalsQuery {
    TotalsQuery(
      by: try by.map(TotalsKey.list) ?? [], where: try filters.map(filter), period: period,
      asAt: asOf.asAt, asKnownAt: asOf.asKnownAt, tree: tree, isGross: gross)
  }

  private func filter(_ text: String) throws -> TotalsFilter {
    guard let equals = text.firstIndex(of: "=") else {
      throw usage("--where is KEY=VALUE, such as --where event=paid.")
    }
    let key = try TotalsKey.named(text[..<equals])
    let value = String(text[text.index(after: equals)...])
    guard let filter = TotalsFilter(key, value) else {
      throw usage("‘\(value)’ is not a value of \(key.code).")
    }
    return filter
  }
}

extension TotalsReport {
  /// The answer for programs.
  fileprivate func json(_ asOf: AsOfOptions) -> JSON {
    let codes = keys.map(\.code)
    let answer: [(String, JSON)] = [
      (
        "rows",
        .rows(rows) { row in
          .object(
            zip(codes, row.values).map { ($0, $1?.json ?? .null) }
              + [("count", .integer(row.count)), ("amount", .integer(row.amount))])
        }
      ),
      ("count", .integer(count)), ("amount", .integer(amount)),
    ]
    return .object(answer + asOf.members)
  }

  /// The answer for people; events are not added together.
  fileprivate var text: String {
    guard !rows.isEmpty else { return localized("Nothing was posted that this asks for.") }
    var table = TextTable(
      keys.map { .words($0.title) } + [.numbers("count"), .numbers("amount")])
    for row in rows {
      table.add(row.values.map { $0?.description } + [grouped(row.count), grouped(row.amount)])
    }
    let event = keys.firstIndex(of: .event)
    if rows.count > 1, event.map({ Set(rows.map(\.values[$0])).count == 1 }) ?? true, !keys.isEmpty
    {
      table.add(
        [localized("total")] + keys.dropFirst().map { _ in "" } + [grouped(count), grouped(amount)])
    }
    return table.text
  }
}
