import ArgumentParser
import LedgerCore
import SampleFiles

/// `generate-files`: writes the nation that is posted; a process of its own so that its memory is its
/// own too.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-files", abstract: "Write the files of a run (used by the run itself).",
    shouldDisplay: false)

  @Option(help: "How many lines due.csv has.")
  var persons: Int

  @Option(help: "How many payment sites there are.")
  var sites: Int

  @Option(help: "The month they are paid for, as yyyymm.")
  var month: Int32 = 202_601

  @Argument(help: "The directory to write.")
  var directory: String

  func run() throws {
    guard let month = Month(number: month) else {
      throw StageFailure("\(self.month) is no month.")
    }
    do {
      // No bank: every payment is cash and stands in the list of its site.
      let summary = try generateSample(
        SamplePlan(scope: .nation, persons: persons, sites: sites, month: month, bankShare: 0),
        into: directory)
      try Output.answer(GeneratedFiles(summary))
    } catch let error as SampleError {
      throw StageFailure("The files cannot be generated: \(error).")
    }
  }
}

/// How many lines the generated files have.
struct GeneratedFiles: Codable {
  /// Files in all.
  var files: Int
  /// Lines of `due.csv`.
  var dueLines: Int
  /// Lines of `short-term.csv`.
  var shortTermLines: Int
  /// Lines of all files in `paid`.
  var paidLines: Int

  init(_ summary: SampleSummary) {
    files = summary.files
    dueLines = summary.dueLines - summary.shortTermLines
    shortTermLines = summary.shortTermLines
    paidLines = summary.paidLines
  }
}
