import LedgerCore
import LedgerStore

/// Says where a hold comes from, without naming anybody.
enum HoldOrigin {
  /// The list and its line, or the record if it was made by hand.
  static func words(_ hold: Int32, _ store: any LedgerStore) -> Message {
    // A message about a row is said even if this part of it cannot be read.
    let read = try? store.read { try $0.origin(ofHold: Int64(hold)) }
    return read ?? "hold \(hold)"
  }
}

extension LedgerSnapshot {
  /// Where a hold comes from, such as `hold 3 of deaths.csv, line 7`.
  func origin(ofHold hold: Int64) throws -> Message {
    var origin: Message = "hold \(hold)"
    try query(
      """
      SELECT r.file_name, h.file_line, r.record_date
      FROM hold h JOIN record r USING (record_no) WHERE h.hold_no = ?1
      """, [.integer(hold)]
    ) { row in
      let date = CivilDate(number: Int32(clamping: row.integer(2)))?.description ?? "?"
      origin =
        row.isNull(0) || row.isNull(1)
        ? "hold \(hold) made on \(date)"
        : "hold \(hold) of \(row.text(0)), line \(row.integer(1))"
    }
    return origin
  }

  /// Why and since when a person is held, and where it is written.
  func words(ofHold hold: Int64) throws -> Message {
    let origin = try origin(ofHold: hold)
    var words = origin
    try query(
      """
      SELECT k.code, h.valid_from FROM hold h JOIN hold_kind k USING (hold_kind_id)
      WHERE h.hold_no = ?1
      """, [.integer(hold)]
    ) { row in
      let date = CivilDate(number: Int32(clamping: row.integer(1)))?.description ?? "?"
      words = "\(row.text(0)) since \(date), \(origin)"
    }
    return words
  }
}
