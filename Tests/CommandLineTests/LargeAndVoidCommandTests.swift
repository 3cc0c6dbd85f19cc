import Foundation
import Testing

/// What the program says of a submission that is void, of sums over 64 bits, and of a death.
@Suite struct LargeAndVoidCommandTests {
  private let folder = Result { try Folder() }
  private let an = "079060000011"

  private func made(_ arguments: String...) throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    let (process, _, _) = try program.start(["init", "--sites", "sites.csv"] + arguments)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return program
  }

  @Test func `a submission that is void for one mistake has one mistake`() throws {
    let program = try made("--control", "four-eyes", "--user", "quan", "--key", "quan.key")
    for (name, role) in [("lan", "clerk"), ("minh", "approver")] {
      let added = try program.run(
        "user", "add", name, "--role", role, "--key", "\(name).key", "--by", "quan.key")
      #expect(added.exit == 0, "\(added)")
    }
    try program.write(
      "due.csv", "person,benefit,month,amount,site,channel\n\(an),pension,2026-10,5,79-S1,cash\n")
    #expect(try program.run("post", "due", "due.csv", "--key", "lan.key").exit == 0)
    let held = try program.run(
      "hold", "add", an, "--reason", "inspection", "--from", "2026-10-01", "--key", "lan.key")
    #expect(held.exit == 0, "\(held)")
    let void = try program.run("batch", "approve", "1", "--key", "minh.key")
    #expect(void.talk.contains("L1015") && void.talk.contains("L0541"))
    #expect(void.output.hasSuffix("refused, nothing of it is posted: 1 mistake.\n"), "\(void)")
  }

  @Test func `the trial balance prints sums over 64 bits to the last digit`() throws {
    let program = try made()
    for fund in ["retirement", "health"] {
      let rows = (1...900).map { "79-S1,\(fund),10000000000000000,\($0)\n" }
      try program.write("\(fund).csv", "unit,fund,amount,document\n" + rows.joined())
      #expect(try program.run("post", "advance", "\(fund).csv").exit == 0)
    }
    let shown = try program.run("trial-balance")
    #expect(shown.exit == 0)
    #expect(shown.output.contains("18.000.000.000.000.000.000  18.000.000.000.000.000.000"))
    let json = try program.run("trial-balance", "--json")
    let both = "18000000000000000000"
    #expect(json.output.contains(",\"debit\":\(both),\"credit\":\(both),"))
  }

  @Test func `a death says what it leaves to a clerk`() throws {
    let program = try made()
    let list = "person,benefit,month,amount"
    try program.write("due.csv", "\(list),site,channel\n\(an),pension,2026-10,5000000,79-S1,cash\n")
    #expect(try program.run("post", "due", "due.csv").exit == 0)
    try program.write("court.csv", "\(list)\n\(an),pension,2026-10,1500000\n")
    #expect(try program.run("post", "withheld", "court.csv").exit == 0)
    try program.write("deaths.csv", "person,date\n\(an),2026-09-10\n")
    let dry = try program.run("death", "deaths.csv", "--dry-run")
    #expect(dry.output.contains("*********011: of 1 later month 1.500.000 đ is withheld"))
    let json = try program.run("death", "deaths.csv", "--json").json()
    let death = try #require((json["deaths"] as? [[String: Any]])?.first)
    #expect((death["withheld"] as? [String: Any])?["amount"] as? Int == 1_500_000)
    #expect((death["partlyOverpaid"] as? [String: Any])?["count"] as? Int == 0)
  }
}
