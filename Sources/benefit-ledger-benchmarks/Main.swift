import ArgumentParser
import Foundation

/// Measures the program against what SQLite itself can do, in one run on one disk.
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benefit-ledger-benchmarks",
    abstract: "Measure posting and reports against a plain SQLite insert of the same rows.",
    subcommands: [RunCommand.self, GenerateCommand.self, FloorCommand.self, SealCommand.self],
    defaultSubcommand: RunCommand.self)
}

@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    umask(0o077)
    do {
      var command = try Benchmarks.parseAsRoot()
      try command.run()
    } catch let failure as StageFailure {
      Output.talk("benefit-ledger-benchmarks: \(failure.message)")
      exit(70)
    } catch {
      Benchmarks.exit(withError: error)
    }
  }
}

/// A stage that did not end as it should; the figures after it would mean nothing.
struct StageFailure: Error {
  /// What went wrong, with what the failed program said.
  let message: String

  init(_ message: String) { self.message = message }
}
