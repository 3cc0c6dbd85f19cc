import ArgumentParser

/// `reconcile`: compares two sides.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: "Compare totals, lines and bank statements to the đồng.",
    subcommands: [
      ReconcileTotalsCommand.self, ReconcileLinesCommand.self, ReconcileBankCommand.self,
    ])
}
