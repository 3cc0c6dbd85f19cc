import Foundation
import LedgerCore
import SampleFiles
import Testing

@Suite struct PlanTests {
  @Test func `the same plan gives the same bytes`() throws {
    let first = try GeneratedSample(smallProvince())
    let second = try GeneratedSample(smallProvince())
    #expect(try first.paths() == second.paths())
    #expect(first.summary == second.summary)
    for path in try first.paths() { #expect(try first.bytes(path) == second.bytes(path)) }
  }

  @Test func `another seed gives other bytes in every payment list`() throws {
    let first = try GeneratedSample(smallProvince(seed: 2))
    let second = try GeneratedSample(smallProvince(seed: 3))
    for path in ["due.csv", "short-term.csv", "contribution.csv", "bank-paid.csv"] {
      #expect(try first.bytes(path) != second.bytes(path))
    }
  }

  @Test func `the bytes of a plan are the same on every machine and in every version`() throws {
    let sample = try GeneratedSample(smallProvince(persons: 50))
    let due = try Array(sample.bytes("due.csv"))
    #expect(
      Digest.sha256(due).description
        == "d9a14a5271b1a00899567654d33feec265a04baa8c4bb597a9d4bb97a4c80c9b")
  }

  @Test func `the summary says what is in the files`() throws {
    let sample = try GeneratedSample(smallProvince())
    let summary = sample.summary
    #expect(summary.files == (try sample.paths().count))
    #expect(summary.persons == 2000)
    #expect(summary.sites == 30)
    #expect(try sample.list("due.csv").rows.count == 2000)
    #expect(summary.dueLines == (try sample.owed().count))
    #expect(summary.dueTotal == (try sample.owed().map(\.amount).reduce(0, +)))
    #expect(summary.shortTermLines == (try sample.list("short-term.csv").rows.count))
    #expect(summary.unpaidLines == (try sample.list("unpaid.csv").rows.count))
    #expect(summary.returnedLines == (try sample.list("returned.csv").rows.count))
    let paid = try sample.cashPaid().count + sample.list("bank-paid.csv").rows.count
    #expect(summary.paidLines == paid)
  }

  @Test func `a plan without sizes has those of the country and of a middling province`() throws {
    let month = try #require(Month("2026-10"))
    let nation = SamplePlan(scope: .nation, month: month)
    #expect(nation.persons == 3_300_000 && nation.sites == 15_000 && nation.bankShare == 81)
    let province = SamplePlan(scope: .province, month: month)
    #expect(province.persons == 20_000 && province.sites == 240 && province.seed == 1)
  }

  @Test func `a directory that is not empty is refused and left alone`() throws {
    let directory = GeneratedSample.unusedDirectory()
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: directory) }
    try Data("mine".utf8).write(to: directory.appending(path: "note.txt"))
    #expect(throws: SampleError.exists(directory.path)) {
      try generateSample(smallProvince(), into: directory.path)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["note.txt"])
  }

  @Test func `an empty directory is used`() throws {
    let directory = GeneratedSample.unusedDirectory()
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: directory) }
    #expect(try generateSample(smallProvince(), into: directory.path).files > 0)
  }

  @Test func `a directory whose parent is missing cannot be created`() throws {
    let directory = GeneratedSample.unusedDirectory().appending(path: "inside").path
    #expect(throws: SampleError.cannotCreate(directory, errno: ENOENT)) {
      try generateSample(smallProvince(), into: directory)
    }
  }

  @Test(arguments: [(0, 30, 50), (2000, 0, 50), (2000, 30, 101), (2000, 30, -1)])
  func `a plan that makes no sense is refused before anything is created`(
    persons: Int, sites: Int, bankShare: Int
  ) throws {
    let directory = GeneratedSample.unusedDirectory().path
    let plan = SamplePlan(
      scope: .province, persons: persons, sites: sites, month: try #require(Month("2026-10")),
      bankShare: bankShare)
    #expect(throws: SampleError.self) { try generateSample(plan, into: directory) }
    #expect(!FileManager.default.fileExists(atPath: directory))
  }

  @Test func `one person at one site leaves out the lists that would be empty`() throws {
    let plan = SamplePlan(
      scope: .province, persons: 1, sites: 1, month: try #require(Month("2026-02")), bankShare: 0)
    let sample = try GeneratedSample(plan)
    #expect(
      try sample.paths() == [
        "advance.csv", "budget.csv", "contribution.csv", "due.csv", "paid/40-00001.csv",
        "sites.csv",
      ])
  }

  @Test func `progress ends at its total`() throws {
    let directory = GeneratedSample.unusedDirectory()
    defer { try? FileManager.default.removeItem(at: directory) }
    var reports: [(done: Int, total: Int)] = []
    try _ = generateSample(smallProvince(), into: directory.path) { reports.append(($0, $1)) }
    #expect(reports.map(\.done) == reports.map(\.done).sorted())
    #expect(reports.last?.done == reports.last?.total)
  }

  @Test func `only the owner may read the files`() throws {
    let sample = try GeneratedSample(smallProvince())
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(sample.directory.path) == 0o700)
    #expect(try mode(sample.directory.path + "/paid") == 0o700)
    for path in try sample.paths() {
      #expect(try mode("\(sample.directory.path)/\(path)") == 0o600)
    }
  }
}
