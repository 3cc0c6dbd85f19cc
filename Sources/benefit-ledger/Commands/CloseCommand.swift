import ArgumentParser
import BenefitLedger
import LedgerCore

/// `close --year`: income and expense go to the funds, and December is closed.
struct CloseCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a year: carry income and expense to the funds.",
    discussion: """
      Posts one batch of the event year-end in December, after which income and expense of every fund \
      are zero, and closes December. Every earlier period that was used must be closed, December must \
      not be, and its totals must agree. The year end is undone by `batch reverse`. Under four eyes \
      this takes two persons: the first call asks for it, and an approver agrees by the same call.
      """)

  @Option(help: "The year, YYYY.")
  var year: Int

  @Option(
    help: "The business date of the year end, YYYY-MM-DD; 31 December of the year if not given.")
  var date: CivilDate?

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    var request = YearEndRequest(year: year, date: date)
    request.key = try keys.signingKey(for: ledger)
    let answer = try ledger.closeYear(request)
    return Answer(
      json: answer.json, text: answer.text,
      exit: answer.reconciliation?.agrees ?? true ? .done : .findings)
  }
}

extension YearEndAnswer {
  /// The answer for programs.
  fileprivate var json: JSON {
    .object(
      [
        ("year", .integer(year)), ("period", .string(period.description)),
        ("state", .string(proposal == nil ? state.rawValue : "proposed")),
        ("changed", .bool(isChanged)), ("batch", receipt?.json ?? .null),
        ("income", .integer(results.income)), ("expense", .integer(results.expense)),
        ("surplus", .integer(results.surplus)), ("funds", .array(results.map(\.json))),
        ("record", .optional(proposal?.proposal.record)),
        ("proposedBy", .optional(proposal?.proposal.user)),
      ] + (reconciliation?.members ?? []) + (exceptions?.members ?? []))
  }

  /// The answer for people.
  fileprivate var text: String {
    if let reconciliation, !reconciliation.agrees {
      return reconciliation.text() + localized("Year \(year) is not closed: its totals differ.")
    }
    if let proposal { return proposal.text(localized("Year \(year) is not closed yet")) }
    guard isChanged else { return localized("Year \(year) was closed before\(what)\(ending)") }
    return localized("Year \(year) is closed\(what)\(exceptions?.notice ?? "")")
  }

  /// That nothing is changed, on a line of its own if what was carried takes several.
  private var ending: String {
    results.count > 1 ? localized("Nothing is changed.") : localized(" Nothing is changed.")
  }

  /// What was carried.
  private var what: String {
    guard let receipt else { return localized(": there was no income or expense to carry.") }
    var text = localized(
      ": \(results.text), carried to the funds by batch \(receipt.batch ?? 0) in ")
    text += localized(
      "\(counted(receipt.vouchers, "voucher")), date \(receipt.date?.description ?? "-"), ")
    text += localized("period \(period).")
    guard results.count > 1 else { return text }
    for result in results { text += "\n  \(result.fund.code): \([result].text)" }
    return text + "\n"
  }
}

extension YearEndResult {
  /// The result for programs; a deficit is a negative surplus.
  fileprivate var json: JSON {
    .object([
      ("fund", .string(fund.code)), ("income", .integer(income)), ("expense", .integer(expense)),
      ("surplus", .integer(surplus)),
    ])
  }
}

extension [YearEndResult] {
  /// The results together, in accountants' words.
  fileprivate var text: String {
    let result =
      surplus < 0
      ? localized("deficit \(grouped(surplus.magnitude))")
      : localized("surplus \(grouped(surplus))")
    return localized("income \(grouped(income)) đ, expense \(grouped(expense)) đ, \(result) đ")
  }
}
