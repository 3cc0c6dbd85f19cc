import LedgerCore

/// Reads the values of a bank's message, and tells of those that cannot be read.
struct IsoValues {
  var faults: StatementFaults

  /// An amount of whole đồng in VND; nil if it is none, which is noted.
  mutating func amount(_ node: IsoNode?, of parent: IsoNode, needed: Bool = true) -> Int64? {
    guard let node else {
      if needed { missing("Amt", in: parent) }
      return nil
    }
    if let currency = node.currency, currency != "VND" {
      faults.add(
        .statementCurrency, line: node.line,
        "The amount is in \(Shown.plain(currency)), not in VND.",
        "A ledger is kept in đồng: take the statement of the account in đồng.")
      return nil
    }
    guard let amount = StatementValue.amount(node.text, sign: UInt8(ascii: "."), needsSign: false)
    else {
      let shown = Array(node.text.utf8).withUnsafeBufferPointer { Shown.amount($0) }
      faults.add(
        .statementAmount, line: node.line,
        "The amount \(shown) is not whole đồng, such as 1234 or 1234.00.",
        "The đồng has no fractions: ask the bank what is meant.")
      return nil
    }
    return amount
  }

  /// 1 if money came in, -1 if it went out; nil if it is neither, which is noted.
  mutating func sign(_ node: IsoNode) -> Int64? {
    switch node.value("CdtDbtInd") {
    case "CRDT": return 1
    case "DBIT": return -1
    case nil: missing("CdtDbtInd", in: node)
    case let other?:
      faults.add(
        .statementMalformed, line: node.line,
        "CdtDbtInd is \(Shown.plain(other)), which is neither CRDT nor DBIT.",
        "Ask the bank for the file again.")
    }
    return nil
  }

  /// A day; nil if it is absent or none, and the latter is noted.
  mutating func date(_ node: IsoNode?) -> CivilDate? {
    guard let node else { return nil }
    let text = node.value("Dt") ?? node.value("DtTm") ?? node.text
    if let date = StatementValue.date(text) { return date }
    faults.add(
      .statementDate, line: node.line,
      "\(Shown.plain(text)) is not a date of the calendar as YYYY-MM-DD.",
      "Ask the bank for the file again.")
    return nil
  }

  /// A reference of at most 140 bytes; a longer one is noted.
  mutating func reference(_ text: String?, line: Int) -> String? {
    guard let text, text != "NOTPROVIDED" else { return nil }
    guard text.utf8.count <= StatementFile.referenceLimit else {
      faults.add(
        .statementFieldTooLong, line: line, "A reference has more than 140 bytes.",
        "Ask the bank for the file again.")
      return nil
    }
    return text
  }

  /// Notes that an element is not there.
  mutating func missing(_ name: String, in node: IsoNode) {
    faults.add(
      .statementFieldMissing, line: node.line,
      "The element \(Shown.plain(node.name)) has no \(name).",
      "The message is not whole: ask the bank for it again.")
  }
}
