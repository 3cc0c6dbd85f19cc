import BenefitLedger
import Foundation
import Testing

/// The bank order of a batch: what is still to be paid, and nothing else.
@Suite struct OrderTests {
  private let books: TestLedger

  init() throws { books = try TestLedger() }

  @Test func `an order has every bank payment of a due list`() throws {
    let due = try books.post(
      .due,
      """
      person,benefit,month,amount,site,channel,account
      \(Person.an),pension,2026-10,5000000,79-S1,bank,970415:105000000001
      \(Person.dung),pension,2026-09,6000000,79-S1,bank,970415:105000000002
      \(Person.binh),pension,2026-10,7000000,79-S1,cash,

      """)
    let order = try books.order(due.batch)
    #expect(order.count == 2 && order.total == 11_000_000 && order.fund == .retirement)
    let seal = try #require(due.seal)
    #expect(order.messageID == "BL-1-retirement-" + seal.description.prefix(8))
    #expect(order.execution.description == TestLedger.today)
    let text = try books.text("order.xml")
    #expect(text.contains("<EndToEndId>202610-\(Person.an)-pension-1</EndToEndId>"))
    #expect(text.contains("<EndToEndId>202609-\(Person.dung)-pension-1</EndToEndId>"))
    #expect(!text.contains(Person.binh))
    #expect(text.contains("<CreDtTm>2026-10-05T00:00:00</CreDtTm>"))
    let mode = try FileManager.default.attributesOfItem(atPath: order.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `the same batch makes the same bytes`() throws {
    let due = try books.dueByBank([(Person.an, 5_000_000), (Person.binh, 6_000_000)])
    _ = try books.order(due.batch, out: "1.xml")
    _ = try books.order(due.batch, out: "2.xml")
    #expect(try books.text("1.xml") == books.text("2.xml"))
  }

  @Test(arguments: ["", "  ", "\u{1}", "\u{200B}", "BHXH\u{7}", "BHXH\u{2028}", "-", "\u{FFFE}"])
  func `an order names who pays, because the schema of the standard takes no empty name`(
    _ name: String
  ) throws {
    let due = try books.dueByBank([(Person.an, 5_000_000)])
    let account = try #require(BankAccount("970436:0011004000001"))
    var request = OrderRequest(
      batch: try #require(due.batch), debtorName: name, debtorAccount: account)
    request.path = books.folder + "/order.xml"
    let error = try #require(throws: LedgerError.self) { try books.ledger.writeOrder(request) }
    #expect(error.code == .usage)
    #expect(!FileManager.default.fileExists(atPath: books.folder + "/order.xml"))
    request.debtorName = "Bảo hiểm xã hội “Nghệ An” & 1"
    #expect(try books.ledger.writeOrder(request).count == 1)
  }

  @Test func `what is paid, withheld, cancelled or held is not ordered`() throws {
    let due = try books.dueByBank([
      (Person.an, 5_000_000), (Person.binh, 6_000_000), (Person.chi, 7_000_000),
      (Person.dung, 8_000_000),
    ])
    let rows = "person,benefit,month,amount\n"
    try books.post(.cancelled, rows + "\(Person.binh),pension,2026-10,6000000\n")
    try books.post(.withheld, rows + "\(Person.dung),pension,2026-10,1000000\n")
    _ = try books.ledger.addHold(
      of: try books.number(Person.chi), kind: .deceased, reason: "died",
      from: books.day("2026-10-03"))
    let order = try books.order(due.batch)
    #expect(order.count == 2 && order.total == 12_000_000)
    #expect(order.notOpen == 1 && order.held == 1)
    // Whoever is held from the day after is still paid on the day.
    let earlier = try books.order(due.batch, out: "earlier.xml", on: "2026-10-02")
    #expect(earlier.count == 3 && earlier.total == 19_000_000 && earlier.held == 0)
  }

  @Test func `a due that was undone and became due again is ordered once`() throws {
    let first = try books.dueByBank([(Person.an, 5_000_000), (Person.binh, 6_000_000)])
    try books.post(
      .due, "person,benefit,month,amount\n\(Person.an),pension,2026-10,5000000\n",
      undoing: "wrong")
    let second = try books.dueByBank([(Person.an, 5_500_000)], name: "again.csv")
    #expect(try books.order(first.batch).total == 6_000_000)
    #expect(try books.order(second.batch, out: "second.xml").total == 5_500_000)
  }

  @Test func `money goes where the last transfer sends it`() throws {
    let due = try books.dueByBank([(Person.an, 5_000_000), (Person.binh, 6_000_000)])
    try books.post(
      .transferred,
      """
      person,benefit,month,amount,site,account
      \(Person.an),pension,2026-10,5000000,79-S2,970436:200000000009

      """)
    let order = try books.order(due.batch)
    #expect(order.total == 11_000_000)
    let text = try books.text("order.xml")
    #expect(text.contains("<MmbId>970436</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt>"))
    #expect(text.contains("<Id>200000000009</Id>") && !text.contains("<Id>1\(Person.an)</Id>"))
  }

  @Test func `a reissue is ordered while it stands`() throws {
    let due = try books.dueByBank([(Person.an, 5_000_000)])
    let rows = "person,benefit,month,amount\n\(Person.an),pension,2026-10,5000000\n"
    try books.post(.paid, rows)
    try books.post(.returned, rows)
    let reissued = try books.post(
      .reissued,
      """
      person,benefit,month,amount,account
      \(Person.an),pension,2026-10,5000000,970436:200000000009

      """)
    let order = try books.order(reissued.batch)
    #expect(order.count == 1 && order.total == 5_000_000)
    #expect(try books.text("order.xml").contains("<Id>200000000009</Id>"))
    #expect(throws: LedgerError.self) { try books.order(due.batch, out: "due.xml") }
    try books.post(.returned, rows, name: "again.csv", envelope: Envelope(reference: "again"))
    #expect(code { try books.order(reissued.batch, out: "late.xml") } == .orderNothingOpen)
  }

  @Test func `a fund pays from its own account`() throws {
    let due = try books.post(
      .due,
      """
      person,benefit,month,amount,site,channel,account
      \(Person.an),pension,2026-10,5000000,79-S1,bank,970415:105000000001
      \(Person.an),sickness,2026-10,300000,79-S1,bank,970415:105000000001

      """)
    #expect(code { try books.order(due.batch) } == .orderSeveralFunds)
    #expect(try books.order(due.batch, fund: .sickness).total == 300_000)
    #expect(
      try books.order(due.batch, fund: .retirement, out: "retirement.xml").total == 5_000_000)
    #expect(code { try books.order(due.batch, fund: .health, out: "h.xml") } == .orderNothingOpen)
  }

  @Test func `what cannot be ordered is refused, and no file is made`() throws {
    let due = try books.dueByBank([(Person.an, 5_000_000)])
    #expect(code { try books.order(99) } == .notFound)
    let paid = try books.post(.paid, TestLedger.list([Person.an]))
    #expect(code { try books.order(paid.batch) } == .orderBatchUnsuitable)
    #expect(code { try books.order(due.batch) } == .orderNothingOpen)
    try books.reverse(try #require(paid.batch))
    _ = try books.order(due.batch)
    #expect(code { try books.order(due.batch) } == .outputExists)
    try books.reverse(try #require(due.batch))
    #expect(code { try books.order(due.batch, out: "undone.xml") } == .orderBatchUnsuitable)
    #expect(code { try books.order(4, out: "undone.xml") } == .orderBatchUnsuitable)
    #expect(!FileManager.default.fileExists(atPath: books.folder + "/undone.xml"))
  }

  @Test func `an order says no more than the standard can`() throws {
    let books = try TestLedger(chart: "[chart]\nname = \"No limits\"\nsource = \"A test\"\n")
    let most: Int64 = 10_000_000_000_000_000
    let due = try books.dueByBank(
      (0..<100).map { ("0790600001\($0 < 10 ? "0" : "")\($0)", most) })
    #expect(code { try books.order(due.batch) } == .orderTooLarge)
  }
}
