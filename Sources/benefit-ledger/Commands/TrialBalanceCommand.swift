import ArgumentParser
import BenefitLedger
import LedgerCore

/// `trial-balance`: what every account was debited and credited.
struct TrialBalanceCommand: AnsweringCommand {
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

  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try grouping() }

  func answer() throws -> Answer {
    let balance = try global.openToRead().trialBalance(
      period: period, by: try grouping(), asAt: asOf.asAt, asKnownAt: asOf.asKnownAt)
    return Answer(json: balance.json(asOf), text: balance.text)
  }

  private func grouping() throws -> TrialBalanceGrouping {
    guard let by else { return .chart }
    let keys = by.split(separator: ",", omittingEmptySubsequences: false)
    for key in keys where key != "fund" && key != "unit" {
      throw ValidationError("‘\(key)’ is not a key. The keys are fund, unit.")
    }
    return keys.contains("unit") ? .unit : .fund
  }
}

extension TrialBalance {
  /// The answer for programs.
  fileprivate func json(_ asOf: AsOfOptions) -> JSON {
    let answer: [(String, JSON)] = [
      (
        "rows",
        .rows(rows) { row in
          .object(
            [
              ("account", .string(row.account)), ("debit", .integer(row.debit)),
              ("credit", .integer(row.credit)), ("balance", .integer(row.balance)),
            ] + (row.opening.map { [("opening", .integer($0))] } ?? []))
        }
      ),
      ("debit", .integer(debit)), ("credit", .integer(credit)), ("balanced", .bool(isBalanced)),
    ]
    return .object(answer + asOf.members)
  }

  /// The answer for people.
  fileprivate var text: String {
    let hasOpening = rows.contains { $0.opening != nil }
    var table = TextTable(
      [.words("account")] + (hasOpening ? [.numbers("opening")] : [])
        + [.numbers("debit"), .numbers("credit"), .numbers("balance")])
    for row in rows {
      table.add(
        [row.account] + (hasOpening ? [row.opening.map(grouped)] : [])
          + [grouped(row.debit), grouped(row.credit), grouped(row.balance)])
    }
    table.add(["total"] + (hasOpening ? [""] : []) + [grouped(debit), grouped(credit), ""])
    return table.text + (isBalanced ? "Every fund balances." : "THE FUNDS DO NOT BALANCE.")
  }
}
