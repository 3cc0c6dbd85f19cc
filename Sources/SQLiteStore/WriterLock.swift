import Foundation
import LedgerCore

/// The lock file that lets one process at a time write a ledger.
///
/// SQLite's own locks would do for correctness of rows, but SQLite 3.7.0 to 3.51.2 can corrupt a
/// write-ahead log when two connections write and checkpoint at the same moment
/// (<https://sqlite.org/wal.html#walresetbug>), and Debian 12 has 3.40.1.
public final class WriterLock {
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
  /// The file stays: removing it would let two processes lock two files. Unlocked before it is closed,
  /// because a child that is just being started has the descriptor too, until it runs its program.
  func release() {
    flock(descriptor, LOCK_UN)
    Foundation.close(descriptor)
  }

  /// Who holds a lock.
  public enum Holder: Equatable, Sendable {
    /// Nobody does.
    case nobody
    /// Somebody does; nil if the system does not say who.
    case somebody(Process?)
  }

  /// A process of this machine.
  public struct Process: Equatable, Sendable {
    /// Its number.
    public var number: Int32
    /// The name of its program, cut by the system to fifteen bytes.
    public var name: String
  }

  /// Who is writing a ledger, without keeping anybody from it for longer than a moment.
  public static func holder(ledger: String) -> Holder {
    let file = open(ledger + ".lock", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return .nobody }
    defer { Foundation.close(file) }
    if flock(file, LOCK_SH | LOCK_NB) == 0 { return .nobody }
    var status = stat()
    guard fstat(file, &status) == 0,
      let locks = FileManager.default.contents(atPath: "/proc/locks")
    else { return .somebody(nil) }
    // 1: FLOCK  ADVISORY  WRITE 4711 fd:01:5678 0 EOF
    for line in String(decoding: locks, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 5, fields[1] == "FLOCK",
        fields[5].split(separator: ":").last == Substring("\(status.st_ino)"),
        let number = Int32(fields[4]), number > 0
      else { continue }
      let name = FileManager.default.contents(atPath: "/proc/\(number)/comm").map {
        String(decoding: $0, as: UTF8.self).filter { !$0.isNewline }
      }
      return .somebody(Process(number: number, name: name ?? "?"))
    }
    return .somebody(nil)
  }
}
