import Foundation
import LedgerCore

/// A file that a report writes: its owner's alone, and never in the place of another.
///
/// It is whole and on the disk when it is finished; given up, it is removed again.
final class OutputFile {
  /// Where it is.
  let path: String
  private let option: String?
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []
  private var isFinished = false

  /// Names a file that must not exist; it is made with its first bytes.
  ///
  /// - Parameters:
  ///   - path: Where it will be.
  ///   - option: The option that names it, for a message.
  /// - Throws: `LedgerError` with code `outputExists` if there is something of that name.
  init(_ path: String, option: String? = nil) throws {
    self.path = path
    self.option = option
    var status = stat()
    if lstat(path, &status) == 0 { throw exists }
  }

  deinit { if !isFinished { remove() } else if isMade { close(descriptor) } }

  /// Whether there is a file.
  var isMade: Bool { descriptor >= 0 }

  /// Adds a row with its line end, and `header` before the first.
  func add(_ row: String, header: String) throws {
    if !isMade { try write(Array((header + "\n").utf8)) }
    try write(Array((row + "\n").utf8))
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws {
    if !isMade { try make() }
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes what is left, and waits for the disk; from now on the file stays.
  ///
  /// - Parameter header: What a file without rows consists of; nil if it is not made at all.
  /// - Throws: `LedgerError`: `outputExists`, `inputOutput`, `diskFull`.
  func finish(header: String? = nil) throws {
    if !isMade, let header { try write(Array((header + "\n").utf8)) }
    guard isMade else { return }
    try flush()
    guard fsync(descriptor) == 0 else { throw failure("written") }
    try Ledger.synchronize(directoryOf: path)
    isFinished = true
  }

  /// Forgets what was added so far.
  func restart() throws {
    buffer = []
    guard isMade else { return }
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw failure("written")
    }
  }

  /// Removes the file, if it was made here.
  func remove() {
    guard isMade else { return }
    unlink(path)
    close(descriptor)
    descriptor = -1
  }

  private func make() throws {
    let made = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard made >= 0 else { throw errno == EEXIST ? exists : failure("made") }
    descriptor = made
  }

  private var exists: LedgerError {
    LedgerError(
      .outputExists, "\(maskedDigits(path)) exists already; it is left as it is.",
      help: option.map { "Name another file with \($0), or move that one away." }
        ?? "Name another file, or move that one away.")
  }

  private func flush() throws {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
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
      "The file \(maskedDigits(path)) cannot be \(what): \(String(cString: strerror(reason))).")
  }
}

/// Texts as fields of a CSV that a spreadsheet may open.
enum CsvText {
  /// A text as a field: in quotes if it needs them, and never read as a formula.
  static func field(_ text: String) -> String {
    // A spreadsheet takes a field that begins so for a formula; an apostrophe makes it a text.
    let first = text.unicodeScalars.first
    let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    let needsQuotes = safe.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
