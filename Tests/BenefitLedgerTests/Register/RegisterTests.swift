import BenefitLedger
import Foundation
import Testing

@Suite struct RegisterTests {
  private let books = Result { try TestLedger() }

  /// Takes in rows, which may leave out the last columns.
  private func take(_ rows: String) throws -> UnitsAnswer {
    let whole = rows.split(separator: "\n").map { row in
      row + String(repeating: ",", count: max(0, 7 - row.count { $0 == "," })) + "\n"
    }
    return try books.get().units(whole.joined())
  }

  @Test func `the same file again adds nothing`() throws {
    let again = try take("79-S1,Điểm chi trả số 1,site,79-C01,,\n")
    #expect(again.diagnosis.total == 0 && again.versions == 0 && again.units == 9)
  }

  @Test func `a unit that changed gets a version from a day on`() throws {
    let books = try books.get()
    #expect(try take("79-S1,Điểm mới,site,40,2026-11-01,\n").versions == 1)
    try books.due([Person.an])
    #expect(try books.ledger.verify().isIntact)
  }

  static let refusals: [(rows: String, code: Code)] = [
    ("79-S1,Điểm mới,site,79-C01,,\n", .unitChangeUndated),
    ("79-S1,Điểm mới,site,79-C01,1900-01-01,\n", .unitChangeNotLater),
    ("79-S9,Điểm,site,XX,,\n", .unitParentUnknown),
    ("A,A,commune,B,,\nB,B,commune,A,,\n", .unitParentCircle),
    ("A,A,commune,79,2026-02-30,\n", .unitDateMalformed),
    ("A,A,commune,79,2026-02-02,2026-02-01\n", .unitDatesReversed),
    ("A,A,commune,79,,\nA,A,commune,79,,\n", .unitTwiceInFile),
    ("A B,A,commune,79,,\n", .unitCodeMalformed), ("A,A,town,79,,\n", .unitKindUnknown),
    ("79-S1,Điểm chi trả số 1,site,79-C01,,2026-09-30,,79-S9\n", .unitSuccessorUnknown),
    ("79-S1,Điểm chi trả số 1,site,79-C01,,,,79-S2\n", .unitSuccessorWithoutEnd),
    ("79-S1,Điểm chi trả số 1,site,79-C01,,2026-09-30,,79-OLD\n", .unitSuccessorClosed),
    ("79-S1,Điểm chi trả số 1,site,79-C01,,2026-09-30,,79-S1\n", .unitSuccessorCircle),
    (
      "79-S1,Điểm chi trả số 1,site,79-C01,,2026-09-30,,79-S2\n"
        + "79-S2,Điểm chi trả số 2,site,79-C01,,2026-08-31,,79-S1\n", .unitSuccessorCircle
    ),
    // What takes the place of a commune must not lie in it.
    ("79-C01,Phường Bến Nghé,commune,79,,2026-09-30,,79-S1\n", .unitSuccessorCircle),
    ("79-S9,Điểm,site,79-C01,2026-10-01,,79-S8,\n", .unitFormerlyUnknown),
    (
      "79-S8,Điểm,site,79-C01,2026-10-01,,79-S1,\n79-S9,Điểm,site,79-C01,2026-10-01,,79-S1,\n",
      .unitFormerlyTwice
    ),
    ("79-S9,Điểm chi trả số 1,site,79-C01,,,79-S1,\n", .unitChangeUndated),
    // 79-S2 is a unit of its own.
    ("79-S2,Điểm,site,79-C01,2026-10-01,,79-S1,\n", .unitCodeTaken),
    // The new 79-S1 would begin before the old one gave its code up.
    (
      "79-S9,Điểm,site,79-C01,2026-10-01,,79-S1,\n79-S1,Mới,site,79-C01,2026-09-30,,,\n",
      .unitCodeTaken
    ),
    (
      "79-S2,Điểm,site,79-C01,2026-10-01,,79-S1,\n79-S1,Mới,site,79-C01,2026-10-01,,79-S2,\n",
      .unitCodeTaken
    ),
    ("79-C01,Phường Bến Nghé,commune,79,,2026-09-30,,\n", .unitHasOpenUnits),
    ("79-S1,Điểm chi trả số 1,site,79-OLD,2026-10-01,,,\n", .unitParentClosed),
    ("79-S9,Mới,site,79-OLD,,,,\n", .unitParentClosed),
    ("79-S1,Điểm chi trả số 1,site,79-C01,,1900-01-01,,\n", .unitChangeNotLater),
    ("79-OLD,Điểm chi trả cũ,site,79-C01,,,,\n", .unitChangeUndated),
  ]

  @Test(arguments: refusals.indices)
  func `a file of units with a mistake adds nothing`(_ index: Int) throws {
    let refused = try take(Self.refusals[index].rows)
    #expect(refused.diagnosis.diagnostics.map(\.code) == [Self.refusals[index].code])
    #expect(try books.get().ledger.units().count == 9)
  }

  @Test func `a site that has closed takes no new payments, one that pays out elsewhere neither`()
    throws
  {
    let books = try books.get()
    let rows = "person,benefit,month,amount,site,channel\n"
    let closed = try books.post(.due, rows + "\(Person.an),pension,2026-10,1,79-OLD,cash\n")
    #expect(closed.codes == [.unitNotValid])
    let commune = try books.post(.due, rows + "\(Person.an),pension,2026-10,1,79-C01,cash\n")
    #expect(commune.codes == [.unitNotSite])
    let before = try books.post(
      .due, rows + "\(Person.an),pension,2025-12,1,79-OLD,cash\n",
      envelope: Envelope(date: CivilDate("2025-12-31")))
    #expect(before.state == .posted)
  }
}
