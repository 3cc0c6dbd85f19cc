import ArgumentParser
import CProcess
import Foundation
import LedgerCore

/// The program: every command is a file in `Commands`.
struct BenefitLedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benefit-ledger",
    abstract: "The double-entry ledger of a social insurance agency.",
    version: "0.1.0",
    subcommands: [
      InitCommand.self,
      SitesCommand.self,
      UserCommand.self,
      ChartCommand.self,
      PostCommand.self,
      ReverseCommand.self,
      ProfileCommand.self,
      GenerateCommand.self,
      BatchCommand.self,
      HoldCommand.self,
      DeathCommand.self,
      TotalsCommand.self,
      TrialBalanceCommand.self,
      ChangesCommand.self,
      AccountCommand.self,
      PersonCommand.self,
      SiteCommand.self,
      VerifyCommand.self,
      CheckpointCommand.self,
      ProveCommand.self,
      CheckProofCommand.self,
      ReconcileCommand.self,
      StatementsCommand.self,
      ExceptionsCommand.self,
      ExportCommand.self,
      PeriodCommand.self,
      CloseCommand.self,
      NightlyCommand.self,
      DemoCommand.self,
      BackupCommand.self,
      RestoreCommand.self,
      DoctorCommand.self,
      ArchiveCommand.self,
    ])
}

@main
enum Main {
  static func main() {
    // A closed pipe or a file-size limit must not kill a posting halfway; both come back as errors.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    umask(0o077)
    // Persons and bank accounts are in memory, and must not be in what a crash leaves behind. Where the
    // system refuses, the commands work all the same.
    _ = benefit_ledger_keep_memory_private()
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Parses, runs, prints, and says the exit code.
  static func run(_ arguments: [String]) -> LedgerCore.ExitCode {
    let wantsJSON = arguments.prefix { $0 != "--" }
      .contains { $0 == "--json" || $0.hasPrefix("--json=") }
    do {
      var command = try BenefitLedgerCommand.parseAsRoot(arguments)
      guard let answering = command as? any AnsweringCommand else {
        try command.run()
        return .done
      }
      let workbook = (command as? any ReportingCommand)?.workbook
      try workbook?.check()
      let answer = try answering.answer()
      try workbook?.write(answer)
      for diagnosis in answer.diagnoses { Output.talk(render(diagnosis)) }
      Output.answer(wantsJSON ? answer.json.text : answer.text)
      return answer.exit
    } catch let error as LedgerError {
      return fail(error, json: wantsJSON)
    } catch {
      let code = BenefitLedgerCommand.exitCode(for: error)
      if code == .success {
        Output.answer(BenefitLedgerCommand.fullMessage(for: error))
        return .done
      }
      if code == .validationFailure || code.rawValue == 64 {
        let message = BenefitLedgerCommand.message(for: error)
        let hint = UsageHint.text(arguments, message)
        // What was not understood may be a person's number in the wrong place.
        if wantsJSON {
          Output.answer(failure(.usage, .verbatim(maskedDigits(hint + message))).text)
        }
        // The parser speaks English only; who reads another language is told at least what it is about.
        let lead = Language.ofProcess == .en ? "" : localized("The command is not understood:\n")
        Output.talk(lead + maskedDigits(hint + BenefitLedgerCommand.fullMessage(for: error)))
        return .usage
      }
      return fail(
        LedgerError(
          .internalFault, .verbatim("\(error)"), help: "This is a bug; please report it."),
        json: wantsJSON)
    }
  }

  private static func fail(_ error: LedgerError, json: Bool) -> LedgerCore.ExitCode {
    if json { Output.answer(failure(error.code, error.message).text) }
    Output.talk(
      "benefit-ledger: \(error.code.text): " + localized(error.message)
        + (error.help.isEmpty ? "" : "\n  " + localized(error.help)))
    return error.code.exit
  }

  private static func failure(_ code: Code, _ message: Message) -> JSON {
    .object([
      ("error", .object([("code", .string(code.text)), ("message", .words(message))])),
      ("diagnostics", .array([])),
    ])
  }
}
