import BenefitLedger
import Foundation
import Testing

@Suite struct RegisterTests {
  private let books = Result { try TestLedger() }
  private let header = "code,name,kind,parent,valid_from,valid_to\n"

  private func take(_ rows: String) throws -> UnitsAnswer {
    let books = try books.get()
    let path = books.folder + "/units.csv"
    try (header + rows).write(toFile: path, atomically: true, encoding: .utf8)
    return try books.ledger.importUnits(from: path)
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
