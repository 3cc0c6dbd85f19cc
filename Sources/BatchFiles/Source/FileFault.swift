import LedgerCore

/// A file that cannot be opened or read at all.
public struct FileFault: Error, Sendable {
  /// What is wrong with it.
  public let diagnostic: Diagnostic

  /// Makes a fault.
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  init(_ code: Code, file: String, _ message: Message, help: Message = "") {
    diagnostic = Diagnostic(file: file, code: code, message: message, help: help)
  }
}
