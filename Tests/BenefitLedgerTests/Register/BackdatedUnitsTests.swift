import BenefitLedger
import Testing

/// A file of units that speaks of days on which batches are posted already is taken, with a warning.
@Suite struct BackdatedUnitsTests {
  private let books = Result { try TestLedger() }

  /// Batches of 30 September and 5 October at 79-S1, of which the former is in a closed period.
  private func posted() throws -> TestLedger {
    let books = try books.get()
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-09-30")
    try books.due(Person.binh, 3_000_000, at: "79-S1", on: "2026-10-05")
    try books.change(.close, "2026-09")
    return books
  }

  private func warnings(_ answer: UnitsAnswer) -> [String] {
    #expect(answer.diagnosis.total == 0)
    #expect(answer.diagnosis.diagnostics.allSatisfy { $0.code == .unitChangesPast })
    return answer.diagnosis.diagnostics.map { "\($0.line) \($0.message.description)" }
  }

  @Test func `a move before posted dates names the batches, the periods and what they will show`()
    throws
  {
    let books = try posted()
    let row = "79-S1,Điểm chi trả số 1,site,40,2026-09-01,,,\n"
    let expected = [
      "2 79-S1 changes from 2026-09-01 on, and 2 batches of such business dates are posted. "
        + "Reports of 2026-09 (closed), 2026-10 will show 79-S1 under 40; as known at batch 2 they "
        + "stay as they are."
    ]
    let dry = try books.units(row, isDryRun: true)
    #expect(warnings(dry) == expected && dry.versions == 1)
    let real = try books.units(row)
    #expect(warnings(real) == expected && real.versions == 1)
    // Taken in, it is no news.
    #expect(try warnings(books.units(row)).isEmpty)
  }

  @Test func `only dates on which the unit is otherwise are counted`() throws {
    let books = try posted()
    let move = "79-S1,Điểm chi trả số 1,site,40,"
    #expect(try warnings(books.units(move + "2026-10-06,,,\n", isDryRun: true)).isEmpty)
    let october = try warnings(books.units(move + "2026-10-05,,,\n", isDryRun: true))
    #expect(october.count == 1 && october[0].contains("1 batch of such business dates is posted"))
    #expect(october[0].contains("Reports of 2026-10 will") && !october[0].contains("closed"))
    // A unit that nothing was posted for, from the first open day on, and one that is new.
    let others = "79-S2,Số 2,site,40,2026-10-01,,,\n79-S9,Số 9,site,40,2026-09-01,,,\n"
    #expect(try warnings(books.units(others, isDryRun: true)).isEmpty)
  }

  @Test func `a day in a closed period is told although no batch is shown otherwise`() throws {
    let books = try posted()
    for day in ["2026-09-30", "2026-09-01", "2025-01-01"] {
      let warned = try warnings(
        books.units("79-S2,Điểm chi trả số 2,site,40,\(day),,,\n", isDryRun: true))
      #expect(
        warned == [
          "2 79-S2 changes from \(day) on, and period \(day.prefix(7)) is closed. No batch is shown "
            + "otherwise, but lists of units of those days will show 79-S2 under 40."
        ])
    }
  }

  @Test func `closing before posted dates is told, on the last day itself it is not`() throws {
    let books = try posted()
    let close = "79-S1,Điểm chi trả số 1,site,79-C01,,"
    #expect(try warnings(books.units(close + "2026-10-05,,\n", isDryRun: true)).isEmpty)
    let closed = try warnings(books.units(close + "2026-10-04,,\n", isDryRun: true))
    #expect(closed.count == 1 && closed[0].contains("changes from 2026-10-05 on"))
    #expect(closed[0].contains("79-S1 as closed"))
    let merged = try warnings(books.units(close + "2026-10-04,,79-S2\n", isDryRun: true))
    #expect(merged.count == 1 && merged[0].contains("79-S1 as 79-S2"))
  }

  @Test func `what moves the units below it is told, a new name of it is not`() throws {
    let books = try posted()
    let moved = try warnings(
      books.units("79-C01,Phường Bến Nghé,commune,40,2026-09-01,,,\n", isDryRun: true))
    #expect(moved.count == 1 && moved[0].contains("79-C01 under 40"))
    #expect(moved[0].contains("2 batches"))
    let renamed = try warnings(
      books.units("79-C01,Phường Sài Gòn,commune,79,2026-10-01,,,\n", isDryRun: true))
    #expect(renamed.isEmpty)
  }
}
