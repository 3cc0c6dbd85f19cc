/// What the world did that stops a command: a missing ledger, a full disk, another process.
///
/// Mistakes in files are not errors but ``Diagnostic`` values, collected and reported together.
public struct LedgerError: Error, Sendable {
  /// The stable code.
  public let code: Code
  /// What happened, in words for the person who ran the command.
  public let message: Message
  /// What to do about it; may be empty.
  public let help: Message

  /// Makes an error; long runs of digits in its words, such as a person's in a file's name, are masked.
  public init(_ code: Code, _ message: Message, help: Message = "") {
    self.code = code
    self.message = message.masked
    self.help = help.masked
  }
}

extension LedgerError: CustomStringConvertible {
  /// The code and the message.
  public var description: String { "\(code.text): \(message.description)" }
}
