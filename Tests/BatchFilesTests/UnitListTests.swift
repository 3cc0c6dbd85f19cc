import LedgerCore
import Testing

@testable import BatchFiles

struct UnitListTests {
  private func read(
    _ rows: String, header: String = "code,name,kind,parent,valid_from,valid_to",
    known: [String] = []
  ) throws -> (rows: [UnitRow], found: [Found]) {
    let reader = UnitListReader(
      source: .memory(name: "sites.csv", bytes: Array((header + "\n" + rows).utf8)),
      isKnown: { known.contains($0.text) })
    let units = try reader.read()
    return (units, reader.faults.listed.map { Found($0) })
  }

  @Test func `a list of units is read in any order of parents`() throws {
    let outcome = try read(
      """
      79-00123,Phường Sài Gòn,commune,79,2025-07-01,
      79,"Thành phố Hồ Chí Minh",province,VN,,2030-12-31
      VN,Việt Nam,nation,,,

      """)
    #expect(outcome.found.isEmpty)
    let first = UnitRow(
      code: try #require(UnitCode("79-00123")), name: "Phường Sài Gòn", kind: .commune,
      parent: UnitCode("79"), validFrom: try date("2025-07-01"), validTo: nil, fileLine: 2)
    #expect(outcome.rows.first == first)
    #expect(outcome.rows.map(\.fileLine) == [2, 3, 4])
    #expect(outcome.rows.last?.parent == nil)
  }

  @Test func `dates may be left out altogether`() throws {
    let outcome = try read("VN,Việt Nam,nation,\n", header: "code,name,kind,parent")
    #expect(outcome.found.isEmpty)
    #expect(outcome.rows.count == 1)
  }

  @Test func `what is wrong with a unit is told at its field`() throws {
    let outcome = try read(
      """
      -79,A,province,,,
      79,A,town,,,
      79,A,province,VN,,
      80,A,province,81,2025-02-30,2025-1-1
      81,A,province,8 1,2025-07-01,2025-06-30
      82,,province,,,
      83,"A
      B",province,,,
      84,\(String(repeating: "ế", count: 201)),province,,,
      85,\(String(repeating: "ế", count: 200)),province,,,
      86,A

      """)
    #expect(
      outcome.found == [
        Found(.unitCodeMalformed, 2, 1), Found(.unitKindUnknown, 3, 6),
        Found(.unitTwiceInFile, 4, 1), Found(.unitParentUnknown, 4, 15),
        Found(.unitDateMalformed, 5, 18), Found(.unitDateMalformed, 5, 29),
        Found(.unitCodeMalformed, 6, 15), Found(.unitDatesReversed, 6, 30),
        Found(.fieldEmpty, 7, 4), Found(.forbiddenCharacter, 8, 4), Found(.fieldTooLong, 10, 4),
        Found(.rowRagged, 12, 5),
      ])
    #expect(outcome.rows.map(\.code.text) == ["79", "85"].filter { $0 == "85" })
  }

  @Test func `a former code and a successor are read, and a successor needs a last day`() throws {
    let outcome = try read(
      """
      79,A,province,,2025-07-01,,80,
      81,B,province,,,2025-06-30,,79
      82,C,province,,,,,79
      83,D,province,,,2025-06-30,8 1,-79
      84,E,province,,,x,,79

      """, header: "code,name,kind,parent,valid_from,valid_to,formerly,successor")
    #expect(outcome.rows.map(\.formerly?.text) == ["80", nil])
    #expect(outcome.rows.map(\.successor?.text) == [nil, "79"])
    #expect(
      outcome.found == [
        Found(.unitSuccessorWithoutEnd, 4, 19), Found(.unitCodeMalformed, 5, 28),
        Found(.unitCodeMalformed, 5, 32), Found(.unitDateMalformed, 6, 17),
      ])
  }

  @Test func `a parent may be in the register instead of the file`() throws {
    #expect(try read("79,A,province,VN,,\n").found == [Found(.unitParentUnknown, 2, 15)])
    #expect(try read("79,A,province,VN,,\n", known: ["VN"]).found.isEmpty)
  }

  @Test func `a list of units has no envelope`() throws {
    #expect(try read("", header: "#batch count=1").found.map(\.code).contains(.columnMissing))
    #expect(try read("").found == [Found(.noRows, 0, 0)])
  }

  @Test func `more than a thousand unknown parents are counted exactly`() throws {
    let rows = (0..<1_500).map { "A\($0),A,site,B\($0),,\n" }
    let reader = UnitListReader(
      source: .memory(
        name: "sites.csv",
        bytes: Array(("code,name,kind,parent,valid_from,valid_to\n" + rows.joined()).utf8)))
    _ = try reader.read()
    #expect(reader.faults.listed.count == Diagnosis.listed)
    #expect(reader.faults.count(of: .unitParentUnknown) == 1_500)
  }
}
