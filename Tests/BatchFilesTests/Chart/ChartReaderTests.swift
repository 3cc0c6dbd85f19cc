import LedgerCore
import Testing

@testable import BatchFiles

/// What a chart file says, and what is wrong with one.
struct ChartReaderTests {
  private func chart(_ text: String) throws -> ChartFile {
    let outcome = ChartSample.read(text)
    #expect(outcome.messages == [])
    return try #require(outcome.chart)
  }

  @Test func `every table and key becomes the value it says`() throws {
    let chart = try chart(ChartSample.whole)
    #expect(chart.name == "BHXH")
    #expect(chart.source == "A decision")
    #expect(chart.displayName(of: .payable) == "Phải trả \"trợ cấp\" \\ 334")
    #expect(chart.displayName(of: .unclaimed) == "unclaimed")
    #expect(chart.rules.count == 8)
    #expect(
      chart.rules.first
        == ChartRule(
          event: .paid, from: .due, channels: [.agency], debit: .payable, credit: .bank))
    #expect(chart.rules[5].priorYear)
    #expect(chart.rules[5].channels == Channel.allCases)
    #expect(chart.rules[6].from == nil)
    #expect(chart.funds(for: .pension) == [.retirement, .budget])
    #expect(chart.funds(for: .sickness) == [.sickness])
    #expect(chart.parameters.map(\.isUnsure) == [false, true])
    #expect(chart.limits.map(\.hold) == [.dong(200_000_000), .perCent(1_000)])
    #expect(chart.limits.map(\.warn) == [.dong(25_000_000), .perCent(30)])
    #expect(chart.limits.map(\.to) == [Month("2030-12"), nil])
    #expect(chart.limits.map(\.label) == ["Pension", nil])
    #expect(chart.approvals.map(\.approvers) == [2, 3])
  }

  @Test func `the canonical text reads as the same chart, and has one form`() throws {
    for text in [ChartSample.head + ChartSample.whole, DefaultChart.text] {
      let first = readChart(source: .memory(name: "a", bytes: Array(text.utf8)))
      let chart = try #require(first.chart)
      let canonical = chart.canonicalText
      let second = readChart(source: .memory(name: "b", bytes: Array(canonical.utf8)))
      #expect(second.diagnosis.diagnostics.map(\.message) == [])
      #expect(second.chart == chart)
      #expect(second.chart?.canonicalText == canonical)
    }
  }

  @Test func `rules in another order of channels are equal`() throws {
    let rule = "[[rule]]\nevent = \"due\"\ndebit = \"expense\"\ncredit = \"payable\"\nchannel = "
    let one = try chart(rule + "[\"bank\", \"cash\"]\n")
    let other = try chart(rule + "[\"cash\", \"bank\"]\n")
    #expect(one == other)
    #expect(
      try chart(rule + "[\"employer\", \"agency\", \"bank\", \"cash\"]\n").canonicalText
        .contains("channel") == false)
  }

  @Test func `a chart may have only its head`() throws {
    #expect(try chart("") == ChartFile(name: "BHXH", source: "A decision"))
  }

  private static let heads: [(String, [Found])] = [
    ("[chart]\nname = \"A\"\n", [Found(.tomlKeyMissing, 1, 1)]),
    ("name = \"A\"\n", [Found(.tomlKeyUnknown, 1, 1), Found(.tomlKeyMissing, 1, 1)]),
    ("[[chart]]\n", [Found(.tomlValue, 1, 3)]),
    ("[chart]\nname = 1\nsource = \"\"\n", [Found(.tomlValue, 2, 8), Found(.tomlValue, 3, 10)]),
    (
      "[chart]\nname = \"A\\n\"\nsource = \"B\"\n[close]\nmax = 0\n",
      [Found(.tomlValue, 2, 8), Found(.tomlKeyUnknown, 4, 2)]
    ),
    (
      "[chart]\nname = \"A\"\nsource = \"B\"\nversion = 1\n[account]\n",
      [Found(.tomlKeyUnknown, 4, 1), Found(.tomlValue, 5, 2)]
    ),
  ]

  @Test(arguments: heads)
  func `a chart has a name and a source, and nothing unknown`(text: String, expected: [Found]) {
    let (chart, diagnosis, _) = readChart(source: .memory(name: "c", bytes: Array(text.utf8)))
    #expect(chart == nil)
    #expect(diagnosis.diagnostics.map { Found($0) } == expected)
  }

  /// Each row begins on line 4.
  private static let rows: [(String, [(UInt16, Int, Int)])] = [
    ("[[account]]\ncode = \"cash\"\nnam = \"x\"\n", [(903, 5, 8), (907, 4, 1), (902, 6, 1)]),
    (
      "[[account]]\ncode = \"bank\"\nname = \"\(String(repeating: "ế", count: 201))\"",
      [(903, 6, 8)]
    ),
    (
      "[[mapping]]\naccount = \"bank\"\nfund = \"pension\"\nnumber = 112\nregime = \"R\"\n"
        + "from = \"2025-01-01\"\nto = 2025-01-01\n",
      [(903, 6, 8), (903, 7, 10), (903, 9, 8)]
    ),
    (
      "[[mapping]]\naccount = \"bank\"\nnumber = \"112\"\nregime = \"R\"\n"
        + "from = 2025-01-02\nto = 2025-01-01\n", [(903, 9, 6)]
    ),
    ("[[fund]]\nbenefit = \"pension\"\nfunds = []\n", [(903, 6, 9)]),
    (
      "[[fund]]\nbenefit = \"pension\"\nfunds = [\"budget\", 1, \"budget\", \"x\"]\n",
      [(903, 6, 20), (903, 6, 23), (903, 6, 33)]
    ),
    (
      "[[parameter]]\nname = \"A b\"\nfrom = 2024-07-01\namount = 0\nsource = \"S\"\n"
        + "confidence = \"some\"\n", [(903, 5, 8), (903, 6, 8), (903, 7, 10), (903, 9, 14)]
    ),
    ("[[approval]]\nabove = -1\napprovers = 1\n", [(903, 5, 9), (903, 6, 13)]),
    ("[[approval]]\nabove = \"much\"\napprovers = true\n", [(903, 5, 9), (903, 6, 13)]),
  ]

  @Test(arguments: rows)
  func `what is wrong with a row is told at its value`(
    text: String, expected: [(UInt16, Int, Int)]
  ) throws {
    let outcome = ChartSample.read(text)
    #expect(outcome.chart == nil)
    let found = try expected.map { try Found(#require(Code(rawValue: $0.0)), $0.1, $0.2) }
    #expect(Set(outcome.found.map(\.description)) == Set(found.map(\.description)))
    #expect(outcome.found.count == found.count)
  }

  @Test func `a row with a line that cannot be read misses no key`() {
    let outcome = ChartSample.read("[[account]]\ncode = \"bank\"\nname = \"x\n")
    #expect(outcome.found == [Found(.tomlSyntax, 6, 8)])
  }

  @Test func `mistakes in writing and in meaning are told together, in file order`() {
    let outcome = ChartSample.read(
      "[[account]]\ncode = \"x\"\nname = \"A\"\n[[fund]]\nbenefit = pension\n[[account]]\n")
    #expect(
      outcome.found == [
        Found(.tomlValue, 5, 8), Found(.tomlSyntax, 8, 11), Found(.tomlKeyMissing, 9, 1),
        Found(.tomlKeyMissing, 9, 1),
      ])
  }

  @Test func `a row is given once`() {
    let account = "[[account]]\ncode = \"bank\"\nname = \"A\"\n"
    let fund = "[[fund]]\nbenefit = \"pension\"\nfunds = \"budget\"\n"
    let parameter =
      "[[parameter]]\nname = \"p\"\nfrom = \"2024-07\"\namount = 1\nsource = \"S\"\n"
    let limit =
      "[[limit]]\nbenefit = \"pension\"\nfrom = \"2024-07\"\nhold = 1\nsource = \"S\"\n"
    let approval = "[[approval]]\nabove = 1\napprovers = 2\n"
    for (row, line, column) in [
      (account, 8, 8), (fund, 8, 11), (parameter, 11, 8), (limit, 11, 8), (approval, 8, 9),
    ] {
      #expect(ChartSample.read(row + row).found == [Found(.chartRowRepeated, line, column)])
    }
  }

  @Test func `a higher total needs more approvers`() {
    let outcome = ChartSample.read(
      "[[approval]]\nabove = 9\napprovers = 2\n[[approval]]\nabove = 1\napprovers = 2\n")
    #expect(outcome.found == [Found(.tomlValue, 6, 13)])
  }

  @Test func `a table has at most two thousand rows`() {
    func parameters(_ count: Int) -> String {
      (0..<count).map {
        "[[parameter]]\nname = \"p\($0)\"\nfrom = \"2024-07\"\namount = 1\nsource = \"S\"\n"
      }.joined()
    }
    #expect(ChartSample.read(parameters(2_000)).chart?.parameters.count == 2_000)
    #expect(ChartSample.read(parameters(2_001)).found == [Found(.tomlValue, 10_004, 1)])
  }

  @Test func `a file of more than one mebibyte, an empty one and a missing one are not read`()
    throws
  {
    func codes(_ bytes: [UInt8]) -> [Code] {
      readChart(source: .memory(name: "c", bytes: bytes)).diagnosis.diagnostics.map(\.code)
    }
    let blank = [UInt8](repeating: UInt8(ascii: "\n"), count: 1 << 20)
    #expect(codes(blank) == [.tomlKeyMissing])
    #expect(codes(blank + [UInt8(ascii: "\n")]) == [.fileTooLarge])
    #expect(codes([]) == [.fileEmpty])
    let folder = try Folder()
    let path = try folder.file("chart.toml", ChartSample.head)
    #expect(readChart(source: try .file(path)).chart?.name == "BHXH")
  }

  @Test func `every code of a chart refuses the file`() {
    for code in Code.allCases where 900..<960 ~= code.rawValue {
      #expect(code.exit == .refused)
      #expect(!code.isWarning)
    }
  }
}
