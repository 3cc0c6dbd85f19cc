import BenefitLedger
import Foundation
import TestSupport
import Testing

/// Backups that are made, and restored, while things go on and go wrong.
@Suite struct BackupTests {
  /// What a backup says of itself, as JSON.
  private func ends(_ output: String) throws -> (batch: Int, head: String) {
    let batch = try #require(output.firstMatch(of: /"batch":([0-9]+)/))
    let head = try #require(output.firstMatch(of: /"head":"([0-9a-f]{64})"/))
    return (try #require(Int(batch.1)), String(head.1))
  }

  @Test func `a backup that is made while lists are posted is the ledger up to the batch it names`()
    throws
  {
    let desk = try FaultDesk()
    let lists = try (0..<40).map { try desk.list("list\($0).csv", 30, from: $0 * 30) }
    let script = try lists.map {
      let words = FaultDesk.due($0).joined(separator: " ")
      return "'\(try Programs.benefitLedger())' \(words) --ledger '\(desk.ledger)' || exit 1"
    }
    let work = try RunningProgram(["sh", "-c", script.joined(separator: "\n")], in: desk.papers)
    var backups: [(path: String, batch: Int, head: String)] = []
    // However busy the machine is: as long as lists are posted, and some more.
    while work.process.isRunning || backups.count < 10 * Faults.factor {
      let path = desk.papers + "/backup\(backups.count).db"
      let made = try desk.run(["backup", path, "--json"])
      #expect(made.exit == 0, "\(made)")
      let (batch, head) = try ends(made.output)
      backups.append((path, batch, head))
      usleep(30_000)
    }
    #expect(try work.wait().exit == 0)
    let whole = try Ledger.open(desk.ledger, readOnly: true)
    for (path, batch, head) in backups {
      #expect(try desk.books(at: path) == .intact(batches: batch, lines: batch * 30), "\(path)")
      if batch > 0 {
        #expect(try whole.batch(Int64(batch)).batch.seal.description == head, "\(path)")
      }
    }
    // Backups of the beginning and the end only would show nothing.
    #expect(backups.contains { (1..<40).contains($0.batch) }, "\(backups.map(\.batch))")
    let (path, batch, head) = backups[backups.count / 2]
    let restored = desk.folder + "/restored.db"
    let done = try desk.run(["restore", path, "--to", restored, "--head", head, "--json"])
    #expect(done.exit == 0, "\(done)")
    for list in lists {
      #expect(try desk.run(FaultDesk.due(list), ledger: restored).exit == 0)
    }
    #expect(try desk.books(at: restored) == .intact(batches: 40, lines: 1_200), "from \(batch)")
  }

  /// The negative control: what `cp` copies is not what was acknowledged.
  @Test func `cp of a ledger in use lacks what was acknowledged`() throws {
    let desk = try FaultDesk()
    // As long as somebody reads, the log is not written back.
    let reader = try Ledger.open(desk.ledger, readOnly: true)
    #expect(try reader.verify().batches == 0)
    for number in 0..<3 {
      let list = try desk.list("list\(number).csv", 30, from: number * 30)
      #expect(try desk.run(FaultDesk.due(list)).exit == 0)
    }
    let copy = desk.papers + "/copy.db"
    // By another process: one that closes a file gives up its own locks on it.
    let copied = try runProgram("/bin/cp", [desk.ledger, copy], in: URL(filePath: desk.papers))
    #expect(copied.exit == 0)
    #expect(try desk.books(at: copy).batches < 3)
    let backup = desk.papers + "/backup.db"
    #expect(try desk.run(["backup", backup]).exit == 0)
    #expect(try desk.books(at: backup) == .intact(batches: 3, lines: 90))
    let doctor = try desk.run(["doctor"])
    #expect(doctor.output.contains("bytes are in \(desk.ledger)-wal"), "\(doctor)")
    #expect(doctor.output.contains("cp of a ledger in use is no backup"), "\(doctor)")
    #expect(try reader.verify().batches == 3)
  }

  @Test func `a damaged backup is not restored, and nothing that exists is overwritten`() throws {
    let desk = try FaultDesk()
    #expect(try desk.run(FaultDesk.due(try desk.list(300))).exit == 0)
    let backup = desk.papers + "/backup.db"
    let target = desk.folder + "/restored.db"
    #expect(try desk.run(["backup", backup]).exit == 0)
    let again = try desk.run(["backup", backup])
    #expect(again.exit == 73, "\(again)")
    var bytes = try Data(contentsOf: URL(filePath: backup))
    // The name of a person in the last page of lines.
    let name = try #require(bytes.range(of: Data("Văn An".utf8), options: .backwards))
    bytes[name.lowerBound] = UInt8(ascii: "W")
    let damaged = desk.papers + "/damaged.db"
    try bytes.write(to: URL(filePath: damaged))
    chmod(damaged, 0o600)
    let refused = try desk.run(["restore", damaged, "--to", target])
    #expect(refused.exit == 1 && refused.output.contains("Nothing was restored."), "\(refused)")
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: damaged))
    let cut = try desk.run(["restore", damaged, "--to", target])
    #expect(cut.exit != 0, "\(cut)")
    try Data("not a ledger".utf8).write(to: URL(filePath: damaged))
    #expect(try desk.run(["restore", damaged, "--to", target]).exit == 69)
    #expect(try desk.run(["restore", desk.papers + "/none.db", "--to", target]).exit == 69)
    #expect(try desk.run(["restore", backup, "--to", desk.ledger]).exit == 73)
    let other = String(repeating: "0", count: 64)
    let unlike = try desk.run(["restore", backup, "--to", target, "--head", other])
    #expect(unlike.exit == 65 && unlike.talk.contains("L0835"), "\(unlike)")
    // A log of another ledger under the name would be taken for its own.
    try Data("x".utf8).write(to: URL(filePath: target + "-wal"))
    #expect(try desk.run(["restore", backup, "--to", target]).exit == 73)
    try FileManager.default.removeItem(atPath: target + "-wal")
    #expect(!FileManager.default.fileExists(atPath: target))
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder)
    #expect(!left.contains { $0.contains(".new-") }, "\(left)")
    #expect(try desk.run(["restore", backup, "--to", target]).exit == 0)
    #expect(try desk.books(at: target) == .intact(batches: 1, lines: 300))
  }

  @Test(arguments: ["write", "sync", "open", "link"], [EIO, ENOSPC])
  func `a disk that fails leaves no backup, or a whole one`(_ call: String, _ error: Int32) throws {
    let desk = try FaultDesk()
    #expect(try desk.run(FaultDesk.due(try desk.list(100))).exit == 0)
    let place = desk.papers + "/backups"
    let count = desk.papers + "/count"
    let backup = place + "/backup.db"
    var number = 0
    while true {
      // Each page is a call; every one of the first, and then some.
      number += number < 12 ? 1 : 17
      try? FileManager.default.removeItem(atPath: place)
      try FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let made = try desk.run(
        ["backup", backup],
        environment: [
          "LD_PRELOAD": try Shim.faults.get(), "FAULT_FOLDER": place, "FAULT_CALL": call,
          "FAULT_AT": "\(number)", "FAULT_ERROR": "\(error)", "FAULT_COUNT": count,
        ])
      let met = try String(contentsOfFile: count, encoding: .utf8).hasSuffix(" 1\n")
      if made.exit == 0 {
        #expect(try desk.books(at: backup) == .intact(batches: 1, lines: 100))
      } else {
        #expect([69, 74].contains(made.exit), "\(call) \(number): \(made)")
        #expect(!FileManager.default.fileExists(atPath: backup), "\(call) \(number): \(made)")
      }
      if !met { break }
    }
    #expect(number > 1)
    #expect(try desk.books() == .intact(batches: 1, lines: 100))
  }

  @Test func `a backup that is killed at any moment is not there, or whole`() throws {
    let desk = try FaultDesk()
    #expect(try desk.run(FaultDesk.due(try desk.list(2_000))).exit == 0)
    var randomness = Faults.randomness(8)
    var moment = KillMoment(upTo: 0.15)
    var killed = 0
    for number in 0..<15 * Faults.factor {
      let backup = desk.papers + "/backup\(number).db"
      let running = try desk.start(["backup", backup])
      usleep(moment.next(using: &randomness))
      kill(running.process.processIdentifier, SIGKILL)
      let wasKilled = try running.wait().exit == -SIGKILL
      moment.note(wasKilled: wasKilled)
      if wasKilled { killed += 1 }
      guard FileManager.default.fileExists(atPath: backup) else { continue }
      #expect(try desk.books(at: backup) == .intact(batches: 1, lines: 2_000))
    }
    #expect(killed > 0)
    #expect(try desk.books() == .intact(batches: 1, lines: 2_000))
  }

  @Test func `a ledger on another machine's disk is not posted to`() throws {
    let desk = try FaultDesk()
    let list = try desk.list(20)
    for (kind, name) in [("6969", "nfs"), ("ff534d42", "cifs"), ("fe534d42", "smb2")] {
      let elsewhere = ["LD_PRELOAD": try Shim.fileSystem.get(), "FILE_SYSTEM": kind]
      let refused = try desk.run(FaultDesk.due(list), environment: elsewhere)
      #expect(refused.exit == 69 && refused.talk.contains("L0834"), "\(refused)")
      #expect(refused.talk.contains("(\(name))"), "\(refused)")
      let made = try desk.run(["init"], environment: elsewhere, ledger: desk.folder + "/new.db")
      #expect(made.exit == 69, "\(made)")
      let doctor = try desk.run(["doctor"], environment: elsewhere)
      #expect(doctor.exit == 1 && doctor.output.contains("wrong: file-system:"), "\(doctor)")
    }
    #expect(try desk.run(FaultDesk.due(list)).exit == 0)
  }
}
