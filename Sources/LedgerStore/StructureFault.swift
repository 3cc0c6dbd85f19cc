import LedgerCore

/// Something wrong with the store itself, below what batches, lines and steps can say.
public struct StructureFault: Sendable, Hashable {
  /// What kind of thing is wrong.
  public enum Kind: Sendable {
    /// A table, index, trigger or view is not the program's own.
    case schema
    /// A row of the terms that come with the schema is not the program's own.
    case term
    /// The file's structure, an index or a constraint is broken.
    case file
    /// A row names a row that does not exist.
    case reference
  }

  /// What kind of thing is wrong.
  public var kind: Kind
  /// What is wrong, in a sentence.
  public var message: Message

  /// Makes a fault.
  public init(_ kind: Kind, _ message: Message) {
    self.kind = kind
    self.message = message
  }
}
