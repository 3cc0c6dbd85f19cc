import Foundation
import LedgerCore
import LedgerStore
import SQLiteStore

/// What became of a backup.
public struct RestoreAnswer: Sendable {
  /// The ledger that was made; nothing was if the backup is not intact.
  public var location: String
  /// Where it ends.
  public var ends: LedgerEnds
  /// What recomputing it came to.
  public var verification: Verification
  /// The archives that are beside it now.
  public var archives: [ArchiveCopy] = []
}

extension Ledger {
  /// Makes a ledger of a backup: copied, recomputed as a whole, and only then given its name.
  ///
  /// - Parameters:
  ///   - backup: The backup.
  ///   - location: The ledger to make; nothing that exists is overwritten.
  ///   - head: The seal that the backup's last batch has to have; nil for whatever it has.
  ///   - progress: Called with how much of it is recomputed.
  /// - Returns: Where it ends, and what was found. With findings nothing is made.
  /// - Throws: `LedgerError`: `ledgerMissing`, `notALedger`, `outputExists`, `folderUnsafe`,
  ///   `networkFileSystem`, `backupOtherHead`, `archiveMissing`, `archiveChanged`, and what the disk did.
  public static func restore(
    _ backup: String, to location: String, head: Digest? = nil,
    progress: ((Int64, Int64) -> Void)? = nil
  ) throws -> RestoreAnswer {
    do {
      return try restored(backup, to: location, head: head, progress: progress)
    } catch let error as LedgerError
      where error.code == .archiveMissing || error.code == .archiveChanged
    {
      throw BackupArchives(backup: backup).refusal(error)
    }
  }

  private static func restored(
    _ backup: String, to location: String, head: Digest?,
    progress: ((Int64, Int64) -> Void)?
  ) throws -> RestoreAnswer {
    try LedgerPlace(of: location).check(isWritten: true)
    guard access(backup, F_OK) == 0 else {
      throw LedgerError(
        .ledgerMissing, "There is no backup at \(maskedDigits(backup)).",
        help: "Name a file that `backup` made.")
    }
    let source = try SQLiteLedgerStore.open(backup, readOnly: true)
    let copy = try CopiedLedger(location)
    defer { copy.clean() }
    try source.copy(to: copy.draft)
    let archives = try ArchiveCopies(source: backup, target: location)
      .make(try SQLiteLedgerStore.archivedYears(ofCopy: copy.draft))
    var isMade = false
    defer { if !isMade { ArchiveCopies.remove(archives) } }
    let copied = Ledger(store: try SQLiteLedgerStore.open(copy.draft, readOnly: true))
    let ends = try copied.store.read { try $0.ends() }
    if let head, head != ends.head {
      throw LedgerError(
        .backupOtherHead,
        "The backup \(maskedDigits(backup)) ends with batch \(ends.batch), head \(ends.head), and not with \(head).",
        help: "Nothing was restored. Look for the backup that printed this head.")
    }
    let verification = try copied.verify(progress: progress)
    if verification.isIntact {
      try copy.finish()
      isMade = true
    }
    return RestoreAnswer(
      location: location, ends: ends, verification: verification,
      archives: isMade ? archives : [])
  }
}
