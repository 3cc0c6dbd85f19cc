import Foundation

/// The directory of one run: everything a run writes is in it, and goes with it.
struct RunDirectory {
  /// Its path.
  let path: String

  /// Makes it inside another directory, which is made too if it is missing.
  init(in parent: String) throws {
    let absolute =
      parent.hasPrefix("/") ? parent : FileManager.default.currentDirectoryPath + "/" + parent
    path = "\(absolute)/benefit-ledger-benchmarks.\(getpid())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// The path of something inside.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Removes a database with the files SQLite and the writer's lock keep beside it.
  func removeDatabase(_ name: String) {
    for suffix in ["", "-wal", "-shm", "-journal", ".lock"] { unlink(file(name) + suffix) }
  }

  /// How many MiB a file inside has.
  func size(of name: String) -> Int {
    var status = stat()
    return stat(file(name), &status) == 0 ? Int(status.st_size) >> 20 : 0
  }

  /// Removes a directory inside with all that is in it.
  func removeDirectory(_ name: String) {
    try? FileManager.default.removeItem(atPath: file(name))
  }

  /// Removes everything.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
