import Foundation
import LedgerCore

/// The lock file that lets one process at a time write a ledger.
///
/// SQLite's own locks would do for correctness of rows, but SQLite 3.7.0 to 3.51.2 can corrupt a
/// write-ahead log when two connections write and checkpoint at the same moment
/// (<https://sqlite.org/wal.html#walresetbug>), and Debian 12 has 3.40.1.
final class WriterLock {
  private let descriptor: Int32

  /// Takes the lock, waiting at most `wait` seconds.
  init(ledger: String, wait: Int) throws {
    let path = ledger + ".lock"
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw LedgerError(
        errno == ENOSPC ? .diskFull : .inputOutput,
        "The lock file \(path) cannot be opened: \(reason).")
    }
    var attempts = wait * 20
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, attempts > 0 else {
        Foundation.close(descriptor)
        throw LedgerError(
          .busy, "Another process is posting to \(ledger).",
          help: "Wait until it is done, then run the same command again.")
      }
      attempts -= 1
      usleep(50_000)
    }
  }

  /// Gives the lock back.
  ///
  /// The file stays: removing it would let two processes lock two files.
  func release() { Foundation.close(descriptor) }
}
