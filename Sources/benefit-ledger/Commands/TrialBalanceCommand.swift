import ArgumentParser
import BenefitLedger
import LedgerCore

/// `trial-balance`: what every account was debited and credited.
struct TrialBalanceCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-balance",
    abstract: "Show what every account was debited and credited.",
    discussion: """
      One row for each chart code and fund; --by unit shows every unit's account, --by fund one row \
      for each fund. With --period, debit and credit are its turnover, and the balance is the \
      opening one plus debit less credit.
      """)

  @Option(help: "The accounting period whose turnover is shown, YYYY-MM.")
  var period: Month?

  @Option(help: ArgumentHelp("How fine the rows are: fund, unit, or both.", valueName: "keys"))
  var by: String?

  @Flag(
    help: "With the ministry's number and the name of each account, on the last day that is shown.")
  var mapping = false

  @Flag(help: "Debit and credit before corrections, and what these took off beside them.")
  var gross = false

  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if try grouping() == .fund, mapping {
      throw usage("A fund as a whole has no number: leave --mapping or --by fund out.")
    }
  }

  func answer() throws -> Answer {
    let balance = try global.openToRead().trialBalance(
      period: period, by: try grouping(), isGross: gross, asAt: asOf.asAt,
      asKnownAt: asOf.asKnownAt, titlesOn: mapping ? day : nil)
    return Answer(json: balance.json(asOf), text: balance.text)
  }

  /// The day whose numbers are shown: as at, the end of the period, or today.
  private var day: CivilDate { asOf.asAt ?? period?.lastDay ?? VietnamClock.today() }

  private func grouping() throws -> TrialBalanceGrouping {
    guard let by else { return .chart }
    let keys = by.split(separator: ",", omittingEmptySubsequences: false)
    for key in keys where key != "fund" && key != "unit" {
      throw usage("‘\(key)’ is not a key. The keys are fund, unit.")
    }
    return keys.contains("unit") ? .unit : .fund
  }
}

extension TrialBalance {
  /// The answer for programs.
  fileprivate func json(_ asOf: AsOfOptions) -> JSON {
    var answer: [(String, JSON)] = [
      (
        "rows",
        .rows(rows) { row in
          .object(
            [("account", .string(row.account))] + turnover(row).json
              + [("balance", .integer(row.balance))]
              + (row.opening.map { [("opening", .integer($0))] } ?? [])
              + (row.title.map(\.members) ?? []))
        }
      )
    ]
    answer += turnover.json + [("balanced", .bool(isBalanced))]
    return .object(answer + asOf.members)
  }

  /// The answer for people.
  fileprivate var text: String {
    let hasOpening = rows.contains { $0.opening != nil }
    let hasTitles = rows.contains { $0.title != nil }
    var table = TextTable(
      [.words("account")] + (hasTitles ? [.words("number"), .words("name"), .words("regime")] : [])
        + (hasOpening ? [.numbers("opening")] : []) + turnover.columns + [.numbers("balance")])
    for row in rows {
      table.add(
        [row.account]
          + (hasTitles
            ? [row.title?.number ?? localized("no number"), row.title?.name, row.title?.regime]
            : [])
          + (hasOpening ? [row.opening.map(grouped)] : [])
          + turnover(row).cells + [grouped(row.balance)])
    }
    table.add(
      [localized("total")] + (hasTitles ? ["", "", ""] : []) + (hasOpening ? [""] : [])
        + turnover.cells
        + [""])
    return table.text
      + (isBalanced ? localized("Every fund balances.") : localized("THE FUNDS DO NOT BALANCE."))
  }
}

extension AccountTitle {
  /// What the answer says of a row's account.
  fileprivate var members: [(String, JSON)] {
    [("number", .optional(number)), ("regime", .optional(regime)), ("name", .string(name))]
  }
}

/// Debit and credit as they are shown: net, or gross with what corrections took off.
private struct Turnover {
  let isGross: Bool
  var debit: Int128 = 0
  var credit: Int128 = 0
  var debitReversed: Int128 = 0
  var creditReversed: Int128 = 0

  private var figures: [(name: String, amount: Int128)] {
    [("debit", debit)] + (isGross ? [("debitReversed", debitReversed)] : [])
      + [("credit", credit)] + (isGross ? [("creditReversed", creditReversed)] : [])
  }

  var columns: [TextTable.Column] {
    guard isGross else { return [.numbers("debit"), .numbers("credit")] }
    return [
      .numbers("gross debit"), .numbers("reversed"), .numbers("gross credit"),
      .numbers("reversed"),
    ]
  }

  var cells: [String?] { figures.map { grouped($0.amount) } }

  var json: [(String, JSON)] { figures.map { ($0.name, .integer($0.amount)) } }
}

extension TrialBalance {
  /// What all accounts were debited and credited.
  private var turnover: Turnover {
    Turnover(
      isGross: isGross, debit: debit, credit: credit, debitReversed: debitReversed,
      creditReversed: creditReversed)
  }

  /// What an account was debited and credited.
  private func turnover(_ row: Row) -> Turnover {
    Turnover(
      isGross: isGross, debit: row.debit, credit: row.credit, debitReversed: row.debitReversed,
      creditReversed: row.creditReversed)
  }
}
