import Foundation
import TestSupport

/// The small C programs in `Shims`, compiled by the compiler that comes with Swift.
enum Shim {
  /// Makes calls to the system fail.
  static let faults = library("faults")
  /// Records what is written and waited for.
  static let recorder = library("recorder")
  /// Tells another time.
  static let clock = library("clock")
  /// Tells another kind of file system.
  static let fileSystem = library("filesystem")
  /// Cuts an ext4 off from its disk.
  static let shutdown = program("shutdown")

  private static let folder = Result { try TemporaryFolder() }

  private static func library(_ name: String) -> Result<String, any Error> {
    Result { try compile(name, as: "\(name).so", ["-shared", "-fPIC"]) }
  }

  private static func program(_ name: String) -> Result<String, any Error> {
    Result { try compile(name, as: name, []) }
  }

  private static func compile(_ name: String, as output: String, _ options: [String]) throws
    -> String
  {
    let folder = try folder.get()
    let source = Repository.root.appending(path: "Tests/FaultTests/Shims/\(name).c").path
    let result = try runProgram(
      "/usr/bin/env",
      ["clang", "-O1", "-Wall", "-Wextra", "-Werror"] + options + [
        "-o", folder.path(output), source,
      ],
      in: folder.url)
    guard result.exit == 0 else { throw NotCompiled(description: result.output) }
    return folder.path(output)
  }

  private struct NotCompiled: Error, CustomStringConvertible { var description: String }
}
