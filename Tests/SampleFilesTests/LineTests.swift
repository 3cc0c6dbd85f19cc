import Foundation
import LedgerCore
import SampleFiles
import Testing

@Suite struct LineTests {
  @Test func `an obligation is owed once over both lists`() throws {
    let keys = try GeneratedSample(smallProvince(persons: 20_000)).owed().map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `a number belongs to one person`() throws {
    let rows = try GeneratedSample(smallProvince(persons: 20_000)).owed()
    var names: [String: Set<String>] = [:]
    for row in rows { names[row["person"], default: []].insert(row["name"]) }
    #expect(names.values.allSatisfy { $0.count == 1 })
    // Some have two benefits, but few.
    #expect(names.count < rows.count && names.count > rows.count * 95 / 100)
  }

  @Test func `numbers have the structure of personal or social insurance numbers`() throws {
    let rows = try GeneratedSample(smallProvince()).owed()
    for row in rows {
      let person = try #require(PersonNumber(row["person"]))
      let digits = Array(row["person"].utf8)
      #expect(row["person"] == person.digits)
      guard digits.count == 12 else { continue }
      let century = Int(digits[3] - 0x30)
      #expect(digits[0] == 0x30 && (0...3).contains(century))
      let year = 1900 + century / 2 * 100 + Int(digits[4] - 0x30) * 10 + Int(digits[5] - 0x30)
      switch row["benefit"] {
      case "pension": #expect((1926...1971).contains(year))
      case "maternity": #expect((1986...2006).contains(year) && century % 2 == 1)
      case "survivor": #expect((1926...1966).contains(year) || year >= 2009)
      default: #expect((1926...2008).contains(year))
      }
    }
    let short = rows.count { $0["person"].utf8.count == 10 }
    #expect((rows.count / 100...rows.count / 20).contains(short))
  }

  @Test func `names are composed Vietnamese of two words or more`() throws {
    for row in try GeneratedSample(smallProvince()).owed() {
      let name = row["name"]
      #expect(Array(name.utf8) == Array(name.precomposedStringWithCanonicalMapping.utf8))
      #expect(name.split(separator: " ").count >= 2)
      #expect(name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " })
    }
  }

  @Test func `accounts are well formed, stand on bank lines only and have one holder`() throws {
    var holders: [String: Set<String>] = [:]
    for row in try GeneratedSample(smallProvince(bankShare: 81)).owed() {
      let account = row["account"]
      guard row["channel"] == "bank" else {
        #expect(account.isEmpty)
        continue
      }
      #expect(account.wholeMatch(of: /9704[0-9]{2}:[0-9]{9,14}/) != nil)
      holders[account, default: []].insert(row["person"])
    }
    #expect(!holders.isEmpty && holders.values.allSatisfy { $0.count == 1 })
  }

  @Test func `lines stand in the order of their sites and name units that pay`() throws {
    let sample = try GeneratedSample(smallProvince())
    let kinds = Dictionary(
      uniqueKeysWithValues: try sample.list("sites.csv").rows.map { ($0["code"], $0["kind"]) })
    for path in ["due.csv", "short-term.csv"] {
      let rows = try sample.list(path).rows
      #expect(rows.map { $0["site"] } == rows.map { $0["site"] }.sorted())
      #expect(rows.map { $0["person"] } != rows.map { $0["person"] }.sorted())
      for row in rows {
        #expect(kinds[row["site"]] == (row["channel"] == "agency" ? "agency" : "site"))
        #expect(Channel(code: row["channel"]) != nil && Benefit(code: row["benefit"]) != nil)
        #expect(row["month"] == "2026-10")
      }
    }
  }

  @Test func `benefits and channels come in the planned proportions`() throws {
    let rows = try GeneratedSample(smallProvince(persons: 20_000, bankShare: 81)).list("due.csv")
      .rows
    func perMille(_ column: String, _ value: String) -> Int {
      rows.count { $0[column] == value } * 1000 / rows.count
    }
    #expect((765...795).contains(perMille("benefit", "pension")))
    #expect((120...140).contains(perMille("benefit", "survivor")))
    #expect((52...68).contains(perMille("benefit", "disability")))
    #expect((25...35).contains(perMille("benefit", "accident")))
    #expect((795...825).contains(perMille("channel", "bank")))
    let pensions = rows.filter { $0["benefit"] == "pension" }.map(\.amount)
    #expect((5_300_000...5_800_000).contains(pensions.reduce(0, +) / Int64(pensions.count)))
    #expect(pensions.allSatisfy { (1_500_000...25_000_000).contains($0) })
    #expect(pensions.contains { $0 % 1000 != 0 })
  }

  @Test func `next month has the same pensioners and other short-term cases`() throws {
    let october = try GeneratedSample(smallProvince())
    let november = try GeneratedSample(smallProvince(month: "2026-11"))
    func pensions(_ sample: GeneratedSample) throws -> [String] {
      try sample.list("due.csv").rows.map { row in
        ["person", "name", "benefit", "amount", "site", "channel", "account"]
          .map { row[$0] }.joined(separator: ",")
      }
    }
    func cases(_ sample: GeneratedSample) throws -> Set<String> {
      Set(try sample.list("short-term.csv").rows.map { $0["person"] })
    }
    #expect(try pensions(october) == pensions(november))
    #expect(try cases(october).isDisjoint(with: cases(november)))
    #expect(try october.bytes("unpaid.csv") != november.bytes("unpaid.csv"))
  }

  @Test(arguments: [
    ("2023-06", 14_900_000), ("2024-07", 23_400_000), ("2026-10", 25_300_000),
  ])
  func `a funeral grant is ten times the base of its month`(month: String, grant: Int64) throws {
    let rows = try GeneratedSample(smallProvince(persons: 20_000, month: month)).owed()
    let funerals = rows.filter { $0["benefit"] == "funeral" }
    #expect(!funerals.isEmpty && funerals.allSatisfy { $0.amount == grant })
  }
}
