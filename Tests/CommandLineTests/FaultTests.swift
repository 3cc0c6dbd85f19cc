import Foundation
import Testing

/// Real faults on the real program: a full disk, a killed process, two processes at once.
@Suite struct FaultTests {
  private let folder = Result { try Folder() }

  /// A list of pensions for persons made up from a number.
  private func list(_ count: Int, from first: Int = 0) -> String {
    var text = "person,name,benefit,month,amount,site,channel\n"
    for number in first..<(first + count) {
      text += "0790\(String(format: "%08d", number + 1)),Nguyễn Văn An,pension,2026-10,"
      text += "\(1_000_000 + number),79-S1,cash\n"
    }
    return text
  }

  private func makeLedger(_ program: Program, at ledger: String = "ledger.db") throws {
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    #expect(try program.run("init", "--sites", "sites.csv", "--ledger", ledger).exit == 0)
  }

  /// The posted lines, as the totals say.
  private func lines(_ program: Program, _ ledger: String = "ledger.db") throws -> Int {
    let totals = try program.run("totals", "--json", "--ledger", ledger)
    #expect(totals.exit == 0, "\(totals)")
    return try #require(try totals.json()["count"] as? Int)
  }

  private func isIntact(_ program: Program, _ ledger: String = "ledger.db") throws -> Bool {
    let verify = try program.run("verify", "--json", "--ledger", ledger)
    return try verify.exit == 0 && verify.json()["ok"] as? Bool == true
  }

  @Test func `a full disk ends in exit 74, the ledger is intact, and the command succeeds after`()
    throws
  {
    let program = try folder.get().program
    let disk = program.folder + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard try shell("mount -t tmpfs -o size=3m tmpfs '\(disk)'") == 0 else {
      try #require(
        ProcessInfo.processInfo.environment["CI"] == nil, "CI must be able to mount a tmpfs")
      return
    }
    defer { _ = try? shell("umount -l '\(disk)'") }
    try makeLedger(program, at: "disk/ledger.db")
    try program.write("big.csv", list(60_000))
    let full = try program.run("post", "due", "big.csv", "--json", "--ledger", "disk/ledger.db")
    #expect(full.exit == 74, "\(full)")
    #expect(try full.errorCode() == "L0841")
    #expect(try isIntact(program, "disk/ledger.db"))
    #expect(try lines(program, "disk/ledger.db") == 0)
    #expect(try shell("mount -o remount,size=100m '\(disk)'") == 0)
    let posted = try program.run("post", "due", "big.csv", "--json", "--ledger", "disk/ledger.db")
    #expect(posted.exit == 0, "\(posted)")
    #expect(try lines(program, "disk/ledger.db") == 60_000)
    #expect(try isIntact(program, "disk/ledger.db"))
  }

  @Test func `a process killed at any moment leaves the batch whole or not there, and posts again`()
    throws
  {
    let program = try folder.get().program
    try makeLedger(program)
    let seed = UInt64(Date.timeIntervalSinceReferenceDate * 1_000)
    print("seed \(seed)")
    var generator = SeededGenerator(state: seed)
    let rounds = 12
    var killed = 0
    for round in 0..<rounds {
      try program.write("list.csv", list(20_000, from: round * 20_000))
      let (process, _, _) = try program.start(["post", "due", "list.csv"])
      usleep(UInt32.random(in: 1_000...250_000, using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      let after = try lines(program)
      #expect(after == round * 20_000 || after == (round + 1) * 20_000)
      let again = try program.run("post", "due", "list.csv", "--json")
      #expect(again.exit == 0, "\(again)")
      #expect(try lines(program) == (round + 1) * 20_000)
    }
    #expect(killed > 0, "no round was killed in time")
    #expect(try isIntact(program))
  }

  @Test func `of processes that post at once each posts once or says that it is busy`() throws {
    let program = try folder.get().program
    try makeLedger(program)
    var running: [Process] = []
    for number in 0..<6 {
      try program.write("list\(number).csv", list(3_000, from: number * 3_000))
      running.append(try program.start(["post", "due", "list\(number).csv"]).process)
    }
    for process in running { process.waitUntilExit() }
    let posted = running.count { $0.terminationStatus == 0 }
    #expect(running.allSatisfy { [0, 75].contains($0.terminationStatus) })
    #expect(try lines(program) == posted * 3_000)
    #expect(try isIntact(program))
  }

  @Test
  func `of processes that post the same file at once one posts and the others get its receipt`()
    throws
  {
    let program = try folder.get().program
    try makeLedger(program)
    try program.write("list.csv", list(5_000))
    let running = try (0..<6).map { _ in try program.start(["post", "due", "list.csv", "--json"]) }
    var first = 0
    for (process, output, _) in running {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      try output.seek(toOffset: 0)
      let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
      if text.contains("\"alreadyPosted\":false") { first += 1 }
    }
    #expect(first == 1)
    #expect(try lines(program) == 5_000)
  }

  @Test
  func `a disk that fails at the commit leaves the outcome unknown, and the same command is right`()
    throws
  {
    let program = try folder.get().program
    guard try shell("command -v strace > /dev/null") == 0 else {
      try #require(ProcessInfo.processInfo.environment["CI"] == nil, "CI installs strace")
      return
    }
    try makeLedger(program)
    try program.write("list.csv", list(200))
    var unknown = 0
    for number in 1...6 {
      let failed = try program.run(
        "post", "due", "list.csv", "--json",
        wrapper: [
          "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync,fsync", "-e",
          "inject=fdatasync,fsync:error=EIO:when=\(number)",
        ])
      #expect([0, 74, 75].contains(failed.exit), "\(failed)")
      if failed.exit == 75 {
        unknown += 1
        #expect(try failed.errorCode() == "L0832")
        #expect(failed.output.contains("not known"))
      }
      #expect([0, 200].contains(try lines(program)))
      let again = try program.run("post", "due", "list.csv", "--json")
      #expect(again.exit == 0, "\(again)")
      #expect(try lines(program) == 200)
      #expect(try isIntact(program))
      for name in ["ledger.db", "ledger.db-wal", "ledger.db-shm"] {
        try? FileManager.default.removeItem(atPath: program.folder + "/" + name)
      }
      #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    }
    #expect(unknown > 0, "no injected fault met the commit")
  }

  @Test func `a closed pipe does not keep a file from being posted`() throws {
    let program = try folder.get().program
    try makeLedger(program)
    try program.write("list.csv", list(100))
    let command = "'\(Program.path)' post due list.csv | true"
    #expect(try shell("cd '\(program.folder)' && \(command)") == 0)
    #expect(try lines(program) == 100)
  }

  @Test func `the ledger and the files beside it belong to their owner alone`() throws {
    let program = try folder.get().program
    try makeLedger(program)
    try program.write("list.csv", list(10))
    #expect(try program.run("post", "due", "list.csv").exit == 0)
    for name in ["ledger.db", "ledger.db.lock"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: program.folder + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  private func shell(_ command: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// Repeatable randomness: the seed is printed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
