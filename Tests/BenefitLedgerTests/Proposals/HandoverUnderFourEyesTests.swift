import Foundation
import Testing

@testable import BenefitLedger

/// What is left at a closed site moves if one person asks and an approver agrees.
@Suite struct HandoverUnderFourEyesTests {
  private let books: FourEyesBooks

  /// 9.000.000 đ of cash at 79-S1, which closes at the end of October.
  init() throws {
    books = try FourEyesBooks()
    try books.book(.advance, "unit,fund,amount\n79-S1,retirement,9000000\n")
    try books.units("79-S1,Điểm chi trả số 1,site,79-C01,,2026-10-31,,79-S2\n", by: "lan")
  }

  private func cash(_ site: String) throws -> Int64 {
    try books.ledger.siteStatement(try #require(UnitCode(site))).accounts
      .first { $0.account.hasPrefix("advance/retirement") }?.closing ?? 0
  }

  @Test func `one asks for it, nothing moves, and an approver agrees`() throws {
    let asked = try books.transfer(by: "lan")
    #expect(asked.receipts.isEmpty && asked.proposal?.proposal.user == "lan")
    #expect(asked.proposal?.proposal.subject == .handover)
    #expect(try cash("79-S1") == 9_000_000 && cash("79-S2") == 0)
    #expect(code { try books.transfer(by: "lan") } == .otherPersonNeeded)
    let agreed = try books.transfer(by: "minh")
    #expect(agreed.proposal == nil && agreed.receipts.map(\.total) == [9_000_000])
    #expect(try cash("79-S1") == 0 && cash("79-S2") == 9_000_000)
    let header = try books.ledger.batch(2).batch.header
    #expect(header.event == .handover && header.maker == "lan")
    #expect(header.control.approvers == "minh" && header.control.reason == "QD 12")
    #expect(header.control.submission == asked.proposal?.proposal.record)
    let again = try books.transfer(by: "thu")
    #expect(again.receipts.map(\.alreadyPosted) == [true] && again.proposal == nil)
    try books.expectIntact()
  }

  @Test func `two clerks, or a clerk and a controller, cannot`() throws {
    try books.transfer(by: "lan")
    #expect(try books.transfer(by: "nga").proposal != nil)
    #expect(try books.transfer(by: "hoa").proposal != nil)
    #expect(code { try books.transfer(by: nil) } == .keyMissing)
    #expect(code { try books.transfer(by: "tam") } == .roleNotAllowed)
    #expect(code { try books.transfer(by: "quan") } == .roleNotAllowed)
    #expect(try cash("79-S1") == 9_000_000)
    #expect(try books.ledger.batches().count == 1)
    try books.expectIntact()
  }

  @Test func `another reason, day, or sum is another request`() throws {
    try books.transfer(by: "lan")
    #expect(try books.transfer(by: "minh", reason: "QD 13").proposal?.others.map(\.user) == ["lan"])
    #expect(try books.transfer(by: "minh", date: "2026-11-03").proposal != nil)
    try books.book(.advance, "unit,fund,amount\n79-S1,retirement,1000000\n", name: "more.csv")
    #expect(try books.transfer(by: "minh").proposal?.proposal.user == "minh")
    #expect(try cash("79-S1") == 10_000_000)
    #expect(try books.transfer(by: "thu").receipts.map(\.total) == [10_000_000])
    // What nobody can agree to any more is not named to who asks next.
    try books.book(.advance, "unit,fund,amount\n79-S1,retirement,5\n", name: "late.csv")
    #expect(try books.transfer(by: "thu").proposal?.others.isEmpty == true)
    try books.expectIntact()
  }

  @Test func `what persons are owed is submitted first`() throws {
    try books.book(.due, FourEyesBooks.due([Person.an]))
    let first = try books.transfer(by: "lan")
    #expect(first.receipts.map(\.state) == [.submitted] && first.proposal == nil)
    // An approver makes no list.
    #expect(code { try books.transfer(by: "minh") } == .roleNotAllowed)
    try books.approve(try #require(first.receipts.first?.submission))
    #expect(try books.transfer(by: "lan").proposal != nil)
    #expect(try books.transfer(by: "minh").receipts.last?.event == .handover)
    #expect(try cash("79-S1") == 0)
    try books.expectIntact()
  }

  @Test func `a dry run needs no key and asks for nothing`() throws {
    let answer = try books.transfer(by: nil, isDryRun: true)
    #expect(answer.receipts.map(\.state) == [.checked] && answer.proposal == nil)
    #expect(try books.integer("SELECT count(*) FROM proposal") == 0)
  }

  @Test func `whoever was revoked since asks for nothing any more`() throws {
    try books.transfer(by: "lan")
    _ = try books.ledger.revokeUser("lan", reason: "left", by: books.keys["quan"])
    #expect(try books.transfer(by: "minh").proposal?.proposal.user == "minh")
    // Not even with another key.
    try books.add("lan", .clerk)
    #expect(try books.transfer(by: "thu").receipts.map(\.total) == [9_000_000])
    #expect(try books.ledger.batch(2).batch.header.maker == "minh")
    try books.expectIntact()
  }

  static let changes = [
    "UPDATE batch SET approvers = NULL, submission_record_no = NULL WHERE batch_no = 2",
    "UPDATE batch SET approvers = 'thu' WHERE batch_no = 2",
    "UPDATE batch SET maker = 'nga' WHERE batch_no = 2",
    "UPDATE batch SET reason = 'QD 13' WHERE batch_no = 2",
    "UPDATE batch SET business_date = 20261103 WHERE batch_no = 2",
    "UPDATE batch SET file_sha256 = zeroblob(32) WHERE batch_no = 2",
    "UPDATE batch SET merkle_root = zeroblob(32) WHERE batch_no = 2",
    "UPDATE proposal SET subject = 'year-end'",
    "DELETE FROM proposal WHERE agrees_to_record_no IS NOT NULL",
    "UPDATE proposal SET request_digest = zeroblob(32)",
  ]

  @Test(arguments: changes)
  func `a hand-over that is not what two agreed to is found`(_ sql: String) throws {
    try books.transfer(by: "lan")
    try books.transfer(by: "minh")
    try books.expectIntact()
    try books.edit(sql)
    let verification = try books.ledger.verify()
    #expect(
      verification.kinds.contains(.submissionDiffers),
      "\(sql)\n\(verification.findings.map(\.message))")
  }

  @Test func `the schema takes no hand-over that nobody agreed to`() throws {
    try books.transfer(by: "lan")
    try books.transfer(by: "minh")
    #expect(
      try books.refusal(
        of: """
          CREATE TEMP TABLE next AS SELECT * FROM batch WHERE batch_no = 2;
          UPDATE next SET batch_no = 3, previous_seal = seal, seal = randomblob(32),
            first_voucher_no = 3, reference = 'again', file_sha256 = randomblob(32),
            register_digest = (SELECT record_digest FROM record ORDER BY record_no DESC LIMIT 1),
            submission_record_no = NULL, approvers = NULL;
          INSERT INTO batch SELECT * FROM next
          """)?.contains("nobody agreed") == true)
  }
}
