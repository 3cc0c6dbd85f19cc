import ArgumentParser

/// `seal`: hashes a ledger's lines once more, and nothing else.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Hash a ledger's lines into their roots (used by the run itself).",
    shouldDisplay: false)

  @Option(help: "The ledger whose lines are hashed.")
  var source: String

  func run() throws { try Output.answer(try Sealing(source: source).measure()) }
}
