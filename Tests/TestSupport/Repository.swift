import Foundation

/// The working copy the tests were built from.
public enum Repository {
  /// The top level.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file by its path from the top level.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Whether there is a file or folder at a path from the top level.
  public static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// The paths of all files under some folders whose names end in a suffix, sorted.
  public static func files(under folders: String..., suffix: String) throws -> [String] {
    try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        .map { "\(folder)/\($0)" }
    }.filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// The folder of files that belongs to a page: it lies beside it and has its name without `.md`.
  public static func files(of page: String) -> [URL] {
    let folder = String(page.dropLast(".md".count))
    return exists(folder) ? [root.appending(path: folder)] : []
  }

  /// README.md and every page of docs.
  public static func pages() throws -> [String] {
    try ["README.md"] + files(under: "docs", suffix: ".md")
  }
}
