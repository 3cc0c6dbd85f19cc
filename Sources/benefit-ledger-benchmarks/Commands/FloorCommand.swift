import ArgumentParser

/// `floor`: inserts a ledger's rows once more, as fast as prepared statements allow.
struct FloorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "floor",
    abstract: "Insert a ledger's rows into a new file (used by the run itself).",
    shouldDisplay: false)

  @Option(help: "The ledger whose rows are inserted again.")
  var source: String

  @Option(help: "The file to make.")
  var into: String

  @Flag(help: "Drop the schema's triggers first.")
  var noTriggers = false

  func run() throws {
    let floor = Floor(source: source, target: into, hasTriggers: !noTriggers)
    try Output.answer(try floor.measure())
  }
}
