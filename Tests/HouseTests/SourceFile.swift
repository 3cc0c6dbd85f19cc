import TestSupport

/// One Swift file under `Sources`.
struct SourceFile {
  /// Its path from the top level.
  let path: String
  /// Its lines as written.
  let lines: [String]
  /// The file taken apart.
  let text: SwiftText

  init(path: String, _ text: String) {
    self.path = path
    self.text = SwiftText(text)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The target it belongs to: the folder under `Sources` or `Tests`.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  /// Its name without folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Every source file of the project.
  static func all() throws -> [SourceFile] { try sources.get() }

  private static let sources = Result {
    try Repository.files(under: "Sources", suffix: ".swift").map {
      SourceFile(path: $0, try Repository.text($0))
    }
  }
}

/// Something to repair, with its place and the repair.
struct Finding: CustomStringConvertible, Equatable {
  let path: String
  let line: Int
  let message: String

  init(_ path: String, _ line: Int, _ message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  var description: String { "\(path):\(line): \(message)" }
}

/// The findings as one text, for a test that expects none.
func list(_ findings: [Finding]) -> String { findings.map(\.description).joined(separator: "\n") }
