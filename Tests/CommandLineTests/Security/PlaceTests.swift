import Foundation
import Testing

/// Where a ledger may lie, and who may touch it.
@Suite struct PlaceTests {
  private func made() throws -> Folder {
    let folder = try Folder()
    try folder.program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    try folder.program.write(
      "due.csv",
      "person,benefit,month,amount,site,channel\n079060000011,pension,2026-10,5000000,79-S1,cash\n")
    #expect(try folder.program.run("init", "--sites", "sites.csv").exit == 0)
    return folder
  }

  @Test(arguments: [0o777, 0o1777, 0o775, 0o757])
  func `a folder in which others may put files is refused`(_ mode: mode_t) throws {
    let folder = try made()
    let program = folder.program
    chmod(program.folder, mode)
    for command in [
      ["post", "due", "due.csv"], ["totals"], ["init", "--ledger", "new.db"],
      ["backup", "copy.db"],
    ] {
      let refused = try program.run(command + ["--json"])
      #expect(refused.exit == 77, "\(command): \(refused)")
      #expect(try refused.errorCode() == "L0833")
    }
    let doctor = try program.run("doctor")
    #expect(doctor.exit == 1 && doctor.output.contains("wrong: permissions:"), "\(doctor)")
    chmod(program.folder, 0o755)
    #expect(try program.run("post", "due", "due.csv").exit == 0)
  }

  @Test func `everything that is made is its owner's alone`() throws {
    let folder = try made()
    let program = folder.program
    try program.write("paid.csv", "person,benefit,month,amount\n079060000012,pension,2026-10,5\n")
    // Whatever the user's mask is.
    func run(_ exit: Int32, _ arguments: String...) throws {
      let outcome = try program.run(
        arguments, wrapper: ["sh", "-c", "umask 0; exec \"$0\" \"$@\""])
      #expect(outcome.exit == exit, "\(outcome)")
    }
    try run(0, "post", "due", "due.csv")
    try run(65, "post", "paid", "paid.csv", "--rejects", "rejects.csv")
    try run(0, "totals", "--xlsx", "totals.xlsx")
    try run(
      1, "reconcile", "lines", "paid.csv", "--event", "paid", "--csv", "differences.csv")
    try run(0, "backup", "backup.db")
    try run(0, "restore", "backup.db", "--to", "restored.db")
    for name in [
      "ledger.db", "ledger.db.lock", "ledger.db.backup", "rejects.csv", "totals.xlsx",
      "differences.csv", "backup.db", "restored.db",
    ] {
      let attributes = try FileManager.default.attributesOfItem(atPath: program.folder + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder)
    #expect(!left.contains { $0.contains(".new-") }, "\(left)")
  }

  @Test func `doctor knows of a second name, of what was left behind and of a missing backup`()
    throws
  {
    let folder = try made()
    let program = folder.program
    #expect(try program.run("post", "due", "due.csv", "--date", "2026-10-05").exit == 0)
    let before = try program.run("doctor", "--json")
    #expect(
      before.exit == 1 && before.output.contains("There is no note of a backup of this ledger;"),
      "\(before)")
    #expect(try program.run("backup", "backup.db").exit == 0)
    try program.write("ledger.db.new-4711", "")
    link(program.folder + "/ledger.db", program.folder + "/second.db")
    let doctor = try program.run("doctor")
    #expect(doctor.exit == 1)
    #expect(doctor.output.contains("ok: backup: "), "\(doctor)")
    #expect(doctor.output.contains("ledger.db.new-4711"), "\(doctor)")
    #expect(doctor.output.contains("has a second name"), "\(doctor)")
    #expect(try program.run("doctor", "--ledger", "no.db", "--json").errorCode() == "L0811")
  }

  @Test func `doctor names a ledger that lost batches since its backup`() throws {
    let folder = try made()
    let program = folder.program
    #expect(try program.run("backup", "empty.db").exit == 0)
    #expect(try program.run("post", "due", "due.csv", "--date", "2026-10-05").exit == 0)
    #expect(try program.run("backup", "full.db").exit == 0)
    for name in ["ledger.db", "ledger.db-wal", "ledger.db-shm"] {
      try? FileManager.default.removeItem(atPath: program.folder + "/" + name)
    }
    #expect(try program.run("restore", "empty.db", "--to", "ledger.db").exit == 0)
    let doctor = try program.run("doctor")
    #expect(doctor.exit == 1 && doctor.output.contains("wrong: backup:"), "\(doctor)")
  }

  @Test func `doctor holds the ledger against the last checkpoint`() throws {
    let folder = try made()
    let program = folder.program
    #expect(try program.run("checkpoint", "key", "--new", "bhxh-79", "--key", "c.key").exit == 0)
    func checkpoint() throws {
      #expect(try program.run("checkpoint", "--key", "c.key", "--append", "anchors").exit == 0)
    }
    func doctor() throws -> Program.Outcome {
      try program.run("doctor", "--checkpoints", "anchors")
    }
    try checkpoint()
    #expect(try program.run("backup", "empty.db").exit == 0)
    #expect(try program.run("post", "due", "due.csv", "--date", "2026-10-05").exit == 0)
    let before = try doctor()
    #expect(before.output.contains("up to batch 0; 1 batch came after it."), "\(before)")
    try checkpoint()
    let now = try doctor()
    #expect(now.output.contains("up to batch 1; nothing came after it."), "\(now)")
    // Somebody puts the old copy back: the pension that was owed is gone.
    for name in ["ledger.db", "ledger.db-wal", "ledger.db-shm"] {
      try? FileManager.default.removeItem(atPath: program.folder + "/" + name)
    }
    #expect(try program.run("restore", "empty.db", "--to", "ledger.db").exit == 0)
    let cut = try doctor()
    #expect(cut.exit == 1 && cut.output.contains("wrong: checkpoint:"), "\(cut)")
    #expect(cut.output.contains("the last of this ledger is 0"), "\(cut)")
    for (name, code) in [("due.csv", "L0910"), ("none", "L0101")] {
      let refused = try program.run("doctor", "--checkpoints", name, "--json")
      #expect(try refused.errorCode() == code)
    }
  }
}
