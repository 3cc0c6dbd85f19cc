import LedgerCore
import LedgerStore

/// Where the journal and the register of a ledger end: what says which state of it one has.
public struct LedgerEnds: Sendable, Equatable {
  /// The number of the last batch; 0 in an empty ledger.
  public var batch: Int64
  /// Its seal, the head; zeros in an empty ledger.
  public var head: Digest
  /// The number of the register's last record.
  public var record: Int64
  /// The digest of the register after that record; zeros if there is none.
  public var register: Digest
}

extension LedgerSnapshot {
  /// Where the journal and the register end.
  func ends() throws -> LedgerEnds {
    let end = try journalEnd()
    let record = try integer("SELECT max(record_no) FROM record") ?? 0
    return LedgerEnds(
      batch: end.batch, head: end.seal, record: record, register: end.registerDigest)
  }
}
