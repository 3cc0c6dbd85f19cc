import Foundation
import LedgerCore

/// A list of files, one a line.
enum FileList {
  /// How long a list may be.
  private static let limit = 64 << 20

  /// Reads a list from a file, or from stdin if the path is `-`.
  static func read(_ path: String) throws -> [String] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw LedgerError(
        errno == ENOENT ? .fileMissing : .fileUnreadable,
        "The list \(path) cannot be read: \(String(cString: strerror(errno))).")
    }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Foundation.read(descriptor, &block, block.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw LedgerError(
          .fileUnreadable, "The list \(path) cannot be read: \(String(cString: strerror(errno))).")
      }
      if count == 0 { break }
      bytes.append(contentsOf: block[0..<count])
    }
    guard bytes.count <= limit else {
      throw LedgerError(.fileUnreadable, "The list \(path) is longer than 64 MiB.")
    }
    let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    guard lines.prefix(2).allSatisfy(isName) else {
      throw LedgerError(
        .notFileNames,
        "\(maskedDigits(path == "-" ? "stdin" : path)) is not a list of file names, one a line.",
        help: "If it is a list to be posted, name it without --files-from.")
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a line can be a file's name: rows of a list have commas, and no file is named like them.
  private static func isName(_ line: ArraySlice<UInt8>) -> Bool {
    guard !line.contains(0), line.count <= Int(PATH_MAX) else { return false }
    guard line.contains(where: { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 }) else {
      return !line.starts(with: Array("#batch".utf8))
    }
    var state = stat()
    return lstat(String(decoding: line, as: UTF8.self), &state) == 0
  }
}
