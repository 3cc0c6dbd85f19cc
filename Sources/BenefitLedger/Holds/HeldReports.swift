import BatchFiles
import Foundation
import LedgerCore

/// The files that name the rows that were left out, one for each list that has any.
///
/// A report is made when the first row is left out, whole and on the disk before the batch is
/// committed, and removed again if the list posts nothing. It never takes the place of a file.
final class HeldReports: @unchecked Sendable {
  private let lock = NSLock()
  private var reports: [Int: HeldReport] = [:]
  private var kept: Set<Int> = []

  /// The report of a list, which is begun anew each time the list is read.
  func begin(_ index: Int, _ path: String) throws -> HeldReport {
    try lock.withLock {
      if let report = reports[index] {
        try report.restart()
        return report
      }
      let report = HeldReport(path)
      reports[index] = report
      return report
    }
  }

  /// Keeps the report of a list that is posted.
  ///
  /// - Returns: The report's path; nil if no row was left out.
  func keep(_ index: Int) -> String? {
    lock.withLock {
      kept.insert(index)
      return reports[index].flatMap { $0.isMade ? $0.path : nil }
    }
  }

  /// Removes the reports of lists that posted nothing.
  func removeOthers() {
    lock.withLock {
      for (index, report) in reports where !kept.contains(index) { report.remove() }
    }
  }
}

/// One file of rows that were left out: as they were, with the columns `code` and `reason`.
final class HeldReport {
  let path: String
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []

  init(_ path: String) { self.path = path }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether there is a file.
  var isMade: Bool { descriptor >= 0 }

  /// Adds a row, and the header before the first.
  func add(_ row: LeftOutRow, header: [UInt8]) throws {
    if descriptor < 0 { try make() }
    if isEmpty {
      buffer += header
      buffer += Array(",code,reason\n".utf8)
      isEmpty = false
    }
    buffer += row.bytes
    let reason = row.reason.replacing("\"", with: "\"\"")
    buffer += Array(",\(row.code.text),\"\(reason)\"\n".utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  private var isEmpty = true

  /// Writes what is left, and waits for the disk.
  func finish() throws {
    guard descriptor >= 0 else { return }
    try flush()
    guard fsync(descriptor) == 0 else { throw failure("written") }
  }

  /// Forgets the rows so far: the list is read again.
  func restart() throws {
    buffer = []
    isEmpty = true
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

  private func make() throws {
    let made = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard made >= 0 else {
      guard errno != EEXIST else {
        throw LedgerError(
          .outputExists, "\(path) exists already; it is left as it is, and nothing is posted.",
          help: "Name another file with --held-report, or move that one away.")
      }
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

  private func failure(_ what: String) -> LedgerError {
    let reason = errno
    return LedgerError(
      reason == ENOSPC ? .diskFull : .inputOutput,
      "The report \(path) cannot be \(what): \(String(cString: strerror(reason))).")
  }
}

extension PostingRequest {
  /// Where the rows of a list that are left out are named: as asked for, or beside the list.
  func heldReportPath(_ index: Int) -> String {
    if let heldReport { return heldReport }
    let name = inputs[index].name
    let ending = [".csv", ".csv.gz", ".xlsx"].first { name.hasSuffix($0) } ?? ""
    return name.dropLast(ending.count) + ".held.csv"
  }
}
