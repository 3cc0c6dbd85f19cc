import Foundation
import LedgerCore
import LedgerStore
import SQLiteStore

/// A copy of a ledger that gets its name when it is complete, and is gone if it is not.
struct CopiedLedger {
  /// Where the copy lies until then.
  let draft: String
  private let path: String

  /// Begins a copy.
  ///
  /// - Parameter path: Its name; nothing that exists is overwritten, nor is anything taken for a log of it
  ///   that is not.
  /// - Throws: `LedgerError`: `outputExists`, `folderUnsafe`, and what the disk did.
  init(_ path: String) throws {
    self.path = path
    draft = "\(path).new-\(getpid())"
    for name in [path, path + "-wal", path + "-shm", path + "-journal"] {
      try Self.refuseExisting(name)
    }
    try LedgerPlace(of: path).check(isWritten: false)
    let descriptor = Foundation.open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Ledger.systemError("make", path) }
    Foundation.close(descriptor)
  }

  /// Waits for the disk and gives the copy its name.
  func finish() throws {
    let descriptor = Foundation.open(draft, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Ledger.systemError("open", path) }
    defer { Foundation.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Ledger.systemError("write", path) }
    if link(draft, path) != 0 {
      let reason = errno
      try Self.refuseExisting(path)
      // Not every disk for backups can give a file two names.
      guard [EPERM, ENOSYS, EOPNOTSUPP, EMLINK].contains(reason), rename(draft, path) == 0 else {
        errno = reason
        throw Ledger.systemError("make", path)
      }
    }
    do {
      try Ledger.synchronize(directoryOf: path)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Removes what lies about under the name of the draft.
  func clean() {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) }
  }

  private static func refuseExisting(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    throw LedgerError(
      .outputExists, "\(maskedDigits(path)) exists already; it is left as it is.",
      help: "Name another file, or move that one away.")
  }
}
