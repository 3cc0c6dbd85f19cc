import ArgumentParser
import BenefitLedger
import LedgerCore

/// `reverse`: single lines undone, by a list.
struct ReverseCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: "Undo single lines of what was posted, by a list.",
    discussion: """
      The list has the columns of a list of the event. Each row undoes the latest step of its \
      obligation, which must be that event with that amount. Nothing is erased: a batch with negative \
      amounts is posted, and each of its lines names the line that it undoes. If no period is declared \
      and that of the date takes no corrections, it goes into the first open one after it. A whole \
      batch is undone by `batch reverse`.
      """)

  @OptionGroup var posting: PostingOptions

  @Option(help: "Why; kept with the batch.")
  var reason: String

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard posting.event.list == .payments else {
      throw usage(
        "Single lines of “\(posting.event.code)” have no persons; undo the batch by `batch reverse`."
      )
    }
    try requireReason(reason)
  }

  func answer() throws -> Answer {
    var request = try posting.request()
    request.isCorrection = true
    request.reason = reason
    return try global.post(request, posting)
  }
}

/// `batch reverse`: a whole batch undone.
struct BatchReverseCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: "Undo a batch as a whole, once.",
    discussion: """
      Posts a batch with the same vouchers and lines, their amounts negated. If anything happened to an \
      obligation of the batch since, nothing is posted and every such line is named.
      """)

  @Argument(help: "The number of the batch.")
  var number: Int64

  @Option(help: "Why; kept with the batch.")
  var reason: String

  @Option(help: "The business date, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @Option(
    help: """
      The accounting period, YYYY-MM; if not given that of the batch, and if that is closed the first \
      open one after it.
      """)
  var period: Month?

  @Flag(help: "Check everything and post nothing.")
  var dryRun = false

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    var request = ReversalRequest(batch: number, reason: reason)
    if let date { request.date = date }
    request.period = period
    request.isDryRun = dryRun
    let ledger = try global.openToPost()
    request.key = try keys.signingKey(for: ledger)
    return Answer(try ledger.reverse(request), isQuiet: global.quiet)
  }
}
