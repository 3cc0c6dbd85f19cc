import ArgumentParser
import BenefitLedger
import Foundation
import LedgerCore
import SampleFiles

/// `demo`: a province's month, start to finish.
struct DemoCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "A province's month, from nothing to reconciled and verified.",
    discussion: "Every step says what it does and shows the command that does it.")

  @Argument(help: "The folder to make.")
  var directory: String = "benefit-ledger-demo"

  @OptionGroup var global: GlobalOptions

  /// A step: why, what to type, and what the arguments are once the shell has read it.
  struct Step {
    var why: String
    var shown: String
    var arguments: [String]
    /// Whether the step is there to show a refusal.
    var isRefused = false
  }

  func answer() throws -> Answer {
    let files = "\(directory)/files"
    let ledger = "\(directory)/ledger.db"
    guard mkdir(directory, 0o700) == 0 else {
      throw LedgerError(
        errno == EEXIST ? .outputExists : .inputOutput,
        "Cannot make \(directory): \(String(cString: strerror(errno))).",
        help: errno == EEXIST ? "Name a folder that does not exist: benefit-ledger demo DIR" : "")
    }
    var done: [JSON] = []
    for (number, step) in try steps(files: files, ledger: ledger).enumerated() {
      say(localized("\n\(number + 1). \(step.why)\n\n    $ benefit-ledger \(step.shown)\n"))
      let answer = try run(step)
      guard (answer.exit == .done) != step.isRefused else {
        throw LedgerError(.internalFault, "The demonstration's step \(number + 1) went wrong.")
      }
      for diagnosis in answer.diagnoses { say(indented(render(diagnosis))) }
      say(indented(answer.text))
      done.append(
        .object([
          ("step", .integer(number + 1)), ("why", .string(step.why)),
          ("command", .string("benefit-ledger \(step.shown)")),
          ("exit", .integer(Int64(answer.exit.rawValue))), ("answer", answer.json),
        ]))
    }
    say(
      localized(
        "\nThe ledger is \(ledger). Try: benefit-ledger totals --by site --ledger \(ledger)\n"))
    return Answer(
      json: .object([("directory", .string(directory)), ("steps", .array(done))]), text: "")
  }

  /// People read along; with --json there is one document at the end.
  private func say(_ text: String) { if !global.json && !global.quiet { Output.answer(text) } }

  private func indented(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(24).map { $0.isEmpty ? "" : "    " + $0 }
    let rest = lines.count > 24 ? localized("\n    … \(lines.count - 24) more lines") : ""
    return shown.joined(separator: "\n") + rest
  }

  private func run(_ step: Step) throws -> Answer {
    guard
      let command = try BenefitLedgerCommand.parseAsRoot(step.arguments) as? any AnsweringCommand
    else { throw LedgerError(.internalFault, "\(step.shown) is not a command.") }
    return try command.answer()
  }
}
