import Foundation
import LedgerCore
import SampleFiles
import Testing

@Suite struct UnitTests {
  /// The codes of the General Statistics Office before July 2025.
  private static let provinces = """
    01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48
    49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private func nation() throws -> GeneratedSample {
    try GeneratedSample(
      SamplePlan(
        scope: .nation, persons: 20_000, sites: 700, month: try #require(Month("2026-10"))))
  }

  @Test func `a nation has the 63 provinces by code and name, each with an agency`() throws {
    let rows = try nation().list("sites.csv").rows
    let provinces = rows.filter { $0["kind"] == "province" }
    #expect(provinces.map { $0["code"] } == Self.provinces)
    let names = Dictionary(uniqueKeysWithValues: provinces.map { ($0["code"], $0["name"]) })
    #expect(names["01"] == "Thành phố Hà Nội")
    #expect(names["40"] == "Tỉnh Nghệ An")
    #expect(names["66"] == "Tỉnh Đắk Lắk")
    #expect(names["79"] == "Thành phố Hồ Chí Minh")
    #expect(names.values.count { $0.hasPrefix("Thành phố ") } == 5)
    let agencies = rows.filter { $0["kind"] == "agency" }
    #expect(agencies.map { $0["code"] } == Self.provinces.map { "\($0)-AGENCY" })
  }

  @Test func `all provinces of a nation owe, take in and pay`() throws {
    let sample = try nation()
    let codes = Set(Self.provinces)
    #expect(Set(try sample.owed().map { String($0["site"].prefix(2)) }) == codes)
    #expect(Set(try sample.list("contribution.csv").rows.map { $0["unit"] }) == codes)
    #expect(Set(try sample.cashPaid().map { String($0["site"].prefix(2)) }) == codes)
    let keys = try sample.owed().map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `a parent stands before its children and is of the kind above`() throws {
    let above = [
      "nation": "", "province": "nation", "district": "province", "agency": "province",
      "commune": "district", "site": "commune",
    ]
    for sample in [try nation(), try GeneratedSample(smallProvince())] {
      var kinds = ["": ""]
      for row in try sample.list("sites.csv").rows {
        #expect(UnitKind(code: row["kind"]) != nil)
        #expect(kinds[row["parent"]] == above[row["kind"]])
        #expect(kinds.updateValue(row["kind"], forKey: row["code"]) == nil)
      }
    }
  }

  @Test func `codes are short ASCII and names composed`() throws {
    for row in try nation().list("sites.csv").rows {
      let (code, name) = (row["code"], row["name"])
      #expect(code.wholeMatch(of: /[A-Za-z0-9._-]{1,16}/) != nil)
      #expect(!name.isEmpty)
      #expect(Array(name.utf8) == Array(name.precomposedStringWithCanonicalMapping.utf8))
      if row["kind"] == "site" { #expect(code.wholeMatch(of: /\d{2}-\d{5}/) != nil) }
      if row["kind"] == "commune" { #expect(code.wholeMatch(of: /\d{2}-C\d{4}/) != nil) }
      if row["kind"] == "district" { #expect(code.wholeMatch(of: /\d{2}-D\d{2}/) != nil) }
    }
  }

  @Test func `each commune has a site and each district a commune`() throws {
    let rows = try nation().list("sites.csv").rows
    let parents = Set(rows.map { $0["parent"] })
    for row in rows where row["kind"] == "commune" || row["kind"] == "district" {
      #expect(parents.contains(row["code"]))
    }
    #expect(rows.count { $0["kind"] == "site" } == 700)
  }

  @Test func `names with a comma are quoted`() throws {
    let sample = try GeneratedSample(smallProvince())
    let text = String(decoding: try sample.bytes("sites.csv"), as: UTF8.self)
    #expect(text.contains(",\"Bưu điện văn hoá "))
    #expect(try sample.list("sites.csv").rows.contains { $0["name"].contains(", quầy số ") })
  }

  @Test func `seed 1 makes Nghệ An and other seeds make other provinces`() throws {
    func province(_ seed: UInt64) throws -> String? {
      try GeneratedSample(smallProvince(seed: seed)).list("sites.csv").rows
        .first { $0["kind"] == "province" }?["code"]
    }
    #expect(try province(1) == "40")
    #expect(try Set((2...6).map { try province($0) }).count > 1)
  }

  @Test func `a nation without a site for each province is refused`() throws {
    let plan = SamplePlan(
      scope: .nation, persons: 100, sites: 62, month: try #require(Month("2026-10")))
    #expect(throws: SampleError.impossible("sites must be 63 to 900000")) {
      try generateSample(plan, into: GeneratedSample.unusedDirectory().path)
    }
  }
}
