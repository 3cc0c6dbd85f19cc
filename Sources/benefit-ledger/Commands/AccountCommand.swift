import ArgumentParser
import BenefitLedger
import LedgerCore

/// `account`: the statement of one account.
struct AccountCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Show an account's statement: opening, movements, closing.")

  @Argument(help: "CODE/FUND or CODE/FUND/UNIT, such as payable/retirement/79-00123.")
  var account: String

  @Option(help: "Only this accounting period, YYYY-MM.")
  var period: Month?

  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try name() }

  func answer() throws -> Answer {
    let statement = try global.openToRead().accountStatement(
      try name(), period: period, asAt: asOf.asAt, asKnownAt: asOf.asKnownAt)
    return Answer(json: statement.json(asOf), text: statement.text(asOf))
  }

  private func name() throws -> AccountName {
    guard let name = AccountName(account) else {
      let charts = ChartCode.allCases.map { $0.code + ($0.isPerUnit ? "/FUND/UNIT" : "/FUND") }
      throw usage(
        "‘\(account)’ is not an account. Accounts are \(charts.joined(separator: ", ")).")
    }
    return name
  }
}

extension AccountStatement {
  /// The answer for programs.
  fileprivate func json(_ asOf: AsOfOptions) -> JSON {
    .object(
      [("account", .string(account)), ("period", .optional(period?.description))] + asOf.members + [
        ("opening", .integer(opening)), ("movements", .rows(movements) { $0.json }),
        ("debit", .integer(debit)), ("credit", .integer(credit)), ("closing", .integer(closing)),
      ])
  }

  /// The answer for people.
  fileprivate func text(_ asOf: AsOfOptions) -> String {
    var table = TextTable([
      .numbers("voucher"), .numbers("batch"), .words("date"), .words("event"),
      .words("counter-account"), .words("text"), .numbers("debit"), .numbers("credit"),
      .numbers("balance"),
    ])
    func addBalance(_ title: String, _ balance: Int64) {
      table.add(["", "", "", title, "", "", "", "", grouped(balance)])
    }
    addBalance(localized("opening"), opening)
    for movement in movements {
      table.add([
        String(movement.voucher), String(movement.batch), movement.date.description,
        movement.event.code + (movement.corrects == nil ? "" : localized(" undone")),
        movement.counterAccount, movement.text, grouped(movement.debit),
        grouped(movement.credit), grouped(movement.balance),
      ])
    }
    table.add(["", "", "", localized("turnover"), "", "", grouped(debit), grouped(credit), ""])
    addBalance(localized("closing"), closing)
    return localized(
      """
      Account \(account)\(period.map { ", period \($0)" } ?? "")\(asOf.words)\n
      """) + table.text
  }
}

extension AccountStatement.Movement {
  fileprivate var json: JSON {
    .object([
      ("voucher", .integer(voucher)), ("batch", .integer(batch)),
      ("date", .string(date.description)), ("event", .string(event.code)),
      ("counterAccount", .string(counterAccount)), ("benefit", .optional(benefit?.code)),
      ("month", .optional(month?.description)), ("count", .integer(lineCount)),
      ("document", .optional(document)), ("corrects", .optional(corrects)),
      ("debit", .integer(debit)), ("credit", .integer(credit)), ("balance", .integer(balance)),
    ])
  }

  /// What the voucher is for, in few words.
  fileprivate var text: String {
    var words: [String] = []
    if let benefit { words.append(benefit.code) }
    if let month { words.append(month.description) }
    if lineCount != 0 {
      words.append(
        localized(counted(lineCount, "line")))
    }
    if let document { words.append(document) }
    if let corrects { words.append(localized("corrects voucher \(corrects)")) }
    return words.joined(separator: " ")
  }
}
