import ArgumentParser
import BenefitLedger
import LedgerCore

/// `nightly`: everything a night has to do, unattended.
struct NightlyCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightly", abstract: "Post what arrived in a folder, reconcile, verify.",
    discussion: """
      Each file is posted by the event its #batch line declares. Nothing in the folder is moved or \
      deleted, links are not followed, folders in it are not looked into. A second run changes nothing. \
      With --profile and --event, files without such a line are lists of that profile.
      """)

  @Argument(help: "The folder.")
  var inbox: String

  @Option(help: "What the files are that a profile reads: due, paid, unpaid, returned …")
  var event: ListedEvent?

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (event == nil) == (profile.profile == nil) else {
      throw usage("--profile and --event go together.")
    }
    if let event, !event.event.isPostedFromFiles {
      throw usage(
        "The program itself makes batches of “\(event.event.code)”, not a file.")
    }
    guard profile.profile != nil || profile.table.sheet == nil else {
      throw usage("--sheet goes with --profile.")
    }
  }

  func answer() throws -> Answer { try profile.answer(night) }

  private func night(_ reading: ListReading) throws -> Answer {
    let ledger = try global.openToPost()
    let night = try ledger.nightly(
      inbox: inbox, reading: reading, as: event?.event, key: keys.signingKey(for: ledger))
    var members: [(String, JSON)] = [
      ("inbox", .string(inbox)), ("post", .object(night.posting.members)),
      (
        "skipped",
        .array(
          night.skipped.map {
            .object([("file", .string($0.name)), ("reason", .words($0.reason))])
          })
      ),
      ("reconcile", night.reconciliation.map { .object($0.members + $0.cashMembers) } ?? .null),
      ("verify", night.verification.map(\.json) ?? .null),
      ("exit", .integer(Int64(night.exit.rawValue))),
    ]
    if let error = night.posting.members.first(where: { $0.0 == "error" }) { members.append(error) }
    var text = night.posting.receiptText(isQuiet: global.quiet)
    for skipped in night.skipped {
      text += localized("\(skipped.name): left alone, \(skipped.reason).\n")
    }
    if let reconciliation = night.reconciliation { text += reconciliation.text() }
    if let verification = night.verification { text += verification.text() }
    return Answer(
      json: .object(members), text: text, exit: night.exit,
      diagnoses: night.posting.receipts.map(\.diagnosis).filter { !$0.diagnostics.isEmpty })
  }
}
