/// A table whose rows are inserted again, and the order in which they go in.
struct FloorTable {
  /// Its name.
  let name: String
  /// Columns of integers, none of them null in these rows.
  let integers: [String]
  /// Columns of text, null where empty.
  var texts: [String] = []
  /// Columns of bytes.
  var blobs: [String] = []
  /// The rows of batches `?1` to `?2`, whose lines are `?3` to `?4`, in the best order for the table.
  let rows: String

  /// The statement that inserts a row.
  var insert: String {
    let columns = integers + texts + blobs
    let values = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
    return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(values))"
  }

  /// The query that reads the rows back.
  var select: String {
    "SELECT \((integers + texts + blobs).joined(separator: ", ")) FROM \(name) \(rows)"
  }

  /// Lines in the order of their numbers: an append.
  static let line = FloorTable(
    name: "line",
    integers: [
      "line_no", "batch_no", "voucher_no", "file_line", "person", "month", "benefit_id",
      "occurrence", "amount", "unit_id", "channel_id", "fund_id",
    ],
    texts: ["account", "name", "document", "reason"],
    rows: "WHERE line_no BETWEEN ?3 AND ?4 ORDER BY line_no")

  /// Steps in the order of their keys, all of an event at once: better than any program can have it
  /// that does not hold a whole month in memory.
  static let step = FloorTable(
    name: "step",
    integers: [
      "month", "person", "benefit_id", "occurrence", "step_no", "event_id", "from_state_id",
      "to_state_id", "amount", "unit_id", "channel_id", "fund_id", "line_no",
    ],
    rows: """
      WHERE line_no BETWEEN ?3 AND ?4 ORDER BY month, person, benefit_id, occurrence, step_no
      """)

  /// Batches as they follow one another.
  static let batch = FloorTable(
    name: "batch",
    integers: [
      "batch_no", "event_id", "file_bytes", "declared_period", "declared_date", "period",
      "business_date", "first_line_no", "line_count", "first_voucher_no", "voucher_count",
      "row_count", "total", "is_correction", "left_out",
    ],
    texts: ["file_name", "reference", "maker"],
    blobs: ["file_sha256", "register_digest", "merkle_root", "previous_seal", "seal"],
    rows: "WHERE batch_no BETWEEN ?1 AND ?2 ORDER BY batch_no")

  /// Vouchers of payments, which leave no column null but those that are not named here.
  static let voucher = FloorTable(
    name: "voucher",
    integers: [
      "voucher_no", "batch_no", "debit_account_id", "credit_account_id", "fund_id", "unit_id",
      "benefit_id", "channel_id", "month", "amount", "line_count",
    ],
    rows: "WHERE batch_no BETWEEN ?1 AND ?2 ORDER BY voucher_no")
}
