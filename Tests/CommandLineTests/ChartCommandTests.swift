import Foundation
import Testing

/// Charts as scripts see them: documents, exit codes, and warnings that stop nothing.
@Suite struct ChartCommandTests {
  private let folder = Result { try Folder() }

  private static let rule = "\n[[rule]]\nevent = \"due\"\ndebit = \"fund\"\ncredit = \"payable\"\n"

  @Test func `what chart show prints makes the same chart again`() throws {
    let program = try folder.get().program
    #expect(try program.run("init").exit == 0)
    let shown = try program.run("chart", "show")
    try program.write("chart.toml", shown.output)
    #expect(try program.run("init", "--chart", "chart.toml", "--ledger", "two.db").exit == 0)
    #expect(try program.run("chart", "show", "--ledger", "two.db").output == shown.output)
    let json = try program.run("chart", "show", "--json").json()
    #expect(json["record"] as? Int == 1)
    #expect(json["name"] as? String == "Vietnam Social Security")
    #expect((json["accounts"] as? [Any])?.count == 13)
    let limits = try #require(json["limits"] as? [[String: Any]])
    #expect(limits.map { $0["hold"] as? Int }.prefix(2) == [200_000_000, nil])
    #expect(limits.map { $0["holdPerCent"] as? Int }.prefix(2) == [nil, 1_000])
    for table in ["mappings", "rules", "funds", "parameters", "approvals"] {
      #expect(json[table] is [Any], "\(table)")
    }
  }

  @Test func `a chart with a mistake is exit 65, with its place, and makes nothing`() throws {
    let program = try folder.get().program
    try program.write("bad.toml", "[chart]\nname = \"A\"\nsource = \"B\"\nnmae = 1\n")
    #expect(try program.run("init").exit == 0)
    for refused in [
      try program.run("init", "--chart", "bad.toml", "--ledger", "none.db", "--json"),
      try program.run("chart", "import", "bad.toml", "--reason", "x", "--json"),
    ] {
      #expect(refused.exit == 65)
      #expect(try refused.errorCode() == "L0902")
      let mistakes = try #require(refused.json()["diagnostics"] as? [[String: Any]])
      #expect(mistakes.map { $0["line"] as? Int } == [4])
      #expect(mistakes.map { $0["column"] as? Int } == [1])
    }
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/none.db"))
    #expect(try program.run("init", "--chart", "no.toml", "--ledger", "none.db").exit == 66)
  }

  @Test func `charts are imported, listed and shown by record and by batch`() throws {
    let program = try folder.get().program
    #expect(try program.run("init").exit == 0)
    let text = try program.run("chart", "show").output
    try program.write("chart.toml", text.replacing("warn = 25000000", with: "warn = 30000000"))
    #expect(try program.run("chart", "import", "chart.toml").exit == 64)
    let imported = try program.run("chart", "import", "chart.toml", "--reason", "R", "--json")
    #expect(
      imported.output
        == #"{"state":"recorded","record":2,"name":"Vietnam Social Security","new":true,"#
        + #""proposedBy":null}"# + "\n")
    #expect(try program.run("chart", "show", "--record", "1").output == text)
    #expect(try program.run("chart", "show", "--as-known-at", "0").output == text)
    #expect(try program.run("chart", "show").output != text)
    #expect(try program.run("chart", "show", "--record", "9", "--json").errorCode() == "L0851")
    #expect(try program.run("chart", "show", "--record", "1", "--as-known-at", "1").exit == 64)
    let charts = try program.run("chart", "list", "--json").json()["charts"] as? [[String: Any]]
    #expect(charts?.map { $0["record"] as? Int } == [1, 2])
    #expect(charts?.map { $0["reason"] as? String } == [nil, "R"])
    try program.write("rules.toml", text + Self.rule)
    let other = try program.run("chart", "import", "rules.toml", "--reason", "R", "--json")
    #expect(other.exit == 65)
    #expect(try other.errorCode() == "L0909")
  }

  @Test func `a warned amount posts with exit 0 and is in the answer as a warning`() throws {
    let program = try folder.get().program
    try program.write("sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,A,site,79\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    try program.write(
      "due.csv",
      "person,benefit,month,amount,site,channel\n079060000011,pension,2026-10,26000000,79-S1,cash\n"
    )
    let posted = try program.run("post", "due", "due.csv", "--json")
    #expect(posted.exit == 0)
    #expect(posted.talk.contains("due.csv:2:30: L0590: warning: The pension of 2026-10"))
    #expect(try posted.errorCode() == nil)
    let warnings = try #require(posted.json()["diagnostics"] as? [[String: Any]])
    #expect(warnings.map { $0["severity"] as? String } == ["warning"])
    #expect(try program.run("trial-balance", "--mapping", "--by", "fund").exit == 64)
    let rows = try program.run("trial-balance", "--mapping", "--json").json()["rows"]
    let first = try #require((rows as? [[String: Any]])?.first)
    #expect(first["number"] is NSNull && first["regime"] is NSNull)
    #expect(first["name"] as? String == "Benefit expense")
  }
}
