import LedgerCore
import Testing

@testable import BatchFiles

/// Limits, parameters and approvals of a chart.
struct LimitTests {
  private func month(_ text: String) throws -> Month { try #require(Month(text)) }

  private func verdict(
    _ limits: AmountLimits, _ benefit: Benefit, _ month: String, _ amount: Int64
  ) throws -> AmountLimits.Verdict {
    limits.check(
      benefit: benefit.rawValue, month: try self.month(month).number, amount: amount)
  }

  @Test func `an amount equal to a limit is within it`() throws {
    let limits = AmountLimits(DefaultChart.chart)
    #expect(try verdict(limits, .pension, "2026-10", 25_000_000) == .fine)
    #expect(try verdict(limits, .pension, "2026-10", 25_000_001) == .warn)
    #expect(try verdict(limits, .pension, "2026-10", 200_000_000) == .warn)
    #expect(try verdict(limits, .pension, "2026-10", 200_000_001) == .hold)
    #expect(try verdict(limits, .pension, "1999-12", Int64.max) == .fine)
    #expect(try verdict(limits, .accident, "2026-10", Int64.max) == .fine)
    #expect(try verdict(limits, .training, "2026-10", 1_500_001) == .warn)
    #expect(limits.check(benefit: 0, month: 202_610, amount: .max) == .fine)
    #expect(limits.check(benefit: 255, month: 202_610, amount: .max) == .fine)
  }

  /// The amounts as the decrees have them: 10 times, 5 times and 3 times the level of the month.
  private static let lawful: [(Benefit, String, Int64?)] = [
    (Benefit.funeral, "2019-06", nil), (.funeral, "2019-07", 14_900_000),
    (.funeral, "2023-06", 14_900_000), (.funeral, "2023-07", 18_000_000),
    (.funeral, "2024-07", 23_400_000), (.funeral, "2026-06", 23_400_000),
    (.funeral, "2026-07", 25_300_000), (.unemployment, "2022-06", nil),
    (.unemployment, "2022-07", 23_400_000), (.unemployment, "2024-07", 24_800_000),
    (.unemployment, "2025-12", 24_800_000), (.unemployment, "2026-01", 26_550_000),
    (.convalescence, "2024-06", 5_400_000), (.convalescence, "2024-07", 7_020_000),
    (.support, "2021-10", 3_300_000), (.support, "2021-09", nil), (.accident, "2026-10", nil),
  ]

  @Test(arguments: lawful)
  func `the built-in chart holds what is above the law's limit of the month`(
    benefit: Benefit, month: String, hold: Int64?
  ) throws {
    let limits = AmountLimits(DefaultChart.chart)
    #expect(limits.limit(benefit, in: try self.month(month))?.hold == hold)
    #expect(try verdict(limits, benefit, month, hold ?? .max) == .fine)
    if let hold { #expect(try verdict(limits, benefit, month, hold + 1) == .hold) }
  }

  @Test func `a limit says where it comes from`() throws {
    let limit = try #require(
      AmountLimits(DefaultChart.chart).limit(.pension, in: try month("2026-10")))
    #expect(limit.warn == 25_000_000)
    #expect(limit.row.label == "Monthly pension")
    #expect(limit.row.isUnsure)
    let funeral = AmountLimits(DefaultChart.chart).limit(.funeral, in: try month("2026-10"))
    #expect(funeral?.row.source.contains("Law 58/2014/QH13") == true)
    #expect(funeral?.row.isUnsure == false)
  }

  private func limit(_ lines: String...) -> String {
    "[[limit]]\nbenefit = \"support\"\nsource = \"S\"\n" + lines.map { $0 + "\n" }.joined()
  }

  private let parameter =
    "[[parameter]]\nname = \"p\"\nfrom = \"2024-07\"\namount = 333\nsource = \"S\"\n"

  @Test func `the row that began last holds, and after its end the one before holds again`() throws
  {
    let chart = try #require(
      ChartSample.read(
        limit("from = \"2020-01\"", "hold = 100", "warn = 50")
          + limit("from = \"2022-01\"", "to = \"2022-03\"", "hold = 200")
          + limit("from = \"2024-01\"", "to = \"2024-02\"", "warn = 10")
      ).chart)
    let limits = AmountLimits(chart)
    let expected: [(String, Int64?, Int64?)] = [
      ("2019-12", nil, nil), ("2020-01", 50, 100), ("2021-12", 50, 100), ("2022-01", nil, 200),
      ("2022-03", nil, 200), ("2022-04", 50, 100), ("2024-01", 10, nil), ("2024-03", 50, 100),
      ("2199-12", 50, 100),
    ]
    for (text, warn, hold) in expected {
      let limit = limits.limit(.support, in: try month(text))
      #expect(limit?.warn == warn, "\(text)")
      #expect(limit?.hold == hold, "\(text)")
    }
  }

  @Test func `a share is cut to whole đồng, and never wraps`() throws {
    let chart = try #require(
      ChartSample.read(
        parameter
          + limit("from = \"2020-01\"", "warn_per_cent = 30", "hold_times = 2", "of = \"p\"")
      ).chart)
    let limits = AmountLimits(chart)
    #expect(limits.limit(.support, in: try month("2024-06"))?.hold == nil)
    let limit = limits.limit(.support, in: try month("2024-07"))
    #expect(limit?.warn == 99)
    #expect(limit?.hold == 666)
    #expect(LimitAmount.perCent(LimitAmount.mostPerCent).dong(of: .max) == .max)
  }

  /// The flat arrays answer as the rows do, month by month.
  @Test func `the prepared limits agree with the rows`() throws {
    let seed: UInt64 = 4_711
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let first = try month("2020-01").ordinal
    func some() throws -> Month { try #require(Month(ordinal: first + Int32(random(60)))) }
    for round in 0..<100 {
      var chart = ChartFile(name: "A", source: "B")
      for _ in 0..<random(4) {
        chart.parameters.append(
          ChartParameter(name: "p", from: try some(), amount: Int64(1 + random(500)), source: "S"))
      }
      for _ in 0..<random(6) {
        let from = try some()
        chart.limits.append(
          LimitRow(
            benefit: random(2) == 0 ? .pension : .support, from: from,
            to: random(2) == 0 ? nil : max(from, try some()),
            warn: random(2) == 0 ? nil : .dong(Int64(random(500))),
            hold: .perCent(Int64(1 + random(300))), parameter: "p", source: "S"))
      }
      guard chart.repetitions.isEmpty else { continue }
      let limits = AmountLimits(chart)
      for ordinal in first - 2..<first + 64 {
        let month = try #require(Month(ordinal: ordinal))
        let amount = Int64(random(1_500))
        let row = chart.limits.filter { $0.benefit == .pension && $0.includes(month) }
          .max { $0.from < $1.from }
        let base = chart.parameter("p", in: month)?.amount
        let hold = row?.hold?.dong(of: base) ?? .max
        let warn = row?.warn?.dong(of: base) ?? .max
        let expected: AmountLimits.Verdict =
          amount > hold ? .hold : amount > warn ? .warn : .fine
        #expect(
          limits.check(benefit: Benefit.pension.rawValue, month: month.number, amount: amount)
            == expected, "seed \(seed), round \(round), \(month)")
      }
    }
  }

  private static let refused: [(String, [(UInt16, Int, Int)])] = [
    ("from = \"2020-01\"", [(907, 4, 1)]),
    ("from = \"2020-01\"\nhold = 1\nof = \"p\"", [(906, 9, 6)]),
    ("from = \"2020-01\"\nhold_times = 1", [(907, 4, 1)]),
    ("from = \"2020-01\"\nhold_times = 1\nof = \"q\"", [(906, 9, 6)]),
    ("from = \"2020-01\"\nhold_times = 1\nhold_per_cent = 100\nof = \"p\"", [(906, 9, 17)]),
    ("from = \"2020-01\"\nhold = 1\nhold_times = 1\nof = \"p\"", [(906, 9, 14)]),
    ("from = \"2020-01\"\nevent = \"paid\"\nhold = 1", [(906, 8, 9)]),
    ("from = \"2020-01\"\nto = \"2019-12\"\nhold = 1", [(903, 8, 6)]),
    ("from = \"2020-01\"\nwarn = 2\nhold = 1", [(906, 4, 1)]),
    ("from = \"2020-01\"\nwarn = 334\nhold_times = 1\nof = \"p\"", [(906, 4, 1)]),
    ("from = \"2020-01\"\nhold_times = 1_001\nof = \"p\"", [(903, 8, 14)]),
    ("from = \"2020-13\"\nhold = 1_000_000_000_000_001", [(903, 7, 8), (903, 8, 8)]),
    ("from = \"2020-01\"\nhold = 1\nwarm = 1", [(902, 9, 1)]),
  ]

  @Test(arguments: refused)
  func `a limit that cannot hold is refused`(text: String, expected: [(UInt16, Int, Int)]) throws {
    let outcome = ChartSample.read(limit(text) + parameter)
    let found = try expected.map { try Found(#require(Code(rawValue: $0.0)), $0.1, $0.2) }
    #expect(outcome.found == found, "\(outcome.messages)")
  }

  @Test func `a parameter holds until its next row`() throws {
    let chart = DefaultChart.chart
    func amount(_ name: String, _ text: String) throws -> Int64? {
      chart.parameter(name, in: try month(text))?.amount
    }
    #expect(try amount("reference-level", "2019-06") == nil)
    #expect(try amount("reference-level", "2024-06") == 1_800_000)
    #expect(try amount("reference-level", "2024-07") == 2_340_000)
    #expect(try amount("reference-level", "2199-12") == 2_530_000)
    #expect(try amount("region-1-minimum-wage", "2026-10") == 5_310_000)
    #expect(try amount("region-2-minimum-wage", "2026-10") == nil)
  }

  @Test func `a batch needs the approvers of the highest threshold below its total`() throws {
    let chart = try #require(ChartSample.read(ChartSample.whole).chart)
    #expect(chart.approversNeeded(total: 0) == 1)
    #expect(chart.approversNeeded(total: 10_000_000_000) == 1)
    #expect(chart.approversNeeded(total: 10_000_000_001) == 2)
    #expect(chart.approversNeeded(total: 500_000_000_001) == 3)
    #expect(DefaultChart.chart.approversNeeded(total: .max) == 1)
  }

  @Test func `the built-in chart names every account and gives no rules and no numbers`() {
    #expect(DefaultChart.chart.accounts.map(\.code) == ChartCode.allCases)
    #expect(DefaultChart.chart.rules.isEmpty)
    #expect(DefaultChart.chart.mappings.isEmpty)
    #expect(DefaultChart.chart.faults == [])
  }
}
