import Foundation
import LedgerCore

/// The folder that a ledger lies in, or will.
public struct LedgerPlace: Sendable {
  /// The ledger, as the user named it.
  public let location: String
  /// Its folder.
  public let folder: String

  /// The place of a ledger.
  public init(of location: String) {
    self.location = location
    switch location.lastIndex(of: "/") {
    case nil: folder = "."
    case location.startIndex?: folder = "/"
    case let slash?: folder = String(location[..<slash])
    }
  }

  /// Refuses a folder in which others could put files beside the ledger, or that is on another machine.
  ///
  /// SQLite reads what lies beside a ledger under its name as its log. In a folder like `/tmp` nobody can
  /// take away another's files, but anybody can add one.
  ///
  /// - Parameter isWritten: Whether the ledger will be written; a backup may be read where it lies.
  /// - Throws: `LedgerError`: `folderUnsafe`, `networkFileSystem`.
  public func check(isWritten: Bool) throws {
    var status = stat()
    // A folder that is not there is said in other words by whoever needs it.
    guard stat(folder, &status) == 0 else { return }
    if let stranger = Self.stranger(status) {
      throw LedgerError(
        .folderUnsafe, "The folder of \(location) \(stranger).",
        help: "Keep the ledger in a folder of its own that only its owner may write: chmod 700.")
    }
    guard isWritten else { return }
    let kind = try FileSystemKind(of: folder)
    guard kind.keeping != .network else {
      throw LedgerError(
        .networkFileSystem,
        "\(location) is on a file system of another machine (\(kind.name)), where a ledger is not safe.",
        help: "Keep the ledger on a disk of this machine, and back it up to the other.")
    }
  }

  /// Who else could put files into a folder, in words; nil if nobody.
  public static func stranger(_ folder: stat) -> String? {
    if folder.st_mode & 0o022 != 0 { return "may be written by others" }
    if folder.st_uid != 0, folder.st_uid != geteuid(), geteuid() != 0 {
      return "belongs to somebody else"
    }
    return nil
  }
}
