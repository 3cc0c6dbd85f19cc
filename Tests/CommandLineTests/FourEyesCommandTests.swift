import Foundation
import TestSupport
import Testing

/// Four eyes at the command line: exit codes, JSON, keys, and processes that are killed.
@Suite struct FourEyesCommandTests {
  private let folder = Result { try Folder() }

  private func list(_ count: Int, from first: Int = 0) -> String {
    var text = "person,benefit,month,amount,site,channel\n"
    for number in first..<(first + count) {
      text += "0790\(String(format: "%08d", number + 1)),pension,2026-10,"
      text += "\(1_000_000 + number),79-S1,cash\n"
    }
    return text
  }

  /// A ledger with an administrator, a clerk and an approver.
  private func made() throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    let made = try program.run(
      "init", "--sites", "sites.csv", "--control", "four-eyes", "--user", "quan", "--key",
      "quan.key", "--json")
    #expect(made.output == "{\"ledger\":\"ledger.db\",\"units\":2,\"control\":\"four-eyes\"}\n")
    for (name, role) in [("lan", "clerk"), ("minh", "approver")] {
      let added = try program.run(
        "user", "add", name, "--role", role, "--key", "\(name).key", "--by", "quan.key")
      #expect(added.exit == 0, "\(added)")
    }
    try program.write("due.csv", list(3))
    return program
  }

  private func receipt(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require((try outcome.json()["batches"] as? [[String: Any]])?.first, "\(outcome)")
  }

  @Test func `a list is submitted, approved and posted, each with the receipt of the contract`()
    throws
  {
    let program = try made()
    let submitted = try program.run("post", "due", "due.csv", "--key", "lan.key", "--json")
    #expect(submitted.exit == 0, "\(submitted)")
    let first = try receipt(submitted)
    #expect(first["state"] as? String == "submitted" && first["submission"] as? Int == 1)
    #expect(first["batch"] is NSNull && first["seal"] is NSNull)
    #expect(first["lines"] as? Int == 3 && first["alreadyPosted"] as? Bool == false)
    #expect(try submitted.json()["lines"] as? Int == 0, "nothing is posted")
    let own = try program.run("batch", "approve", "1", "--key", "lan.key", "--json")
    #expect(try own.exit == 77 && own.errorCode() == "L1012")
    let approved = try program.run("batch", "approve", "1", "--key", "minh.key", "--json")
    let second = try receipt(approved)
    #expect(approved.exit == 0 && second["state"] as? String == "posted")
    #expect(second["batch"] as? Int == 1 && second["submission"] as? Int == 1)
    #expect(Set(second.keys) == Set(first.keys))
    #expect(try approved.json()["lines"] as? Int == 3)
    let shown = try program.run("batch", "show", "--submission", "1", "--json").json()
    #expect(shown["state"] as? String == "posted" && shown["batch"] as? Int == 1)
    #expect(shown["approvers"] as? [String] == ["minh"])
    let batch = try program.run("batch", "show", "1", "--json").json()
    #expect(batch["approvers"] as? String == "minh" && batch["maker"] as? String == "lan")
    #expect(try program.run("verify").exit == 0)
  }

  @Test func `the key may be named by the environment`() throws {
    let program = try made()
    let posted = try program.run(
      "post", "due", "due.csv", wrapper: ["env", "BENEFIT_LEDGER_KEY=lan.key"])
    #expect(posted.exit == 0 && posted.output.contains("submitted as submission 1"))
    #expect(posted.output.contains("an approver other than lan has to approve it"))
    let waiting = try program.run("batch", "list")
    #expect(waiting.output.contains("1 submission waits for approval"))
    let listed = try program.run("batch", "list", "--submissions", "--json").json()
    #expect((listed["submissions"] as? [[String: Any]])?.first?["state"] as? String == "open")
    let rejected = try program.run(
      "batch", "reject", "1", "--reason", "wrong month", "--key", "minh.key", "--json")
    #expect(try rejected.exit == 0 && receipt(rejected)["state"] as? String == "rejected")
  }

  @Test func `what its maker takes back is withdrawn, not rejected`() throws {
    let program = try made()
    #expect(try program.run("post", "due", "due.csv", "--key", "lan.key").exit == 0)
    let own = try program.run(
      "batch", "reject", "1", "--reason", "wrong month", "--key", "lan.key", "--json")
    #expect(try own.exit == 0 && receipt(own)["state"] as? String == "withdrawn")
    let list = try program.run("batch", "list", "--submissions")
    #expect(list.output.contains("withdrawn") && !list.output.contains("rejected"))
    let json = try program.run("batch", "list", "--submissions", "--json").json()
    #expect(
      (json["submissions"] as? [[String: Any]])?.map { $0["state"] as? String } == ["withdrawn"])
    let shown = try program.run("batch", "show", "--submission", "1")
    #expect(shown.output.contains("withdrawn by lan") && !shown.output.contains("rejected"))
    #expect(try program.run("verify").exit == 0)
  }

  @Test func `a key of the environment is for the ledgers that have users`() throws {
    let program = try made()
    let environment = ["env", "BENEFIT_LEDGER_KEY=lan.key"]
    #expect(
      try program.run("init", "--sites", "sites.csv", "--ledger", "own.db").exit == 0)
    let posted = try program.run(
      "post", "due", "due.csv", "--ledger", "own.db", "--json", wrapper: environment)
    #expect(try receipt(posted)["state"] as? String == "posted")
    // One that the command names is checked.
    let named = try program.run(
      "post", "due", "due.csv", "--ledger", "own.db", "--json", "--key", "lan.key")
    #expect(try named.exit == 77 && named.errorCode() == "L1006")
    // A ledger with users checks it, under single control too.
    #expect(
      try program.run(
        "user", "add", "quan", "--role", "administrator", "--key", "own.key", "--ledger", "own.db"
      ).exit == 0)
    let stranger = try program.run(
      "post", "due", "due.csv", "--ledger", "own.db", "--json", wrapper: environment)
    #expect(try stranger.errorCode() == "L1006")
  }

  @Test func `what is not allowed is 77, what is not understood 64, what exists 73`() throws {
    let program = try made()
    #expect(try program.run("post", "due", "due.csv", "--key", "lan.key").exit == 0)
    chmod(program.folder + "/minh.key", 0o644)
    for (arguments, exit, code) in [
      (["post", "due", "due.csv"], 77, "L1001"),
      (["batch", "approve", "1"], 77, "L1001"),
      (["batch", "approve", "1", "--key", "minh.key"], 77, "L1003"),
      (["batch", "approve", "1", "--key", "quan.key"], 77, "L1008"),
      (["batch", "approve", "1", "--key", "none.key"], 66, "L1002"),
      (["batch", "approve", "1", "--key", "due.csv"], 77, "L1003"),
      (["batch", "approve", "7", "--key", "quan.key"], 64, "L0851"),
      (["batch", "approve", "x", "--key", "quan.key"], 64, "L0801"),
      (["batch", "approve"], 64, "L0801"),
      (["batch", "reject", "1", "--key", "lan.key"], 64, "L0801"),
      (["batch", "reject", "1", "--reason", "", "--key", "lan.key"], 64, "L0801"),
      (["batch", "show"], 64, "L0801"),
      (["batch", "show", "1", "--submission", "1"], 64, "L0801"),
      (["batch", "show", "--submission", "9"], 64, "L0851"),
      (["user", "add", "thu", "--role", "approver", "--key", "x.key"], 77, "L1001"),
      (
        ["user", "add", "thu", "--role", "king", "--key", "x.key", "--by", "quan.key"], 64, "L0801"
      ),
      (
        ["user", "add", "a,b", "--role", "clerk", "--key", "x.key", "--by", "quan.key"], 64, "L1004"
      ),
      (
        ["user", "add", "thu", "--role", "clerk", "--key", "lan.key", "--by", "quan.key"], 73,
        "L0822"
      ),
      (
        ["user", "add", "lan", "--role", "clerk", "--key", "x.key", "--by", "quan.key"], 73, "L1005"
      ),
      (
        ["user", "add", "thu", "--role", "clerk", "--key", "no/x.key", "--by", "quan.key"], 74,
        "L0842"
      ),
      (["user", "revoke", "quan", "--reason", "x", "--key", "quan.key"], 77, "L1009"),
      (["user", "revoke", "lan", "--key", "quan.key"], 64, "L0801"),
      (["user", "revoke", "nobody", "--reason", "x", "--key", "quan.key"], 77, "L1006"),
      (["init", "--control", "four-eyes", "--ledger", "other.db"], 64, "L0801"),
      (["init", "--user", "x", "--ledger", "other.db"], 64, "L0801"),
      (["init", "--control", "six-eyes", "--ledger", "other.db"], 64, "L0801"),
    ] as [([String], Int32, String)] {
      let (process, output, _) = try program.start(arguments + ["--json"])
      process.waitUntilExit()
      try output.seek(toOffset: 0)
      let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
      #expect(
        process.terminationStatus == exit && text.contains("\"\(code)\""), "\(arguments) \(text)")
    }
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/x.key"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/other.db"))
    #expect(
      try program.run("batch", "list", "--json").output
        == "{\"batches\":[],\"asAt\":null,\"asKnownAt\":null}\n")
  }

  @Test func `keys are made for their owner alone and stay as they are`() throws {
    let program = try made()
    for name in ["quan", "lan", "minh"] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: program.folder + "/\(name).key")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    let users = try program.run("user", "list", "--json").json()
    #expect((users["users"] as? [[String: Any]])?.count == 3)
    let seed = try String(contentsOfFile: program.folder + "/lan.key", encoding: .utf8)
      .split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) }
    let ledger = try #require(FileManager.default.contents(atPath: program.folder + "/ledger.db"))
    #expect(
      try ledger.firstRange(of: Data(#require(seed).utf8)) == nil, "the private half stays out")
  }

  @Test func `a night submits what arrived, and a second night changes nothing`() throws {
    let program = try made()
    let inbox = program.folder + "/inbox"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    try program.write("inbox/due.csv", "#batch event=due\n" + list(2))
    #expect(try program.run("nightly", "inbox", "--json").errorCode() == "L1001")
    for _ in 1...2 {
      let night = try program.run("nightly", "inbox", "--json", "--key", "lan.key")
      #expect(night.exit == 0, "\(night)")
    }
    let listed = try program.run("batch", "list", "--submissions", "--json").json()
    #expect((listed["submissions"] as? [Any])?.count == 1)
  }

  @Test func `a process killed while it submits or approves leaves it whole or not there`() throws {
    let program = try made()
    let seed = UInt64(Date.timeIntervalSinceReferenceDate * 1_000)
    print("seed \(seed)")
    var generator = SeededGenerator(state: seed)
    var killed = 0
    // Each of the two commands takes its own time.
    var submitting = KillMoment(upTo: 0.4)
    var approving = KillMoment(upTo: 0.4)
    func killing(_ arguments: [String], _ moment: inout KillMoment) throws {
      let (process, _, _) = try program.start(arguments)
      usleep(moment.next(using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let wasKilled = process.terminationReason == .uncaughtSignal
      moment.note(wasKilled: wasKilled)
      if wasKilled { killed += 1 }
    }
    for round in 0..<8 {
      try program.write("list.csv", list(10_000, from: round * 10_000))
      let submit = ["post", "due", "list.csv", "--key", "lan.key"]
      try killing(submit, &submitting)
      #expect(try program.run("verify").exit == 0, "submitting, round \(round)")
      let again = try program.run("post", "due", "list.csv", "--key", "lan.key", "--json")
      #expect(again.exit == 0, "\(again)")
      let number = try #require(try receipt(again)["submission"] as? Int)
      #expect(number == round + 1, "submitted once")
      try killing(["batch", "approve", "\(number)", "--key", "minh.key"], &approving)
      #expect(try program.run("verify").exit == 0, "approving, round \(round)")
      let approved = try program.run(
        "batch", "approve", "\(number)", "--key", "minh.key", "--json")
      #expect(try approved.exit == 0 && receipt(approved)["batch"] as? Int == round + 1)
      let totals = try program.run("totals", "--json").json()
      #expect(totals["count"] as? Int == (round + 1) * 10_000)
    }
    #expect(killed > 0, "no round was killed in time")
    #expect(try program.run("verify").exit == 0)
  }

  @Test func `a full disk submits and approves nothing, and voids nothing`() throws {
    let program = try made()
    let disk = program.folder + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    func shell(_ command: String) throws -> Int32 {
      let process = try Process.run(
        URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", command])
      process.waitUntilExit()
      return process.terminationStatus
    }
    guard try shell("mount -t tmpfs -o mode=700,size=100m tmpfs '\(disk)'") == 0 else {
      try #require(
        ProcessInfo.processInfo.environment["CI"] == nil, "CI must be able to mount a tmpfs")
      return
    }
    defer { _ = try? shell("umount -l '\(disk)'") }
    try FileManager.default.copyItem(
      atPath: program.folder + "/ledger.db", toPath: disk + "/ledger.db")
    try program.write("list.csv", list(40_000))
    let submit = ["post", "due", "list.csv", "--key", "lan.key"]
    let approve = ["batch", "approve", "1", "--key", "minh.key"]
    func run(_ arguments: [String]) throws -> (exit: Int32, text: String) {
      let (process, output, _) = try program.start(
        arguments + ["--json", "--ledger", "disk/ledger.db"])
      process.waitUntilExit()
      try output.seek(toOffset: 0)
      return (
        process.terminationStatus,
        String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
      )
    }
    for (command, size) in [(submit, 2), (approve, 8)] {
      #expect(try shell("mount -o remount,size=\(size)m '\(disk)'") == 0)
      let full = try run(command)
      #expect(full.exit == 74 && full.text.contains("L0841"), "\(command) \(full)")
      #expect(try shell("mount -o remount,size=100m '\(disk)'") == 0)
      #expect(try run(["verify"]).exit == 0)
      #expect(try !run(["batch", "list", "--submissions"]).text.contains("void"))
      let done = try run(command)
      #expect(done.exit == 0, "\(done)")
    }
    #expect(try run(["totals"]).text.contains("\"count\":40000"))
    #expect(try run(["verify"]).exit == 0)
  }

  @Test func `of processes that approve at once one posts and the others get its receipt`() throws {
    let program = try made()
    try program.write("list.csv", list(4_000))
    #expect(try program.run("post", "due", "list.csv", "--key", "lan.key").exit == 0)
    let running = try (0..<4).map { _ in
      try program.start(["batch", "approve", "1", "--key", "minh.key", "--json"])
    }
    var fresh = 0
    for (process, output, _) in running {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      try output.seek(toOffset: 0)
      let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
      if text.contains("\"alreadyPosted\":false") { fresh += 1 }
    }
    #expect(fresh == 1)
    #expect(try program.run("totals", "--json").json()["count"] as? Int == 4_000)
  }
}
