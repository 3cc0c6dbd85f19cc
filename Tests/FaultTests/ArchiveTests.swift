import BenefitLedger
import Foundation
import Testing

/// A year that is being archived while the process dies.
@Suite struct ArchiveTests {
  @Test func `a process killed at any moment leaves every line in one place, and completes`() throws
  {
    var randomness = Faults.randomness(61)
    let books = try ArchiveDesk()
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
