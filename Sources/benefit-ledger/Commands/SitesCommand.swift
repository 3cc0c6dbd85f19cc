import ArgumentParser
import BenefitLedger
import LedgerCore

/// `sites`: the register of units.
struct SitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites", abstract: "The register of units: provinces, communes, payment sites.",
    subcommands: [SitesImportCommand.self, SitesListCommand.self])
}

/// `sites import`: takes in a file of units.
struct SitesImportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add units, or new versions of units.")

  @Argument(help: "code,name,kind,parent and optionally valid_from,valid_to.")
  var file: String

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let answer = try global.openToPost().importUnits(from: file)
    guard answer.diagnosis.total == 0 else { return Answer(refusing: answer.diagnosis) }
    return Answer(
      json: .object([
        ("units", .integer(answer.units)), ("versions", .integer(answer.versions)),
      ]),
      text: "\(grouped(Int64(answer.versions))) versions added; "
        + "the register has \(grouped(Int64(answer.units))) units.")
  }
}
