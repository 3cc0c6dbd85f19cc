import BenefitLedger
import Foundation
import Testing

extension TestLedger {
  /// Writes a file into the ledger's folder and says where it is.
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// Takes in a list of persons who are not payable.
  @discardableResult
  func hold(_ rows: String, name: String = "held.csv", kind: HoldKind = .suspended) throws
    -> RecordAnswer
  {
    try ledger.importHolds(
      from: try file(name, rows), kind: kind, RecordRequest(maker: "clerk", date: try day()))
  }

  /// Links two numbers of one person.
  @discardableResult
  func link(_ old: String, _ new: String) throws -> LinksAnswer {
    try ledger.linkNumbers(
      try number(old), try number(new), reason: "new card",
      RecordRequest(maker: "clerk", date: try day()))
  }

  /// Takes in a list of deaths on the fifth of October 2026.
  func deaths(_ rows: String, name: String = "deaths.csv", dryRun: Bool = false) throws
    -> DeathAnswer
  {
    var request = DeathRequest(path: try file(name, rows), maker: "clerk", today: try day())
    request.isDryRun = dryRun
    return try ledger.recordDeaths(request)
  }

  /// Posts a `due` list whose held rows are left out.
  func postLeavingOut(
    _ text: String, report: String? = nil, envelope: Envelope = Envelope(), dryRun: Bool = false,
    in language: Language = .en
  ) throws -> PostingAnswer {
    var request = PostingRequest(
      .due, [.memory(name: folder + "/due.csv", bytes: Array(text.utf8))], envelope: envelope,
      maker: "clerk", today: try day())
    request.heldRows = .leftOut
    request.heldReport = report
    request.isDryRun = dryRun
    request.language = language
    return try ledger.post(request)
  }

  /// Pensions of 5.000.000 đ that become due in cash at the first site.
  static func dues(_ rows: [(person: String, month: String)]) -> String {
    "person,benefit,month,amount,site,channel\n"
      + rows.map { "\($0.person),pension,\($0.month),5000000,79-S1,cash\n" }.joined()
  }

  /// A later step of pensions of 5.000.000 đ.
  static func steps(_ rows: [(person: String, month: String)]) -> String {
    "person,benefit,month,amount\n"
      + rows.map { "\($0.person),pension,\($0.month),5000000\n" }.joined()
  }

  /// The states of a person's pensions, by month.
  func states(_ person: String) throws -> [String: ObligationState] {
    let statement = try ledger.personStatement(try number(person))
    return Dictionary(
      statement.obligations.map { ($0.month.description, $0.state) }, uniquingKeysWith: { $1 })
  }

  /// The balance of an account of the retirement fund, all units together: debits less credits.
  func balance(_ account: ChartCode) throws -> Int64 {
    try ledger.trialBalance().rows.first { $0.account == "\(account.code)/retirement" }
      .map { Int64($0.balance) } ?? 0
  }

  func number(_ text: String) throws -> PersonNumber { try #require(PersonNumber(text)) }

  func day(_ text: String = TestLedger.today) throws -> CivilDate { try #require(CivilDate(text)) }
}
