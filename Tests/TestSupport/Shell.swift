import Foundation

/// What a program said and how it ended.
public struct ProgramResult: Sendable {
  /// The exit code.
  public var exit: Int32
  /// What it wrote to stdout and stderr, in the order it wrote it.
  public var output: String
}

/// Runs a program to its end; stdin is empty.
public func runProgram(
  _ path: String, _ arguments: [String], in folder: URL, environment: [String: String]? = nil,
  mergingErrors: Bool = true
) throws -> ProgramResult {
  let output = folder.appending(path: ".output-\(UUID().uuidString)")
  try Data().write(to: output)
  defer { try? FileManager.default.removeItem(at: output) }
  let handle = try FileHandle(forWritingTo: output)
  let process = Process()
  process.executableURL = URL(filePath: path)
  process.arguments = arguments
  process.currentDirectoryURL = folder
  // Whatever language the machine speaks, what is asserted is English.
  process.environment =
    environment ?? ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = handle
  process.standardError = mergingErrors ? handle : FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  try handle.close()
  return ProgramResult(
    exit: process.terminationStatus,
    output: String(decoding: try Data(contentsOf: output), as: UTF8.self))
}

/// A folder of its own for one test, removed afterwards.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes the folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "benefit-ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  public func path(_ name: String) -> String { url.appending(path: name).path }
}
