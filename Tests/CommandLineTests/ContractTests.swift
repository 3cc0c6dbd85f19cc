import Foundation
import Testing

/// Exit codes and JSON of the command line, as scripts rely on them.
@Suite struct ContractTests {
  private let folder = Result { try Folder() }
  private static let sites =
    "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n79-A,Trụ sở,agency,79\n"
  private static let due =
    "person,benefit,month,amount,site,channel\n079060000011,pension,2026-10,5000000,79-S1,cash\n"

  private func made() throws -> Program {
    let program = try folder.get().program
    try program.write("sites.csv", Self.sites)
    try program.write("due.csv", Self.due)
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    return program
  }

  @Test func `init makes a ledger once and says so`() throws {
    let program = try folder.get().program
    try program.write("sites.csv", Self.sites)
    let made = try program.run("init", "--sites", "sites.csv", "--json")
    #expect(made.output == "{\"ledger\":\"ledger.db\",\"units\":3,\"control\":\"single\"}\n")
    let again = try program.run("init", "--json")
    #expect(again.exit == 73)
    #expect(try again.errorCode() == "L0821")
  }

  @Test func `init in a folder that is not there names the ledger and the folder`() throws {
    let program = try folder.get().program
    for (ledger, folder) in [("no/ledger.db", "no"), ("/no/such/ledger.db", "/no/such")] {
      let refused = try program.run("init", "--ledger", ledger)
      #expect(refused.exit == 74)
      #expect(
        refused.talk.contains("Cannot make \(ledger): the folder \(folder) does not exist."),
        "\(refused.talk)")
      #expect(!refused.talk.contains(".new-"))
    }
  }

  @Test func `init with a bad file of units makes no ledger`() throws {
    let program = try folder.get().program
    try program.write("sites.csv", "code,name,kind,parent\n79,Sài Gòn,country,\n")
    let refused = try program.run("init", "--sites", "sites.csv", "--json")
    #expect(refused.exit == 65)
    #expect(try refused.errorCode() == "L0702")
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/ledger.db"))
  }

  @Test func `a dry run of a file of units says what the import then does`() throws {
    let program = try made()
    try program.write(
      "changes.csv",
      "code,name,kind,parent,valid_from,valid_to,formerly,successor\n"
        + "79-S1,Điểm số 1,site,79,,2026-12-31,,79-A\n79-B,Trụ sở,agency,79,2026-11-01,,79-A,\n")
    let dry = try program.run("sites", "import", "changes.csv", "--dry-run", "--json")
    #expect(
      dry.output == """
        {"units":3,"versions":2,"changes":[\
        {"unit":"79-S1","change":"merged","from":null,"to":"79-B","date":"2026-12-31"},\
        {"unit":"79-B","change":"recoded","from":"79-A","to":"79-B","date":"2026-11-01"}]}

        """)
    let before = try program.run("sites", "list", "--versions", "--json").output
    #expect(before.contains("\"code\":\"79-A\"") && !before.contains("79-B"))
    #expect(try program.run("sites", "import", "changes.csv", "--json").output == dry.output)
    let list = try program.run("sites", "list", "--as-at", "2026-12-31", "--json").output
    #expect(list.contains("\"validTo\":\"2026-12-31\",\"successor\":\"79-B\"}"))
    let later = try program.run("sites", "list", "--as-at", "2027-01-01", "--json").output
    #expect(!later.contains("79-S1"))
    #expect(try program.run("sites", "list", "--versions", "--as-at", "2027-01-01").exit == 64)
  }

  @Test func `no command makes a ledger by accident`() throws {
    let program = try folder.get().program
    try program.write("due.csv", Self.due)
    for command in [["post", "due", "due.csv"], ["totals"], ["verify"], ["batch", "list"]] {
      let (process, output, _) = try program.start(command + ["--json"])
      process.waitUntilExit()
      try output.seek(toOffset: 0)
      let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
      #expect(process.terminationStatus == 69 && text.contains("\"L0811\""), "\(command)")
    }
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/ledger.db"))
  }

  @Test func `what is not a ledger is refused`() throws {
    let program = try folder.get().program
    try program.write("ledger.db", String(repeating: "not a database ", count: 100))
    #expect(try program.run("totals", "--json").errorCode() == "L0812")
    try program.write("empty.db", "")
    #expect(try program.run("totals", "--json", "--ledger", "empty.db").errorCode() == "L0812")
    let url = try program.run("totals", "--json", "--ledger", "postgresql://localhost/x")
    #expect(try url.exit == 69 && url.errorCode() == "L0814")
  }

  @Test func `a ledger that others may write is refused`() throws {
    let program = try made()
    #expect(chmod(program.folder + "/ledger.db", 0o666) == 0)
    let refused = try program.run("post", "due", "due.csv", "--json")
    #expect(try refused.exit == 77 && refused.errorCode() == "L0815")
  }

  @Test func `a receipt has every member of the contract, the second time too`() throws {
    let program = try made()
    let first = try program.run("post", "due", "due.csv", "--date", "2026-10-05", "--json")
    let again = try program.run("post", "due", "due.csv", "--date", "2026-10-05", "--json")
    #expect(first.exit == 0 && again.exit == 0)
    let receipt = try #require((try first.json()["batches"] as? [[String: Any]])?.first)
    #expect(
      Set(receipt.keys) == [
        "batch", "submission", "state", "event", "file", "reference", "date", "period", "lines",
        "total", "vouchers", "seal", "alreadyPosted",
      ])
    #expect(receipt["date"] as? String == "2026-10-05" && receipt["period"] as? String == "2026-10")
    #expect(try first.json()["lines"] as? Int == 1 && again.json()["lines"] as? Int == 0)
    #expect(
      first.output.replacing("\"alreadyPosted\":false", with: "\"alreadyPosted\":true")
        .prefix { $0 != "]" } == again.output.prefix { $0 != "]" })
  }

  @Test
  func `a refused file: exit 65, its mistakes in JSON, on stderr with a caret, nothing posted`()
    throws
  {
    let program = try made()
    try program.write("bad.csv", Self.due + "12345678901,pension,2026-10,1.234.567,79-S1,cash\n")
    let refused = try program.run("post", "due", "bad.csv", "--json")
    #expect(refused.exit == 65)
    let mistakes = try #require(try refused.json()["diagnostics"] as? [[String: Any]])
    #expect(mistakes.map { $0["code"] as? String } == ["L0403", "L0414"])
    #expect(mistakes.map { $0["line"] as? Int } == [3, 3])
    #expect(mistakes.map { $0["column"] as? Int } == [1, 29])
    #expect(
      mistakes.allSatisfy {
        Set($0.keys) == ["file", "line", "column", "code", "severity", "message", "help"]
      })
    #expect(refused.talk.contains("bad.csv:3:1: L0403:") && refused.talk.contains("^"))
    #expect(!refused.talk.contains("12345678901") && !refused.output.contains("12345678901"))
    #expect(try program.run("totals", "--json").json()["count"] as? Int == 0)
  }

  @Test func `files that are no files: the exit code says that input is missing or unreadable`()
    throws
  {
    let program = try made()
    #expect(mkfifo(program.folder + "/pipe", 0o600) == 0)
    for (path, code) in [
      ("none.csv", "L0101"), (".", "L0102"), ("pipe", "L0103"), ("/dev/null", "L0103"),
    ] {
      let refused = try program.run("post", "due", path, "--json")
      #expect(try refused.exit == 66 && refused.errorCode() == code, "\(path)")
    }
    let mixed = try program.run("post", "due", "none.csv", "due.csv", "--json")
    #expect(try mixed.exit == 66 && mixed.json()["lines"] as? Int == 1)
  }

  @Test func `usage errors are 64 with one JSON document`() throws {
    let program = try made()
    for arguments in [
      ["post", "due"], ["post", "sold", "due.csv"],
      ["post", "due", "due.csv", "--date", "5/10/2026"],
      ["post", "due", "due.csv", "due.csv", "--reference", "R"], ["totals", "--by", "colour"],
      ["person"], ["nonsense"],
    ] {
      let (process, output, _) = try program.start(arguments + ["--json"])
      process.waitUntilExit()
      try output.seek(toOffset: 0)
      let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
      #expect(process.terminationStatus == 64 && text.contains("\"L0801\""), "\(arguments) \(text)")
    }
  }

  @Test func `files are made up once, and the same each time`() throws {
    let program = try folder.get().program
    let make = ["generate", "province", "a", "--persons", "200", "--sites", "4", "--json"]
    let (process, _, _) = try program.start(make)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let again = try program.run("generate", "province", "a", "--json")
    #expect(try again.exit == 73 && again.errorCode() == "L0822")
    #expect(
      try program.run("generate", "province", "b", "--persons", "200", "--sites", "4").exit == 0)
    let one = FileManager.default.contents(atPath: program.folder + "/a/due.csv")
    #expect(
      one != nil && one == FileManager.default.contents(atPath: program.folder + "/b/due.csv"))
  }

  @Test func `a list of files stands for the files`() throws {
    let program = try made()
    try program.write("other.csv", Self.due.replacing("079060000011", with: "079060000012"))
    try program.write("files.txt", "due.csv\nother.csv\n")
    let posted = try program.run("post", "due", "--files-from", "files.txt", "--json")
    #expect(try posted.exit == 0 && posted.json()["lines"] as? Int == 2)
  }

  @Test func `a night posts what arrived, reconciles and verifies; a second night changes nothing`()
    throws
  {
    let program = try made()
    let inbox = program.folder + "/inbox"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    try program.write("inbox/b-due.csv", "#batch event=due count=1 total=5000000\n" + Self.due)
    try program.write(
      "inbox/a-paid.csv",
      "#batch event=paid\nperson,benefit,month,amount\n079060000011,pension,2026-10,5000000\n")
    try program.write(
      "inbox/advance.csv", "#batch event=advance\nunit,fund,amount\n79-S1,retirement,5000000\n")
    try program.write("inbox/c-undeclared.csv", Self.due)
    symlink(program.folder + "/due.csv", inbox + "/link.csv")
    try program.write("inbox/.hidden", "x")
    let night = try program.run("nightly", "inbox", "--json")
    #expect(night.exit == 65, "a link is refused: \(night)")
    let mistakes = try #require(
      (try night.json()["post"] as? [String: Any])?["diagnostics"] as? [[String: Any]])
    #expect(mistakes.map { $0["code"] as? String } == ["L0311", "L0105"])
    #expect(unlink(inbox + "/c-undeclared.csv") == 0)
    #expect((try night.json()["post"] as? [String: Any])?["lines"] as? Int == 3)
    #expect(unlink(inbox + "/link.csv") == 0)
    let second = try program.run("nightly", "inbox", "--json")
    #expect(second.exit == 0, "\(second)")
    let post = try #require(try second.json()["post"] as? [String: Any])
    #expect(post["lines"] as? Int == 0)
    #expect((try second.json()["verify"] as? [String: Any])?["ok"] as? Bool == true)
    #expect((try second.json()["reconcile"] as? [String: Any])?["agrees"] as? Bool == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: inbox).count == 4)
  }
}
