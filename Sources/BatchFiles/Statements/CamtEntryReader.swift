import LedgerCore

/// Reads one booking (`Ntry`) of camt.053 or camt.054, payment by payment.
struct CamtEntryReader {
  private let xml: XmlReader
  private(set) var values: IsoValues
  /// Whether it is not booked yet, so that no balance has it.
  private(set) var isPending = false
  private var whole: [IsoNode] = []
  private var batch: IsoNode?
  private var parts: [IsoNode] = []
  private let line: Int

  /// Goes on after the tag of the booking.
  init(_ xml: XmlReader, _ values: IsoValues) {
    self.xml = xml
    self.values = values
    line = xml.line
  }

  /// Reads to the end of the booking.
  ///
  /// - Returns: The booking; nil if it has faults, which are noted, or is not booked.
  /// - Throws: A ``FileFault`` if the file cannot be read on.
  mutating func read() throws(FileFault) -> StatementEntry? {
    var read: [EntryPart] = []
    reading: while true {
      switch try xml.next() {
      case .start:
        guard IsoNode.localName(xml) == "NtryDtls" else {
          guard whole.count < 100 else {
            throw .statement(xml.file, xml.line, "The booking has too many elements.")
          }
          whole.append(try IsoNode(xml))
          continue
        }
        try readDetails(into: &read)
      case .end, .finished: break reading
      case .text: continue
      }
    }
    return entry(read)
  }

  private mutating func readDetails(into read: inout [EntryPart]) throws(FileFault) {
    while true {
      switch try xml.next() {
      case .start:
        switch IsoNode.localName(xml) {
        case "Btch": batch = try IsoNode(xml)
        case "TxDtls":
          let node = try IsoNode(xml)
          if values.faults.countEntry(line: node.line) { read.append(part(node)) }
        default: try IsoNode.skip(xml)
        }
      case .end, .finished: return
      case .text: continue
      }
    }
  }

  private mutating func entry(_ parts: [EntryPart]) -> StatementEntry? {
    var node = IsoNode("Ntry", line: line)
    node.children = whole
    let status = node.value("Sts", "Cd") ?? node.value("Sts")
    if let status, status != "BOOK" {
      isPending = true
      return nil
    }
    guard values.faults.countEntry(line: line) else { return nil }
    let amount = values.amount(node.child("Amt"), of: node)
    let sign = values.sign(node)
    let value = values.date(node.child("ValDt"))
    let booked = values.date(node.child("BookgDt")) ?? value
    if node.child("BookgDt") == nil, node.child("ValDt") == nil {
      values.missing("BookgDt", in: node)
    }
    guard let amount, let sign, let booked else { return nil }
    var entry = StatementEntry(
      line: line, booked: booked, value: value ?? booked, amount: sign * amount)
    entry.details.servicer = values.reference(node.value("AcctSvcrRef"), line: line)
    entry.details.text = node.value("AddtlNtryInf")
    entry.details.order = values.reference(node.value("NtryRef"), line: line)
    if let batch { readBatch(batch, amount, into: &entry) }
    add(parts, sign, isReturn: isReturn(node), to: &entry)
    return entry
  }

  private mutating func readBatch(
    _ batch: IsoNode, _ amount: Int64, into entry: inout StatementEntry
  ) {
    let order = batch.value("PmtInfId") ?? batch.value("MsgId")
    if let order { entry.details.order = values.reference(order, line: batch.line) }
    if let count = batch.value("NbOfTxs") { entry.count = Int64(count) ?? -1 }
    guard let node = batch.child("TtlAmt"), let total = values.amount(node, of: batch),
      total != amount
    else { return }
    values.faults.add(
      .statementControlSum, line: batch.line,
      """
      The batch booking says that its payments come to \(grouped(total)) đ; it is of \
      \(grouped(amount)) đ.
      """, "The file was cut or changed: ask the bank for it again.")
  }

  /// Puts the payments into the booking: the only one is what the booking is.
  private mutating func add(
    _ parts: [EntryPart], _ sign: Int64, isReturn: Bool, to entry: inout StatementEntry
  ) {
    let signed = parts.map { part in
      var part = part
      // A payment has the direction of its booking unless it says its own.
      if let amount = part.amount { part.amount = part.isOwnSign ? amount : sign * amount }
      if isReturn, part.details.reason == nil { part.details.reason = "MS03" }
      return part
    }
    guard signed.count == 1, let only = signed.first else {
      entry.parts = signed
      return
    }
    if let amount = only.amount, amount != entry.amount {
      values.faults.add(
        .statementControlSum, line: only.line,
        "The booking of \(grouped(entry.amount)) đ lists a payment of \(grouped(amount)) đ.",
        "The file was cut or changed: ask the bank for it again.")
    }
    var details = only.details
    details.order = details.order ?? entry.details.order
    details.servicer = details.servicer ?? entry.details.servicer
    details.text = details.text ?? entry.details.text
    entry.details = details
  }

  /// Whether the booking is of a transfer that came back.
  private func isReturn(_ node: IsoNode) -> Bool {
    node.value("BkTxCd", "Domn", "Fmly", "SubFmlyCd") == "RRTN"
  }

  private mutating func part(_ node: IsoNode) -> EntryPart {
    var part = EntryPart(line: node.line)
    let amount =
      node.child("Amt") ?? node.child("AmtDtls", "TxAmt", "Amt")
      ?? node.child("AmtDtls", "InstdAmt", "Amt")
    part.amount = values.amount(amount, of: node, needed: false)
    if node.child("CdtDbtInd") != nil, let sign = values.sign(node) {
      part.amount = part.amount.map { sign * $0 }
      part.isOwnSign = true
    }
    let line = node.line
    part.details.endToEnd = values.reference(node.value("Refs", "EndToEndId"), line: line)
    part.details.order = values.reference(
      node.value("Refs", "PmtInfId") ?? node.value("Refs", "MsgId"), line: line)
    part.details.servicer = values.reference(node.value("Refs", "AcctSvcrRef"), line: line)
    part.details.counterparty = values.reference(Self.counterparty(node), line: line)
    part.details.text = Self.text(node)
    if let info = node.child("RtrInf") {
      part.details.reason =
        values.reference(
          info.value("Rsn", "Cd") ?? info.value("Rsn", "Prtry"), line: info.line) ?? "MS03"
    }
    return part
  }

  private static func counterparty(_ node: IsoNode) -> String? {
    for party in ["CdtrAcct", "DbtrAcct"] {
      guard let account = node.child("RltdPties", party, "Id") else { continue }
      if let number = account.value("IBAN") ?? account.value("Othr", "Id") { return number }
    }
    return nil
  }

  private static func text(_ node: IsoNode) -> String? {
    let remittance = node.child("RmtInf")?.children.filter { $0.name == "Ustrd" }.map(\.text) ?? []
    let all = remittance + [node.value("AddtlTxInf") ?? ""]
    let text = all.filter { !$0.isEmpty }.joined(separator: " ")
    return text.isEmpty ? nil : Mt940Text.cut(text)
  }
}

extension IsoNode {
  /// An element that is put together.
  init(_ name: String, line: Int) {
    self.name = name
    self.line = line
  }
}
