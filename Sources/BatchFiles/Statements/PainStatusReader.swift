import LedgerCore

/// Reads the message pain.002 of ISO 20022, what became of an order: what was rejected, and why.
///
/// A rejected payment is read as money that is back; one that the bank accepted says nothing that the
/// ledger does not know.
struct PainStatusReader {
  private let xml: XmlReader
  private var values: IsoValues
  private var statement: BankStatement
  private var day: CivilDate?
  private var order: IsoNode?

  /// Goes on after the tag of the document.
  init(_ xml: XmlReader, _ faults: StatementFaults) {
    self.xml = xml
    values = IsoValues(faults: faults)
    statement = BankStatement(id: "", account: "", line: xml.line)
  }

  /// Reads the file to its end.
  ///
  /// - Returns: The rejections, as one statement, and what is wrong with the file.
  /// - Throws: A ``FileFault`` if the file cannot be read on.
  mutating func read() throws(FileFault) -> ([BankStatement], StatementFaults) {
    while true {
      switch try xml.next() {
      case .finished: return finish()
      case .start:
        let name = IsoNode.localName(xml)
        if xml.depth == 2, name != "CstmrPmtStsRpt" {
          throw .statement(xml.file, xml.line, "A message pain.002 has no \(Shown.plain(name)).")
        }
        guard xml.depth == 3 else { continue }
        switch name {
        case "GrpHdr": readHeader(try IsoNode(xml))
        case "OrgnlGrpInfAndSts": order = try IsoNode(xml)
        case "OrgnlPmtInfAndSts": try readPayments()
        default: try IsoNode.skip(xml)
        }
      case .end, .text: continue
      }
    }
  }

  private mutating func finish() -> ([BankStatement], StatementFaults) {
    guard let order, let day else {
      if !values.faults.hasFaults {
        values.faults.add(
          .statementFieldMissing, line: 1,
          "The message has no \(Message.verbatim(day == nil ? "CreDtTm" : "OrgnlGrpInfAndSts")).",
          "The message is not whole: ask the bank for it again.")
      }
      return ([], values.faults)
    }
    if statement.entries.isEmpty, order.value("GrpSts") == "RJCT" { rejectWhole(order, day) }
    return ([statement], values.faults)
  }

  private mutating func readHeader(_ node: IsoNode) {
    statement.id = values.reference(node.value("MsgId"), line: node.line) ?? ""
    day = values.date(node.child("CreDtTm"))
  }

  private mutating func readPayments() throws(FileFault) {
    var info: [IsoNode] = []
    let line = xml.line
    let before = statement.entries.count
    reading: while true {
      switch try xml.next() {
      case .start:
        let node = try IsoNode(xml)
        if node.name == "TxInfAndSts" {
          let name = info.first { $0.name == "OrgnlPmtInfId" }?.text
          read(node, order: name ?? order?.value("OrgnlMsgId"))
        } else if info.count < 32 {
          info.append(node)
        }
      case .end, .finished: break reading
      case .text: continue
      }
    }
    var node = IsoNode("OrgnlPmtInfAndSts", line: line)
    node.children = info
    if statement.entries.count == before, node.value("PmtInfSts") == "RJCT", let day {
      rejectWhole(node, day)
    }
  }

  private mutating func read(_ node: IsoNode, order: String?) {
    guard values.faults.countEntry(line: node.line), let day else { return }
    guard node.value("TxSts") == "RJCT" else { return }
    let money = node.child("OrgnlTxRef", "Amt", "InstdAmt")
    guard let amount = money == nil ? 0 : values.amount(money, of: node) else { return }
    var entry = StatementEntry(line: node.line, booked: day, value: day, amount: amount)
    entry.details.order = values.reference(order, line: node.line)
    entry.details.endToEnd = values.reference(node.value("OrgnlEndToEndId"), line: node.line)
    entry.details.reason = reason(node)
    entry.details.text = node.value("StsRsnInf", "AddtlInf")
    statement.entries.append(entry)
  }

  /// An order of which no payment was made.
  private mutating func rejectWhole(_ node: IsoNode, _ day: CivilDate) {
    let sum = node.value("OrgnlCtrlSum").flatMap {
      StatementValue.amount($0, sign: UInt8(ascii: "."), needsSign: false)
    }
    var entry = StatementEntry(line: node.line, booked: day, value: day, amount: sum ?? 0)
    entry.details.order = values.reference(
      node.value("OrgnlPmtInfId") ?? node.value("OrgnlMsgId"), line: node.line)
    entry.details.reason = reason(node)
    entry.details.text = node.value("StsRsnInf", "AddtlInf")
    statement.entries.append(entry)
  }

  private mutating func reason(_ node: IsoNode) -> String {
    values.reference(
      node.value("StsRsnInf", "Rsn", "Cd") ?? node.value("StsRsnInf", "Rsn", "Prtry"),
      line: node.line) ?? "MS03"
  }
}
