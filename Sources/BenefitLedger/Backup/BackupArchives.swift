import Foundation
import LedgerCore
import LedgerStore
import SQLiteStore

/// The archives that have to lie beside a backup.
struct BackupArchives {
  let backup: String

  /// Says to somebody who restores the backup which archives are not beside it as they should be, and
  /// where else each may be.
  ///
  /// - Parameter error: Why it cannot be restored.
  /// - Returns: The same, in words that help there.
  func refusal(_ error: LedgerError) -> LedgerError {
    guard let years = try? SQLiteLedgerStore.archivedYears(ofCopy: backup) else { return error }
    let faults = years.compactMap { year in words(year).map { (year: year, words: $0) } }
    guard !faults.isEmpty else { return error }
    return LedgerError(
      error.code, faults.map(\.words).joined(separator: " "),
      help: """
        Nothing was restored. An archive never changes: the file beside the former ledger, or beside any \
        other backup made since, is the same, with SHA-256 \
        \(Message.list(faults.map { $0.year.digest })). Copy it there, then run the same command again.
        """)
  }

  /// What is wrong with an archive, in a sentence; nil if nothing is.
  private func words(_ year: ArchivedYear) -> Message? {
    let path = ArchiveFile.path(year.file, beside: backup)
    guard access(path, F_OK) == 0 else {
      return """
        The lines of \(year.label.year) are looked for beside the backup, in \(maskedDigits(path)), and \
        there is no such file.
        """
    }
    // One that cannot be read is another matter.
    guard let digest = try? ArchiveFile.digest(of: path), digest != year.digest else { return nil }
    return """
      The lines of \(year.label.year) are looked for beside the backup, in \(maskedDigits(path)), and \
      that is another file.
      """
  }
}
