import LedgerCore
import LedgerStore
import SQLiteStore

/// Holds every archive against the SHA-256 that the register has of it.
///
/// Its lines are recomputed with all others; this finds what no line shows.
struct ArchiveAudit {
  /// How many archives are as they were recorded.
  private(set) var count: Int64 = 0
  /// How many of the ledger's lines they have.
  private(set) var lines: Int64 = 0

  /// Reads every archive to its end.
  mutating func run(_ store: any LedgerStore, _ findings: inout FindingList) throws {
    for year in try store.read({ try $0.archivedYears() }) {
      let path = ArchiveFile.path(year.file, beside: store.location)
      guard try ArchiveFile.digest(of: path) != year.digest else {
        count += 1
        lines += year.label.lines
        continue
      }
      findings.add(
        Finding(
          .archiveChanged,
          "\(year.file) is not the file into which the lines of \(year.label.year) were moved."))
    }
  }
}
