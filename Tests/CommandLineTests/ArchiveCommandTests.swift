import Foundation
import Testing

/// `archive`, as scripts rely on it: what every report says is the same before and after.
@Suite struct ArchiveCommandTests {
  private let folder = Result { try Folder() }
  private static let an = "079060000011"
  private static let binh = "079160000022"

  /// A year with payments by bank and in cash, a correction, a return, a checkpoint; and a month of the
  /// next.
  private func books() throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    try program.write("open.csv", "account,unit,fund,amount\nbank,,retirement,90000000\n")
    try program.write("advance.csv", "unit,fund,amount\n79-S1,retirement,20000000\n")
    for month in ["2025-11", "2025-12", "2026-01"] {
      try program.write(
        "due-\(month).csv",
        """
        person,benefit,month,amount,site,channel,account,name
        \(Self.an),pension,\(month),5000000,79-S1,bank,970436:0071000123456,Nguyễn Văn An
        \(Self.binh),pension,\(month),6000000,79-S1,cash,,Trần Thị Bình

        """)
    }
    let head = "person,benefit,month,amount\n"
    try program.write(
      "paid.csv",
      head + "\(Self.an),pension,2025-11,5000000\n\(Self.binh),pension,2025-11,6000000\n")
    try program.write("undone.csv", head + "\(Self.binh),pension,2025-11,6000000\n")
    try program.write("returned.csv", head + "\(Self.an),pension,2025-11,5000000\n")
    for command in [
      ["init", "--sites", "sites.csv"],
      ["post", "opening", "open.csv", "--date", "2025-11-01"],
      ["post", "advance", "advance.csv", "--date", "2025-11-02"],
      ["post", "due", "due-2025-11.csv", "--date", "2025-11-05"],
      ["post", "paid", "paid.csv", "--date", "2025-11-07"],
      ["reverse", "paid", "undone.csv", "--reason", "not hers", "--date", "2025-11-08"],
      ["post", "returned", "returned.csv", "--date", "2025-11-09"],
      ["post", "due", "due-2026-01.csv", "--date", "2026-01-05"],
      ["post", "due", "due-2025-12.csv", "--date", "2025-12-05"],
      ["checkpoint", "key", "--new", "bhxh-79", "--key", "c.key"],
      ["checkpoint", "--key", "c.key", "--append", "anchors"],
      ["period", "close", "2025-11"], ["close", "--year", "2025"],
    ] {
      let outcome = try program.run(command)
      #expect(outcome.exit == 0, "\(command): \(outcome)")
    }
    return program
  }

  /// Reports that read lines, steps, vouchers, balances and the register.
  private static let reports: [[String]] = [
    ["totals", "--by", "month,benefit,site,channel,fund,event"], ["totals", "--gross"],
    ["totals", "--as-at", "2025-11-08"], ["totals", "--as-known-at", "5"],
    ["trial-balance"], ["trial-balance", "--period", "2025-11", "--gross"],
    ["changes", "--since", "4"], ["account", "payable/retirement/79-S1"],
    ["account", "bank/retirement", "--period", "2025-11"], ["person", "show", an],
    ["person", "show", binh], ["person", "show", an, "--why", "--month", "2025-11"],
    ["site", "show", "79-S1"], ["batch", "list"], ["batch", "show", "3"],
    ["batch", "show", "3", "--trace"], ["batch", "show", "5", "--trace"],
    ["reconcile", "lines", "due-2025-11.csv", "--event", "due"],
    ["reconcile", "lines", "undone.csv", "--event", "paid"], ["reconcile", "totals"],
    ["period", "list"], ["verify", "--since", "3"],
  ]

  private static func report(_ arguments: [String], _ program: Program) throws -> String {
    let outcome = try program.run(arguments + ["--json"])
    #expect([0, 1].contains(outcome.exit), "\(arguments): \(outcome)")
    // The register goes on by the record of the archive, and by nothing else.
    return outcome.output
      .replacing(/"record":[0-9]+,"register":"[0-9a-f]{64}"/, with: "")
  }

  @Test func `every report says the same before and after`() throws {
    let program = try books()
    let before = try Self.reports.map { try Self.report($0, program) }
    let prove = [
      "prove", Self.an, "pension", "2025-11", "--checkpoint", "anchors", "--event", "returned",
    ]
    #expect(try program.run(prove + ["--out", "before.proof"]).exit == 0)
    let order = [
      "export", "--format", "pain.001", "--batch", "8", "--debtor-account", "970436:0011001234567",
      "--debtor-name", "BHXH", "--date", "2026-02-01",
    ]
    let exported = try program.run(order + ["before.xml"])
    #expect(exported.exit == 0, "\(exported)")
    let outcome = try program.run("archive", "2025", "--json")
    let answer = try outcome.json()
    #expect(outcome.exit == 0 && answer["state"] as? String == "archived", "\(outcome)")
    #expect(answer["lines"] as? Int == 7 && answer["kept"] as? Int == 1)
    #expect(answer["batches"] as? Int == 4 && answer["file"] as? String == "ledger-2025.archive.db")
    for (arguments, said) in zip(Self.reports, before) {
      #expect(try Self.report(arguments, program) == said, "\(arguments)")
    }
    #expect(try program.run(prove + ["--out", "after.proof"]).exit == 0)
    #expect(try program.run(order + ["after.xml"]).exit == 0)
    for name in ["proof", "xml"] {
      #expect(
        try Data(contentsOf: URL(filePath: "\(program.folder)/before.\(name)"))
          == Data(contentsOf: URL(filePath: "\(program.folder)/after.\(name)")), "\(name)")
    }
    let key = try program.run("checkpoint", "key", "--key", "c.key").output
      .trimmingCharacters(in: .newlines)
    let whole = try program.run("verify")
    #expect(
      whole.output.contains("Archives: 7 lines are in 1 file with the recorded SHA-256.\n"),
      "\(whole)")
    let since = try program.run("verify", "--since", "3")
    #expect(since.exit == 0 && !since.output.contains("Archives:"), "\(since)")
    #expect(try program.run("verify", "--json").json()["archivedLines"] as? Int == 7)
    #expect(
      try program.run("verify", "--since", "3", "--json").json()["archivedLines"] as? Int == 0)
    let held = try program.run("verify", "--against", "anchors", "--vkey", key)
    #expect(held.exit == 0, "\(held)")
  }

  @Test func `what forbids it, what was done before and what is missing have their exit codes`()
    throws
  {
    let program = try books()
    let early = try program.run("archive", "2026", "--json")
    #expect(try early.exit == 65 && early.errorCode() == "L0960")
    let dry = try program.run("archive", "2025", "--dry-run")
    #expect(dry.exit == 0 && dry.output.contains("7 lines of 4 batches of 2025 would be moved"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/ledger-2025.archive.db"))
    #expect(try program.run("archive", "2025").exit == 0)
    let again = try program.run("archive", "2025")
    #expect(again.exit == 0 && again.output.contains("was archived before"), "\(again)")
    let reopened = try program.run("period", "reopen", "2025-12", "--reason", "x", "--json")
    #expect(try reopened.exit == 65 && reopened.errorCode() == "L0963")
    let twice = try program.run("post", "due", "due-2025-12.csv", "--reference", "again")
    #expect(twice.exit == 65 && twice.talk.contains("batch 8, file due-2025-12.csv"), "\(twice)")
    let archive = program.folder + "/ledger-2025.archive.db"
    try FileManager.default.moveItem(atPath: archive, toPath: program.folder + "/away")
    let commands = [
      ["totals"], ["verify"], ["post", "due", "due-2025-12.csv"], ["backup", "b.db"],
    ]
    for command in commands {
      let outcome = try program.run(command)
      #expect(outcome.exit == 69 && outcome.talk.contains("L0961"), "\(command): \(outcome)")
    }
    let doctor = try program.run("doctor")
    #expect(doctor.exit == 1, "\(doctor)")
    #expect(
      doctor.output.contains("wrong: archives: The lines of 2025 are in ledger-2025.archive.db"),
      "\(doctor)")
    #expect(doctor.output.contains("ok: settings:") && doctor.output.contains("ok: ledger:"))
    try program.write("ledger-2025.archive.db", "something else")
    #expect(try program.run("totals", "--json").errorCode() == "L0962")
  }
}
