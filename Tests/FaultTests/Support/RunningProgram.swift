import Foundation

/// How a program ended, and what it said.
struct Ending {
  /// The exit code; a signal is negative.
  var exit: Int32
  /// What it wrote to stdout.
  var output: String
  /// What it wrote to stderr.
  var talk: String
}

/// A program that runs beside the test.
final class RunningProgram {
  let process = Process()
  private let output: String
  private let talk: String

  /// Starts a program; its stdin is empty.
  init(_ command: [String], in folder: String, environment: [String: String] = [:]) throws {
    let name = folder + "/." + UUID().uuidString
    output = name + ".out"
    talk = name + ".err"
    for path in [output, talk] { try Data().write(to: URL(filePath: path)) }
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: talk))
    try process.run()
  }

  /// Waits for its end.
  func wait() throws -> Ending {
    process.waitUntilExit()
    defer { for path in [output, talk] { try? FileManager.default.removeItem(atPath: path) } }
    let status = process.terminationStatus
    return Ending(
      exit: process.terminationReason == .exit ? status : -status,
      output: String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self),
      talk: String(decoding: try Data(contentsOf: URL(filePath: talk)), as: UTF8.self))
  }
}
