import Foundation
import Testing

/// Signals and crashes: a posting is finished or undone, and nothing of it is spilled.
@Suite struct EndingTests {
  private func made(_ count: Int) throws -> Folder {
    let folder = try Folder()
    let program = folder.program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    var text = "person,name,benefit,month,amount,site,channel\n"
    for number in 0..<count {
      text += "0790\(String(format: "%08d", number + 1)),Trần Thị Bích,pension,2026-10,"
      text += "\(1_000_000 + number),79-S1,cash\n"
    }
    try program.write("list.csv", text)
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    return folder
  }

  /// Starts to post the list, and holds it up where it waits for its turn.
  ///
  /// What a signal does in the middle of a transaction is in `FaultTests`; here it must not be missed.
  private func heldUp(
    _ program: Program, _ body: (Process) throws -> Void
  ) throws -> Program.Outcome {
    let lock = open(program.folder + "/ledger.db.lock", O_CREAT | O_RDWR, 0o600)
    #expect(lock >= 0 && flock(lock, LOCK_EX) == 0)
    defer { close(lock) }
    let (process, output, talk) = try program.start(
      ["post", "due", "list.csv"], wrapper: ["env", "SWIFT_BACKTRACE=enable=yes,color=no"])
    awaitHandler(of: SIGTERM, process)
    try body(process)
    process.waitUntilExit()
    try output.seek(toOffset: 0)
    try talk.seek(toOffset: 0)
    return Program.Outcome(
      exit: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self),
      talk: String(decoding: try talk.readToEnd() ?? Data(), as: UTF8.self))
  }

  private func ended(_ program: Program, by number: Int32) throws -> Program.Outcome {
    try heldUp(program) { kill($0.processIdentifier, number) }
  }

  /// Waits until a process has a handler for a signal, however busy the machine is.
  private func awaitHandler(of number: Int32, _ process: Process) {
    for _ in 0..<12_000 where !catches(number, process) { usleep(5_000) }
    #expect(catches(number, process))
  }

  /// Whether a process has a handler for a signal, as the system says.
  private func catches(_ number: Int32, _ process: Process) -> Bool {
    let path = "/proc/\(process.processIdentifier)/status"
    let status = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
    let mask = line.flatMap { $0.split(separator: "\t").last }.flatMap { UInt64($0, radix: 16) }
    return (mask ?? 0) & 1 << UInt64(number - 1) != 0
  }

  private func isWhole(_ program: Program, _ count: Int) throws -> Bool {
    let again = try program.run("post", "due", "list.csv")
    let verify = try program.run("verify", "--json").json()
    return again.exit == 0 && verify["ok"] as? Bool == true && verify["lines"] as? Int == count
      && verify["batches"] as? Int == 1
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `who is asked to end says that the command is to be run again, and it is right`(
    _ number: Int32
  ) throws {
    let folder = try made(100)
    let outcome = try ended(folder.program, by: number)
    #expect(outcome.exit == -number, "\(outcome)")
    #expect(outcome.talk.contains("Run the same command again"), "\(outcome)")
    #expect(try isWhole(folder.program, 100))
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE])
  func `a crash shows nothing of what is in memory and leaves no core`(_ number: Int32) throws {
    let folder = try made(100)
    let outcome = try ended(folder.program, by: number)
    #expect(outcome.exit == -number, "\(outcome)")
    #expect(outcome.talk == "" && outcome.output == "", "\(outcome)")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.program.folder)
    #expect(!left.contains { $0.hasPrefix("core") })
    #expect(try isWhole(folder.program, 100))
  }

  /// The negative control: a program in Swift that does not look after itself.
  @Test func `a crash of a program that does nothing about it is shown with its memory`() throws {
    let folder = try Folder()
    let other = URL(filePath: Program.path).deletingLastPathComponent()
      .appending(path: "benefit-ledger-benchmarks").path
    // However busy the machine is: once it has its handler of SIGSEGV, and is at work.
    let run = try folder.program.run(
      ["--help"],
      wrapper: [
        "sh", "-c",
        """
        SWIFT_BACKTRACE=enable=yes,color=no '\(other)' --persons 50000 --directory . >out 2>&1 &
        while kill -0 $! && ! grep -q '^SigCgt:.*[4-7c-f]..$' /proc/$!/status; do sleep 0.1; done
        sleep 1; kill -SEGV $!; wait $!; cat out
        """,
      ])
    #expect(run.output.contains("Program crashed"), "\(run)")
    #expect(run.output.contains("Registers:"), "\(run)")
  }

  @Test func `a process keeps its memory out of core files`() throws {
    let folder = try made(100)
    var limits = ""
    _ = try heldUp(folder.program) {
      limits = try String(contentsOfFile: "/proc/\($0.processIdentifier)/limits", encoding: .utf8)
      kill($0.processIdentifier, SIGKILL)
    }
    let core = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core") })
    #expect(core.split(separator: " ").filter { $0 == "0" }.count == 2, "\(core)")
  }
}
