import LedgerCore

extension Message {
  /// Whether the English words have a text in them.
  func contains(_ words: String) -> Bool { description.contains(words) }

  /// Whether the English words begin with a text.
  func hasPrefix(_ words: String) -> Bool { description.hasPrefix(words) }

  /// Whether the English words end with a text.
  func hasSuffix(_ words: String) -> Bool { description.hasSuffix(words) }
}
