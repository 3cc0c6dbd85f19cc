import LedgerCore

extension LedgerSnapshot {
  /// The last record of the register that was in force when a batch was posted: the one whose digest
  /// the batch's seal includes.
  ///
  /// A batch beyond the last stands for the last. Before the first batch it is the register that the
  /// first was posted with, and all of it if there is no batch.
  ///
  /// - Parameter batch: The number of a batch.
  /// - Returns: The number of the record.
  /// - Throws: `LedgerError`: `ledgerDamaged` if no record has that digest, and what the store did.
  public func registerRecord(asKnownAt batch: Int64) throws -> Int64 {
    guard try integer("SELECT 1 FROM batch LIMIT 1") != nil else { return .max }
    let record = try integer(
      """
      SELECT record_no FROM record WHERE record_digest = ifnull(
        (SELECT register_digest FROM batch WHERE batch_no <= ?1 ORDER BY batch_no DESC LIMIT 1),
        (SELECT register_digest FROM batch ORDER BY batch_no LIMIT 1))
      """, [.integer(batch)])
    guard let record else {
      throw LedgerError(
        .ledgerDamaged, "The register that batch \(batch) was posted with cannot be found.",
        help: "Run `benefit-ledger verify`.")
    }
    return record
  }

  /// The last record of the register that a report looks at: as known at a batch, or all.
  ///
  /// - Parameter batch: The number of a batch; nil for what is known now.
  /// - Returns: The number of the record, or more than any has.
  /// - Throws: As the other form.
  public func lastRecord(asKnownAt batch: Int64?) throws -> Int64 {
    try batch.map { try registerRecord(asKnownAt: $0) } ?? .max
  }
}
