import LedgerCore
import LedgerStore

/// Checks that every batch was posted in a period that took it then.
///
/// What was known then is what the register held whose digest the batch names; so a period that was
/// closed later blames no batch, and one that was reopened behind the program's back helps none.
enum PeriodAudit {
  /// Goes over the batches after `since`.
  static func run(
    _ snapshot: any LedgerSnapshot, _ register: AuditedRegister, since: Int64,
    _ findings: inout FindingList
  ) throws {
    try findStray(snapshot, &findings)
    var changes: [PeriodChange] = []
    try snapshot.scanPeriodChanges { changes.append($0) }
    guard !changes.isEmpty else { return }
    var book = PeriodBook()
    var applied = 0
    try snapshot.query(
      """
      SELECT batch_no, event_id, is_correction, period, register_digest FROM batch
      WHERE batch_no > ?1 ORDER BY batch_no
      """, [.integer(since)]
    ) { row in
      // What cannot be read has been said, and so has a register that never was.
      guard let event = UInt8(exactly: row.integer(1)).flatMap({ Event(rawValue: $0) }),
        let period = Int32(exactly: row.integer(3)).flatMap({ Month(number: $0) }),
        let records = row.digest(4).flatMap({ register.records(at: $0) })
      else { return }
      if applied > 0, changes[applied - 1].record > records {
        book = PeriodBook()
        applied = 0
      }
      while applied < changes.count, changes[applied].record <= records {
        book.add(changes[applied])
        applied += 1
      }
      guard book.refusal(of: period, event, isCorrection: row.integer(2) != 0) != nil else {
        return
      }
      let number = row.integer(0)
      findings.add(
        Finding(
          .batchPeriod, batch: number,
          """
          Batch \(number) is of period \(period), which was \(book.state(of: period).rawValue) when \
          the batch was posted.
          """))
    }
  }

  /// Changes that name no record of their kind: no digest covers them.
  private static func findStray(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    try snapshot.query(
      """
      SELECT p.record_no FROM period_change p LEFT JOIN record r USING (record_no)
      WHERE r.record_kind_id IS NOT ?1 ORDER BY p.record_no
      """, [.integer(Int64(RecordKind.period.rawValue))]
    ) { row in
      findings.add(
        Finding(
          .registerChanged,
          "A change of a period names record \(row.integer(0)), which is not of that kind."))
    }
  }
}
