import Foundation
import Testing

/// What is around a posting: a pipe that is closed, files that are nobody else's.
///
/// Faults of the disk, the machine and other processes are in `FaultTests`, the target.
@Suite struct SurroundingsTests {
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
