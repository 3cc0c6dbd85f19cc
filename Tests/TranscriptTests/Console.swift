import Foundation
import TestSupport

/// A shell in a folder of its own, in which a page's commands run one after the other.
///
/// The folder, exported variables and `$?` carry over from command to command, as at a desk.
struct Console {
  private let folder: TemporaryFolder
  private let environment: [String: String]
  private let desk: URL

  /// Begins with copies of some files or folders on the desk.
  init(files: [URL] = []) throws {
    folder = try TemporaryFolder()
    desk = folder.url.appending(path: "desk")
    try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
    for file in files {
      try FileManager.default.copyItem(
        at: file, to: desk.appending(path: file.lastPathComponent))
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    environment = [
      "PATH": "\(try Programs.binaries().path):\(path)", "HOME": desk.path, "LANG": "C.UTF-8",
      "LC_ALL": "C.UTF-8", "STATE": folder.path("state"),
    ]
  }

  /// Runs a command and gives its output line by line.
  func run(_ command: String) throws -> [String] {
    let script = """
      cd "$0"
      if [ -e "$STATE" ]; then . "$STATE"; fi
      \(command)
      code=$?
      { export -p; printf 'cd %q\\n(exit %d)\\n' "$PWD" "$code"; } > "$STATE"
      """
    let result = try runProgram(
      "/bin/bash", ["-c", script, desk.path], in: folder.url, environment: environment)
    var lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
