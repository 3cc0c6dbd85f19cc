import LedgerCore

/// Where the journal ends: what the next batch continues from.
public struct JournalEnd: Sendable {
  /// The number of the last batch; 0 in an empty ledger.
  public var batch: Int64 = 0
  /// Its seal; zeros in an empty ledger.
  public var seal = Digest.zero
  /// The number the next line will have.
  public var nextLine: Int64 = 1
  /// The number the next voucher will have.
  public var nextVoucher: Int64 = 1
  /// The digest of the register in force; zeros if it has no record.
  public var registerDigest = Digest.zero

  /// The end of an empty ledger.
  public init() {}
}

extension LedgerSnapshot {
  /// Where the journal ends.
  ///
  /// - Returns: The numbers and digests the next batch continues from.
  /// - Throws: `LedgerError` for what the database did.
  public func journalEnd() throws -> JournalEnd {
    var end = JournalEnd()
    try query(
      """
      SELECT batch_no, seal, first_line_no + line_count, first_voucher_no + voucher_count
      FROM batch ORDER BY batch_no DESC LIMIT 1
      """, []
    ) { row in
      end.batch = row.integer(0)
      end.seal = row.digest(1) ?? .zero
      end.nextLine = row.integer(2)
      end.nextVoucher = row.integer(3)
    }
    try query("SELECT record_digest FROM record ORDER BY record_no DESC LIMIT 1", []) {
      end.registerDigest = $0.digest(0) ?? .zero
    }
    return end
  }
}
