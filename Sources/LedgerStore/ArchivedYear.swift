import LedgerCore

/// What says which lines an archive has; it stands in the register and in the archive itself.
public struct ArchiveLabel: Sendable, Equatable {
  /// The year.
  public var year: Int
  /// How many batches it has the lines of.
  public var batches: Int64
  /// How many lines.
  public var lines: Int64
  /// The number of the first line.
  public var firstLine: Int64
  /// The number of the last line; lines of other years may be between.
  public var lastLine: Int64
  /// The root of the tree over the roots of the batches.
  public var root: Digest

  /// Puts a label together.
  public init(
    year: Int, batches: Int64, lines: Int64, firstLine: Int64, lastLine: Int64, root: Digest
  ) {
    self.year = year
    self.batches = batches
    self.lines = lines
    self.firstLine = firstLine
    self.lastLine = lastLine
    self.root = root
  }
}

/// A year whose lines are in a file beside the ledger, as the register has it.
public struct ArchivedYear: Sendable, Equatable {
  /// The record by which it was archived.
  public var record: Int64
  /// The name of the file, without its folder, which is the ledger's.
  public var file: String
  /// How many bytes the file has.
  public var bytes: Int64
  /// Its SHA-256.
  public var digest: Digest
  /// Which lines it has.
  public var label: ArchiveLabel

  /// Puts an archived year together.
  public init(record: Int64, file: String, bytes: Int64, digest: Digest, label: ArchiveLabel) {
    self.record = record
    self.file = file
    self.bytes = bytes
    self.digest = digest
    self.label = label
  }
}

extension LedgerSnapshot {
  /// The years whose lines are in files beside the ledger, in the order in which they were archived.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if a record names no file; what the database did.
  public func archivedYears() throws -> [ArchivedYear] {
    var years: [ArchivedYear] = []
    try query(
      """
      SELECT a.record_no, a.year, a.file_bytes, a.batch_count, a.line_count, a.first_line_no,
        a.last_line_no, a.batches_root, r.file_name, r.file_sha256
      FROM archive a LEFT JOIN record r USING (record_no) ORDER BY a.record_no
      """, []
    ) { row in
      let file = row.text(8)
      guard !file.isEmpty, !file.contains("/"), let root = row.digest(7),
        let digest = row.digest(9)
      else {
        throw LedgerError(
          .ledgerDamaged,
          "Record \(row.integer(0)) of the register does not say which file has the lines of \(row.integer(1)).",
          help: "Do not post to it. Restore the last backup.")
      }
      years.append(
        ArchivedYear(
          record: row.integer(0), file: file, bytes: row.integer(2), digest: digest,
          label: ArchiveLabel(
            year: Int(row.integer(1)), batches: row.integer(3), lines: row.integer(4),
            firstLine: row.integer(5), lastLine: row.integer(6), root: root)))
    }
    return years
  }

  /// The archived year, if a year is archived.
  public func archivedYear(_ year: Int) throws -> ArchivedYear? {
    try archivedYears().first { $0.label.year == year }
  }
}
