import Foundation
import LedgerCore

/// Signed checkpoints as they are kept outside a ledger: C2SP signed notes, one after the other.
///
/// ```text
/// example.org/ledger
/// 15
/// base64 of the root
///
/// — name base64 of a signature
/// ```
enum Checkpoints {
  /// What a note says, its signatures not checked.
  struct Checkpoint: Equatable {
    /// Whose log it is of.
    var origin: String
    /// How large the log was.
    var size: Int64
    /// How many signatures it has.
    var signatures: Int
  }

  /// How much of a file is read, from its end.
  private static let limit = 1 << 20

  /// The newest checkpoint of a file.
  ///
  /// - Throws: `LedgerError`: `checkpointsUnreadable`.
  static func newest(in path: String) throws -> Checkpoint {
    guard let file = FileHandle(forReadingAtPath: path) else { throw unreadable(path) }
    guard let end = try? file.seekToEnd(),
      (try? file.seek(toOffset: end > UInt64(limit) ? end - UInt64(limit) : 0)) != nil,
      let bytes = try? file.readToEnd(),
      let newest = newest(of: String(decoding: bytes, as: UTF8.self))
    else { throw unreadable(path) }
    return newest
  }

  /// The newest checkpoint of a text: the last one that has a signature.
  static func newest(of text: String) -> Checkpoint? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var newest: Checkpoint?
    for (index, line) in lines.enumerated() where line.isEmpty && index >= 3 {
      let signatures = lines[(index + 1)...].prefix { $0.hasPrefix("— ") }.count
      guard signatures > 0 else { continue }
      // Lines between the root and the blank line are extensions, which may be there or not.
      let start = lines[..<index].lastIndex { $0.isEmpty || $0.hasPrefix("— ") }.map { $0 + 1 } ?? 0
      guard index - start >= 3, !lines[start].isEmpty, let size = Int64(lines[start + 1]), size >= 0
      else { continue }
      newest = Checkpoint(origin: String(lines[start]), size: size, signatures: signatures)
    }
    return newest
  }

  private static func unreadable(_ path: String) -> LedgerError {
    LedgerError(
      .checkpointsUnreadable, "\(maskedDigits(path)) cannot be read as a file of checkpoints.",
      help: "Name the file that checkpoints are kept in.")
  }
}
