import BenefitLedger
import Testing

extension TestLedger {
  /// The columns of a file of units.
  static let unitColumns = "code,name,kind,parent,valid_from,valid_to,formerly,successor\n"

  /// Takes in rows of units.
  @discardableResult
  func units(_ rows: String, isDryRun: Bool = false) throws -> UnitsAnswer {
    let path = folder + "/units.csv"
    try (Self.unitColumns + rows).write(toFile: path, atomically: true, encoding: .utf8)
    return try ledger.importUnits(from: path, isDryRun: isDryRun)
  }

  /// Takes in rows of units that have no mistake.
  @discardableResult
  func take(_ rows: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> UnitsAnswer
  {
    let answer = try units(rows)
    #expect(
      answer.diagnosis.total == 0, "\(answer.diagnosis.diagnostics)",
      sourceLocation: sourceLocation)
    return answer
  }

  /// Makes a pension of October 2026 due at a site on a day.
  @discardableResult
  func due(_ person: String, _ amount: Int64, at site: String, on date: String) throws -> Receipt {
    try post(
      .due,
      "person,benefit,month,amount,site,channel\n\(person),pension,2026-10,\(amount),\(site),cash\n",
      envelope: Envelope(date: CivilDate(date)))
  }

  /// What is due by the units of a kind: `79: 5000000`.
  func due(by key: TotalsKey, tree: String? = nil) throws -> [String: Int64] {
    let report = try ledger.totals(
      TotalsQuery(
        by: [key], where: [try #require(TotalsFilter(.event, "due"))],
        tree: try tree.map { try #require(CivilDate($0)) }))
    return Dictionary(
      uniqueKeysWithValues: report.rows.map { ($0.values[0]?.description ?? "none", $0.amount) })
  }
}
