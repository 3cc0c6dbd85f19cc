import Foundation
import LedgerCore

/// A file that is written for somebody else: for its owner alone, and never in place of another.
///
/// It is whole and on the disk when it is finished; given up, it is removed again.
final class OutputFile {
  /// Its path.
  let path: String
  private var descriptor: Int32
  private var isFinished = false

  /// Makes the file.
  ///
  /// - Throws: `LedgerError`: `outputExists`, and what the disk did.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      guard errno != EEXIST else {
        throw LedgerError(
          .outputExists, "\(path) exists already; it is left as it is.",
          help: "Name another file, or move that one away.")
      }
      throw Ledger.systemError("make", path)
    }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if !isFinished { unlink(path) }
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Ledger.systemError("write", path) }
      written += count
    }
  }

  /// Waits for the disk; from now on the file stays.
  func finish() throws {
    guard fsync(descriptor) == 0 else { throw Ledger.systemError("write", path) }
    try Ledger.synchronize(directoryOf: path)
    isFinished = true
  }
}
