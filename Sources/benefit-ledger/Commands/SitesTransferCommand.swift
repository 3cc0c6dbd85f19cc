import ArgumentParser
import BenefitLedger
import LedgerCore

/// `sites transfer`: the balances of a closed site, moved to the one that takes its place.
struct SitesTransferCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer",
    abstract: "Move the balances of a closed site to the site that takes its place.",
    discussion: """
      Posts at most two batches: `transferred`, with every obligation that is open at the site, and \
      `handover`, with what is left in its accounts then. Run it again after any doubt: what has moved \
      is not moved twice. `batch reverse` undoes each. Under four eyes the first is submitted like \
      every list, and the second takes two persons: the first call asks for it, and an approver agrees \
      by the same call.
      """)

  @Argument(help: "The code of the site that is closed.")
  var from: UnitCode

  @Argument(help: "The code of the site that takes its balances; its successor if not given.")
  var to: UnitCode?

  @Option(help: "Why; kept with both batches.")
  var reason: String

  @Option(help: "The business date, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @Option(help: "The accounting period, YYYY-MM; the month of the date if not given.")
  var period: Month?

  @Flag(help: "Check everything and post nothing.")
  var dryRun = false

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try requireReason(reason) }

  func answer() throws -> Answer {
    var request = SiteTransferRequest(from: from, to: to, reason: reason)
    if let date { request.date = date }
    request.period = period
    request.isDryRun = dryRun
    let ledger = try dryRun ? global.openToRead() : global.openToPost()
    if !dryRun { request.key = try keys.signingKey(for: ledger) }
    let answer = try ledger.transferSite(request)
    if let proposal = answer.proposal {
      return Answer(
        json: .object(
          answer.members + [
            ("state", .string("proposed")), ("record", .integer(proposal.proposal.record)),
            ("proposedBy", .string(proposal.proposal.user)),
          ]),
        text: answer.receiptText(isQuiet: global.quiet)
          + proposal.text(
            localized("What is left in the accounts of \(from.text) is not moved yet"),
            command: localized("the same command with --date \(request.date)")))
    }
    guard answer.receipts.isEmpty && answer.failure == nil else {
      return Answer(answer, isQuiet: global.quiet)
    }
    return Answer(
      json: .object(answer.members),
      text: localized("Nothing is left at \(from.text); nothing is posted."))
  }
}

extension UnitCode: ExpressibleByArgument {
  /// Reads a unit's code.
  public init?(argument: String) { self.init(argument) }
}
