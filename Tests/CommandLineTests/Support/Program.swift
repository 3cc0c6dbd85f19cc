import Foundation
import Testing

/// The built program, run as its users run it.
struct Program {
  /// What a run said.
  struct Outcome {
    var exit: Int32
    var output: String
    var talk: String

    /// The one JSON document.
    func json() throws -> [String: Any] {
      try #require(
        JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any],
        "\(output)\n\(talk)")
    }

    /// The code in the JSON document's error.
    func errorCode() throws -> String? {
      (try json()["error"] as? [String: Any])?["code"] as? String
    }
  }

  /// The folder the test runs in; it goes away with the ``Folder``.
  let folder: String

  /// Beside the test bundle, where SwiftPM puts it.
  static let path: String = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return bundle.appendingPathComponent("benefit-ledger").path
  }()

  /// Starts the program and does not wait for it.
  func start(_ arguments: [String], wrapper: [String] = []) throws -> (
    process: Process, output: FileHandle, talk: FileHandle
  ) {
    let process = Process()
    let command = wrapper + [Self.path] + arguments
    process.executableURL = URL(
      fileURLWithPath: command[0].contains("/") ? command[0] : "/usr/bin/env")
    process.arguments = command[0].contains("/") ? Array(command.dropFirst()) : command
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // Whatever language the machine speaks, what is asserted is English.
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    let name = folder + "/." + UUID().uuidString
    _ = FileManager.default.createFile(atPath: name + ".out", contents: nil)
    _ = FileManager.default.createFile(atPath: name + ".err", contents: nil)
    let output = try #require(FileHandle(forUpdatingAtPath: name + ".out"))
    let talk = try #require(FileHandle(forUpdatingAtPath: name + ".err"))
    process.standardOutput = output
    process.standardError = talk
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (process, output, talk)
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: String..., wrapper: [String] = []) throws -> Outcome {
    try run(arguments, wrapper: wrapper)
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: [String], wrapper: [String] = []) throws -> Outcome {
    let (process, output, talk) = try start(arguments, wrapper: wrapper)
    process.waitUntilExit()
    try output.seek(toOffset: 0)
    try talk.seek(toOffset: 0)
    return Outcome(
      exit: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self),
      talk: String(decoding: try talk.readToEnd() ?? Data(), as: UTF8.self))
  }

  /// Writes a file into the folder.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    return name
  }
}

/// A folder of a test's own.
final class Folder {
  let program: Program

  init() throws {
    let path = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    program = Program(folder: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: program.folder) }
}
