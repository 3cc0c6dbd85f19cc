import Foundation
import GRDBSQLite

/// What a run took place on; figures of two machines cannot be compared without it, nor quite with it.
struct Machine: Encodable {
  /// The version of SQLite.
  let sqlite: String
  /// Processors.
  let processors: Int
  /// Whether this is a release build; the figures of a debug build mean nothing.
  let isRelease: Bool

  /// This one.
  static var this: Machine {
    #if DEBUG
      let isRelease = false
    #else
      let isRelease = true
    #endif
    return Machine(
      sqlite: String(cString: sqlite3_libversion()),
      processors: ProcessInfo.processInfo.activeProcessorCount, isRelease: isRelease)
  }
}
