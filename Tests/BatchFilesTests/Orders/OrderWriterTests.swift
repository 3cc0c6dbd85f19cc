import BatchFiles
import LedgerCore
import Testing

/// What a bank order looks like, and that it is what the standard says.
@Suite struct OrderWriterTests {
  private func order(_ version: OrderVersion, debtor: String = "BHXH Nghệ An") throws
    -> PaymentOrder
  {
    PaymentOrder(
      version: version, messageID: "BL-3-retirement-0123abcd",
      created: try #require(CivilDate("2026-10-01")),
      execution: try #require(CivilDate("2026-10-05")), count: 2, total: 11_000_000,
      debtorName: debtor, debtorAccount: try #require(BankAccount("970436:0011004000001")))
  }

  private func payment(
    _ amount: Int64, name: String?, benefit: Benefit = .pension
  ) throws -> OrderedPayment {
    OrderedPayment(
      reference: "202610-079060000011-pension-1", amount: amount,
      account: try #require(BankAccount("970415:105000000001")), name: name, benefit: benefit,
      month: try #require(Month("2026-10")))
  }

  private func written(_ version: OrderVersion, _ payments: [OrderedPayment]) throws -> [UInt8] {
    var writer = OrderWriter(try order(version))
    writer.begin()
    for payment in payments { writer.add(payment) }
    writer.end()
    return writer.bytes
  }

  @Test(arguments: OrderVersion.allCases)
  func `an order is what the standard says, element by element`(_ version: OrderVersion) throws {
    let bytes = try written(
      version,
      [
        payment(5_000_000, name: "Nguyễn Thị An"), payment(6_000_000, name: nil, benefit: .funeral),
      ])
    let root = try #require(XmlTree.read(bytes))
    #expect(OrderStructure.faults(root, version: version.rawValue) == [])
    #expect(root.attributes["xmlns"] == "urn:iso:std:iso:20022:tech:xsd:\(version.rawValue)")
    let info = try #require(root.child("CstmrCdtTrfInitn", "PmtInf"))
    let payments = info.children.filter { $0.name == "CdtTrfTxInf" }
    #expect(payments.count == 2)
    #expect(payments[0].child("PmtId", "EndToEndId")?.text == "202610-079060000011-pension-1")
    #expect(payments[0].child("Amt", "InstdAmt")?.text == "5000000")
    #expect(payments[0].child("Amt", "InstdAmt")?.attributes["Ccy"] == "VND")
    #expect(payments[0].child("Cdtr", "Nm")?.text == "Nguyễn Thị An")
    #expect(payments[0].child("CdtrAcct", "Id", "Othr", "Id")?.text == "105000000001")
    #expect(
      payments[0].child("CdtrAgt", "FinInstnId", "ClrSysMmbId", "MmbId")?.text == "970415")
    #expect(payments[0].child("Purp", "Cd")?.text == "PENS")
    #expect(payments[1].child("Cdtr") == nil)
    #expect(payments[1].child("Purp", "Cd")?.text == "SSBE")
    #expect(
      info.child("DbtrAgt", "FinInstnId", "ClrSysMmbId", "MmbId")?.text == "970436")
  }

  @Test func `a name is text, whatever is in it`() throws {
    let name = "<Nm>&\"'\u{FFFF}" + String(repeating: "ệ", count: 200)
    let root = try #require(XmlTree.read(try written(.v03, [payment(1, name: name)])))
    #expect(OrderStructure.faults(root, version: "pain.001.001.03") == [])
    let read = try #require(
      root.child("CstmrCdtTrfInitn", "PmtInf", "CdtTrfTxInf", "Cdtr", "Nm")?.text)
    #expect(read == "<Nm>&\"'" + String(repeating: "ệ", count: 132))
  }

  @Test func `the structure that is asked for would find a fault`() throws {
    let text = String(decoding: try written(.v03, [payment(5, name: "An")]), as: UTF8.self)
    for (part, other) in [
      ("<MsgId>BL-3-retirement-0123abcd</MsgId>", ""), ("<Ccy>VND</Ccy>", "<Ccy>USD</Ccy>"),
      ("<PmtMtd>TRF</PmtMtd>\n<BtchBookg>true</BtchBookg>", "<BtchBookg>true</BtchBookg>"),
      (
        "<CdtrAcct><Id><Othr><Id>105000000001</Id></Othr></Id></CdtrAcct>",
        "<CdtrAcct><Id>105000000001</Id></CdtrAcct>"
      ), ("<Purp><Cd>PENS</Cd></Purp>", "<Purp><Cd>PENSION</Cd></Purp>"),
    ] {
      #expect(text.contains(part))
      let root = try #require(XmlTree.read(Array(text.replacing(part, with: other).utf8)))
      #expect(OrderStructure.faults(root, version: "pain.001.001.03").count >= 1, "\(part)")
    }
  }
}
