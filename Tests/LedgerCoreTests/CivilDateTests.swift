import LedgerCore
import Testing

struct CivilDateTests {
  @Test(arguments: [
    ("2025-06-30", "2025-07-01"), ("2024-12-31", "2025-01-01"), ("2024-02-28", "2024-02-29"),
    ("2025-02-28", "2025-03-01"), ("2025-07-01", "2025-07-02"), ("2199-12-30", "2199-12-31"),
    ("2199-12-31", nil),
  ])
  func `the day after a day`(day: String, after: String?) throws {
    #expect(try #require(CivilDate(day)).next?.description == after)
  }
}
