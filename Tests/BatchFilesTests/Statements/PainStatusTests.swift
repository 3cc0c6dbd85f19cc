import LedgerCore
import TestSupport
import Testing

@testable import BatchFiles

/// Reports on orders as banks send them: by payment, by part of the order, and on the whole of it.
@Suite struct PainStatusTests {
  private static let order = "BL-7-retirement-0123abcd"
  private static let an = "202610-079060000011-pension-1"
  private static let binh = "202610-079160000022-pension-1"

  private func report(
    _ group: String, _ parts: String = "", version: String = "10", name: String = "pain.001.001.09"
  ) -> String {
    let tag = version == "02" ? "pain.002.001.02" : "CstmrPmtStsRpt"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.\(version)"><\(tag)>
      <GrpHdr><MsgId>R-9</MsgId><CreDtTm>2026-10-06T09:00:00+07:00</CreDtTm></GrpHdr>
      <OrgnlGrpInfAndSts><OrgnlMsgId>\(Self.order)</OrgnlMsgId><OrgnlMsgNmId>\(name)</OrgnlMsgNmId>\
      \(group)</OrgnlGrpInfAndSts>
      \(parts)
      </\(tag)></Document>

      """
  }

  private func part(_ head: String, _ payments: String = "") -> String {
    "<OrgnlPmtInfAndSts><OrgnlPmtInfId>\(Self.order)</OrgnlPmtInfId>\(head)\n\(payments)"
      + "</OrgnlPmtInfAndSts>"
  }

  private func payment(
    _ ids: String, _ status: String? = "RJCT", amount: Int64? = 5_000_000,
    why: String = "<StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf>", more: String = ""
  ) -> String {
    let money = amount.map { "<Amt><InstdAmt Ccy=\"VND\">\($0)</InstdAmt></Amt>" } ?? ""
    return "<TxInfAndSts>\(ids)\(status.map { "<TxSts>\($0)</TxSts>" } ?? "")\(why)"
      + "<OrgnlTxRef>\(money)\(more)</OrgnlTxRef></TxInfAndSts>\n"
  }

  private func id(_ id: String) -> String { "<OrgnlEndToEndId>\(id)</OrgnlEndToEndId>" }

  private func entries(_ text: String) throws -> [StatementEntry] {
    let (file, diagnosis) = StatementReaderTests.read(text)
    #expect(diagnosis.total == 0, "\(diagnosis)")
    return try #require(file).statements[0].entries
  }

  @Test(arguments: ["02", "03", "10", "13"])
  func `a payment is rejected for its own reason`(_ version: String) throws {
    let payments = payment(id(Self.an)) + payment(id(Self.binh), "ACSP")
    let text =
      version == "02"
      ? report("<GrpSts>PART</GrpSts>", payments, version: version)
      : report("<GrpSts>PART</GrpSts>", part("", payments), version: version)
    let found = try entries(text)
    #expect(found.map(\.amount) == [5_000_000])
    #expect(found[0].details.obligation?.person == 79_060_000_011)
    #expect(found[0].details.reason == "AC01" && found[0].details.order == Self.order)
    let file = try #require(StatementReaderTests.read(text).file)
    #expect(file.statements[0].order == Self.order)
  }

  @Test func `the whole order is rejected, with and without its parts`() throws {
    let why = "<StsRsnInf><Rsn><Prtry>B01</Prtry></Rsn><AddtlInf>FF01 syntax</AddtlInf></StsRsnInf>"
    let group =
      "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>8000000</OrgnlCtrlSum><GrpSts>RJCT</GrpSts>"
    for parts in ["", part(""), part("<PmtInfSts>RJCT</PmtInfSts>")] {
      let found = try entries(report(group + why, parts))
      #expect(found.count == 1 && found[0].details.endToEnd == nil)
      #expect(found[0].details.order == Self.order)
      guard !parts.contains("PmtInfSts") else { continue }
      #expect(found[0].amount == 8_000_000 && found[0].details.reason == "B01")
      #expect(found[0].details.text == "FF01 syntax")
    }
  }

  @Test func `a part of an order is rejected that the bank otherwise accepts`() throws {
    let why = """
      <StsRsnInf><Orgtr><Nm>Bank</Nm></Orgtr><Rsn><Cd>DT01</Cd></Rsn><AddtlInf>Sai ngày</AddtlInf>\
      <AddtlInf>chi trả</AddtlInf></StsRsnInf><StsRsnInf><AddtlInf>xin gửi lại</AddtlInf></StsRsnInf>
      """
    let head =
      "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>7402200.00</OrgnlCtrlSum>"
      + "<PmtInfSts>RJCT</PmtInfSts>" + why
      + "<NbOfTxsPerSts><DtldNbOfTxs>2</DtldNbOfTxs><DtldSts>RJCT</DtldSts></NbOfTxsPerSts>"
    // Some banks repeat what the part is as if it were a payment of it, without an id.
    for payments in ["", payment("", nil, amount: 7_402_200, why: "")] {
      let found = try entries(report("<GrpSts>ACCP</GrpSts>", part(head, payments)))
      #expect(found.map(\.amount) == [7_402_200])
      #expect(found[0].details.reason == "DT01")
      #expect(found[0].details.text == "Sai ngày chi trả xin gửi lại")
    }
  }

  @Test func `a status holds for the payments below it that say none`() throws {
    let payments = payment(id(Self.an), nil) + payment(id(Self.binh), nil, amount: 3_000_000)
    for (group, head) in [
      ("<GrpSts>PART</GrpSts>", "<PmtInfSts>RJCT</PmtInfSts>"), ("<GrpSts>RJCT</GrpSts>", ""),
    ] {
      let found = try entries(report(group, part(head, payments)))
      #expect(found.map(\.details.endToEnd) == [Self.an, Self.binh])
      #expect(found.map(\.amount) == [5_000_000, 3_000_000])
    }
    #expect(try entries(report("<GrpSts>ACSC</GrpSts>", part("", payments))).isEmpty)
  }

  @Test func `of an order that is rejected whole the payments that are not listed are told too`()
    throws
  {
    let count = "<OrgnlNbOfTxs>3</OrgnlNbOfTxs><OrgnlCtrlSum>20000000</OrgnlCtrlSum>"
    for (group, head) in [
      (count + "<GrpSts>RJCT</GrpSts>", ""),
      ("<GrpSts>PART</GrpSts>", count + "<PmtInfSts>RJCT</PmtInfSts>"),
    ] {
      let found = try entries(report(group, part(head, payment(id(Self.an)))))
      #expect(found.map(\.amount) == [5_000_000, 15_000_000])
      #expect(found[1].details.endToEnd == nil && found[1].details.order == Self.order)
    }
  }

  @Test func `a payment without its end-to-end id is found by what else names it`() throws {
    let instruction = "<OrgnlInstrId>\(Self.an)</OrgnlInstrId>"
    let text = "<RmtInf><Ustrd>BHXH chi tra</Ustrd><Ustrd>\(Self.an)</Ustrd></RmtInf>"
    for payment in [
      payment(instruction), payment(instruction + id("NOTPROVIDED")),
      payment("<OrgnlInstrId>77</OrgnlInstrId>" + id("88"), more: text), payment("", more: text),
      payment("", amount: nil, more: text),
    ] {
      let found = try entries(report("<GrpSts>PART</GrpSts>", part("", payment)))
      #expect(found.map(\.details.endToEnd) == [Self.an])
    }
    let foreign = try entries(
      report("<GrpSts>PART</GrpSts>", part("", payment("<OrgnlInstrId>INSTR-7</OrgnlInstrId>"))))
    #expect(foreign.map(\.details.endToEnd) == ["INSTR-7"])
    #expect(foreign[0].details.obligation == nil)
  }

  @Test func `an amount in another element, a cancelled payment, and a receipt are read`() throws {
    let equivalent = payment(
      id(Self.an), "CANC", amount: nil,
      more: "<Amt><EqvtAmt><Amt Ccy=\"VND\">5000000</Amt><CcyOfTrf>VND</CcyOfTrf></EqvtAmt></Amt>")
    #expect(
      try entries(report("<GrpSts>PART</GrpSts>", part("", equivalent))).map(\.amount)
        == [5_000_000])
    for status in ["ACTC", "ACCP", "ACSP", "ACSC", "PDNG", "RCVD"] {
      #expect(try entries(report("<GrpSts>\(status)</GrpSts>")).isEmpty)
    }
  }

  @Test func `what cannot be told is refused`() throws {
    let counted =
      "<GrpSts>PART</GrpSts><NbOfTxsPerSts><DtldNbOfTxs>2</DtldNbOfTxs><DtldSts>RJCT</DtldSts>"
      + "</NbOfTxsPerSts>"
    let one = payment(id(Self.an))
    for (text, code) in [
      (report(counted, part("", one)), Code.statementControlSum),
      (report("", part(counted, one)), .statementControlSum),
      (report("<GrpSts>PART</GrpSts>"), .statementFieldMissing),
      (report("<GrpSts>PART</GrpSts>", part("", payment(""))), .statementFieldMissing),
      (
        report("<GrpSts>PART</GrpSts>", part("", one + payment(id(Self.an), "PDNG"))),
        .statementReferenceTwice
      ), (report("<GrpSts>PART</GrpSts>", part("", one + one)), .statementReferenceTwice),
      (report("<GrpSts>RJCT</GrpSts>", name: "pain.008.001.02"), .statementUnknown),
      (
        report(
          "<GrpSts>PART</GrpSts>",
          part("", payment(id(Self.an)).replacing("VND", with: "USD"))
        ),
        .statementCurrency
      ),
    ] {
      let (file, diagnosis) = StatementReaderTests.read(text)
      #expect(file == nil)
      #expect(diagnosis.diagnostics.map(\.code) == [code], "\(diagnosis)")
    }
  }
}
