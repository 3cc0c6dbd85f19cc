import ArgumentParser
import BenefitLedger
import LedgerCore

/// `init`: makes a ledger.
struct InitCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a ledger.",
    discussion: "Refuses to touch a file that exists. Units can also be added later: sites import.")

  @Option(help: ArgumentHelp("A file of units to begin with.", valueName: "file"))
  var sites: String?

  @Option(help: ArgumentHelp("A chart file; without it the built-in chart.", valueName: "file"))
  var chart: String?

  @Option(help: "Who may post: single, one person alone; four-eyes, what another approves.")
  var control: LedgerControl = .single

  @Option(help: "The first user, an administrator; four-eyes needs one.")
  var user: String?

  @Option(help: ArgumentHelp("The key file to make for the first user.", valueName: "file"))
  var key: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (user == nil) == (key == nil) else {
      throw usage(
        "--user and --key go together: the first user and the file for his key.")
    }
    guard control == .single || user != nil else {
      throw usage("--control four-eyes needs --user and --key: the first administrator.")
    }
  }

  func answer() throws -> Answer {
    var administrator: (name: String, keyFile: String)?
    if let user, let key { administrator = (user, key) }
    let made = try Ledger.create(
      at: global.location, sites: sites, chart: chart, control: control,
      administrator: administrator)
    guard made.diagnosis.total == 0 else {
      return Answer(refusing: made.diagnosis)
    }
    return Answer(
      json: .object([
        ("ledger", .string(global.location)), ("units", .integer(made.units)),
        ("control", .string(control.code)),
      ]),
      text: localized(
        "Made ledger \(global.location) with \(grouped(Int64(made.units))) units.\(who)"),
      diagnoses: made.diagnosis.asWarnings)
  }

  /// Who governs the ledger, if anybody does.
  private var who: String {
    guard let user, let key else { return "" }
    return localized(" \(user) is its administrator; the key is in \(key).")
  }
}
