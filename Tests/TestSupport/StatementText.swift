/// A bank's statement as tests write it: in each format, by its standard and not by our readers.
public struct StatementText: Sendable {
  /// One booking.
  public struct Entry: Sendable {
    /// Whole đồng; in is positive.
    public var amount: Int64
    /// The day of booking.
    public var booked = "2026-10-06"
    /// The value date; nil for the day of booking.
    public var value: String?
    /// The end-to-end id.
    public var endToEnd: String?
    /// The order's id.
    public var order: String?
    /// The remittance text.
    public var text: String?
    /// Why it came back.
    public var reason: String?
    /// The payments of a batch booking.
    public var parts: [Entry] = []

    /// Makes a booking.
    public init(_ amount: Int64) { self.amount = amount }

    /// Makes a booking of a payment.
    public init(_ amount: Int64, _ endToEnd: String, reason: String? = nil) {
      self.amount = amount
      self.endToEnd = endToEnd
      self.reason = reason
    }
  }

  /// The balance before.
  public var opening: Int64
  /// What was booked.
  public var entries: [Entry]
  /// The balance after, if it is not what adds up.
  public var closing: Int64?
  /// The account.
  public var account = "0011004000001"
  /// The id.
  public var id = "STMT-1"

  /// Makes a statement.
  public init(opening: Int64, _ entries: [Entry]) {
    self.opening = opening
    self.entries = entries
  }

  private var end: Int64 { closing ?? entries.reduce(opening) { $0 + $1.amount } }

  /// The message camt.053 of a version, such as `02`.
  public func camt053(_ version: String = "08") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.\(version)">
    <BkToCstmrStmt>
    <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-10-06T18:00:00+07:00</CreDtTm></GrpHdr>
    <Stmt>
    <Id>\(id)</Id>
    <CreDtTm>2026-10-06T18:00:00+07:00</CreDtTm>
    <Acct><Id><Othr><Id>\(account)</Id></Othr></Id><Ccy>VND</Ccy></Acct>
    \(balance("OPBD", opening))
    \(balance("CLBD", end))
    \(entries.map { Self.entry($0, version) }.joined(separator: "\n"))
    </Stmt>
    </BkToCstmrStmt>
    </Document>

    """
  }

  /// The message camt.054 of a version.
  public func camt054(_ version: String = "08") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <b:Document xmlns:b="urn:iso:std:iso:20022:tech:xsd:camt.054.001.\(version)">
    <b:BkToCstmrDbtCdtNtfctn>
    <b:GrpHdr><b:MsgId>N1</b:MsgId><b:CreDtTm>2026-10-06T18:00:00+07:00</b:CreDtTm></b:GrpHdr>
    <b:Ntfctn>
    <b:Id>\(id)</b:Id>
    <b:Acct><b:Id><b:Othr><b:Id>\(account)</b:Id></b:Othr></b:Id></b:Acct>
    \(entries.map { Self.prefixed(Self.entry($0, version)) }.joined(separator: "\n"))
    </b:Ntfctn>
    </b:BkToCstmrDbtCdtNtfctn>
    </b:Document>

    """
  }

  /// The message pain.002: each entry is a payment that was rejected.
  public func pain002(order: String, groupStatus: String = "PART") -> String {
    let rows = entries.map { entry in
      let amount = abs(entry.amount)
      return """
        <TxInfAndSts><OrgnlEndToEndId>\(entry.endToEnd ?? "")</OrgnlEndToEndId><TxSts>RJCT</TxSts>\
        <StsRsnInf><Rsn><Cd>\(entry.reason ?? "MS03")</Cd></Rsn></StsRsnInf>\
        <OrgnlTxRef><Amt><InstdAmt Ccy="VND">\(amount)</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03">
      <CstmrPmtStsRpt>
      <GrpHdr><MsgId>R1</MsgId><CreDtTm>2026-10-06T09:00:00</CreDtTm></GrpHdr>
      <OrgnlGrpInfAndSts><OrgnlMsgId>\(order)</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09\
      </OrgnlMsgNmId><GrpSts>\(groupStatus)</GrpSts></OrgnlGrpInfAndSts>
      <OrgnlPmtInfAndSts><OrgnlPmtInfId>\(order)</OrgnlPmtInfId>
      \(rows.joined(separator: "\n"))
      </OrgnlPmtInfAndSts>
      </CstmrPmtStsRpt>
      </Document>

      """
  }

  /// The message MT940.
  public func mt940() -> String {
    var text = ":20:\(id)\n:25:\(account)\n:28C:1/1\n:60F:\(Self.balance(opening))\n"
    for entry in entries {
      text += ":61:\(Self.day(entry.value ?? entry.booked))"
      text += String(Self.day(entry.booked).dropFirst(2))
      text += "\(entry.amount < 0 ? "D" : "C")\(abs(entry.amount)),N"
      text += entry.reason == nil ? "TRF" : "RTI"
      text += "\(entry.order ?? "NONREF")//B1\n"
      let words = [entry.endToEnd, entry.reason, entry.text].compactMap { $0 }
      text += ":86:" + (words.isEmpty ? "-" : words.joined(separator: " ")) + "\n"
    }
    return text + ":62F:\(Self.balance(end))\n-\n"
  }

  /// The rows of a table.
  public func csv() -> String {
    var text = "date,value_date,debit,credit,balance,end_to_end,description,reason\n"
    var balance = opening
    for entry in entries {
      balance += entry.amount
      text += "\(entry.booked),\(entry.value ?? "")"
      text += entry.amount < 0 ? ",\(-entry.amount)," : ",,\(entry.amount)"
      text += ",\(balance),\(entry.endToEnd ?? ""),\(entry.text ?? ""),\(entry.reason ?? "")\n"
    }
    return text
  }

  private static func balance(_ amount: Int64) -> String {
    "\(amount < 0 ? "D" : "C")261006VND\(abs(amount)),00"
  }

  /// `YYMMDD`.
  private static func day(_ date: String) -> String {
    String(date.filter { $0 != "-" }.dropFirst(2))
  }

  private func balance(_ code: String, _ amount: Int64) -> String {
    "<Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy=\"VND\">\(abs(amount))</Amt>"
      + "<CdtDbtInd>\(amount < 0 ? "DBIT" : "CRDT")</CdtDbtInd><Dt><Dt>2026-10-06</Dt></Dt></Bal>"
  }

  private static func entry(_ entry: Entry, _ version: String) -> String {
    let status = version >= "08" ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>"
    var text = "<Ntry><Amt Ccy=\"VND\">\(abs(entry.amount))</Amt>"
    text += "<CdtDbtInd>\(entry.amount < 0 ? "DBIT" : "CRDT")</CdtDbtInd>\(status)\n"
    text += "<BookgDt><Dt>\(entry.booked)</Dt></BookgDt>"
    text += "<ValDt><Dt>\(entry.value ?? entry.booked)</Dt></ValDt><NtryDtls>"
    if let order = entry.order {
      text += "<Btch><PmtInfId>\(order)</PmtInfId>"
      text += "<NbOfTxs>\(max(1, entry.parts.count))</NbOfTxs></Btch>"
    }
    let parts = entry.parts.isEmpty ? [entry] : entry.parts
    if entry.order == nil || !entry.parts.isEmpty {
      for part in parts { text += Self.part(part, version) }
    }
    return text + "</NtryDtls></Ntry>"
  }

  private static func part(_ part: Entry, _ version: String) -> String {
    var text = "\n<TxDtls><Refs><EndToEndId>\(part.endToEnd ?? "NOTPROVIDED")</EndToEndId></Refs>"
    let amount = "<Amt Ccy=\"VND\">\(abs(part.amount)).00</Amt>"
    text +=
      version >= "04"
      ? amount + "<CdtDbtInd>\(part.amount < 0 ? "DBIT" : "CRDT")</CdtDbtInd>"
      : "<AmtDtls><TxAmt>\(amount)</TxAmt></AmtDtls>"
    if let remittance = part.text { text += "<RmtInf><Ustrd>\(remittance)</Ustrd></RmtInf>" }
    if let reason = part.reason { text += "<RtrInf><Rsn><Cd>\(reason)</Cd></Rsn></RtrInf>" }
    return text + "</TxDtls>"
  }

  private static func prefixed(_ text: String) -> String {
    text.replacingOccurrences("</", with: "\u{1}").replacingOccurrences("<", with: "<b:")
      .replacingOccurrences("\u{1}", with: "</b:")
  }
}

extension String {
  fileprivate func replacingOccurrences(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
