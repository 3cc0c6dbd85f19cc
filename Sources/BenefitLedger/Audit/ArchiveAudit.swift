import LedgerCore
import LedgerStore
import SQLiteStore

/// Holds every archive against the SHA-256 that the register has of it.
///
/// Its lines are recomputed with all others; this finds what no line shows.
enum ArchiveAudit {
  /// Reads every archive to its end.
  static func run(_ store: any LedgerStore, _ findings: inout FindingList) throws {
    for year in try store.read({ try $0.archivedYears() }) {
      let path = ArchiveFile.path(year.file, beside: store.location)
      guard try ArchiveFile.digest(of: path) != year.digest else { continue }
      findings.add(
        Finding(
          .archiveChanged,
          "\(year.file) is not the file into which the lines of \(year.label.year) were moved."))
    }
  }
}
