import ArgumentParser
import BenefitLedger
import LedgerCore

/// `init`: makes a ledger.
struct InitCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a ledger.",
    discussion: "Refuses to touch a file that exists. Units can also be added later: sites import.")

  /// How postings are controlled.
  enum Control: String, ExpressibleByArgument, CaseIterable { case single }

  @Option(help: ArgumentHelp("A file of units to begin with.", valueName: "file"))
  var sites: String?

  @Option(help: ArgumentHelp("A chart file; without it the built-in chart.", valueName: "file"))
  var chart: String?

  @Option(help: "Who may post: single, one person alone.")
  var control: Control = .single

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let made = try Ledger.create(at: global.location, sites: sites, chart: chart)
    guard made.diagnosis.total == 0 else {
      return Answer(refusing: made.diagnosis)
    }
    return Answer(
      json: .object([
        ("ledger", .string(global.location)), ("units", .integer(made.units)),
        ("control", .string(control.rawValue)),
      ]),
      text: "Made ledger \(global.location) with \(grouped(Int64(made.units))) units.")
  }
}
