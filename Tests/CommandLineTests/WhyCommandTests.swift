import Foundation
import Testing

/// `person --why`, `batch show --trace`, `trial-balance --gross` and `sites transfer`, as scripts and
/// people rely on them.
@Suite struct WhyCommandTests {
  private let folder = Result { try Folder() }
  private static let person = "079060000011"

  /// A pension that was due, paid, undone and paid anew, at a site that closes on 2026-10-31.
  private func books() throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv",
      "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n"
        + "79-S2,Điểm số 2,site,79\n")
    try program.write(
      "due.csv",
      "person,benefit,month,amount,site,channel,account\n"
        + "\(Self.person),pension,2026-10,5000000,79-S1,bank,970436:0071000123456\n"
        + "079060000012,pension,2026-10,3000000,79-S1,cash,\n")
    try program.write(
      "paid.csv", "person,benefit,month,amount\n\(Self.person),pension,2026-10,5000000\n")
    try program.write(
      "closing.csv",
      "code,name,kind,parent,valid_from,valid_to,successor\n79-S1,Điểm số 1,site,79,,2026-10-31,79-S2\n"
    )
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    #expect(try program.run("post", "due", "due.csv", "--date", "2026-10-01").exit == 0)
    #expect(try program.run("post", "paid", "paid.csv", "--date", "2026-10-04").exit == 0)
    let undone = try program.run(
      "reverse", "paid", "paid.csv", "--reason", "another's account", "--date", "2026-10-05")
    #expect(undone.exit == 0)
    #expect(try program.run("post", "paid", "paid.csv", "--date", "2026-10-06").exit == 0)
    #expect(try program.run("sites", "import", "closing.csv").exit == 0)
    return program
  }

  @Test func `why says file, digest, maker, approvers, voucher and what was undone`() throws {
    let program = try books()
    let answer = try program.run("person", Self.person, "--why", "--json").json()
    let obligations = try #require(answer["obligations"] as? [[String: Any]])
    let steps = try #require(obligations.first?["steps"] as? [[String: Any]])
    #expect(obligations.first?["state"] as? String == "paid")
    #expect(obligations.first?["open"] as? Int == 0)
    #expect(steps.map { $0["undoneBy"] as? Int } == [nil, 3, nil, nil])
    #expect(steps.map { $0["corrects"] as? Int } == [nil, nil, 2, nil])
    for step in steps {
      let posting = try #require(step["posting"] as? [String: Any])
      let control = try #require(posting["control"] as? [String: Any])
      #expect(control["submission"] is NSNull && control["approvers"] is NSNull)
      #expect((posting["fileSHA256"] as? String)?.count == 64)
      #expect((posting["maker"] as? String)?.isEmpty == false)
      let entry = try #require(step["entry"] as? [String: Any])
      #expect(entry["debit"] is String && entry["credit"] is String)
    }
    let text = try program.run("person", Self.person, "--why").output
    #expect(text.contains("undone by step 3, batch 3 on 2026-10-05, by "))
    #expect(text.contains("another's account"))
    #expect(text.contains("Now: it is paid; nothing is open."))
    let then = try program.run("person", Self.person, "--why", "--as-known-at", "1").output
    #expect(then.contains("Then: 5.000.000 đ is due and not yet paid.") && !then.contains("Now:"))
    #expect(!text.contains(Self.person) && !text.contains("0071000123456"))
  }

  @Test func `a trace is the same for people and for programs, and masks persons`() throws {
    let program = try books()
    let answer = try program.run("batch", "show", "1", "--trace", "--limit", "1", "--json").json()
    #expect(answer["moreLines"] as? Int == 1)
    let entries = try #require(answer["entries"] as? [[String: Any]])
    let lines = entries.flatMap { $0["lines"] as? [[String: Any]] ?? [] }
    #expect(lines.count == 1 && lines[0]["person"] as? String == "*********011")
    let obligation = try #require(lines[0]["obligation"] as? [String: Any])
    #expect((obligation["steps"] as? [[String: Any]])?.count == 4)
    let text = try program.run("batch", "show", "1", "--trace", "--limit", "1").output
    #expect(text.contains("Lines not listed: 1") && text.contains("… and 1 more line\n"))
    #expect(text.contains("; now paid, nothing open\n"))
    let then = try program.run("batch", "show", "2", "--trace", "--as-known-at", "2").output
    #expect(then.contains("; then paid, nothing open\n") && !then.contains("now paid"))
    let undone = try program.run("batch", "show", "3").output
    #expect(undone.contains("undoes 1 line of voucher 3") && !undone.contains(" -1 "))
    #expect(text.contains("since   4. 2026-10-06 paid 5.000.000 đ, batch 4, paid.csv:2"))
    #expect(!text.contains(Self.person))
    #expect(try program.run("batch", "show", "1", "--as-known-at", "1").exit == 64)
    #expect(try program.run("batch", "show", "1", "--trace", "--limit=-1").exit == 64)
  }

  @Test func `gross and net of a trial balance differ by what was reversed`() throws {
    let program = try books()
    func row(_ arguments: String...) throws -> [String: Any] {
      let (process, output, _) = try program.start(["trial-balance", "--json"] + arguments)
      process.waitUntilExit()
      try output.seek(toOffset: 0)
      let answer = try JSONSerialization.jsonObject(with: try output.readToEnd() ?? Data())
      let rows = try #require((answer as? [String: Any])?["rows"] as? [[String: Any]])
      return try #require(rows.first { $0["account"] as? String == "bank/retirement" })
    }
    let net = try row()
    #expect(net["credit"] as? Int == 5_000_000 && net["creditReversed"] == nil)
    let gross = try row("--gross")
    #expect(gross["credit"] as? Int == 10_000_000)
    #expect(gross["creditReversed"] as? Int == 5_000_000)
    #expect(gross["debitReversed"] as? Int == 0)
    #expect(gross["balance"] as? Int == net["balance"] as? Int)
  }

  @Test func `a closed site's balances move once, and the answer is that of post`() throws {
    let program = try books()
    let open = try program.run(
      "sites", "transfer", "79-S1", "--reason", "QD 12", "--date", "2026-10-31", "--json")
    #expect(try open.exit == 65 && open.errorCode() == "L0719")
    let dry = try program.run(
      "sites", "transfer", "79-S1", "--reason", "QD 12", "--date", "2026-11-01", "--dry-run",
      "--json"
    ).json()
    #expect((dry["batches"] as? [[String: Any]])?.map { $0["state"] as? String } == ["checked"])
    for alreadyPosted in [false, true] {
      let answer = try program.run(
        "sites", "transfer", "79-S1", "79-S2", "--reason", "QD 12", "--date", "2026-11-01",
        "--json")
      let batches = try #require(try answer.json()["batches"] as? [[String: Any]])
      #expect(answer.exit == 0 && batches.count == 1)
      #expect(batches[0]["event"] as? String == "transferred")
      #expect(batches[0]["batch"] as? Int == 5 && batches[0]["total"] as? Int == 3_000_000)
      #expect(batches[0]["alreadyPosted"] as? Bool == alreadyPosted)
    }
    let later = try program.run(
      "sites", "transfer", "79-S1", "--reason", "QD 12", "--date", "2026-11-02")
    #expect(later.output == "Nothing is left at 79-S1; nothing is posted.\n")
    #expect(try program.run("sites", "transfer", "79-S1", "--reason", "").exit == 64)
    #expect(try program.run("verify").exit == 0)
  }
}
