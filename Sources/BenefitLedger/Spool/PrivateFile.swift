import Foundation
import LedgerCore

/// A file for what does not fit into memory: its owner's alone, without a name, and gone with the
/// process whatever ends it.
final class PrivateFile {
  /// How many bytes it has.
  private(set) var byteCount: Int64 = 0
  private let descriptor: Int32

  /// Makes a file in the ledger's folder, which has room for a nation's files; where that may not be
  /// written, in the folder for temporary files.
  ///
  /// - Throws: `LedgerError`: `inputOutput`, `diskFull`.
  init(beside location: String) throws {
    let slash = location.lastIndex(of: "/")
    let folder = slash.map { String(location[...$0]) } ?? "./"
    var made: Int32 = -1
    for folder in [folder, NSTemporaryDirectory()] where made < 0 {
      let path = folder + ".benefit-ledger-\(UUID().uuidString)"
      made = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if made >= 0 { unlink(path) }
    }
    descriptor = made
    guard made >= 0 else { throw failure("made") }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds bytes at its end.
  func append(_ bytes: UnsafeRawBufferPointer) throws {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written,
        off_t(byteCount))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure("written") }
      written += count
      byteCount += Int64(count)
    }
  }

  /// Fills a buffer with the bytes from an offset on, all of which were written before.
  func read(from offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws {
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled,
        off_t(offset) + off_t(filled))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure("read") }
      filled += count
    }
  }

  private func failure(_ what: Message) -> LedgerError {
    let reason = errno
    return LedgerError(
      reason == ENOSPC ? .diskFull : .inputOutput,
      "A temporary file cannot be \(what): \(String(cString: strerror(reason))).",
      help: "It is made in the ledger's folder, or in the folder that TMPDIR names.")
  }
}
