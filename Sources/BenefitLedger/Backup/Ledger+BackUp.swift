import Foundation
import LedgerCore
import LedgerStore
import SQLiteStore

/// What a backup has.
public struct BackupAnswer: Sendable {
  /// The backup.
  public var path: String
  /// Where its journal and its register end; what came after is not in it.
  public var ends: LedgerEnds
  /// How many bytes it has.
  public var bytes: Int64
  /// The archives that are beside it now.
  public var archives: [ArchiveCopy] = []
  /// Why the ledger's folder has no note of it; nil if it has.
  public var notNoted: LedgerError?
}

extension Ledger {
  /// Copies the ledger into a new file while others go on posting.
  ///
  /// The backup is one committed state as a whole: every batch up to its last, and of no later one
  /// anything. It is a ledger like any other, in one file, its owner's alone; the archives of closed
  /// years, which never change, are put beside it once.
  ///
  /// - Parameters:
  ///   - path: The backup; nothing that exists is overwritten.
  ///   - today: Today in Vietnam, for the note beside the ledger.
  /// - Returns: Where the backup ends.
  /// - Throws: `LedgerError`: `outputExists`, `folderUnsafe`, and what the disk did.
  public func backUp(to path: String, today: CivilDate = VietnamClock.today()) throws
    -> BackupAnswer
  {
    let copy = try CopiedLedger(path)
    defer { copy.clean() }
    try store.copy(to: copy.draft)
    // Those of the copy, for a year may be archived meanwhile; without them it is no ledger.
    let archives = try ArchiveCopies(source: store.location, target: path)
      .make(try SQLiteLedgerStore.archivedYears(ofCopy: copy.draft))
    let ends = try SQLiteLedgerStore.open(copy.draft, readOnly: true).read { try $0.ends() }
    try copy.finish()
    var answer = BackupAnswer(path: path, ends: ends, bytes: try Self.bytes(of: path))
    answer.archives = archives
    do {
      try BackupNote(date: today, ends: ends, path: path).write(beside: store.location)
    } catch let error as LedgerError {
      answer.notNoted = error
    }
    return answer
  }
}
