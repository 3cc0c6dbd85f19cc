import ArgumentParser
import LedgerCore

/// A command that works out one answer.
///
/// `main` prints it, so that people, `--json` and exit codes are treated alike everywhere.
protocol AnsweringCommand: ParsableCommand {
  /// The options of every command.
  var global: GlobalOptions { get }
  /// Does the work.
  func answer() throws -> Answer
}
