import LedgerCore

/// Reads SWIFT's customer statement MT940, one or many messages in a file.
struct Mt940Reader {
  private let lines: StatementLines
  private var faults: StatementFaults
  private var statements: [BankStatement] = []
  private var current: BankStatement?
  private var isClosed = false
  /// A statement is told apart from others by its number, the pages of one have the same.
  private var sequence = ""

  init(_ source: BatchSource, _ faults: StatementFaults) {
    lines = StatementLines(source)
    self.faults = faults
  }

  /// Reads the file to its end.
  ///
  /// - Returns: The statements without faults, and what is wrong with the file.
  /// - Throws: A `FileFault` if the file cannot be read on.
  mutating func read() throws(FileFault) -> ([BankStatement], StatementFaults) {
    var tag: Mt940Field?
    while let line = try lines.next() {
      if let next = Mt940Field(line, at: lines.number) {
        if let tag { take(tag) }
        tag = next
      } else if Self.isEnvelope(line) {
        if let tag { take(tag) }
        tag = nil
        if let field = Mt940Field(inEnvelope: line, at: lines.number) { tag = field }
      } else if tag != nil {
        if tag?.append(line) == false {
          malformed(lines.number, "The field has more than 64 lines.")
          tag = nil
        }
      } else if !line.isEmpty {
        malformed(lines.number, "The line belongs to no field.")
      }
    }
    if let tag { take(tag) }
    let isEmpty = current == nil && statements.isEmpty
    finish()
    if isEmpty, !faults.hasFaults {
      malformed(1, "The file has no field :20:, with which a statement begins.")
    }
    return (statements, faults)
  }

  /// The blocks around a message, and the hyphen that ends one.
  private static func isEnvelope(_ line: String) -> Bool {
    line.hasPrefix("{") || line == "-" || line.hasPrefix("-}")
  }

  private mutating func take(_ field: Mt940Field) {
    switch field.tag {
    case "20":
      finish()
      current = BankStatement(id: field.text, account: "", line: field.line)
      isClosed = false
    case "25":
      set(field) { $0.account = field.text.split(separator: "/").last.map(String.init) ?? "" }
    case "28C", "28": set(field) { $0.id += " \(field.text)" }
    case "60F", "60M": takeOpening(field)
    case "61": takeEntry(field)
    case "86": takeText(field)
    case "62F", "62M": takeClosing(field)
    case "64", "65": _ = balance(field)
    case "13D", "21", "34F", "90C", "90D", "NS": break
    default: malformed(field.line, "A statement has no field :\(Shown.plain(field.tag)):.")
    }
  }

  private mutating func set(_ field: Mt940Field, _ change: (inout BankStatement) -> Void) {
    guard current != nil, !isClosed else { return outside(field) }
    if var statement = current {
      change(&statement)
      current = statement
    }
  }

  private mutating func takeOpening(_ field: Mt940Field) {
    guard let (day, amount) = balance(field) else {
      // It is there, so that what follows is looked at for itself.
      return set(field) { $0.opening = $0.opening ?? 0 }
    }
    guard current?.opening == nil else {
      return malformed(field.line, "The statement has two opening balances.")
    }
    set(field) {
      $0.opening = amount
      $0.openingDate = day
    }
  }

  private mutating func takeClosing(_ field: Mt940Field) {
    guard let (day, amount) = balance(field) else {
      isClosed = true
      return
    }
    set(field) {
      $0.closing = amount
      $0.closingDate = day
      $0.isIntermediate = field.tag == "62M"
    }
    isClosed = true
  }

  private mutating func takeEntry(_ field: Mt940Field) {
    guard current?.opening != nil, !isClosed else { return outside(field) }
    guard faults.countEntry(line: field.line) else { return }
    switch Mt940Entry.read(field) {
    case .success(let entry): set(field) { $0.entries.append(entry) }
    case .failure(let fault): faults.add(fault.code, line: field.line, fault.message, fault.help)
    }
  }

  private mutating func takeText(_ field: Mt940Field) {
    // After the closing balance it tells of the statement as a whole.
    guard !isClosed, current?.entries.isEmpty == false else { return }
    set(field) { statement in
      Mt940Text.read(field, into: &statement.entries[statement.entries.count - 1])
    }
  }

  /// `D/C YYMMDD CCY amount`.
  private mutating func balance(_ field: Mt940Field) -> (CivilDate, Int64)? {
    let text = field.text
    guard let mark = text.first, mark == "C" || mark == "D",
      let day = Mt940Entry.date(text.dropFirst().prefix(6))
    else {
      malformed(field.line, "The balance is not of the form C261001VND1234,00.")
      return nil
    }
    let currency = text.dropFirst(7).prefix(3)
    guard currency == "VND" else {
      faults.add(
        .statementCurrency, line: field.line,
        "The balance is in \(Shown.plain(String(currency))), not in VND.",
        "A ledger is kept in đồng: take the statement of the account in đồng.")
      return nil
    }
    guard
      let amount = StatementValue.amount(
        text.dropFirst(10), sign: UInt8(ascii: ","), needsSign: true)
    else {
      let fault = Mt940Fault.amount(String(text.dropFirst(10)))
      faults.add(fault.code, line: field.line, fault.message, fault.help)
      return nil
    }
    return (day, mark == "C" ? amount : -amount)
  }

  private mutating func finish() {
    guard let statement = current else { return }
    current = nil
    if statement.account.isEmpty {
      malformed(statement.line, "The statement names no account (:25:).")
    }
    if !isClosed {
      faults.add(
        .statementBalanceMissing, line: statement.line,
        "The statement has no closing balance (:62F: or :62M:).",
        "The file was cut: ask the bank for the whole statement.")
      return
    }
    statements.append(statement)
  }

  private mutating func outside(_ field: Mt940Field) {
    malformed(
      field.line,
      isClosed
        ? "The field :\(field.tag): stands after the closing balance."
        : "The field :\(field.tag): stands where none is expected.")
  }

  private mutating func malformed(_ line: Int, _ message: Message) {
    faults.add(.statementMalformed, line: line, message, "Ask the bank for the file again.")
  }
}
