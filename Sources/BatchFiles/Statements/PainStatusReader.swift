import LedgerCore

/// Reads the message pain.002 of ISO 20022, what became of an order: what was rejected, and why.
///
/// A rejected payment is read as money that is back; one that the bank accepted says nothing that the
/// ledger does not know. A status holds for what is below it that says none of its own.
struct PainStatusReader {
  private let xml: XmlReader
  private var values: IsoValues
  private var statement: BankStatement
  private var day: CivilDate?
  private var order: IsoNode?
  /// What is rejected, payment by payment or as a whole; a count of nil is not known.
  private var rejected = Tally()
  /// Whether payments or parts of the order are listed, rejected or not.
  private var isDetailed = false
  /// What was said of each payment first: whether it was rejected, and on which line.
  private var said: [String: (isRejected: Bool, line: Int)] = [:]

  /// How many payments, and their sum in đồng; nil if the bank does not say.
  private struct Tally {
    var count: Int64? = 0
    var sum: Int64? = 0

    mutating func add(_ count: Int64?, _ sum: Int64?) {
      func added(_ one: Int64?, _ other: Int64?) -> Int64? {
        guard let one, let other else { return nil }
        let (sum, overflow) = one.addingReportingOverflow(other)
        return overflow ? nil : sum
      }
      self.count = added(self.count, count)
      self.sum = added(self.sum, sum)
    }
  }

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
        // Until its third version the message had its own name for a tag.
        if xml.depth == 2, name != "CstmrPmtStsRpt", name != "pain.002.001.02" {
          throw .statement(xml.file, xml.line, "A message pain.002 has no \(Shown.plain(name)).")
        }
        guard xml.depth == 3 else { continue }
        switch name {
        case "GrpHdr": readHeader(try IsoNode(xml))
        case "OrgnlGrpInfAndSts": try readOrder(try IsoNode(xml))
        case "OrgnlPmtInfAndSts": try readPayments()
        case "TxInfAndSts":
          let node = try IsoNode(xml)
          let part = node.value("OrgnlPmtInfId") ?? order?.value("OrgnlMsgId")
          let payment = read(node, order: part, status: order?.value("GrpSts"))
          rejected.add(payment.count, payment.sum)
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
    let status = order.value("GrpSts")
    if Self.isRejected(status) {
      rejectRest(of: order, rejected, day)
    } else {
      checkCount(of: order, rejected)
      if status == "PART", !isDetailed {
        values.faults.add(
          .statementFieldMissing, line: order.line,
          "The order was accepted in part, and nothing says which payments were rejected.",
          "Ask the bank for the report with each payment.")
      }
    }
    return ([statement], values.faults)
  }

  private mutating func readHeader(_ node: IsoNode) {
    statement.id = values.reference(node.value("MsgId"), line: node.line) ?? ""
    day = values.date(node.child("CreDtTm"))
  }

  private mutating func readOrder(_ node: IsoNode) throws(FileFault) {
    order = node
    statement.order = values.reference(node.value("OrgnlMsgId"), line: node.line)
    guard let name = node.value("OrgnlMsgNmId"), name.hasPrefix("pain.008") else { return }
    throw FileFault(
      Diagnostic(
        file: xml.file, line: node.line, code: .statementUnknown,
        message: "The report is on direct debits (\(Shown.plain(name))), not on an order to pay.",
        help: "Take the report on the order (pain.001)."))
  }

  private mutating func readPayments() throws(FileFault) {
    var node = IsoNode("OrgnlPmtInfAndSts", line: xml.line)
    var listed = Tally()
    reading: while true {
      switch try xml.next() {
      case .start:
        let child = try IsoNode(xml)
        if child.name == "TxInfAndSts" {
          let payment = read(
            child, order: node.value("OrgnlPmtInfId") ?? order?.value("OrgnlMsgId"),
            status: node.value("PmtInfSts") ?? order?.value("GrpSts"))
          listed.add(payment.count, payment.sum)
        } else if node.children.count < 64 {
          node.children.append(child)
        }
      case .end, .finished: break reading
      case .text: continue
      }
    }
    if node.value("PmtInfSts") != nil { isDetailed = true }
    if Self.isRejected(node.value("PmtInfSts")), let day {
      listed = rejectRest(of: node, listed, day)
    } else {
      checkCount(of: node, listed)
    }
    rejected.add(listed.count, listed.sum)
  }

  /// Reads a payment.
  ///
  /// - Returns: How many were rejected by it, none or one, and how much.
  private mutating func read(
    _ node: IsoNode, order: String?, status: String?
  ) -> (count: Int64?, sum: Int64?) {
    let line = node.line
    let names = [
      values.reference(node.value("OrgnlEndToEndId"), line: line),
      values.reference(node.value("OrgnlInstrId"), line: line),
    ].compactMap { $0 }
    let remittance = node.child("OrgnlTxRef", "RmtInf")?.children
      .filter { $0.name == "Ustrd" }.map(\.text).joined(separator: " ")
    let id =
      names.first { PaymentReference.key(of: $0) != nil }
      ?? remittance.flatMap { PaymentReference.text(in: $0) } ?? names.first
    // Some banks repeat the order as a whole as if it were a payment of it.
    if id == nil, node.value("TxSts") == nil || Self.isRejected(status) { return (0, 0) }
    isDetailed = true
    let isRejected = Self.isRejected(node.value("TxSts") ?? status)
    if let id, let before = said.updateValue((isRejected, line), forKey: id),
      before.isRejected != isRejected
    {
      values.faults.add(
        .statementReferenceTwice, line: line,
        "Line \(before.line) says of the payment \(Shown.plain(id)) otherwise than this one.",
        "One says that it was rejected: ask the bank which of the two is right.")
    }
    guard isRejected, values.faults.countEntry(line: line), let day else { return (0, 0) }
    guard let id else {
      values.faults.add(
        .statementFieldMissing, line: line,
        "A rejected payment has neither OrgnlEndToEndId nor OrgnlInstrId: nothing says which it is.",
        "Ask the bank for a report with the end-to-end ids of the order.")
      return (0, 0)
    }
    let money =
      node.child("OrgnlTxRef", "Amt", "InstdAmt")
      ?? node.child("OrgnlTxRef", "Amt", "EqvtAmt", "Amt")
    guard let amount = money == nil ? 0 : values.amount(money, of: node) else { return (0, 0) }
    var entry = StatementEntry(line: line, booked: day, value: day, amount: amount)
    entry.details.order = values.reference(order, line: line)
    entry.details.endToEnd = id
    entry.details.servicer = values.reference(node.value("AcctSvcrRef"), line: line)
    let why = why(node)
    entry.details.reason = why.reason
    entry.details.text = why.text
    statement.entries.append(entry)
    return (1, money == nil ? nil : amount)
  }

  /// What was rejected as a whole, without the payments of it that are listed; nothing if they are all.
  @discardableResult
  private mutating func rejectRest(
    of node: IsoNode, _ listed: Tally, _ day: CivilDate
  ) -> Tally {
    let total = node.value("OrgnlNbOfTxs").flatMap { Int64($0) }
    let sum = node.value("OrgnlCtrlSum").flatMap {
      StatementValue.amount($0, sign: UInt8(ascii: "."), needsSign: false)
    }
    if listed.count != 0 {
      guard let total, let count = listed.count, total > count else { return listed }
    }
    let rest = sum.flatMap { sum in listed.sum.map { sum - $0 } }
    var entry = StatementEntry(
      line: node.line, booked: day, value: day, amount: max(0, rest ?? 0))
    entry.details.order = values.reference(
      node.value("OrgnlPmtInfId") ?? node.value("OrgnlMsgId"), line: node.line)
    let why = why(node)
    entry.details.reason = why.reason
    entry.details.text = why.text
    statement.entries.append(entry)
    return Tally(count: total, sum: sum)
  }

  /// A report that counts its rejections lists so many.
  private mutating func checkCount(of node: IsoNode, _ listed: Tally) {
    let counts = node.children.filter {
      $0.name == "NbOfTxsPerSts" && Self.isRejected($0.value("DtldSts"))
    }
    guard !counts.isEmpty, let count = listed.count else { return }
    let said = counts.reduce(Int64(0)) {
      $0.addingReportingOverflow($1.value("DtldNbOfTxs").flatMap { Int64($0) } ?? -1).partialValue
    }
    guard said != count else { return }
    values.faults.add(
      .statementControlSum, line: node.line,
      "The report counts \(grouped(said)) rejected payments, and lists \(grouped(count)).",
      "The file was cut or changed: ask the bank for it again.")
  }

  /// The first code of the reasons, and all that they say in words.
  private mutating func why(_ node: IsoNode) -> (reason: String, text: String?) {
    let reasons = node.children.filter { $0.name == "StsRsnInf" }
    let code = reasons.lazy.compactMap { info in
      let reason = info.child("Rsn") ?? info.child("StsRsn")
      return reason?.value("Cd") ?? reason?.value("Prtry")
    }.first
    let words = reasons.flatMap(\.children)
      .filter { $0.name == "AddtlInf" || $0.name == "AddtlStsRsnInf" }.map(\.text)
      .filter { !$0.isEmpty }.joined(separator: " ")
    return (
      values.reference(code, line: node.line) ?? "MS03", words.isEmpty ? nil : Mt940Text.cut(words)
    )
  }

  /// Whether the bank does not carry out what it says this of.
  private static func isRejected(_ status: String?) -> Bool { status == "RJCT" || status == "CANC" }
}
