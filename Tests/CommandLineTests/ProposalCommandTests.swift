import Foundation
import Testing

/// What takes two persons at the command line: the first call proposes, the second carries it out.
@Suite struct ProposalCommandTests {
  private let folder = Result { try Folder() }

  /// A ledger with a user of every role that may propose or agree, and one who may read.
  private func made() throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    #expect(
      try program.run(
        "init", "--sites", "sites.csv", "--control", "four-eyes", "--user", "quan", "--key",
        "quan.key"
      ).exit == 0)
    for (name, role) in [
      ("lan", "clerk"), ("hoa", "controller"), ("minh", "approver"), ("tam", "auditor"),
    ] {
      let added = try program.run(
        "user", "add", name, "--role", role, "--key", "\(name).key", "--by", "quan.key")
      #expect(added.exit == 0, "\(added)")
    }
    return program
  }

  private func expect(
    _ outcome: Program.Outcome, _ state: String, by user: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let json = try outcome.json()
    #expect(
      outcome.exit == 0 && json["state"] as? String == state
        && json["proposedBy"] as? String == user, "\(outcome)", sourceLocation: sourceLocation)
    if state == "proposed" {
      #expect(json["record"] is Int, "\(outcome)", sourceLocation: sourceLocation)
    }
  }

  @Test func `a chart is proposed, agreed to, and in force`() throws {
    let program = try made()
    try program.write("chart.toml", "[chart]\nname = \"BHXH\"\nsource = \"A decision\"\n")
    func take(_ key: String) throws -> Program.Outcome {
      try program.run(
        "chart", "import", "chart.toml", "--reason", "QD 7", "--key", key, "--json")
    }
    #expect(try take("lan.key").errorCode() == "L1008")
    try expect(try take("hoa.key"), "proposed", by: "hoa")
    let again = try take("hoa.key")
    #expect(try again.exit == 65 && again.errorCode() == "L0329")
    #expect(try program.run("chart", "show", "--json").json()["record"] as? Int == 1)
    try expect(try take("minh.key"), "recorded")
    try expect(try take("minh.key"), "unchanged")
    #expect(try program.run("verify").exit == 0)
  }

  @Test func `a hand-over and a link are proposed, and agreed to by the same call`() throws {
    let program = try made()
    try program.write("advance.csv", "unit,fund,amount\n79-S1,retirement,9000000\n")
    try program.write(
      "closing.csv",
      "code,name,kind,parent,valid_from,valid_to\n79-S1,Điểm số 1,site,79,,2026-10-31\n"
        + "79-S2,Điểm số 2,site,79,2026-10-31,\n")
    let posted = try program.run(
      "post", "advance", "advance.csv", "--date", "2026-10-01", "--key", "lan.key")
    #expect(posted.exit == 0, "\(posted)")
    let shown = try program.run("batch", "show", "--submission", "1", "--lines", "--json").json()
    #expect((shown["entries"] as? [Any])?.count == 1 && shown["moreLines"] as? Int == 0)
    #expect(
      try program.run("batch", "show", "--submission", "1", "--lines").output.contains("9.000.000"))
    #expect(try program.run("batch", "approve", "1", "--key", "minh.key").exit == 0)
    #expect(try program.run("sites", "import", "closing.csv", "--key", "lan.key").exit == 0)
    let dry = try program.run(
      "sites", "transfer", "79-S1", "79-S2", "--reason", "QD 12", "--date", "2026-11-02",
      "--dry-run", "--json")
    #expect(try dry.exit == 0 && dry.json()["total"] as? Int == 9_000_000)
    func transfer(_ key: String) throws -> Program.Outcome {
      try program.run(
        "sites", "transfer", "79-S1", "79-S2", "--reason", "QD 12", "--date", "2026-11-02", "--key",
        key, "--json")
    }
    try expect(try transfer("lan.key"), "proposed", by: "lan")
    #expect(try transfer("minh.key").json()["total"] as? Int == 9_000_000)
    func link(_ key: String) throws -> Program.Outcome {
      try program.run(
        "person", "link", "079060000011", "079160000022", "--reason", "new card", "--key", key,
        "--json")
    }
    try expect(try link("lan.key"), "proposed", by: "lan")
    try expect(try link("minh.key"), "linked")
    let verified = try program.run("verify", "--json").json()
    #expect(verified["ok"] as? Bool == true && verified["record"] is Int)
    #expect((verified["register"] as? String)?.count == 64)
  }

  @Test func `a release is proposed, and agreed to with the day of then`() throws {
    let program = try made()
    let held = try program.run(
      "hold", "add", "079060000011", "--reason", "x", "--from", "2026-01-01", "--key", "lan.key")
    #expect(held.exit == 0, "\(held)")
    func run(_ key: String) throws -> Program.Outcome {
      try program.run(
        "hold", "release", "1", "--reason", "found", "--date", "2026-10-01", "--json", "--key", key)
    }
    #expect(
      try program.run("hold", "release", "1", "--reason", "x", "--json").errorCode() == "L1001")
    #expect(try run("tam.key").errorCode() == "L1008")
    try expect(try run("lan.key"), "proposed", by: "lan")
    #expect(try run("lan.key").errorCode() == "L0329")
    let told = try program.run(
      "hold", "release", "1", "--reason", "found", "--date", "2026-10-01", "--key", "hoa.key")
    #expect(
      told.output.contains("an approver other than hoa") && told.output.contains("2026-10-01"),
      "\(told)")
    try expect(try run("minh.key"), "released")
    #expect(try program.run("hold", "list").output.contains("2026-10-01"))
    #expect(try program.run("verify").exit == 0)
  }

  @Test func `a year end is proposed and agreed to, and December says that it is missing`() throws {
    let program = try made()
    try program.write("contribution.csv", "unit,fund,amount\n79,retirement,1000\n")
    #expect(
      try program.run(
        "post", "contribution", "contribution.csv", "--date", "2025-12-05", "--key", "lan.key"
      ).exit == 0)
    #expect(try program.run("batch", "approve", "1", "--key", "minh.key").exit == 0)
    let december = try program.run("period", "close", "2025-12", "--key", "hoa.key")
    #expect(december.exit == 0 && december.output.contains("close --year 2025"), "\(december)")
    // Closed already, it has nothing to tell.
    #expect(
      try program.run("period", "close", "2025-12", "--key", "hoa.key", "--json").json()[
        "yearToClose"] == nil)
    func close(_ key: String) throws -> Program.Outcome {
      try program.run("close", "--year", "2025", "--key", key, "--json")
    }
    let early = try close("hoa.key")
    #expect(try early.errorCode() == "L0323" && early.talk.contains("reopen 2025-12"), "\(early)")
    for key in ["hoa.key", "minh.key"] {
      #expect(
        try program.run(
          "period", "reopen", "2025-12", "--reason", "year end", "--key", key
        ).exit == 0)
    }
    try expect(try close("hoa.key"), "proposed", by: "hoa")
    #expect(try program.run("batch", "list", "--json").output.contains("year-end") == false)
    let closed = try close("minh.key")
    try expect(closed, "closed")
    let batch = try #require(try closed.json()["batch"] as? [String: Any])
    #expect(batch["total"] as? Int == 1_000)
    #expect(try program.run("verify").exit == 0)
  }

  @Test func `units, holds and links take a key, and a dry run none`() throws {
    let program = try made()
    try program.write("more.csv", "code,name,kind,parent\n79-S2,Điểm số 2,site,79\n")
    try program.write("held.csv", "person,reason,from,to\n079060000011,x,2026-01-01,\n")
    try program.write("links.csv", "old,new\n079060000011,7911223344\n")
    #expect(try program.run("sites", "import", "more.csv", "--dry-run").exit == 0)
    for (arguments, key) in [
      (["sites", "import", "more.csv"], "lan.key"), (["hold", "import", "held.csv"], "lan.key"),
      (["person", "import", "links.csv"], "hoa.key"),
      (["person", "link", "079060000011", "079160000022", "--reason", "x"], "hoa.key"),
    ] {
      func run(_ more: [String]) throws -> (exit: Int32, text: String) {
        let (process, output, _) = try program.start(arguments + more + ["--json"])
        process.waitUntilExit()
        try output.seek(toOffset: 0)
        return (
          process.terminationStatus,
          String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
        )
      }
      let nobody = try run([])
      #expect(nobody.exit == 77 && nobody.text.contains("L1001"), "\(arguments) \(nobody)")
      let auditor = try run(["--key", "tam.key"])
      #expect(auditor.exit == 77 && auditor.text.contains("L1008"), "\(arguments) \(auditor)")
      let done = try run(["--key", key])
      #expect(done.exit == 0, "\(arguments) \(done)")
    }
    #expect(try program.run("verify").exit == 0)
  }

  @Test func `the list of users says by which record somebody was revoked`() throws {
    let program = try made()
    let revoked = try program.run(
      "user", "revoke", "lan", "--reason", "left", "--key", "quan.key", "--json")
    #expect(try revoked.json()["record"] as? Int == 8)
    let listed = try program.run("user", "list")
    let lan = listed.output.split(separator: "\n").first { $0.hasPrefix("lan") }
    #expect(
      lan?.split(separator: " ").map(String.init) == ["lan", "clerk", "8", "revoked"], "\(listed)")
    let users = try #require(
      try program.run("user", "list", "--json").json()["users"] as? [[String: Any]])
    let entry = try #require(users.first { $0["user"] as? String == "lan" })
    #expect(entry["record"] as? Int == 8 && entry["revoked"] as? Bool == true)
  }
}
