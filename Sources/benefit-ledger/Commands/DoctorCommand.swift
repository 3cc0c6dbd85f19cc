import ArgumentParser
import BenefitLedger
import LedgerCore

/// `doctor`: whether everything around the books is as it should be.
struct DoctorCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Examine the ledger's disk, folder, settings and backup.",
    discussion: """
      Says nothing of the books themselves: that is `verify`. Exit code 1 if there is something to be \
      seen to.
      """)

  @Option(
    help: ArgumentHelp(
      "The file in which signed checkpoints are kept, outside the ledger.", valueName: "file"))
  var checkpoints: String?

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let examination = try Doctor.examine(global.location, checkpoints: checkpoints)
    return Answer(
      json: .object([
        ("ok", .bool(examination.isWell)),
        (
          "checks",
          .rows(examination.checks) {
            .object([
              ("name", .string($0.name)), ("state", .string($0.state.rawValue)),
              ("message", .words($0.message)), ("help", .words($0.help)),
            ])
          }
        ),
      ]),
      text: examination.text, exit: examination.isWell ? .done : .findings)
  }
}

extension Examination {
  /// The answer for people.
  fileprivate var text: String {
    var text = ""
    for check in checks {
      text += "\(check.state.rawValue): \(check.name): " + localized(check.message) + "\n"
      if !check.help.isEmpty { text += "  " + localized(check.help) + "\n" }
    }
    return text
  }
}
