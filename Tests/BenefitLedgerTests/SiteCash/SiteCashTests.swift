import Foundation
import LedgerCore
import LedgerStore
import Testing

@testable import BenefitLedger

/// The cash that should be at each site, and what is left over after the 25th.
@Suite struct SiteCashTests {
  private let books = Result { try TestLedger() }

  private func move(_ event: Event, _ amount: Int64, to site: String = "79-S1", on date: String)
    throws
  {
    try books.get().post(
      event, "unit,fund,amount\n\(site),retirement,\(amount)\n", name: "\(event)-\(date).csv",
      envelope: Envelope(date: CivilDate(date)))
  }

  private func cash(
    _ period: String? = nil, asAt: String? = nil, today: String
  ) throws -> [String] {
    let result = try books.get().ledger.reconcileTotals(
      period: period.flatMap { Month($0) }, asAt: asAt.flatMap { CivilDate($0) },
      today: try #require(CivilDate(today)))
    return result.cash.map {
      "\($0.site) \($0.opening) \($0.advance) \($0.paid) \($0.refund) \($0.other) \($0.cash) \($0.left)"
    }
  }

  /// Two months: 10 are advanced and 5 paid, 1 of it comes back; then 3 are refunded and 4 advanced.
  private func twoMonths() throws -> TestLedger {
    let books = try books.get()
    try move(.advance, 10_000_000, on: "2026-10-01")
    try move(.advance, 2_000_000, to: "79-S2", on: "2026-10-01")
    try books.due([Person.an, Person.binh], amount: 2_500_000)
    try books.post(.paid, TestLedger.list([Person.an, Person.binh], amount: 2_500_000))
    try books.post(.returned, TestLedger.list([Person.binh], amount: 2_500_000))
    try move(.refund, 2_000_000, to: "79-S2", on: "2026-10-28")
    try move(.refund, 3_000_000, on: "2026-11-03")
    try move(.advance, 4_000_000, on: "2026-11-01")
    return books
  }

  @Test func `advanced less paid less refunded is what should be there`() throws {
    _ = try twoMonths()
    #expect(
      try cash(today: "2026-11-22") == [
        "79-S1 0 14000000 2500000 3000000 0 8500000 4500000", "79-S2 0 2000000 0 2000000 0 0 0",
      ])
    #expect(
      try cash("2026-10", today: "2026-11-22").first
        == "79-S1 0 10000000 2500000 0 0 7500000 4500000")
    #expect(
      try cash("2026-11", today: "2026-11-22").first
        == "79-S1 7500000 4000000 0 3000000 0 8500000 0")
    #expect(try books.get().balance("advance/retirement/79-S1") == 8_500_000)
  }

  @Test func `money is left over only once the 25th is past`() throws {
    let ledger = try twoMonths().ledger
    func left(_ period: String?, _ day: String) throws -> [Int64] {
      try ledger.reconcileTotals(
        period: period.flatMap { Month($0) }, asAt: CivilDate(day)
      ).cashLeft.map(\.left)
    }
    #expect(try left("2026-10", "2026-10-25") == [])
    #expect(try left("2026-10", "2026-10-26") == [7_500_000, 2_000_000])
    #expect(try left("2026-10", "2026-10-31") == [7_500_000])
    #expect(try left(nil, "2026-10-25") == [])
    #expect(try left(nil, "2026-11-02") == [7_500_000])
    #expect(try left(nil, "2026-11-25") == [4_500_000])
    #expect(try left(nil, "2026-11-26") == [8_500_000])
    let asked = try ledger.reconcileTotals(asAt: CivilDate("2026-11-25"))
    #expect(asked.lastPayingDay == CivilDate("2026-10-25") && asked.agrees)
  }

  @Test func `what was undone does not count, and a shortage is said apart`() throws {
    let books = try twoMonths()
    try books.reverse(8)
    try move(.shortage, 500_000, on: "2026-11-05")
    #expect(
      try cash(today: "2026-11-10").first
        == "79-S1 0 10000000 2500000 3000000 -500000 4000000 4000000")
  }

  /// Counts cash at a site on the fifth of November.
  private func count(
    _ amount: Int64, at site: String = "79-S1", on date: String = "2026-11-05",
    reason: String? = nil
  ) throws -> CashCountAnswer {
    try books.get().ledger.countCash(
      CashCountRequest(
        try #require(UnitCode(site)), amount, on: CivilDate(date), reason: reason,
        maker: "lan", today: try #require(CivilDate("2026-11-05"))))
  }

  @Test func `a count is kept with what the books said on its day`() throws {
    let books = try twoMonths()
    let first = try count(8_500_000)
    #expect(first.isNew && first.count.variance == 0 && first.count.batch == 8)
    let earlier = try count(7_400_000, on: "2026-10-31", reason: "a note was torn")
    #expect(earlier.count.expected == 7_500_000 && earlier.count.variance == -100_000)
    // The same count again is the same count.
    let again = try count(7_400_000, on: "2026-10-31", reason: "a note was torn")
    #expect(!again.isNew && again.count == earlier.count)
    let other = try count(0, at: "79-S2")
    #expect(try books.ledger.cashCounts() == [first, earlier, other].map(\.count))
    #expect(try books.ledger.cashCounts(of: UnitCode("79-S2")).map(\.record) == [5])
    #expect(try books.ledger.cashCounts(in: Month("2026-10")).map(\.record) == [4])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a count that is not what the books say needs a reason`() throws {
    let books = try twoMonths()
    #expect(code { try count(8_499_999) } == .cashVarianceUnexplained)
    #expect(code { try count(8_500_001) } == .cashVarianceUnexplained)
    #expect(code { try count(0, on: "2026-11-06") } == .cashCountInFuture)
    #expect(code { try count(0, at: "79") } == .cashCountElsewhere)
    #expect(code { try count(0, at: "79-X") } == .notFound)
    #expect(try books.ledger.cashCounts().isEmpty)
    #expect(try count(8_499_999, reason: "one đồng").count.variance == -1)
  }

  /// What somebody changes behind the program's back.
  @Test(arguments: [
    "UPDATE cash_count SET counted = counted + 1", "UPDATE cash_count SET reason = 'x'",
    "DELETE FROM cash_count", "UPDATE cash_count SET record_no = 1",
  ])
  func `a count that was changed is found`(_ sql: String) throws {
    let books = try twoMonths()
    _ = try count(1, reason: "stolen")
    try TamperedBooks.edit(books.folder + "/ledger.db", sql)
    #expect(try books.ledger.verify().kinds.contains(.registerChanged), "\(sql)")
  }

  @Test func `under four eyes a count is signed by whoever may do more than read`() throws {
    let books = try FourEyesBooks()
    func count(by user: String?) throws -> CashCountAnswer {
      var request = CashCountRequest(
        try #require(UnitCode("79-S1")), 0, on: CivilDate("2026-10-05"), maker: "somebody")
      request.key = user.flatMap { books.keys[$0] }
      return try books.ledger.countCash(request)
    }
    #expect(code { try count(by: nil) } == .keyMissing)
    #expect(code { try count(by: "tam") } == .roleNotAllowed)
    let answer = try count(by: "lan")
    #expect(answer.count.maker == "lan")
    #expect(try books.ledger.verify().isIntact)
    try books.edit("UPDATE record SET signature = zeroblob(64) WHERE record_kind_id = 13")
    #expect(try books.ledger.verify().kinds.contains(.signatureInvalid))
  }

  @Test func `a count that an auditor signed past the program is found`() throws {
    let books = try FourEyesBooks()
    let tam = try #require(books.keys["tam"])
    let date = try #require(CivilDate(TestLedger.today))
    try books.ledger.store.exclusively(wait: 5) {
      try books.ledger.store.write { transaction in
        _ = try transaction.appendRecord(.cashCount, date: date, maker: "tam", sign: tam.sign) {
          try transaction.execute(
            """
            INSERT INTO cash_count (record_no, unit_id, counted_on, counted, expected,
              known_batch_no)
            VALUES (?1, 5, 20261005, 0, 0, 0)
            """, [.integer($0)])
        }
      }
    }
    #expect(try books.ledger.verify().kinds == [.roleViolated])
  }
}
