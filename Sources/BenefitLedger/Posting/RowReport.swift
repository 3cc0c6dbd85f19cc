import BatchFiles
import Foundation
import LedgerCore

/// One file of rows that were not posted: as they were, with the columns `reject_code` and
/// `reject_reason`.
///
/// It is made with the first row, only its owner can read it, and it never takes the place of a file.
final class RowReport {
  let path: String
  /// How many rows it has.
  private(set) var count: Int64 = 0
  private let option: String
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - path: The file to be made.
  ///   - option: The option that names it, for a message.
  init(_ path: String, option: String) {
    self.path = path
    self.option = option
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether there is a file.
  var isMade: Bool { descriptor >= 0 }

  /// Adds a row, and the header before the first.
  func add(_ row: RefusedRow, header: [UInt8]) throws {
    if descriptor < 0 { try make() }
    if count == 0 {
      buffer += header
      buffer += Array(",reject_code,reject_reason\n".utf8)
    }
    count += 1
    buffer += row.bytes
    let reason = row.reason.description.replacing("\"", with: "\"\"")
    buffer += Array(",\(row.code.text),\"\(reason)\"\n".utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes what is left, and waits for the disk.
  func finish() throws {
    guard descriptor >= 0 else { return }
    try flush()
    guard fsync(descriptor) == 0 else { throw failure("written") }
  }

  /// Forgets the rows so far: the list is read again.
  func restart() throws {
    buffer = []
    count = 0
    guard descriptor >= 0 else { return }
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw failure("written")
    }
  }

  /// Removes the file, if it was made here.
  func remove() {
    guard descriptor >= 0 else { return }
    unlink(path)
    close(descriptor)
    descriptor = -1
  }

  /// Refuses a path that is taken, before anything is read.
  func checkIsNew() throws {
    var state = stat()
    if lstat(path, &state) == 0 { throw exists }
  }

  private var exists: LedgerError {
    LedgerError(
      .outputExists,
      "\(maskedDigits(path)) exists already; it is left as it is, and nothing is posted.",
      help: "Name another file with \(option), or move that one away.")
  }

  private func make() throws {
    let made = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard made >= 0 else {
      if errno == EEXIST { throw exists }
      throw failure("made")
    }
    descriptor = made
  }

  private func flush() throws {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes {
        write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure("written") }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func failure(_ what: Message) -> LedgerError {
    let reason = errno
    return LedgerError(
      reason == ENOSPC ? .diskFull : .inputOutput,
      "The report \(maskedDigits(path)) cannot be \(what): \(String(cString: strerror(reason))).")
  }
}
