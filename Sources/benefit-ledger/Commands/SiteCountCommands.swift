import ArgumentParser
import BenefitLedger
import LedgerCore

/// `site count`: cash that was counted at a site.
struct SiteCountCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Record how much cash was counted at a site.",
    discussion: """
      It is compared with what the books say as at that day, all funds together. If it is not that, \
      --reason says why. A count moves no money: what is missing for good is posted as “shortage”.
      """)

  @Argument(help: "The code of a site or agency.")
  var site: String

  @Argument(help: "What was counted, in whole đồng.")
  var amount: Int64

  @Option(help: "The day on which it was counted, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @Option(help: "Why it is not what the books say; kept with the count.")
  var reason: String?

  @OptionGroup var keys: KeyOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    _ = try unitCode(site)
    guard amount >= 0 else { throw usage("A count of cash is not negative.") }
    if let reason { try requireReason(reason) }
  }

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    var request = CashCountRequest(try unitCode(site), amount, on: date, reason: reason)
    request.key = try keys.signingKey(for: ledger)
    let answer = try ledger.countCash(request)
    return Answer(
      json: .object(answer.count.members + [("alreadyRecorded", .bool(!answer.isNew))]),
      text: answer.text)
  }
}

/// `site counts`: the counts.
struct SiteCountsCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts", abstract: "List counts of cash, in the order in which they were made.")

  @Argument(help: "Only those of this unit.")
  var site: String?

  @Option(help: "Only those of days of this month, YYYY-MM.")
  var period: Month?

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try site.map { try unitCode($0) } }

  func answer() throws -> Answer {
    let counts = try global.openToRead().cashCounts(
      of: try site.map { try unitCode($0) }, in: period)
    return Answer(
      json: .object([("counts", .rows(counts) { .object($0.members) })]),
      text: counts.isEmpty ? localized("There are no such counts.") : counts.table.text)
  }
}

extension CashCountAnswer {
  /// The count in one sentence.
  fileprivate var text: String {
    let (expected, difference) = (grouped(count.expected), grouped(abs(count.variance)))
    let books: Message =
      count.variance == 0
      ? "as the books say"
      : count.variance < 0
        ? "the books say \(expected) đ, \(difference) đ too little"
        : "the books say \(expected) đ, \(difference) đ too much"
    let record: Message =
      isNew ? "record \(count.record)." : "recorded before as record \(count.record)."
    return localized(
      """
      Site \(count.site), \(count.date): \(grouped(count.counted)) đ counted, \(books); \(record)
      """)
  }
}

extension CashCount {
  /// The members of the JSON document.
  fileprivate var members: [(String, JSON)] {
    [
      ("record", .integer(record)), ("site", .string(site)), ("date", .string(date.description)),
      ("counted", .integer(counted)), ("expected", .integer(expected)),
      ("variance", .integer(variance)), ("asKnownAt", .integer(batch)),
      ("reason", .optional(reason)), ("maker", .string(maker)),
    ]
  }
}

extension [CashCount] {
  fileprivate var table: TextTable {
    var table = TextTable([
      .numbers("record"), .words("site"), .words("date"), .numbers("counted"),
      .numbers("expected"), .numbers("variance"), .words("maker"), .words("reason"),
    ])
    for count in self {
      table.add([
        String(count.record), count.site, count.date.description, grouped(count.counted),
        grouped(count.expected), grouped(count.variance), count.maker, count.reason,
      ])
    }
    return table
  }
}
