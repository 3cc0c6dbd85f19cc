import LedgerCore
import LedgerStore

extension LedgerSnapshot {
  /// A record of the register.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if there is none of that number.
  func record(_ number: Int64) throws -> RecordEntry {
    var record: RecordEntry?
    try query(
      """
      SELECT record_kind_id, record_date, maker, reason, file_name, record_digest
      FROM record WHERE record_no = ?1
      """, [.integer(number)]
    ) { row in
      record = RecordEntry(
        number: number,
        kind: try promised(RecordKind(rawValue: UInt8(clamping: row.integer(0))), "kind"),
        date: try promised(CivilDate(number: Int32(clamping: row.integer(1))), "date"),
        maker: row.text(2), reason: row.optionalText(3), file: row.optionalText(4),
        digest: try promised(row.digest(5), "digest"))
    }
    return try promised(record, "record")
  }
}
