import LedgerCore
import TestSupport
import Testing

@testable import BatchFiles

/// The charts and messages that the manual shows are what the program reads and says.
struct ChartPageTests {
  @Test func `the page shows a whole chart, and the built-in one as it is`() throws {
    let blocks = try Repository.text("docs/reference/chart.md")
      .matches(of: /```toml\n([^`]*)```/).map { String($0.1) }
    try #require(blocks.count == 2)
    let (chart, diagnosis, _) = readChart(
      source: .memory(name: "chart.md", bytes: Array(blocks[0].utf8)))
    #expect(diagnosis.diagnostics.map(\.message) == [])
    #expect(chart?.approvals.count == 1)
    #expect(blocks[1] == DefaultChart.text, "Copy the text of DefaultChart.swift into the page.")
  }

  @Test func `every code of a chart has an example whose messages are the program's`() throws {
    let page = try Repository.text("docs/reference/errors.md")
    // A chart that is refused for the chart before it is no example by itself.
    let alone = Code.allCases.filter { 900..<909 ~= $0.rawValue }
    let sections = page.split(separator: "\n## ").filter { section in
      alone.contains { section.hasPrefix($0.text) }
    }
    #expect(sections.count == alone.count)
    for section in sections {
      let code = String(section.prefix(5))
      let example = try #require(
        section.firstMatch(of: /```toml\n([^`]*)```\n\n```text\n([^`]*)```/), "\(code)")
      let (_, diagnosis, _) = readChart(
        source: .memory(name: "chart.toml", bytes: Array(example.1.utf8)))
      let said = diagnosis.diagnostics.map {
        "chart.toml:\($0.line):\($0.column): \($0.code.text): \($0.message.description)\n  \($0.help.description)\n"
      }.joined()
      #expect(said == example.2, "\(code)")
      #expect(diagnosis.diagnostics.contains { $0.code.text == code }, "\(code)")
    }
  }
}
