import LedgerCore
import LedgerStore

/// How much the bank booked that is matched with nothing and not closed by a note.
public struct OpenExceptions: Hashable, Sendable {
  /// How many bookings.
  public let count: Int64
  /// What they come to in đồng, in and out added up.
  public let amount: Int64
}

extension LedgerSnapshot {
  /// The open exceptions of bookings up to a day.
  func openExceptions(through day: CivilDate) throws -> OpenExceptions {
    var found = OpenExceptions(count: 0, amount: 0)
    try query(
      """
      SELECT count(*), ifnull(sum(abs(e.amount)), 0)
      FROM bank_exception x JOIN bank_entry e USING (entry_no)
      WHERE e.booked <= ?1
        AND e.statement_no NOT IN (SELECT statement_no FROM statement_withdrawal)
        AND NOT EXISTS (SELECT 1 FROM bank_match_side m WHERE m.entry_no = x.entry_no)
        AND NOT EXISTS (SELECT 1 FROM exception_step p
          WHERE p.exception_no = x.exception_no AND p.action = 'noted')
      """, [.integer(Int64(day.number))]
    ) { found = OpenExceptions(count: $0.integer(0), amount: $0.integer(1)) }
    return found
  }

  /// Every exception there ever was, in the order in which they were found.
  func exceptions(on day: CivilDate) throws -> [ExceptionEntry] {
    var entries: [ExceptionEntry] = []
    try query(
      """
      SELECT x.exception_no, x.kind, t.fund_id, e.amount, e.booked,
        (SELECT p.owner FROM exception_step p WHERE p.exception_no = x.exception_no
          AND p.action = 'assigned' ORDER BY p.record_no DESC LIMIT 1),
        x.suggestion,
        (SELECT r.reason FROM exception_step p JOIN record r ON r.record_no = p.record_no
          WHERE p.exception_no = x.exception_no AND p.action = 'noted'
          ORDER BY p.record_no LIMIT 1),
        (SELECT s.match_no FROM bank_match_side s WHERE s.entry_no = x.entry_no),
        (SELECT m.rule FROM bank_match_side s JOIN bank_match m USING (match_no)
          WHERE s.entry_no = x.entry_no),
        x.entry_no, f.file_name, e.file_line, e.end_to_end, e.description, e.reason, x.record_no,
        w.record_no, q.record_date, q.maker, q.reason
      FROM bank_exception x JOIN bank_entry e USING (entry_no) JOIN statement t USING (statement_no)
      JOIN record f ON f.record_no = t.record_no
      LEFT JOIN statement_withdrawal w ON w.statement_no = t.statement_no
      LEFT JOIN record q ON q.record_no = w.record_no
      ORDER BY x.exception_no
      """, []
    ) { row in
      let booked = try promised(CivilDate(number: Int32(clamping: row.integer(4))), "date")
      let match = row.optionalInteger(8)
      let note = row.optionalText(7)
      let withdrawal = try StatementWithdrawal(row, from: 17)
      entries.append(
        ExceptionEntry(
          number: row.integer(0), kind: try promised(ExceptionKind(rawValue: row.text(1)), "kind"),
          state: withdrawal != nil
            ? .withdrawn : match != nil ? .matched : note != nil ? .noted : .open,
          fund: try promised(Fund(rawValue: UInt8(clamping: row.integer(2))), "fund"),
          amount: row.integer(3), booked: booked, age: max(0, day.days(since: booked)),
          owner: row.optionalText(5), suggestion: ExceptionSuggestion.recorded(row.text(6)),
          note: note, match: match,
          rule: row.optionalText(9).flatMap { MatchRule(rawValue: $0) },
          withdrawal: withdrawal, entry: row.integer(10),
          file: row.optionalText(11), fileLine: row.integer(12),
          endToEnd: row.optionalText(13).map(maskedDigits),
          bankText: row.optionalText(14).map(maskedDigits), reason: row.optionalText(15),
          record: row.integer(16)))
    }
    return entries
  }
}

/// A text of the bank with every run of six digits or more masked to its last three.
private func maskedDigits(_ text: String) -> String {
  var shown = ""
  var run = ""
  func flush() {
    shown += run.utf8.count > 6 ? masked(run) : run
    run = ""
  }
  for character in text {
    if character.isASCII, character.isNumber {
      run.append(character)
    } else {
      flush()
      shown.append(character)
    }
  }
  flush()
  return shown
}
