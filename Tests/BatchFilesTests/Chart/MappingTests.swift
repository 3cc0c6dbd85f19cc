import LedgerCore
import Testing

@testable import BatchFiles

/// The ministry's numbers by day.
struct MappingTests {
  private func row(
    _ number: String, _ from: String, _ to: String? = nil, fund: String? = nil
  ) -> String {
    "[[mapping]]\naccount = \"payable\"\nnumber = \"\(number)\"\nregime = \"R\"\nfrom = \(from)\n"
      + (to.map { "to = \($0)\n" } ?? "") + (fund.map { "fund = \"\($0)\"\n" } ?? "")
  }

  @Test func `the number of a day is that of the fund, or else that of every fund`() throws {
    let chart = try #require(ChartSample.read(ChartSample.whole).chart)
    func number(_ fund: Fund, _ day: String) throws -> String? {
      chart.number(of: .payable, fund: fund, on: try #require(CivilDate(day)))?.number
    }
    #expect(try number(.retirement, "2017-12-31") == nil)
    #expect(try number(.retirement, "2018-01-01") == "334")
    #expect(try number(.retirement, "2024-12-31") == "334")
    #expect(try number(.retirement, "2025-01-01") == "3341")
    #expect(try number(.budget, "2199-12-31") == "334")
    #expect(
      chart.number(of: .bank, fund: .budget, on: try #require(CivilDate("2025-01-01"))) == nil)
  }

  @Test(arguments: [
    // A day shared, a stretch inside another, no end, the earlier row later in the file.
    (["1", "2025-01-01", "2025-06-30"], ["2", "2025-06-30", "2025-12-31"], 14),
    (["1", "2025-01-01", "2025-12-31"], ["2", "2025-02-01", "2025-03-01"], 14),
    (["1", "2025-01-01", ""], ["2", "2030-01-01", ""], 13),
    (["1", "2025-06-01", ""], ["2", "2025-01-01", "2025-06-01"], 8),
  ])
  func `an account has one number a day`(one: [String], other: [String], line: Int) {
    func text(_ row: [String]) -> String {
      self.row(row[0], row[1], row[2].isEmpty ? nil : row[2])
    }
    let outcome = ChartSample.read(text(one) + text(other))
    #expect(outcome.found == [Found(.chartMappingOverlap, line, 8)])
  }

  @Test func `what is inside a long mapping is found behind a short one`() {
    let outcome = ChartSample.read(
      row("1", "2025-01-01", "2025-12-31") + row("2", "2025-02-01", "2025-02-28")
        + row("3", "2025-06-01", "2025-06-30") + row("4", "2026-01-01"))
    #expect(outcome.found.map(\.code) == [.chartMappingOverlap, .chartMappingOverlap])
    #expect(outcome.messages.allSatisfy { $0.contains("the number 1 from 2025-01-01") })
  }

  @Test func `neighbours, other funds and one for every fund do not overlap`() {
    let text =
      row("1", "2025-01-01", "2025-06-30") + row("2", "2025-07-01")
      + row("3", "2025-01-01", fund: "budget") + row("4", "2025-01-01", fund: "health")
    #expect(ChartSample.read(text).found.isEmpty)
  }
}
