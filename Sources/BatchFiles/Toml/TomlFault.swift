import LedgerCore

/// What makes a file unreadable as TOML, and where.
struct TomlFault: Error {
  var code: Code
  var position: TomlPosition
  var message: String
  var help: String

  init(
    _ position: TomlPosition, _ message: String, _ help: String = "", code: Code = .tomlSyntax
  ) {
    self.code = code
    self.position = position
    self.message = message
    self.help = help
  }
}
