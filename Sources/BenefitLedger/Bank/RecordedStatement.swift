import BatchFiles
import LedgerCore
import LedgerStore

/// A bank's statement, notice or report as the ledger has it.
public struct RecordedStatement: Sendable, Equatable {
  /// Its number.
  public var number: Int64
  /// Whose account it is.
  public var fund: Fund
  /// Its format.
  public var format: StatementFormat
  /// The bank's id of it; may be empty.
  public var id: String
  /// The account as the bank writes it; empty if nothing named it.
  public var account: String
  /// The booked balance before, in đồng; nil of a notice.
  public var opening: Int64?
  /// The booked balance after, in đồng; nil of a notice.
  public var closing: Int64?
  /// The day of the balance after.
  public var date: CivilDate?
  /// How many bookings and payments it has.
  public var entries: Int64
  /// How many of them are exceptions that are still open.
  public var open: Int64
  /// The file it came in.
  public var file: String
  /// The record that brought it.
  public var record: Int64
  /// How it was taken back; nil if it stands.
  public var withdrawal: StatementWithdrawal?
}

/// How a statement was taken back.
public struct StatementWithdrawal: Sendable, Equatable {
  /// The record.
  public var record: Int64
  /// Its business date.
  public var date: CivilDate
  /// Who took it back.
  public var maker: String
  /// Why.
  public var reason: String

  /// Reads a record that may not be there.
  init?(_ row: any ResultRow, from column: Int) throws {
    guard let record = row.optionalInteger(column) else { return nil }
    self.record = record
    date = try promised(CivilDate(number: Int32(clamping: row.integer(column + 1))), "date")
    maker = row.text(column + 2)
    reason = row.text(column + 3)
  }
}

extension LedgerSnapshot {
  /// Every statement there ever was, in the order in which they were taken in.
  func recordedStatements() throws -> [RecordedStatement] {
    var statements: [RecordedStatement] = []
    try query(
      """
      SELECT t.statement_no, t.fund_id, t.format, t.bank_id, t.account, t.opening, t.closing,
        t.closing_date, t.entry_count,
        (SELECT count(*) FROM bank_entry e JOIN bank_exception x USING (entry_no)
          WHERE e.statement_no = t.statement_no
            AND NOT EXISTS (SELECT 1 FROM bank_match_side m WHERE m.entry_no = e.entry_no)
            AND NOT EXISTS (SELECT 1 FROM exception_step p
              WHERE p.exception_no = x.exception_no AND p.action = 'noted')),
        r.file_name, r.record_no, w.record_no, q.record_date, q.maker, q.reason
      FROM statement t JOIN record r ON r.record_no = t.record_no
      LEFT JOIN statement_withdrawal w ON w.statement_no = t.statement_no
      LEFT JOIN record q ON q.record_no = w.record_no
      ORDER BY t.statement_no
      """, []
    ) { row in
      let withdrawal = try StatementWithdrawal(row, from: 12)
      statements.append(
        RecordedStatement(
          number: row.integer(0),
          fund: try promised(Fund(rawValue: UInt8(clamping: row.integer(1))), "fund"),
          format: try promised(StatementFormat(rawValue: row.text(2)), "format"),
          id: row.text(3), account: row.text(4), opening: row.optionalInteger(5),
          closing: row.optionalInteger(6),
          date: try row.optionalInteger(7).map {
            try promised(CivilDate(number: Int32(clamping: $0)), "date")
          },
          entries: row.integer(8), open: withdrawal == nil ? row.integer(9) : 0,
          file: row.optionalText(10) ?? "", record: row.integer(11), withdrawal: withdrawal))
    }
    return statements
  }
}
