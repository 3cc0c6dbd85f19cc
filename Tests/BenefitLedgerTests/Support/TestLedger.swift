import BenefitLedger
import Foundation
import Testing

/// A real ledger in a folder of its own, which goes away with it.
final class TestLedger: Sendable {
  let folder: String
  let ledger: Ledger

  /// The units every test ledger has: a province, a commune, three sites, an agency, and a site that
  /// closed at the end of 2025.
  static let units = """
    code,name,kind,parent,valid_from,valid_to
    VN,Việt Nam,nation,,,
    79,Thành phố Hồ Chí Minh,province,VN,,
    40,Tỉnh Nghệ An,province,VN,,
    79-C01,Phường Bến Nghé,commune,79,,
    79-S1,Điểm chi trả số 1,site,79-C01,,
    79-S2,Điểm chi trả số 2,site,79-C01,,
    40-S1,Điểm chi trả Vinh,site,40,,
    79-A,Bảo hiểm xã hội thành phố,agency,79,,
    79-OLD,Điểm chi trả cũ,site,79-C01,2000-01-01,2025-12-31

    """

  init(units: String = TestLedger.units, chart: String? = nil) throws {
    folder = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let sites = folder + "/sites.csv"
    try units.write(toFile: sites, atomically: true, encoding: .utf8)
    let chartFile = chart == nil ? nil : folder + "/chart.toml"
    if let chart, let chartFile {
      try chart.write(toFile: chartFile, atomically: true, encoding: .utf8)
    }
    let made = try Ledger.create(at: folder + "/ledger.db", sites: sites, chart: chartFile)
    #expect(made.diagnosis.total == 0, "\(made.diagnosis)")
    ledger = try Ledger.open(folder + "/ledger.db")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The business date of tests that do not say another.
  static let today = "2026-10-05"

  /// Posts bytes made in memory, on the fifth of October 2026 unless said otherwise.
  @discardableResult
  func post(
    _ event: Event, _ text: String, name: String = "list.csv", envelope: Envelope = Envelope(),
    today: String = TestLedger.today, dryRun: Bool = false, undoing reason: String? = nil
  ) throws -> Receipt {
    let answer = try post(
      event, [(name, text)], envelope: envelope, today: today, dryRun: dryRun, undoing: reason)
    if let failure = answer.failure { throw failure }
    return try #require(answer.receipts.first)
  }

  /// Posts several files in one call.
  func post(
    _ event: Event, _ files: [(name: String, text: String)], envelope: Envelope = Envelope(),
    today: String = TestLedger.today, dryRun: Bool = false, undoing reason: String? = nil
  ) throws -> PostingAnswer {
    let date = try #require(CivilDate(today))
    var request = PostingRequest(
      event, files.map { .memory(name: $0.name, bytes: Array($0.text.utf8)) }, envelope: envelope,
      maker: "clerk", today: date)
    request.isDryRun = dryRun
    request.isCorrection = reason != nil
    request.reason = reason
    return try ledger.post(request)
  }

  /// Undoes a batch as a whole.
  @discardableResult
  func reverse(
    _ batch: Int64, reason: String = "wrong list", period: Month? = nil, dryRun: Bool = false
  ) throws -> Receipt {
    var request = ReversalRequest(
      batch: batch, reason: reason, maker: "clerk", date: try #require(CivilDate(Self.today)))
    request.period = period
    request.isDryRun = dryRun
    return try #require(try ledger.reverse(request).receipts.first)
  }

  /// The balance of an account, debit less credit, in đồng; 0 if nothing was ever posted to it.
  ///
  /// `CODE/FUND` of an account that is kept per unit is that of all units.
  func balance(_ account: String) throws -> Int64 {
    let isWhole = account.split(separator: "/").count == 2
    return try ledger.trialBalance(by: isWhole ? .chart : .unit).rows
      .first { $0.account == account }.map { Int64($0.balance) } ?? 0
  }

  /// Makes one pension of 5.000.000 đ due to each person, in cash at a site.
  @discardableResult
  func due(_ persons: [String], site: String = "79-S1", amount: Int64 = 5_000_000) throws -> Receipt
  {
    let rows = persons.map { "\($0),pension,2026-10,\(amount),\(site),cash\n" }
    return try post(.due, "person,benefit,month,amount,site,channel\n" + rows.joined())
  }

  /// A list of a later step for pensions of 5.000.000 đ.
  static func list(_ persons: [String], amount: Int64 = 5_000_000) -> String {
    "person,benefit,month,amount\n"
      + persons.map { "\($0),pension,2026-10,\(amount)\n" }.joined()
  }
}

/// Persons made up for tests.
enum Person {
  static let an = "079060000011"
  static let binh = "079160000022"
  static let chi = "040170000033"
  /// One with a 10-digit social insurance number.
  static let dung = "7911223344"
}

extension Receipt {
  /// The codes of what is wrong, in file order.
  var codes: [Code] { diagnosis.diagnostics.map(\.code) }
}
