import Foundation
import Testing

/// `--as-at` and `--as-known-at` of every report, and `changes`, as scripts rely on them.
@Suite struct AsOfCommandTests {
  private let folder = Result { try Folder() }

  /// Three batches: due on the fifth, due late on the third, paid on the sixth.
  private func books() throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    let head = "person,benefit,month,amount,site,channel\n"
    try program.write(
      "due.csv",
      "person,benefit,month,amount,site,channel,account\n"
        + "079060000011,pension,2026-10,5000000,79-S1,bank,970436:0071000123456\n")
    try program.write("late.csv", head + "079060000012,pension,2026-10,3000000,79-S1,cash\n")
    try program.write(
      "paid.csv", "person,benefit,month,amount\n079060000011,pension,2026-10,5000000\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    for (event, file, date) in [
      ("due", "due.csv", "2026-10-05"), ("due", "late.csv", "2026-10-03"),
      ("paid", "paid.csv", "2026-10-06"),
    ] {
      #expect(try program.run("post", event, file, "--date", date).exit == 0)
    }
    return program
  }

  /// Every report there is.
  static let reports = [
    ["totals"], ["trial-balance"], ["account", "payable/retirement/79-S1"],
    ["person", "079060000011"], ["site", "79-S1"], ["batch", "list"], ["reconcile", "totals"],
    ["trial-balance", "--gross"], ["person", "079060000011", "--why"],
    ["batch", "show", "1", "--trace"],
  ]

  private func run(_ program: Program, _ arguments: [String]) throws -> Program.Outcome {
    let (process, output, talk) = try program.start(arguments)
    process.waitUntilExit()
    try output.seek(toOffset: 0)
    try talk.seek(toOffset: 0)
    return Program.Outcome(
      exit: process.terminationStatus,
      output: String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self),
      talk: String(decoding: try talk.readToEnd() ?? Data(), as: UTF8.self))
  }

  @Test func `every report says which times it was asked for, null for none`() throws {
    let program = try books()
    for report in Self.reports {
      let now = try run(program, report + ["--json"]).json()
      #expect(now["asAt"] is NSNull && now["asKnownAt"] is NSNull, "\(report)")
      let then = try run(
        program, report + ["--as-at", "2026-10-05", "--as-known-at", "2", "--json"])
      #expect(then.exit == 0, "\(report): \(then)")
      #expect(try then.json()["asAt"] as? String == "2026-10-05", "\(report)")
      #expect(try then.json()["asKnownAt"] as? Int == 2, "\(report)")
      let later = try run(program, report + ["--as-at", "2026-10-06", "--json"])
      #expect(then.output != later.output, "\(report)")
    }
  }

  @Test func `no report takes a date or a batch that is none`() throws {
    let program = try books()
    for report in Self.reports {
      for bad in [
        ["--as-at", "2026-02-29"], ["--as-at", "5/10/2026"], ["--as-at", ""],
        ["--as-known-at", "x"], ["--as-known-at=-1"], ["--as-known-at", "1.5"],
      ] {
        let refused = try run(program, report + bad + ["--json"])
        #expect(try refused.exit == 64 && refused.errorCode() == "L0801", "\(report) \(bad)")
      }
    }
  }

  @Test func `a batch that is not there yet is every batch, as in totals`() throws {
    let program = try books()
    for report in Self.reports where report != ["reconcile", "totals"] {
      let now = try run(program, report + ["--json"])
      let far = try run(program, report + ["--as-known-at", "999", "--json"])
      #expect(
        far.exit == 0
          && far.output.replacing("\"asKnownAt\":999", with: "\"asKnownAt\":null") == now.output,
        "\(report)")
    }
  }

  @Test func `reconcile totals says what it leaves out`() throws {
    let program = try books()
    let now = try program.run("reconcile", "totals", "--json")
    #expect(try now.exit == 0 && (now.json()["notCompared"] as? [String]) == [])
    let then = try program.run("reconcile", "totals", "--as-known-at", "2", "--json")
    #expect(try then.exit == 0 && (then.json()["notCompared"] as? [String]) == ["debit", "credit"])
    let text = try program.run("reconcile", "totals", "--as-known-at", "2").output
    #expect(text.contains("2 batches and 2 lines compared, as known at batch 2"))
    #expect(text.contains("Not compared: the accounts' counters"))
  }

  @Test func `changes names the batches that made the difference`() throws {
    let program = try books()
    let outcome = try program.run("changes", "--since", "1", "--json")
    #expect(outcome.exit == 0)
    let answer = try outcome.json()
    let rows = try #require(answer["rows"] as? [[String: Any]])
    #expect(rows.map { $0["batch"] as? Int } == [2, 3])
    #expect(rows.map { $0["late"] as? Bool } == [true, false])
    #expect(rows.map { $0["amount"] as? Int } == [3_000_000, 5_000_000])
    #expect(
      Set(rows[0].keys) == [
        "batch", "event", "file", "date", "maker", "period", "late", "fund", "benefit", "count",
        "amount",
      ])
    func amount(_ key: String) -> Int? { (answer[key] as? [String: Any])?["amount"] as? Int }
    #expect(amount("before") == 5_000_000 && amount("after") == 13_000_000)
    #expect(amount("difference") == 8_000_000 && amount("explanation") == 8_000_000)
    #expect(answer["explained"] as? Bool == true && answer["sinceDate"] as? String == "2026-10-05")
    let text = try program.run("changes", "--since", "1", "--as-at", "2026-10-05").output
    #expect(
      text.contains(
        "due: before 1 for 5.000.000 đ, after 2 for 8.000.000 đ, difference 1 for 3.000.000 đ, "
          + "explained by 1 batch.\nLate, with a date before 2026-10-05: 1 batch.\n"), "\(text)")
    #expect(!text.contains("paid"))
    let none = try program.run("changes", "--since", "1", "--period", "2026-09")
    #expect(none.exit == 0 && none.output.contains("Nothing that this asks for was posted"))
  }

  @Test func `changes between batches that cannot be is a usage error`() throws {
    let program = try books()
    for bad in [
      [], ["--since", "2", "--until", "1"], ["--since=-1"], ["--since", "x"],
      ["--since", "1", "--until", ""], ["--since", "1", "--as-at", "2026-10-32"],
      ["--since", "1", "--period", "2026-13"], ["--since", "1", "--by", "colour"],
      ["--since", "1", "--by", ""],
    ] {
      let refused = try run(program, ["changes"] + bad + ["--json"])
      #expect(try refused.exit == 64 && refused.errorCode() == "L0801", "\(bad)")
    }
    for since in ["3", "999"] {
      let nothing = try run(program, ["changes", "--since", since])
      #expect(nothing.exit == 0)
      #expect(nothing.output.contains("Nothing was posted after batch \(since); the last is 3."))
    }
  }

  @Test func `a difference that the batches do not explain is a finding`() throws {
    let program = try books()
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.currentDirectoryURL = URL(fileURLWithPath: program.folder)
    // The voucher of the late batch is made to look as if it had been known before.
    shell.arguments = [
      "-c",
      "command -v sqlite3 > /dev/null || exit 99; sqlite3 ledger.db "
        + "'DROP TRIGGER voucher_no_update; UPDATE voucher SET batch_no = 1 WHERE batch_no = 2'",
    ]
    try shell.run()
    shell.waitUntilExit()
    guard shell.terminationStatus != 99 else {
      try #require(ProcessInfo.processInfo.environment["CI"] == nil, "CI installs sqlite3")
      return
    }
    #expect(shell.terminationStatus == 0)
    let found = try program.run("changes", "--since", "1", "--json")
    #expect(try found.exit == 1 && found.json()["explained"] as? Bool == false)
    let text = try program.run("changes", "--since", "1")
    #expect(text.exit == 1 && text.output.contains("BATCHES AND RECORDS DO NOT ADD UP"))
    #expect(try program.run("changes", "--since", "2").exit == 0)
    #expect(try program.run("verify", "--json").exit == 1)
  }
}
