import Foundation
import Testing

@testable import BenefitLedger

extension FourEyesBooks {
  /// The day of tests that do not say another.
  func today() throws -> CivilDate { try #require(CivilDate(TestLedger.today)) }

  /// Writes a file into the ledger's folder and says where it is.
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// Who writes a record of the register.
  func record(by user: String?) throws -> RecordRequest {
    var request = RecordRequest(maker: "somebody", date: try today())
    request.key = user.flatMap { keys[$0] }
    return request
  }

  /// A chart that holds every pension from a sum on.
  static func chart(limit: Int64) -> String {
    OwnChart.head
      + "[[limit]]\nbenefit = \"pension\"\nfrom = \"2000-01\"\nhold = \(limit)\n"
      + "source = \"A decision\"\n"
  }

  /// Asks for a chart, or agrees to it.
  @discardableResult
  func chart(_ limit: Int64 = 1_000, by user: String?, reason: String = "Decision 7") throws
    -> ChartAnswer
  {
    try ledger.importChart(
      from: try file("chart-\(limit).toml", Self.chart(limit: limit)), reason: reason,
      key: user.flatMap { keys[$0] }, maker: "somebody", today: try today())
  }

  /// Holds a person.
  @discardableResult
  func hold(_ person: String, by user: String? = "lan", from: String = "2026-01-01") throws
    -> RecordAnswer
  {
    try ledger.addHold(
      of: try #require(PersonNumber(person)), kind: .inspection, reason: "a letter",
      from: try #require(CivilDate(from)), to: nil, record(by: user))
  }

  /// Asks for the release of a hold, or agrees to it.
  @discardableResult
  func release(
    _ hold: Int64 = 1, by user: String?, reason: String = "nothing found",
    from: String = "2026-10-01"
  ) throws -> RecordAnswer {
    try ledger.release(
      .number(hold), reason: reason, from: try #require(CivilDate(from)), record(by: user))
  }

  /// Takes in rows of units.
  @discardableResult
  func units(_ rows: String, by user: String?, isDryRun: Bool = false) throws -> UnitsAnswer {
    try ledger.importUnits(
      from: try file("units.csv", TestLedger.unitColumns + rows), isDryRun: isDryRun,
      key: user.flatMap { keys[$0] }, today: try today())
  }

  /// Links two numbers of one person.
  @discardableResult
  func link(by user: String?) throws -> LinksAnswer {
    try ledger.linkNumbers(
      try #require(PersonNumber(Person.an)), try #require(PersonNumber(Person.dung)),
      reason: "new card", record(by: user))
  }

  /// Closes 79-S1, moves its balances to 79-S2 as somebody asks, or agrees.
  @discardableResult
  func transfer(
    by user: String?, reason: String = "QD 12", date: String = "2026-11-02", isDryRun: Bool = false
  ) throws -> PostingAnswer {
    let sites = try ["79-S1", "79-S2"].map { try #require(UnitCode($0)) }
    var request = SiteTransferRequest(
      from: sites[0], to: sites[1], reason: reason,
      maker: "somebody", date: try #require(CivilDate(date)))
    request.key = user.flatMap { keys[$0] }
    request.isDryRun = isDryRun
    return try ledger.transferSite(request)
  }

  /// Changes a period, long after it ended.
  @discardableResult
  func change(
    _ change: PeriodRequest.Change, _ period: String, by user: String, reason: String? = nil
  ) throws -> PeriodAnswer {
    var request = PeriodRequest(
      change, try #require(Month(period)), reason: reason, date: try today())
    request.key = keys[user]
    return try ledger.change(request)
  }

  /// Asks for a year end, or agrees to it.
  @discardableResult
  func closeYear(_ year: Int, by user: String?, date: String? = nil) throws -> YearEndAnswer {
    var request = YearEndRequest(
      year: year, maker: "somebody", date: date.flatMap { CivilDate($0) }, today: try today())
    request.key = user.flatMap { keys[$0] }
    return try ledger.closeYear(request)
  }

  /// Contributions of a day, submitted and approved.
  func contribute(_ amount: Int64, on day: String) throws {
    let list = "unit,fund,amount\n79,retirement,\(amount)\n"
    let receipt = try post(.contribution, [("contribution.csv", list)], today: day).receipts.first
    let posted = try approve(try #require(receipt?.submission, "\(receipt?.codes ?? [])"))
    #expect(posted.state == .posted)
  }

  /// Says that nothing is wrong with the ledger.
  func expectIntact(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let verification = try ledger.verify()
    #expect(
      verification.isIntact, "\(verification.findings.map(\.message))",
      sourceLocation: sourceLocation)
  }
}
