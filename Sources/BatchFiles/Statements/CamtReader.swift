import LedgerCore

/// Reads the messages camt.053 and camt.054 of ISO 20022, booking by booking.
struct CamtReader {
  private let xml: XmlReader
  private let format: StatementFormat
  private var values: IsoValues
  private var statements: [BankStatement] = []

  /// Goes on after the tag of the document.
  init(_ xml: XmlReader, _ format: StatementFormat, _ faults: StatementFaults) {
    self.xml = xml
    self.format = format
    values = IsoValues(faults: faults)
  }

  /// Reads the file to its end.
  ///
  /// - Returns: The statements, and what is wrong with the file.
  /// - Throws: A ``FileFault`` if the file cannot be read on.
  mutating func read() throws(FileFault) -> ([BankStatement], StatementFaults) {
    let message = format == .camt053 ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn"
    let statement = format == .camt053 ? "Stmt" : "Ntfctn"
    while true {
      switch try xml.next() {
      case .finished:
        if statements.isEmpty, !values.faults.hasFaults {
          values.faults.add(
            .statementFieldMissing, line: 1, "The message has no \(statement).",
            "The message is not whole: ask the bank for it again.")
        }
        return (statements, values.faults)
      case .start:
        let name = IsoNode.localName(xml)
        if xml.depth == 2, name != message {
          throw .statement(
            xml.file, xml.line, "A message \(format.rawValue) has no \(Shown.plain(name)).")
        }
        if xml.depth == 3 {
          if name == statement { try readStatement() } else { try IsoNode.skip(xml) }
        }
      case .end, .text: continue
      }
    }
  }

  private mutating func readStatement() throws(FileFault) {
    var statement = BankStatement(id: "", account: "", line: xml.line)
    var balances: [IsoNode] = []
    var summary: IsoNode?
    reading: while true {
      switch try xml.next() {
      case .start:
        switch IsoNode.localName(xml) {
        case "Id":
          let node = try IsoNode(xml)
          statement.id = values.reference(node.text, line: node.line) ?? ""
        case "Acct": readAccount(try IsoNode(xml), into: &statement)
        case "Bal":
          guard balances.count < 64 else {
            throw .statement(xml.file, xml.line, "The statement has more than 64 balances.")
          }
          balances.append(try IsoNode(xml))
        case "TxsSummry": summary = try IsoNode(xml)
        case "Ntry":
          var entry = CamtEntryReader(xml, values)
          if let read = try entry.read() { statement.entries.append(read) }
          statement.pending += entry.isPending ? 1 : 0
          values = entry.values
        default: try IsoNode.skip(xml)
        }
      case .end, .finished: break reading
      case .text: continue
      }
    }
    if format.hasBalances { readBalances(balances, into: &statement) }
    if let summary { check(summary, statement) }
    statements.append(statement)
  }

  private mutating func readAccount(_ node: IsoNode, into statement: inout BankStatement) {
    let account = node.value("Id", "IBAN") ?? node.value("Id", "Othr", "Id")
    statement.account = values.reference(account, line: node.line) ?? ""
    if let currency = node.value("Ccy"), currency != "VND" {
      values.faults.add(
        .statementCurrency, line: node.line,
        "The account is in \(Shown.plain(currency)), not in VND.",
        "A ledger is kept in đồng: take the statement of the account in đồng.")
    }
  }

  /// The booked balances: of the first and of the last page of a statement, or between pages.
  private mutating func readBalances(_ nodes: [IsoNode], into statement: inout BankStatement) {
    func first(_ codes: String...) -> IsoNode? {
      codes.lazy.compactMap { code in
        nodes.first { $0.value("Tp", "CdOrPrtry", "Cd") == code }
      }.first
    }
    let between = nodes.filter { $0.value("Tp", "CdOrPrtry", "Cd") == "ITBD" }
    if let node = first("OPBD", "PRCD") ?? between.first {
      statement.opening = balance(node)
      statement.openingDate = values.date(node.child("Dt"))
    }
    if let node = first("CLBD") {
      statement.closing = balance(node)
      statement.closingDate = values.date(node.child("Dt"))
    } else if let node = between.last, between.count > 1 || first("OPBD", "PRCD") != nil {
      statement.closing = balance(node)
      statement.closingDate = values.date(node.child("Dt"))
      statement.isIntermediate = true
    }
  }

  private mutating func balance(_ node: IsoNode) -> Int64? {
    guard let amount = values.amount(node.child("Amt"), of: node), let sign = values.sign(node)
    else { return nil }
    return sign * amount
  }

  /// What the bank counts and sums up itself.
  private mutating func check(_ summary: IsoNode, _ statement: BankStatement) {
    guard statement.pending == 0, !values.faults.hasFaults else { return }
    let parts: [(name: String, entries: [StatementEntry])] = [
      ("TtlNtries", statement.entries),
      ("TtlCdtNtries", statement.entries.filter { $0.amount > 0 }),
      ("TtlDbtNtries", statement.entries.filter { $0.amount < 0 }),
    ]
    for part in parts {
      let said = (
        count: summary.value(part.name, "NbOfNtries"), sum: summary.value(part.name, "Sum")
      )
      let sum = part.entries.reduce(Int128(0)) { $0 + Int128($1.amount.magnitude) }
      let count = said.count.map { $0 == String(part.entries.count) } ?? true
      let theirs = said.sum.map {
        StatementValue.amount($0, sign: UInt8(ascii: "."), needsSign: false) ?? -1
      }
      let total = theirs.map { Int128($0) == sum } ?? true
      guard count, total else {
        values.faults.add(
          .statementControlSum, line: summary.line,
          """
          \(part.name) says \(Shown.plain(said.count ?? "-")) bookings of \
          \(Shown.plain(said.sum ?? "-")) đ; there are \(grouped(part.entries.count)) of \
          \(grouped(sum)) đ.
          """,
          "The file was cut or changed: ask the bank for it again.")
        return
      }
    }
  }
}
