import LedgerCore

/// What a command says when it is done: the same answer for people, for programs and for the shell.
struct Answer {
  /// The one document of `--json`.
  var json: JSON
  /// The lines for people.
  var text: String
  /// The exit code.
  var exit: ExitCode = .done
  /// What is wrong with the input, for stderr.
  var diagnoses: [Diagnosis] = []
}
