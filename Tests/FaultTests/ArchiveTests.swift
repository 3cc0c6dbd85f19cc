import BenefitLedger
import Foundation
import TestSupport
import Testing

/// A year that is being archived while the process dies.
@Suite struct ArchiveTests {
  @Test func `a process killed at any moment leaves every line in one place, and completes`() throws
  {
    var randomness = Faults.randomness(61)
    let books = try ArchiveDesk()
    let begin = Date.now
    #expect(try books.desk.run(["archive", "2024"]).exit == 0)
    var moment = KillMoment(upTo: Date.now.timeIntervalSince(begin))
    var killed = 0
    for round in 0..<20 * Faults.factor {
      try books.reset()
      let running = try books.desk.start(["archive", "2024"])
      usleep(moment.next(using: &randomness))
      kill(running.process.processIdentifier, SIGKILL)
      let ending = try running.wait()
      let wasKilled = ending.exit == -SIGKILL
      moment.note(wasKilled: wasKilled)
      if wasKilled { killed += 1 }
      let isBefore = try books.expectCompleted("round \(round)")
      if ending.output.contains("moved to") { #expect(isBefore) }
    }
    #expect(killed >= 4, "only \(killed) rounds were killed in time")
  }

  /// The calls by which the archive, its name, the record and the removal reach the disk.
  @Test(arguments: [
    "pwrite64", "fsync", "fdatasync", "ftruncate", "link", "unlink", "chmod",
  ])
  func `a process killed at any call that changes the disk completes when it runs again`(
    _ call: String
  ) throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    let hasStrace = path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/strace")
    }
    try #require(hasStrace || !Faults.isContinuousIntegration, "CI installs strace")
    guard hasStrace else { return }
    let books = try ArchiveDesk()
    var deaths = 0
    var kept = 0
    while true {
      try books.reset()
      let ending = try books.desk.run(
        ["archive", "2024"],
        wrapper: [
          "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
          "inject=\(call):signal=KILL:when=\(deaths + 1)",
        ])
      guard ending.exit == -SIGKILL || ending.exit == 128 + SIGKILL else {
        #expect(ending.exit == 0, "\(ending)")
        break
      }
      deaths += 1
      if try books.expectCompleted("\(call) number \(deaths)") { kept += 1 }
      try #require(deaths < 10_000)
    }
    print("\(call): died at each of \(deaths) calls; the year was archived after \(kept)")
    // Strace that injects nothing kills nobody.
    let least = ["pwrite64": 20, "fsync": 2, "fdatasync": 1, "link": 1, "chmod": 1]
    #expect(deaths >= least[call] ?? 0, "\(call)")
  }

  @Test func `an archive that cannot be read is said to be that, and not another file`() throws {
    let books = try ArchiveDesk()
    #expect(try books.desk.run(["archive", "2024"]).exit == 0)
    let unreadable = [
      "LD_PRELOAD": try Shim.faults.get(), "FAULT_FOLDER": books.archive, "FAULT_CALL": "open",
      "FAULT_AT": "1", "FAULT_FOREVER": "1", "FAULT_ERROR": "\(EACCES)",
    ]
    let doctor = try books.desk.run(["doctor"], environment: unreadable)
    #expect(doctor.exit == 1, "\(doctor)")
    #expect(
      doctor.output.contains("wrong: archives: Reading or writing \(books.archive) failed"),
      "\(doctor)")
    #expect(doctor.output.contains("ok: settings:"), "\(doctor)")
    let totals = try books.desk.run(["totals"], environment: unreadable)
    #expect(totals.exit == 74 && totals.talk.contains(books.archive), "\(totals)")
    #expect(try books.desk.run(["totals"]).exit == 0)
  }

  @Test func `a year is not archived on a disk that fails, and is when it works again`() throws {
    let books = try ArchiveDesk()
    // Files that are larger than this are refused, as on a disk that is full.
    for kilobytes in [1, 8, 16, 24, 32] {
      try books.reset()
      let ending = try books.desk.run(
        ["archive", "2024"], wrapper: ["prlimit", "--fsize=\(kilobytes * 1_024)"])
      #expect(ending.exit != 0, "\(kilobytes): \(ending)")
      #expect(try !books.expectCompleted("\(kilobytes) KiB"))
    }
  }
}
