import Foundation
import Testing

/// A file of units about days gone by, and reports of before it, as scripts and people rely on them.
@Suite struct RegisterTimeCommandTests {
  private let folder = Result { try Folder() }

  /// A pension at a site of province 79; then a file says that the site was of province 40 by then.
  private func books() throws -> (program: Program, imported: Program.Outcome) {
    let program = try folder.get().program
    try program.write(
      "sites.csv",
      "code,name,kind,parent\n79,Sài Gòn,province,\n40,Nghệ An,province,\n79-S1,Điểm số 1,site,79\n"
    )
    try program.write(
      "due.csv",
      "person,benefit,month,amount,site,channel\n079060000011,pension,2026-10,5000000,79-S1,cash\n")
    try program.write(
      "moved.csv",
      "code,name,kind,parent,valid_from,valid_to,successor\n79-S1,Điểm số 1,site,40,2026-09-01,,\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    #expect(try program.run("post", "due", "due.csv", "--date", "2026-10-01").exit == 0)
    let dry = try program.run("sites", "import", "moved.csv", "--dry-run", "--json")
    let diagnostics = try #require(try dry.json()["diagnostics"] as? [[String: Any]])
    #expect(dry.exit == 0 && diagnostics.map { $0["code"] as? String } == ["L0720"])
    #expect(try program.run("sites", "list", "--json").output.contains("\"parent\":\"79\""))
    return (program, try program.run("sites", "import", "moved.csv", "--json"))
  }

  @Test func `a warning goes with the answer, and the exit code is that of success`() throws {
    let (program, imported) = try books()
    #expect(imported.exit == 0)
    let answer = try imported.json()
    #expect(answer["versions"] as? Int == 1 && answer["error"] == nil)
    let warning = try #require((answer["diagnostics"] as? [[String: Any]])?.first)
    #expect(warning["severity"] as? String == "warning" && warning["line"] as? Int == 2)
    #expect(warning["file"] as? String == "moved.csv")
    #expect(imported.talk.contains("moved.csv:2:1: L0720"))
    let again = try program.run("sites", "import", "moved.csv", "--json")
    #expect(again.output == "{\"units\":3,\"versions\":0,\"changes\":[]}\n" && again.talk.isEmpty)
  }

  @Test func `lists and totals show the register of then, and changes names the record`() throws {
    let program = try books().program
    func province(_ arguments: String...) throws -> String? {
      let (process, output, _) = try program.start(
        ["totals", "--by", "province", "--json"] + arguments)
      process.waitUntilExit()
      try output.seek(toOffset: 0)
      let answer = try JSONSerialization.jsonObject(with: try output.readToEnd() ?? Data())
      let rows = (answer as? [String: Any])?["rows"] as? [[String: Any]]
      return rows?.first?["province"] as? String
    }
    #expect(try province() == "40")
    #expect(try province("--as-known-at", "1") == "79")
    let then = try program.run("sites", "list", "--as-known-at", "1", "--json")
    #expect(then.output.contains("\"code\":\"79-S1\""))
    #expect(!then.output.contains("\"parent\":\"40\""))
    let changes = try program.run("changes", "--since", "1", "--by", "province", "--json")
    let answer = try changes.json()
    #expect(changes.exit == 0 && answer["explained"] as? Bool == true)
    let news = try #require((answer["register"] as? [[String: Any]])?.first)
    #expect(news["record"] as? Int == 3 && news["file"] as? String == "moved.csv")
    let rows = try #require(news["rows"] as? [[String: Any]])
    #expect(rows.map { $0["province"] as? String } == ["40", "79"])
    #expect(rows.map { $0["amount"] as? Int } == [5_000_000, -5_000_000])
    let text = try program.run("changes", "--since", "1", "--by", "province").output
    #expect(text.contains("moved 79-S1 from 79 to 40 on 2026-09-01"), "\(text)")
    #expect(text.contains("explained by 1 record of the register."), "\(text)")
  }

  @Test func `lists of the register take a batch and nothing else`() throws {
    let program = try books().program
    for list in [["sites", "list"], ["hold", "list"], ["person", "links"]] {
      for (bad, exit) in [("x", Int32(64)), ("1.5", 64), ("0", 0), ("999", 0)] {
        let (process, _, _) = try program.start(list + ["--as-known-at", bad, "--json"])
        process.waitUntilExit()
        #expect(process.terminationStatus == exit, "\(list) \(bad)")
      }
      let (process, _, _) = try program.start(list + ["--as-known-at=-1", "--json"])
      process.waitUntilExit()
      #expect(process.terminationStatus == 64, "\(list)")
    }
  }
}
