import ArgumentParser
import BenefitLedger
import LedgerCore

/// `sites`: the register of units.
struct SitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites", abstract: "The register of units: provinces, communes, payment sites.",
    subcommands: [SitesImportCommand.self, SitesListCommand.self, SitesTransferCommand.self])
}
