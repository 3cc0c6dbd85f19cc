import LedgerCore

/// What a command says when it is done: the same answer for people, for programs and for the shell.
struct Answer {
  /// The exit code.
  var exit: ExitCode
  /// What is wrong with the input, for stderr.
  var diagnoses: [Diagnosis]

  private let makeJSON: () -> JSON
  private let makeText: () -> String

  /// Says an answer; only the form that is asked for is put into words.
  init(
    json: @autoclosure @escaping () -> JSON, text: @autoclosure @escaping () -> String,
    exit: ExitCode = .done, diagnoses: [Diagnosis] = []
  ) {
    makeJSON = json
    makeText = text
    self.exit = exit
    self.diagnoses = diagnoses
  }

  /// The one document of `--json`.
  var json: JSON { makeJSON() }

  /// The lines for people.
  var text: String { makeText() }
}
