import LedgerCore
import Testing

@testable import BatchFiles

/// Months as people write them, and the months of days.
struct MonthTextTests {
  private static func month(_ text: String, _ style: DateStyle = .dayFirst) -> String? {
    MonthText(Array(text.utf8)[...], isWhole: true)?.month(style)?.description
  }

  @Test(arguments: [
    ("10/2026", "2026-10"), ("1/2026", "2026-01"), ("2026-10", "2026-10"), ("202610", "2026-10"),
    ("20261031", "2026-10"), ("05/10/2026", "2026-10"), ("5-10-2026", "2026-10"),
    ("2026-10-05", "2026-10"), ("Tháng 10 năm 2026", "2026-10"), ("T10/2026", "2026-10"),
    ("tháng 10/2026", "2026-10"), ("46296", "2026-10"), ("36526", "2000-01"),
  ])
  func `a month is read`(_ text: String, _ month: String) {
    #expect(Self.month(text) == month)
  }

  @Test(arguments: [
    "13/2026", "0/2026", "31/02/2026", "10/26", "2026", "12345", "10.2026.1.1", "Quý 4/2026",
    "10/2026 x", "", "999999", "5/10/26",
  ])
  func `what is no month is none`(_ text: String) {
    #expect(Self.month(text) == nil)
  }

  @Test func `the month first is another month`() {
    #expect(Self.month("03/04/2026", .dayFirst) == "2026-04")
    #expect(Self.month("03/04/2026", .monthFirst) == "2026-03")
  }

  private static func decide(_ texts: [String]) throws -> DateStyle {
    var evidence = DateEvidence()
    for (index, text) in texts.enumerated() {
      evidence.take(Array(text.utf8)[...], line: index + 1)
    }
    return try evidence.decide("list.csv", column: 2)
  }

  @Test func `the order of days is found out, or refused with both readings`() throws {
    #expect(try Self.decide(["03/04/2026", "28/04/2026"]) == .dayFirst)
    #expect(try Self.decide(["03/04/2026", "04/28/2026"]) == .monthFirst)
    #expect(try Self.decide(["10/2026", "05/05/2026"]) == .dayFirst)
    let fault = #expect(throws: FileFault.self) { try Self.decide(["03/04/2026"]) }
    let message = try #require(fault?.diagnostic.message)
    #expect(fault?.diagnostic.code == .dateStyleAmbiguous)
    #expect(message.contains("2026-04 (dd/MM/yyyy)") && message.contains("2026-03 (MM/dd/yyyy)"))
    let mixed = #expect(throws: FileFault.self) { try Self.decide(["28/04/2026", "04/28/2026"]) }
    #expect(mixed?.diagnostic.code == .dateStyleAmbiguous)
  }
}
