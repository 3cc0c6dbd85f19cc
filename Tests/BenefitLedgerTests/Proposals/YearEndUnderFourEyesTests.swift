import Foundation
import Testing

@testable import BenefitLedger

/// A year end is proposed by one person and agreed to by an approver.
@Suite struct YearEndUnderFourEyesTests {
  private let books: FourEyesBooks

  /// 2025: 1.000 đ of contributions in December.
  init() throws {
    books = try FourEyesBooks()
    try books.contribute(1_000, on: "2025-12-05")
  }

  private func balance(_ account: String) throws -> Int64 {
    try books.ledger.trialBalance(period: Month("2025-12")).rows
      .first { $0.account == account }.map { Int64($0.balance) } ?? 0
  }

  @Test func `one asks for a year end and an approver agrees`() throws {
    let asked = try books.closeYear(2025, by: "hoa")
    #expect(asked.proposal?.proposal.user == "hoa" && !asked.isChanged && asked.state == .open)
    #expect(asked.receipt == nil)
    #expect(try books.ledger.batches().count == 1)
    #expect(try balance("income/retirement") == -1_000)
    #expect(code { try books.closeYear(2025, by: "hoa") } == .otherPersonNeeded)
    let agreed = try books.closeYear(2025, by: "minh")
    #expect(agreed.proposal == nil && agreed.isChanged && agreed.state == .closed)
    #expect(agreed.receipt?.total == 1_000)
    let header = try books.ledger.batch(2).batch.header
    #expect(header.maker == "hoa" && header.control.approvers == "minh")
    #expect(header.control.submission == asked.proposal?.proposal.record)
    #expect(try balance("income/retirement") == 0)
    #expect(try balance("fund/retirement") == -1_000)
    let again = try books.closeYear(2025, by: "thu")
    #expect(!again.isChanged && again.receipt?.batch == 2 && again.proposal == nil)
    try books.expectIntact()
  }

  @Test func `what is posted meanwhile is in no year end that was proposed before`() throws {
    try books.closeYear(2025, by: "hoa")
    try books.contribute(500, on: "2025-12-20")
    let other = try books.closeYear(2025, by: "minh")
    #expect(other.proposal?.proposal.user == "minh")
    #expect(other.proposal?.others.isEmpty == true, "what hoa asked for has lapsed")
    #expect(try books.ledger.batches().count == 2)
    #expect(try books.closeYear(2025, by: "thu").receipt?.total == 1_500)
    try books.expectIntact()
  }

  @Test func `a year end is undone by a submission, and closed again by two`() throws {
    try books.closeYear(2025, by: "hoa")
    try books.closeYear(2025, by: "minh")
    var order = ReversalRequest(
      batch: 2, reason: "a contribution is missing", date: try books.today())
    order.key = books.keys["lan"]
    let submitted = try #require(try books.ledger.reverse(order).receipts.first)
    #expect(submitted.state == .submitted)
    #expect(try books.approve(try #require(submitted.submission)).total == -1_000)
    #expect(try balance("income/retirement") == -1_000)
    // The agreement of then was for one time, although the same is asked for.
    #expect(try books.closeYear(2025, by: "minh").proposal?.proposal.user == "minh")
    #expect(try books.closeYear(2025, by: "thu").receipt?.batch == 4)
    #expect(try balance("fund/retirement") == -1_000)
    try books.expectIntact()
  }

  @Test func `a year without anything to carry is closed like a month`() throws {
    let answer = try books.closeYear(2024, by: "hoa")
    #expect(answer.proposal == nil && answer.isChanged && answer.receipt == nil)
    try books.expectIntact()
  }

  @Test func `the way out of a December that was closed before its year`() throws {
    let closed = try books.change(.close, "2025-12", by: "hoa")
    #expect(closed.yearToClose == 2025)
    #expect(code { try books.closeYear(2025, by: "hoa") } == .periodOtherState)
    #expect(
      try books.change(.reopen, "2025-12", by: "hoa", reason: "the year end").state
        == .reopenRequested)
    #expect(code { try books.closeYear(2025, by: "minh") } == .periodOtherState)
    #expect(
      try books.change(.reopen, "2025-12", by: "minh", reason: "the year end").state == .open)
    #expect(try books.closeYear(2025, by: "hoa").proposal != nil)
    #expect(try books.closeYear(2025, by: "minh").receipt?.total == 1_000)
    try books.expectIntact()
  }

  static let changes = [
    "UPDATE batch SET approvers = NULL, submission_record_no = NULL WHERE batch_no = 2",
    "UPDATE batch SET approvers = NULL WHERE batch_no = 2",
    "UPDATE batch SET approvers = 'thu' WHERE batch_no = 2",
    "UPDATE batch SET maker = 'lan' WHERE batch_no = 2",
    "UPDATE batch SET submission_record_no = NULL WHERE batch_no = 2",
    "UPDATE batch SET business_date = 20251230 WHERE batch_no = 2",
    "UPDATE batch SET merkle_root = zeroblob(32) WHERE batch_no = 2",
    "UPDATE batch SET register_digest = (SELECT record_digest FROM record WHERE record_no = 10) "
      + "WHERE batch_no = 2",
    "DELETE FROM proposal WHERE agrees_to_record_no IS NOT NULL",
    "UPDATE proposal SET request_digest = zeroblob(32)",
  ]

  @Test(arguments: changes)
  func `a year end that is not what two agreed to is found`(_ sql: String) throws {
    try books.closeYear(2025, by: "hoa")
    try books.closeYear(2025, by: "minh")
    try books.expectIntact()
    try books.edit(sql)
    let verification = try books.ledger.verify()
    #expect(
      verification.kinds.contains(.submissionDiffers),
      "\(sql)\n\(verification.findings.map(\.message))")
  }

  @Test func `an agreement to a year end that was never posted is found`() throws {
    try books.closeYear(2025, by: "hoa")
    try books.closeYear(2025, by: "minh")
    try books.edit("UPDATE batch SET event_id = 20 WHERE batch_no = 2")
    #expect(
      try books.ledger.verify().findings.contains {
        $0.kind == .submissionDiffers && $0.message.contains("no batch is it")
      })
  }
}
