import BenefitLedger
import Testing

/// Changes of the organisation: where money stands before and after, and that none is lost.
@Suite struct ReformTests {
  private let books: TestLedger

  init() throws { books = try TestLedger() }

  @Test func `what a merged province paid is its successor's from the day after`() throws {
    try books.due(Person.an, 5_000_000, at: "40-S1", on: "2026-09-30")
    try books.due(Person.binh, 3_000_000, at: "79-S1", on: "2026-09-30")
    try books.take("40,Tỉnh Nghệ An,province,VN,,2026-09-30,,79\n")
    try books.due(Person.chi, 4_000_000, at: "40-S1", on: "2026-10-01")
    #expect(try books.due(by: .province) == ["40": 5_000_000, "79": 7_000_000])
    #expect(
      try books.due(by: .province, tree: "2026-09-30") == ["40": 9_000_000, "79": 3_000_000])
    #expect(try books.due(by: .province, tree: "2026-10-01") == ["79": 12_000_000])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a merged site's money is its successor's, and that one's, whatever was first`() throws
  {
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-09-30")
    try books.take("79-S2,Điểm chi trả số 2,site,79-C01,,2027-12-31,,79-A\n")
    try books.take("79-S1,Điểm chi trả số 1,site,79-C01,,2026-12-31,,79-S2\n")
    #expect(try books.due(by: .site, tree: "2026-12-31") == ["79-S1": 5_000_000])
    #expect(try books.due(by: .site, tree: "2027-12-31") == ["79-S2": 5_000_000])
    #expect(try books.due(by: .site, tree: "2028-01-01") == ["79-A": 5_000_000])
  }

  @Test func `several units merge into one that is opened in the same file, in any order of rows`()
    throws
  {
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-09-30")
    try books.due(Person.binh, 3_000_000, at: "79-S2", on: "2026-09-30")
    let answer = try books.take(
      """
      79-S2,Điểm chi trả số 2,site,79-C01,,2026-09-30,,79-S3
      79-S3,Điểm chi trả số 3,site,79-C01,2026-10-01,,,
      79-S1,Điểm chi trả số 1,site,79-C01,,2026-09-30,,79-S3

      """)
    #expect(answer.changes.map(\.kind) == [.merged, .opened, .merged])
    #expect(try books.due(by: .site, tree: "2026-10-01") == ["79-S3": 8_000_000])
    let before = ["79-S1": Int64(5_000_000), "79-S2": 3_000_000]
    #expect(try books.due(by: .site, tree: "2026-09-30") == before)
  }

  @Test func `a unit that is split leaves its books to one part and its sites where they go`()
    throws
  {
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-09-30")
    try books.due(Person.binh, 3_000_000, at: "79-S2", on: "2026-09-30")
    try books.take(
      """
      79-C01,Phường Bến Nghé,commune,79,,2026-09-30,,79-C02
      79-C02,Phường Sài Gòn,commune,79,2026-10-01,,,
      79-C03,Phường Tân Định,commune,79,2026-10-01,,,
      79-S2,Điểm chi trả số 2,site,79-C03,2026-10-01,,,

      """)
    #expect(try books.due(by: .commune, tree: "2026-09-30") == ["79-C01": 8_000_000])
    let after = ["79-C02": Int64(5_000_000), "79-C03": 3_000_000]
    #expect(try books.due(by: .commune, tree: "2026-10-01") == after)
  }

  @Test func `a district that is abolished leaves its communes to the province`() throws {
    try books.take(
      """
      79-D1,Quận 1,district,79,,,,
      79-C9,Phường Đa Kao,commune,79-D1,,,,
      79-S9,Điểm chi trả Đa Kao,site,79-C9,,,,

      """)
    try books.due(Person.an, 5_000_000, at: "79-S9", on: "2026-09-30")
    try books.take(
      """
      79-D1,Quận 1,district,79,,2026-09-30,,79
      79-C9,Phường Đa Kao,commune,79,2026-10-01,,,

      """)
    #expect(try books.due(by: .district, tree: "2026-09-30") == ["79-D1": 5_000_000])
    #expect(try books.due(by: .district, tree: "2026-10-01") == ["none": 5_000_000])
    #expect(try books.due(by: .province, tree: "2026-10-01") == ["79": 5_000_000])
  }

  @Test func `a unit under a new code keeps its accounts`() throws {
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-09-30")
    let row = "79-00001,Điểm chi trả số 1,site,79-C01,2026-10-01,,79-S1,\n"
    #expect(try books.take(row).changes.map(\.kind) == [.recoded])
    #expect(try books.take(row).versions == 0)
    try books.due(Person.binh, 3_000_000, at: "79-00001", on: "2026-10-01")
    #expect(try books.due(Person.chi, 1, at: "79-S1", on: "2026-10-01").codes == [.unitNotValid])
    #expect(try books.due(by: .site) == ["79-S1": 5_000_000, "79-00001": 3_000_000])
    #expect(try books.due(by: .site, tree: "2026-10-01") == ["79-00001": 8_000_000])
    let old = try books.ledger.siteStatement(try #require(UnitCode("79-S1")))
    #expect(old.accounts.map(\.closing) == [-8_000_000])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `what is posted to a unit that is gone is refused with the code that stands for it`()
    throws
  {
    try books.take(
      """
      79-S1,Điểm chi trả số 1,site,79-C01,,2026-09-30,,79-S2
      79-N2,Điểm chi trả số 2,site,79-C01,2026-10-01,,79-S2,

      """)
    for (site, date, code) in [
      ("79-S1", "2026-10-01", "79-N2"), ("79-S2", "2026-10-01", "79-N2"),
      ("79-N2", "2026-09-30", "79-S2"),
    ] {
      let refused = try books.due(Person.an, 5_000_000, at: site, on: date)
      #expect(refused.codes == [.unitNotValid])
      #expect(refused.diagnosis.diagnostics.first?.help.hasPrefix("Write \(code),") == true)
    }
    let closed = try books.due(Person.an, 5_000_000, at: "79-OLD", on: "2026-10-01")
    #expect(closed.diagnosis.diagnostics.first?.help.hasPrefix("Write the code of") == true)
  }

  @Test func `a code that was given up may be another unit's, each for its days`() throws {
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-09-30")
    try books.take(
      """
      79-S1,Điểm chi trả mới,site,79-C01,2026-10-01,,,
      79-S7,Điểm chi trả số 1,site,79-C01,2026-10-01,,79-S1,

      """)
    try books.due(Person.binh, 3_000_000, at: "79-S1", on: "2026-10-01")
    try books.due(Person.chi, 1_000_000, at: "79-S1", on: "2026-09-30")
    let after = ["79-S7": Int64(6_000_000), "79-S1": 3_000_000]
    #expect(try books.due(by: .site, tree: "2026-10-01") == after)
    let new = try books.ledger.siteStatement(try #require(UnitCode("79-S1")))
    #expect(new.accounts.map(\.closing) == [-3_000_000])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `the code of a merged unit may be another's, that of a closed one opens it again`()
    throws
  {
    try books.take("79-S1,Điểm chi trả số 1,site,79-C01,,2026-06-30,,79-S2\n")
    let merged = try books.take("79-S1,Điểm chi trả mới,site,40,2026-10-01,,,\n")
    #expect(merged.units == 10 && merged.changes.map(\.kind) == [.opened])
    let closed = try books.take("79-OLD,Điểm chi trả cũ,site,79-C01,2026-10-01,,,\n")
    #expect(closed.units == 10 && closed.changes.map(\.kind) == [.reopened])
    #expect(try books.due(Person.an, 1_000, at: "79-S1", on: "2026-07-01").codes == [.unitNotValid])
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-10-01")
    try books.due(Person.binh, 3_000_000, at: "79-OLD", on: "2026-10-01")
    #expect(try books.due(by: .province) == ["40": 5_000_000, "79": 3_000_000])
  }

  @Test func `codes pass from unit to unit on one day, whatever the order of rows`() throws {
    let answer = try books.take(
      """
      79-S2,Điểm chi trả số 1,site,79-C01,2026-10-01,,79-S1,
      79-S3,Điểm chi trả số 2,site,79-C01,2026-10-01,,79-S2,
      79-S1,Điểm chi trả số 3,site,79-C01,2026-10-01,,,

      """)
    #expect(answer.changes.map(\.kind) == [.recoded, .recoded, .opened])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a unit that only closes needs no first day, and closes once`() throws {
    let row = "79-S1,Điểm chi trả số 1,site,79-C01,,2026-10-31,,\n"
    #expect(try books.take(row).versions == 1)
    #expect(try books.take(row).versions == 0)
    #expect(
      try books.take("79-S1,Điểm chi trả số 1,site,79-C01,1900-01-01,2026-10-31,,\n").versions == 0)
    #expect(try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-10-31").state == .posted)
    #expect(
      try books.due(Person.binh, 5_000_000, at: "79-S1", on: "2026-11-01").codes == [.unitNotValid])
    let versions = try books.ledger.units(allVersions: true).filter { $0.code.text == "79-S1" }
    #expect(versions.map(\.validFrom.description) == ["1900-01-01", "2026-10-31"])
    #expect(versions.map(\.validTo?.description) == [nil, "2026-10-31"])
  }

  @Test func `in a register that somebody damaged, successors in a circle lose no money`() throws {
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-09-30")
    try TamperedBooks.edit(
      books.folder + "/ledger.db",
      """
      UPDATE unit_version SET valid_to = 20260930, successor_unit_id = 11 - unit_id
      WHERE code IN ('79-S1', '79-S2')
      """)
    #expect(try books.due(by: .province, tree: "2026-10-01") == ["79": 5_000_000])
    #expect(try books.ledger.verify().kinds.contains(.registerChanged))
  }

  @Test func `the units of a day are those that are valid then`() throws {
    try books.take("40-S1,Điểm chi trả Vinh,site,40,,2026-09-30,,79-S1\n")
    let before = try books.ledger.units(asAt: try #require(CivilDate("2026-09-30")))
    let after = try books.ledger.units(asAt: try #require(CivilDate("2026-10-01")))
    #expect(before.count == 8 && after.count == 7)
    #expect(before.first { $0.code.text == "40-S1" }?.successor == UnitCode("79-S1"))
    #expect(!after.contains { $0.code.text == "40-S1" })
    #expect(try books.ledger.units(asAt: try #require(CivilDate("2025-12-31"))).count == 9)
  }

  @Test func `a dry run says what the file does and adds nothing`() throws {
    let rows = """
      79,Thành phố Sài Gòn,province,VN,2026-10-01,,,
      79-S1,Điểm chi trả số 1,agency,79,2026-10-01,2026-12-31,,79-S2
      79-S2,Điểm chi trả số 2,site,79-C01,,2026-09-30,,
      40-S2,Điểm chi trả mới,site,40,2026-10-01,,,

      """
    let refused = try books.units(rows, isDryRun: true)
    #expect(refused.diagnosis.diagnostics.map(\.code) == [.unitSuccessorClosed])
    let good = rows.replacing("2026-09-30", with: "2027-09-30")
    let dry = try books.units(good, isDryRun: true)
    #expect(
      dry.changes.map { "\($0.unit) \($0.kind) \($0.from ?? "-") \($0.to ?? "-") \($0.date)" } == [
        "79 renamed Thành phố Hồ Chí Minh Thành phố Sài Gòn 2026-10-01",
        "79-S1 reclassified site agency 2026-10-01", "79-S1 moved 79-C01 79 2026-10-01",
        "79-S1 merged - 79-S2 2026-12-31", "79-S2 closed - - 2027-09-30",
        "40-S2 opened - 40 2026-10-01",
      ])
    #expect(dry.units == 10 && dry.versions == 4)
    #expect(try books.ledger.units(allVersions: true).count == 9)
    let real = try books.take(good)
    #expect(real.changes == dry.changes && real.versions == dry.versions)
  }
}
