import LedgerCore
import LedgerStore

/// Which lines of a year are moved: those of the batches of its periods.
///
/// The lines of lists that correct stay: by them the schema knows whether a file that was posted and
/// undone line by line may be posted again, and they are few.
struct ArchivePlan {
  /// A batch whose lines are moved.
  struct Batch {
    var number: Int64
    var lines: ClosedRange<Int64>
    var date: CivilDate
    var registerDigest: Digest
    var root: Digest
  }

  /// The year.
  let year: Int
  /// The batches, in their order.
  private(set) var batches: [Batch] = []
  /// How many vouchers the batches have.
  private(set) var vouchers: Int64 = 0
  /// How many lines are moved.
  private(set) var lines: Int64 = 0
  /// How many lines of the year stay.
  private(set) var kept: Int64 = 0

  /// Reads which lines there are.
  init(_ snapshot: any LedgerSnapshot, year: Int) throws {
    self.year = year
    let periods: [BoundValue] = [.integer(Int64(year) * 100 + 1), .integer(Int64(year) * 100 + 12)]
    try snapshot.query(
      """
      SELECT batch_no, first_line_no, line_count, business_date, register_digest, merkle_root,
        voucher_count
      FROM batch
      WHERE period BETWEEN ?1 AND ?2 AND line_count > 0
        AND (is_correction = 0 OR reverses_batch_no IS NOT NULL)
      ORDER BY batch_no
      """, periods
    ) { row in
      let first = row.integer(1)
      batches.append(
        Batch(
          number: row.integer(0), lines: first...(first + row.integer(2) - 1),
          date: try promised(CivilDate(number: Int32(clamping: row.integer(3))), "business date"),
          registerDigest: try promised(row.digest(4), "digest of the register"),
          root: try promised(row.digest(5), "root")))
      lines += row.integer(2)
      vouchers += row.integer(6)
    }
    kept =
      try snapshot.integer(
        """
        SELECT ifnull(sum(line_count), 0) FROM batch
        WHERE period BETWEEN ?1 AND ?2 AND is_correction = 1 AND reverses_batch_no IS NULL
        """, periods) ?? 0
  }

  /// The numbers of the lines, from and through; neighbouring batches together.
  var runs: [ClosedRange<Int64>] {
    batches.reduce(into: []) { runs, batch in
      if let last = runs.last, last.upperBound + 1 == batch.lines.lowerBound {
        runs[runs.count - 1] = last.lowerBound...batch.lines.upperBound
      } else {
        runs.append(batch.lines)
      }
    }
  }

  /// What the archive says of itself; nil if there is nothing to move.
  var label: ArchiveLabel? {
    guard let first = batches.first, let last = batches.last else { return nil }
    var tree = MerkleTree()
    for batch in batches { tree.append(batch.root) }
    return ArchiveLabel(
      year: year, batches: Int64(batches.count), lines: lines, firstLine: first.lines.lowerBound,
      lastLine: last.lines.upperBound, root: tree.root)
  }
}
