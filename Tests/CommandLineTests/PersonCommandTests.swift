import Foundation
import Testing

/// Holds, deaths and links on the command line: what is said, and with which exit code.
@Suite struct PersonCommandTests {
  private let folder = Result { try Folder() }
  private static let an = "079060000011"
  private static let card = "7911223344"

  private func made() throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    return program
  }

  private func due(_ person: String, _ month: String) -> String {
    "person,benefit,month,amount,site,channel\n\(person),pension,\(month),5000000,79-S1,cash\n"
  }

  /// Commands that cannot be understood, or name what is not there.
  static let mistakes: [(arguments: [String], exit: Int32, code: String)] = [
    (["hold", "add", "12345", "--reason", "x", "--from", "2026-03-01"], 64, "L0801"),
    (["hold", "add", an, "--reason", "", "--from", "2026-03-01"], 64, "L0801"),
    (["hold", "add", an, "--reason", "x", "--from", "2026-02-30"], 64, "L0801"),
    (
      ["hold", "add", an, "--reason", "x", "--from", "2026-03-01", "--to", "2026-02-01"], 64,
      "L0801"
    ),
    (["hold", "add", an, "--reason", "x", "--from", "2026-03-01", "--kind", "gone"], 64, "L0801"),
    (["hold", "import", "nowhere.csv"], 66, "L0101"),
    (["hold", "import", "sites.csv"], 65, "L0203"),
    (["hold", "release", "x", "--reason", "x"], 64, "L0801"),
    (["hold", "release", "12345678901", "--reason", "x"], 64, "L0801"),
    (["hold", "release", "1", "--reason", "x"], 64, "L0851"),
    (["hold", "release", an, "--reason", "x"], 64, "L0851"),
    (["hold", "list", "--person", "1"], 64, "L0801"),
    (["death", "nowhere.csv"], 66, "L0101"),
    (["death", "sites.csv"], 65, "L0203"),
    (["death", "sites.csv", "--period", "2026-13"], 64, "L0801"),
    (["person", "1"], 64, "L0801"),
    (["person", "show", an], 64, "L0851"),
    (["person", "link", an, an, "--reason", "x"], 65, "L0547"),
    (["person", "link", an, "1", "--reason", "x"], 64, "L0801"),
    (["person", "link", an, card, "--reason", ""], 64, "L0801"),
    (["person", "import", "nowhere.csv"], 66, "L0101"),
    (["post", "paid", "due.csv", "--held", "skip"], 64, "L0801"),
    (["post", "due", "due.csv", "--held-report", "x.csv"], 64, "L0801"),
    (["post", "due", "a.csv", "b.csv", "--held", "skip", "--held-report", "x.csv"], 64, "L0801"),
  ]

  @Test func `what cannot be done is said with its code, and changes nothing`() throws {
    let program = try made()
    let before = try program.run("verify", "--json").output
    for (arguments, exit, code) in Self.mistakes {
      let (process, output, talk) = try program.start(arguments + ["--json"])
      process.waitUntilExit()
      try output.seek(toOffset: 0)
      try talk.seek(toOffset: 0)
      let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
      #expect(process.terminationStatus == exit, "\(arguments): \(text)")
      #expect(text.contains("\"code\":\"\(code)\""), "\(arguments): \(text)")
      let said = text + String(decoding: try talk.readToEnd() ?? Data(), as: UTF8.self)
      #expect(!said.contains(Self.an), "\(arguments) shows a number whole")
    }
    #expect(try program.run("verify", "--json").output == before)
    #expect(try program.run("hold", "list").output == "There are no such holds.\n")
    #expect(try program.run("person", "links").output == "No numbers are linked.\n")
  }

  @Test func `a report of held rows takes the place of no file`() throws {
    let program = try made()
    try program.write(
      "due.csv", due(Self.an, "2026-10") + "079160000022,pension,2026-10,1,79-S1,cash\n")
    #expect(
      try program.run("hold", "add", Self.an, "--reason", "x", "--from", "2026-03-01").exit == 0)
    #expect(try program.run("post", "due", "due.csv").exit == 65)
    try program.write("due.held.csv", "mine\n")
    let taken = try program.run("post", "due", "due.csv", "--held", "skip", "--json")
    #expect(try taken.exit == 73 && taken.errorCode() == "L0822")
    let other = try program.run(
      "post", "due", "due.csv", "--held", "skip", "--held-report", "other.csv", "--json")
    #expect(other.exit == 0)
    let batch = try #require((try other.json()["batches"] as? [[String: Any]])?.first)
    #expect(batch["leftOut"] as? Int == 1 && batch["heldReport"] as? String == "other.csv")
    #expect(batch["lines"] as? Int == 1)
    let again = try program.run("post", "due", "due.csv", "--held", "skip")
    #expect(again.exit == 0 && again.output.contains("posted before as batch 1"))
  }

  @Test func `what a link shows to be owed twice is a finding`() throws {
    let program = try made()
    try program.write("old.csv", due(Self.card, "2026-10"))
    try program.write("new.csv", due(Self.an, "2026-10"))
    #expect(try program.run("post", "due", "old.csv", "new.csv").exit == 0)
    let linked = try program.run("person", "link", Self.card, Self.an, "--reason", "new card")
    #expect(linked.exit == 1)
    #expect(linked.output.contains("batch 1, old.csv:2") && linked.output.contains("batch 2, new"))
    let same = try program.run("person", "link", Self.an, Self.card, "--reason", "x")
    #expect(same.exit == 0 && same.output == "The numbers are linked already.\n")
    #expect(
      try program.run("person", Self.an).output == program.run("person", "show", Self.an).output)
    #expect(try program.run("verify").exit == 0)
  }

  @Test func `a death is worked out, posted once, and answered in đồng`() throws {
    let program = try made()
    try program.write(
      "due.csv", due(Self.an, "2026-02") + "\(Self.an),pension,2026-03,1,79-S1,cash\n")
    #expect(try program.run("post", "due", "due.csv").exit == 0)
    try program.write("deaths.csv", "person,date\n\(Self.an),2026-02-10\n")
    #expect(try program.run("death", "deaths.csv", "--dry-run").exit == 0)
    #expect(try program.run("hold", "list").output == "There are no such holds.\n")
    let early = try program.run("death", "deaths.csv", "--date", "2026-02-09", "--json")
    #expect(try early.exit == 65 && early.errorCode() == "L0549")
    #expect(early.talk.contains("2026-02-10, is after the business date, 2026-02-09"))
    #expect(try program.run("hold", "list").output == "There are no such holds.\n")
    let done = try program.run("death", "deaths.csv", "--json")
    #expect(done.exit == 0)
    let death = try #require((try done.json()["deaths"] as? [[String: Any]])?.first)
    #expect((death["inherited"] as? [String: Int])?["amount"] == 5_000_000)
    #expect((death["cancelled"] as? [String: Int])?["count"] == 1)
    let again = try program.run("death", "deaths.csv")
    #expect(again.exit == 0 && again.output.contains("There is nothing to post."))
    #expect(try program.run("verify").exit == 0)
  }
}
