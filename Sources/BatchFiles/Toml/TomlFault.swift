import LedgerCore

/// What makes a file unreadable as TOML, and where.
struct TomlFault: Error {
  var code: Code
  var position: TomlPosition
  var message: Message
  var help: Message

  init(
    _ position: TomlPosition, _ message: Message, _ help: Message = "", code: Code = .tomlSyntax
  ) {
    self.code = code
    self.position = position
    self.message = message
    self.help = help
  }
}
