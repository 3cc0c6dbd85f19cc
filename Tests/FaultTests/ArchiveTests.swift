import BenefitLedger
import Foundation
import Testing

/// A year that is being archived while the process dies.
@Suite struct ArchiveTests {
  /// A ledger whose year 2024 is closed, and what it was before anything was archived.
  private struct Books {
    let desk: FaultDesk
    let closed: Data
    var archive: String { desk.folder + "/ledger-2024.archive.db" }
    /// How many lines of 2024 there are, and in all.
    static let lines = (moved: 300, all: 350)
    static let intact = FaultDesk.Books.intact(batches: 4, lines: lines.all)

    init() throws {
      desk = try FaultDesk()
      let lists = [("2024-11", 0, 100), ("2024-12", 100, 200), ("2025-01", 300, 50)]
      for (month, first, count) in lists {
        let list = try desk.list("\(month).csv", count, from: first)
        let text = try String(contentsOfFile: list, encoding: .utf8)
        try Data(text.replacing("2026-10", with: month).utf8).write(to: URL(filePath: list))
        let posted = try desk.run(["post", "due", list, "--date", "\(month)-05"])
        #expect(posted.exit == 0, "\(posted)")
      }
      for command in [["period", "close", "2024-11"], ["close", "--year", "2024"]] {
        let done = try desk.run(command)
        #expect(done.exit == 0, "\(done)")
      }
      closed = try Data(contentsOf: URL(filePath: desk.ledger))
      #expect(try desk.books() == Self.intact)
    }

    func reset() throws {
      try desk.reset()
      try closed.write(to: URL(filePath: desk.ledger))
      chmod(desk.ledger, 0o600)
    }

    /// Sees that every line is there, runs the command again, and sees that it is complete.
    ///
    /// - Returns: Whether the year was archived before the second call.
    func expectCompleted(_ what: String) throws -> Bool {
      #expect(try desk.books() == Self.intact, "\(what)")
      let again = try desk.run(["archive", "2024"])
      #expect(again.exit == 0, "\(what): \(again)")
      let isBefore = again.output.contains("was archived before")
      #expect(isBefore || again.output.contains("300 lines of 2 batches of 2024 moved"), "\(what)")
      #expect(try desk.books() == Self.intact, "\(what)")
      let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder)
      #expect(names.filter { $0.contains("archive") } == ["ledger-2024.archive.db"], "\(what)")
      return isBefore
    }
  }

  @Test func `a process killed at any moment leaves every line in one place, and completes`() throws
  {
    var randomness = Faults.randomness(61)
    let books = try Books()
    let begin = Date.now
    #expect(try books.desk.run(["archive", "2024"]).exit == 0)
    let needed = Date.now.timeIntervalSince(begin)
    var killed = 0
    for round in 0..<20 * Faults.factor {
      try books.reset()
      let running = try books.desk.start(["archive", "2024"])
      usleep(UInt32(Double.random(in: 0...needed, using: &randomness) * 1_000_000))
      kill(running.process.processIdentifier, SIGKILL)
      let ending = try running.wait()
      if ending.exit == -SIGKILL { killed += 1 }
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
    let books = try Books()
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

  @Test func `a year is not archived on a disk that fails, and is when it works again`() throws {
    let books = try Books()
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
