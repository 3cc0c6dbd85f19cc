import LedgerCore

/// What a diagnostic says, and what to do about it.
struct Words {
  let message: Message
  let help: Message

  init(_ message: Message, _ help: Message = "") {
    self.message = message
    self.help = help
  }
}

/// A fault of a row, its words made only if they are listed.
struct RowFault {
  let code: Code
  /// The byte at fault, from the beginning of the row.
  let offset: Int
  let words: () -> Words

  init(_ code: Code, at offset: Int, _ words: @escaping () -> Words) {
    self.code = code
    self.offset = offset
    self.words = words
  }
}
