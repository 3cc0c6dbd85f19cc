import BenefitLedger
import Testing

/// Charts as agencies write them.
enum OwnChart {
  /// The beginning of every chart.
  static let head = "[chart]\nname = \"BHXH\"\nsource = \"A decision\"\n"

  /// An agency that keeps what came back and what heirs are owed each in the other's account, pays
  /// at agencies by bank, keeps all that it is owed in one account, and takes back the expense of a
  /// closed year into the fund.
  static let accounts =
    head
    + rule("unpaid", debit: "payable", credit: "heirs")
    + rule("returned", "channel = [\"cash\"]", debit: "advance", credit: "heirs")
    + rule(
      "returned", "channel = [\"bank\", \"agency\", \"employer\"]", debit: "bank", credit: "heirs")
    + rule(
      "paid", "from = \"unclaimed\"", "channel = [\"cash\"]", debit: "heirs", credit: "advance")
    + rule(
      "paid", "from = \"unclaimed\"", "channel = [\"bank\", \"agency\", \"employer\"]",
      debit: "heirs", credit: "bank")
    + rule("reissued", "channel = \"cash\"", debit: "heirs", credit: "advance")
    + rule(
      "reissued", "channel = [\"bank\", \"agency\", \"employer\"]", debit: "heirs", credit: "bank")
    + rule("cancelled", "from = \"unclaimed\"", debit: "heirs", credit: "expense")
    + rule(
      "cancelled", "from = \"unclaimed\"", "prior_year = true", debit: "heirs", credit: "fund")
    + rule("transferred", "from = \"unclaimed\"", debit: "heirs", credit: "heirs")
    + rule("inherited", "from = \"unclaimed\"", debit: "heirs", credit: "unclaimed")
    + rule("inherited", "from = \"due\"", debit: "payable", credit: "unclaimed")
    + rule(
      "paid", "from = \"inherited\"", "channel = \"cash\"", debit: "unclaimed", credit: "advance")
    + rule(
      "paid", "from = \"inherited\"", "channel = [\"bank\", \"agency\", \"employer\"]",
      debit: "unclaimed", credit: "bank")
    + rule("cancelled", "from = \"inherited\"", debit: "unclaimed", credit: "expense")
    + rule(
      "cancelled", "from = \"inherited\"", "prior_year = true", debit: "unclaimed",
      credit: "fund")
    + rule("transferred", "from = \"inherited\"", debit: "unclaimed", credit: "unclaimed")
    + rule("paid", "from = \"due\"", "channel = \"agency\"", debit: "payable", credit: "bank")
    + rule("shortage", debit: "receivable", credit: "advance")
    + rule("shortage-recovered", debit: "bank", credit: "receivable")

  /// A rule of a chart file.
  static func rule(_ event: String, _ keys: String..., debit: String, credit: String) -> String {
    (["", "[[rule]]", "event = \"\(event)\""] + keys
      + ["debit = \"\(debit)\"", "credit = \"\(credit)\"", ""]).joined(separator: "\n")
  }
}

extension TestLedger {
  /// Records a chart.
  @discardableResult
  func take(chart: String, reason: String = "a decision") throws -> ChartAnswer {
    let path = folder + "/new-chart.toml"
    try chart.write(toFile: path, atomically: true, encoding: .utf8)
    return try ledger.importChart(
      from: path, reason: reason, maker: "clerk", today: try #require(CivilDate(Self.today)))
  }
}
