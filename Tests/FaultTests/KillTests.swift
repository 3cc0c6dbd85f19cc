import Foundation
import TestSupport
import Testing

/// A process that is gone from one moment to the next.
@Suite struct KillTests {
  /// The larger list goes in parts, its steps after its lines.
  @Test(arguments: [(lines: 4_000, rounds: 50), (140_000, 5)])
  func `a process killed at any moment leaves the batch whole or not there, and posts again`(
    _ lines: Int, _ rounds: Int
  ) throws {
    var randomness = Faults.randomness(1)
    let desk = try FaultDesk()
    let list = try desk.list(lines)
    let whole = Date.now
    #expect(try desk.run(FaultDesk.due(list)).exit == 0)
    var moment = KillMoment(upTo: Date.now.timeIntervalSince(whole))
    var killed = 0
    for _ in 0..<rounds * Faults.factor {
      try desk.reset()
      let running = try desk.start(FaultDesk.due(list))
      usleep(moment.next(using: &randomness))
      // Most often there is no warning; who is asked to end does it by the same way.
      let number = [SIGKILL, SIGKILL, SIGTERM, SIGINT].randomElement(using: &randomness) ?? SIGKILL
      kill(running.process.processIdentifier, number)
      let ending = try running.wait()
      let wasKilled = ending.exit == -number
      moment.note(wasKilled: wasKilled)
      if wasKilled { killed += 1 }
      let after = try desk.books()
      let isThere = after == .intact(batches: 1, lines: lines)
      #expect(isThere || after == .intact(batches: 0, lines: 0), "\(after)")
      // What was said to be posted is posted.
      if ending.output.contains("posted as batch") { #expect(isThere) }
      let again = try desk.run(FaultDesk.due(list))
      #expect(again.exit == 0, "\(again)")
      #expect(again.output.contains(isThere ? "posted before as batch 1" : "posted as batch 1"))
      #expect(try desk.books() == .intact(batches: 1, lines: lines))
    }
    #expect(killed >= rounds / 5, "only \(killed) rounds were killed in time")
  }

  /// The calls by which anything reaches the disk, or its name a folder.
  @Test(arguments: ["pwrite64", "fdatasync", "ftruncate", "unlink", "openat"])
  func `a process killed at any call that changes the disk posts whole or not at all`(
    _ call: String
  ) throws {
    guard try hasStrace() else { return }
    let desk = try FaultDesk()
    let list = try desk.list(200)
    let paths = ["", "-wal", "-shm", ".lock"].map { desk.ledger + $0 } + [desk.folder]
    var deaths = 0
    var kept = 0
    // Without --seccomp-bpf, which is faster and delivers no signal (6.1).
    while true {
      try desk.reset()
      let ending = try desk.run(
        FaultDesk.due(list),
        wrapper: [
          "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)",
        ] + paths.flatMap { ["-P", $0] } + [
          "-e", "inject=\(call):signal=KILL:when=\(deaths + 1)",
        ])
      // The call after the last one kills nobody.
      guard ending.exit == -SIGKILL || ending.exit == 128 + SIGKILL else {
        #expect(ending.exit == 0, "\(ending)")
        break
      }
      deaths += 1
      let after = try desk.books()
      let isThere = after == .intact(batches: 1, lines: 200)
      if isThere { kept += 1 }
      #expect(
        isThere || after == .intact(batches: 0, lines: 0), "\(call) number \(deaths): \(after)")
      let again = try desk.run(FaultDesk.due(list))
      #expect(again.exit == 0, "\(call) number \(deaths): \(again)")
      #expect(try desk.books() == .intact(batches: 1, lines: 200))
      try #require(deaths < 10_000)
    }
    print("\(call): died at each of \(deaths) calls; the batch was there after \(kept)")
    // A list of 200 lines needs this many at least; strace that injects nothing kills nobody.
    let least = ["pwrite64": 40, "fdatasync": 3, "ftruncate": 1, "unlink": 0, "openat": 3]
    #expect(deaths >= least[call] ?? 1, "\(call)")
  }

  private func hasStrace() throws -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    let found = path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/strace")
    }
    try #require(found || !Faults.isContinuousIntegration, "CI installs strace")
    return found
  }
}
