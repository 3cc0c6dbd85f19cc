import ArgumentParser
import BenefitLedger
import LedgerCore

/// `batch approve`: the second pair of eyes.
struct BatchApproveCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve what somebody else submitted.",
    discussion: """
      With the last approval it needs, the submission is posted in the same transaction, exactly as it \
      was submitted: if a line would be posted otherwise, nothing is and the submission is void.
      """)

  @Argument(help: "The number of the submission.")
  var submission: Int64

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    var request = DecisionRequest(submission: submission, key: try keys.signingKey(for: ledger))
    let meter = ProgressMeter(global)
    request.progress = meter.report
    let answer = try ledger.approve(request)
    meter.finish()
    return Answer(answer, isQuiet: global.quiet)
  }
}

/// `batch reject`: not like this.
struct BatchRejectCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Reject what somebody submitted, or withdraw your own.",
    discussion: "Nothing of it is posted, and its payments can be submitted again.")

  @Argument(help: "The number of the submission.")
  var submission: Int64

  @Option(help: "Why: what its maker has to put right.")
  var reason: String

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try requireReason(reason) }

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    let request = DecisionRequest(
      submission: submission, key: try keys.signingKey(for: ledger), reason: reason)
    return Answer(try ledger.reject(request), isQuiet: global.quiet)
  }
}
