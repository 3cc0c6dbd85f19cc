import Foundation
import TestSupport

/// Commands of the model test, typed to the built program; some are killed and typed again.
struct BuiltProgram {
  let engine: EngineLedger
  var random: SeededRandom

  /// The words that somebody types, or nil if the command is not of this share.
  func words(_ command: Command) throws -> [String]? {
    var words: [String]
    switch command {
    case .post(let posting) where !posting.date.isEmpty && !posting.undoes && !posting.leavesOut:
      words = ["post", posting.event, try engine.file("list.csv", posting.text)]
      words += Self.option("reference", posting.reference) + Self.option("date", posting.date)
      words += Self.option("period", posting.period)
      words += Self.option("count", posting.count.map { "\($0)" } ?? "")
      words += Self.option("total", posting.total.map { "\($0)" } ?? "")
      if posting.isDryRun { words.append("--dry-run") }
    case .reverse(let batch, let reason, let date, let period, let isDryRun, _)
    where !reason.isEmpty:
      words = ["batch", "reverse", "\(batch)", "--reason", reason]
      words += Self.option("date", date) + Self.option("period", period)
      if isDryRun { words.append("--dry-run") }
    default: return nil
    }
    return words + ["--ledger", engine.path, "--json"]
  }

  /// Runs the program to its end, often after it was killed on its way.
  ///
  /// - Returns: Its exit code, and whether it was killed before.
  mutating func run(_ words: [String]) throws -> (exit: Int32, wasKilled: Bool) {
    let isKilled = random.chance(50)
    if isKilled { _ = try start(words, killedAfter: UInt32(random.below(60_000))) }
    return (try start(words, killedAfter: nil), isKilled)
  }

  private func start(_ words: [String], killedAfter: UInt32?) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: try Programs.benefitLedger())
    process.arguments = words
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let killedAfter {
      usleep(killedAfter)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func option(_ name: String, _ value: String) -> [String] {
    value.isEmpty ? [] : ["--\(name)", value]
  }
}
