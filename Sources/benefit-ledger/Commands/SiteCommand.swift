import ArgumentParser
import BenefitLedger
import LedgerCore

/// `site`: one unit's statement, and counts of its cash.
struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "One unit's statement; counts of the cash at a site.",
    subcommands: [SiteShowCommand.self, SiteCountCommand.self, SiteCountsCommand.self],
    defaultSubcommand: SiteShowCommand.self)
}

/// `site show`: the statement of one unit.
struct SiteShowCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a unit's statement: its versions, accounts and what went through it.")

  @Argument(help: "A code the unit has or had.")
  var code: String

  @Option(help: "Only this accounting period, YYYY-MM.")
  var period: Month?

  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try unitCode(code) }

  func answer() throws -> Answer {
    let statement = try global.openToRead().siteStatement(
      try unitCode(code), period: period, asAt: asOf.asAt, asKnownAt: asOf.asKnownAt)
    return Answer(json: statement.json(code, asOf), text: statement.text(code, asOf))
  }
}

/// The unit's code that an argument is.
func unitCode(_ argument: String) throws -> UnitCode {
  guard let unit = UnitCode(argument) else {
    throw usage("A unit's code is 1 to 16 letters, digits, dots, dashes, underscores.")
  }
  return unit
}

extension SiteStatement {
  /// The answer for programs.
  fileprivate func json(_ code: String, _ asOf: AsOfOptions) -> JSON {
    let asked = [("site", JSON.string(code)), ("period", .optional(period?.description))]
    let answer: [(String, JSON)] = [
      ("versions", .array(versions.map(\.json))),
      (
        "accounts",
        .array(
          accounts.map {
            .object([
              ("account", .string($0.account)), ("opening", .integer($0.opening)),
              ("debit", .integer($0.debit)), ("credit", .integer($0.credit)),
              ("closing", .integer($0.closing)),
            ])
          })
      ),
      (
        "activity",
        .array(
          activity.map {
            .object([
              ("event", .string($0.event.code)), ("benefit", .optional($0.benefit?.code)),
              ("count", .integer($0.count)), ("amount", .integer($0.amount)),
            ])
          })
      ),
    ]
    return .object(asked + asOf.members + answer)
  }

  /// The answer for people.
  fileprivate func text(_ code: String, _ asOf: AsOfOptions) -> String {
    var text = localized("Unit \(code)\(period.map { ", period \($0)" } ?? "")\(asOf.words)\n")
    text += versions.table.text
    guard !accounts.isEmpty else {
      return text
        + localized(
          """
          \nNothing was posted to accounts of its own; totals --where adds up the units \
          below it.
          """)
    }
    var accountTable = TextTable([
      .words("account"), .numbers("opening"), .numbers("debit"), .numbers("credit"),
      .numbers("closing"),
    ])
    for account in accounts {
      accountTable.add([
        account.account, grouped(account.opening), grouped(account.debit),
        grouped(account.credit), grouped(account.closing),
      ])
    }
    text += "\n" + accountTable.text
    var activityTable = TextTable([
      .words("event"), .words("benefit"), .numbers("count"), .numbers("amount"),
    ])
    for entry in activity {
      activityTable.add([
        entry.event.code, entry.benefit?.code, grouped(entry.count), grouped(entry.amount),
      ])
    }
    return activityTable.isEmpty ? text : text + "\n" + activityTable.text
  }
}
