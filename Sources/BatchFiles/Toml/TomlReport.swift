import LedgerCore

/// What is wrong with a TOML file: how it is written, and what it says.
final class TomlReport {
  /// The file as the user named it.
  let name: String
  /// The file that was read.
  let document: TomlDocument
  /// What is wrong so far.
  private(set) var faults = FaultCollector()

  init(name: String, document: TomlDocument) {
    self.name = name
    self.document = document
    for fault in document.faults {
      add(fault.code, fault.position, Words(fault.message, fault.help))
    }
  }

  /// Notes a fault.
  func add(_ code: Code, _ position: TomlPosition, _ words: @autoclosure () -> Words) {
    guard faults.wants(line: position.line) else { return faults.count(code) }
    let words = words()
    let excerpt = document.excerpt(at: position)
    faults.add(
      Diagnostic(
        file: name, line: position.line, column: position.column, code: code,
        // The advice repeats a key, and another file's key may be a person's number.
        message: words.message, help: words.help.masked, excerpt: excerpt.text,
        caret: excerpt.caret))
  }
}
