import BenefitLedger
import Foundation
import TestSupport
import Testing

/// Two ledgers with a row in nearly every table, to be edited behind the program's back.
enum EditedLedgers {
  /// Their bytes: one under the control of one person, one under four eyes.
  static let originals = Result { try [single(), fourEyes()] }

  /// One person posts: lists of every kind, corrections, holds, links, periods, cash, a bank.
  private static func single() throws -> Data {
    let books = try TestLedger()
    try books.post(.opening, "account,unit,fund,amount\nbank,,retirement,900000000\n")
    try books.post(
      .advance,
      "unit,fund,amount,document\n79-S1,retirement,50000000,UNC 1\n79-S2,retirement,20000000,\n")
    try books.post(
      .due,
      """
      person,benefit,month,amount,site,channel,account,name,document,reason
      \(Person.an),pension,2026-10,5000000,79-S1,cash,,Nguyễn Văn An,,
      \(Person.binh),pension,2026-10,6000000,79-S2,cash,,Trần Thị Bình,QD 1,late
      \(Person.chi),pension,2026-10,7000000,40-S1,bank,970436:0071000123456,Lê Chi,,
      \(Person.dung),pension,2026-10,8000000,79-S1,cash,,Phạm Dũng,,
      \(Person.dung),funeral,2026-10,9000000,79-S1,cash,,,,

      """)
    let head = "person,benefit,month,amount\n"
    try books.post(.paid, head + "\(Person.an),pension,2026-10,5000000\n")
    try books.post(
      .unpaid,
      head + "\(Person.binh),pension,2026-10,6000000\n\(Person.dung),pension,2026-10,8000000\n")
    try books.post(
      .reissued,
      "person,benefit,month,amount,site,channel\n\(Person.binh),pension,2026-10,6000000,79-S1,cash\n"
    )
    try books.post(.paid, head + "\(Person.an),pension,2026-10,5000000\n", undoing: "not his")
    try books.post(.advance, "unit,fund,amount\n79-S2,retirement,7000000\n")
    try books.reverse(8)
    try books.hold(
      "person,reason,from,to\n\(Person.chi),x,2026-11-01,\n\(Person.binh),y,2026-12-01,2026-12-31\n"
    )
    _ = try books.ledger.release(.number(1), reason: "back", from: try books.day("2026-12-01"))
    try books.link(Person.dung, Person.an)
    _ = try books.ledger.countCash(
      CashCountRequest(
        try #require(UnitCode("79-S1")), 5, on: try books.day(), reason: "found", maker: "lan"))
    try books.fundBank(5_000_000)
    try books.reconcile(
      StatementText(
        opening: 0, [StatementText.Entry(5_000_000), StatementText.Entry(-11_000)]
      ).camt053())
    try books.ledger.assign(
      exception: 1, to: "lan", RecordRequest(maker: "lan", date: try books.day("2026-10-07")))
    try books.take("79-S3,Điểm chi trả số 3,site,79-C01,2026-11-01,,,\n")
    try books.change(.softClose, "2026-08")
    try books.change(.close, "2026-08")
    try books.post(
      .due, TestLedger.dues([(Person.an, "2026-11"), (Person.binh, "2026-11")]), name: "nov.csv",
      envelope: Envelope(reference: "HCM-11"), today: "2026-11-05")
    return try bytes(of: books.ledger, in: books.folder)
  }

  /// Two persons: lists posted, open, rejected and agreed to twice, a chart, holds, a proposal.
  private static func fourEyes() throws -> Data {
    let books = try FourEyesBooks()
    try books.book(.due, FourEyesBooks.due([Person.an, Person.binh]))
    try books.book(.paid, TestLedger.list([Person.an]))
    try books.chart(9_000_000, by: "hoa")
    try books.chart(9_000_000, by: "minh")
    try books.hold("079160000099")
    try books.release(1, by: "lan")
    let rejected = try books.post(.due, FourEyesBooks.due([Person.chi]), name: "chi.csv")
    try books.reject(try #require(rejected.submission), by: "minh")
    try books.post(.paid, TestLedger.list([Person.binh]), name: "open.csv")
    let large = try books.post(
      .due, FourEyesBooks.due([Person.dung, Person.chi], amount: 3_000_000), name: "large.csv",
      by: "nga", thresholds: [1_000])
    try books.approve(try #require(large.submission), by: "hoa")
    let posted = ProfilePostingTests.cases[0]
    var request = PostingRequest(
      posted.event, [.memory(name: "sheet.csv", bytes: Array(posted.text.utf8))],
      today: try #require(CivilDate("2026-10-06")))
    request.key = books.keys["lan"]
    request.reading = try ProfilePostingTests.reading(posted)
    let read = try books.ledger.post(request).receipts.first
    #expect(read?.state == .submitted, "\(String(describing: read?.diagnosis))")
    return try bytes(of: books.ledger, in: books.folder)
  }

  private static func bytes(of ledger: Ledger, in folder: String) throws -> Data {
    let verification = try ledger.verify()
    #expect(verification.isIntact, "\(verification.findings)")
    try TamperedBooks.checkpoint(folder + "/ledger.db")
    return try Data(contentsOf: URL(filePath: folder + "/ledger.db"))
  }
}
