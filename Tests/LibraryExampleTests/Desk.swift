import Foundation

/// A folder for the example's files; gone when the test is over.
final class Desk {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "library-example-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }
}
