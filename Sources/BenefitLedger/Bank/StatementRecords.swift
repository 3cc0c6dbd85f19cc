import BatchFiles
import LedgerCore
import LedgerStore

extension LedgerTransaction {
  /// Records the statements of a file with all they book.
  ///
  /// - Returns: The numbers of the statements, in the order of the file.
  func appendStatements(
    _ file: StatementFile, named name: String, _ places: [StatementAccounts.Place],
    _ maker: RecordMaker, on day: CivilDate
  ) throws -> [Int64] {
    var number = try integer("SELECT max(statement_no) FROM statement") ?? 0
    var entryNumber = try integer("SELECT max(entry_no) FROM bank_entry") ?? 0
    var numbers: [Int64] = []
    try appendRecord(
      .statement, date: day, maker: maker.name, fileName: baseName(name),
      fileDigest: file.digest, sign: maker.sign
    ) { record in
      for (statement, place) in zip(file.statements, places) {
        number += 1
        numbers.append(number)
        try insert(statement, number, file.format, place, record)
        for (index, entry) in statement.entries.enumerated() {
          for payment in entry.payments {
            entryNumber += 1
            try insert(
              entry, payment, number: entryNumber, booking: Int64(index + 1), of: number, record)
          }
        }
      }
    }
    return numbers
  }

  private func insert(
    _ statement: BankStatement, _ number: Int64, _ format: StatementFormat,
    _ place: StatementAccounts.Place, _ record: Int64
  ) throws {
    let isBalanced = statement.opening != nil && statement.closing != nil
    let payments = statement.entries.reduce(0) { $0 + $1.payments.count }
    let total = statement.entries.reduce(Int128(0)) { $0 + Int128($1.amount) }
    try execute(
      """
      INSERT INTO statement (statement_no, record_no, fund_id, format, bank_id, account, opening,
        closing, opening_date, closing_date, entry_count, total, other_account)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      """,
      [
        .integer(number), .integer(record), .integer(Int64(place.fund.rawValue)),
        .text(format.rawValue), .text(statement.id), .text(place.account),
        isBalanced ? statement.opening.map { .integer($0) } ?? .null : .null,
        isBalanced ? statement.closing.map { .integer($0) } ?? .null : .null,
        statement.openingDate.map { .integer(Int64($0.number)) } ?? .null,
        statement.closingDate.map { .integer(Int64($0.number)) } ?? .null,
        .integer(Int64(payments)), .integer(try promised(Int64(exactly: total), "total")),
        .integer(place.isFurther ? 1 : 0),
      ])
  }

  private func insert(
    _ entry: StatementEntry, _ payment: (line: Int, details: EntryDetails, amount: Int64),
    number: Int64, booking: Int64, of statement: Int64, _ record: Int64
  ) throws {
    let details = payment.details
    func text(_ value: String?) -> BoundValue { value.map { .text($0) } ?? .null }
    try execute(
      """
      INSERT INTO bank_entry (entry_no, record_no, statement_no, booking_no, file_line, booked,
        value_date, amount, end_to_end, order_id, bank_reference, counterparty, description, reason)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
      """,
      [
        .integer(number), .integer(record), .integer(statement), .integer(booking),
        .integer(Int64(payment.line)), .integer(Int64(entry.booked.number)),
        .integer(Int64(entry.value.number)), .integer(payment.amount), text(details.endToEnd),
        text(details.order ?? entry.details.order), text(details.servicer),
        text(details.counterparty), text(details.text), text(details.reason),
      ])
  }

  /// Records matches, and bookings that are looked at for the first time and matched with nothing.
  ///
  /// - Returns: The record.
  func appendMatches(
    _ matches: [(match: NewMatch, isNotice: Bool)],
    _ exceptions: [(entry: Int64, kind: ExceptionKind, suggestion: String)],
    maker: String, date: CivilDate, sign: ((Digest) throws -> [UInt8])? = nil
  ) throws -> Int64 {
    var number = try integer("SELECT max(match_no) FROM bank_match") ?? 0
    var exception = try integer("SELECT max(exception_no) FROM bank_exception") ?? 0
    return try appendRecord(.bankMatch, date: date, maker: maker, sign: sign) { record in
      for (match, isNotice) in matches {
        number += 1
        try insert(match, number, isNotice: isNotice, record)
      }
      for (entry, kind, suggestion) in exceptions {
        exception += 1
        try execute(
          """
          INSERT INTO bank_exception (exception_no, record_no, entry_no, kind, suggestion)
          VALUES (?1, ?2, ?3, ?4, ?5)
          """,
          [
            .integer(exception), .integer(record), .integer(entry), .text(kind.rawValue),
            .text(suggestion),
          ])
      }
    }
  }

  private func insert(
    _ match: NewMatch, _ number: Int64, isNotice: Bool, _ record: Int64
  ) throws {
    let instead =
      match.instead.isEmpty
      ? nil
      : match.instead.prefix(5).map(\.description).joined(separator: ", ")
        + (match.instead.count > 5 ? " and \(match.instead.count - 5) more" : "")
    try execute(
      """
      INSERT INTO bank_match (match_no, record_no, rule, is_notice, instead, reason)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      [
        .integer(number), .integer(record), .text(match.rule.rawValue),
        .integer(isNotice ? 1 : 0), instead.map { .text($0) } ?? .null,
        match.reason.map { .text($0) } ?? .null,
      ])
    var side: Int64 = 0
    for entry in match.entries {
      side += 1
      // A report that says no amount means that of the line.
      let amount = entry.amount != 0 ? entry.amount : match.items.first?.amount ?? 0
      try insert(number, side, record, entry: entry.number, voucher: nil, line: nil, amount)
    }
    for item in match.items {
      side += 1
      try insert(
        number, side, record, entry: nil, voucher: item.voucher, line: item.line, item.amount)
    }
  }

  private func insert(
    _ match: Int64, _ side: Int64, _ record: Int64, entry: Int64?, voucher: Int64?, line: Int64?,
    _ amount: Int64
  ) throws {
    func value(_ number: Int64?) -> BoundValue { number.map { .integer($0) } ?? .null }
    try execute(
      """
      INSERT INTO bank_match_side (match_no, side_no, record_no, entry_no, voucher_no, line_no, amount)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """,
      [
        .integer(match), .integer(side), .integer(record), value(entry), value(voucher),
        value(line), .integer(amount),
      ])
  }
}

extension LedgerSnapshot {
  /// The bookings of a fund's account that are matched with nothing and not closed by a note.
  func openEntries(of fund: Fund, isNotice: Bool) throws -> [BankEntry] {
    var entries: [BankEntry] = []
    try query(
      """
      SELECT e.entry_no, e.statement_no, t.format, e.booked, e.amount, e.end_to_end, e.order_id,
        e.bank_reference, e.description, e.reason
      FROM bank_entry e JOIN statement t USING (statement_no)
      WHERE t.fund_id = ?1 AND (t.opening IS NULL) = ?2
        AND t.statement_no NOT IN (SELECT statement_no FROM statement_withdrawal)
        AND NOT EXISTS (SELECT 1 FROM bank_match_side m WHERE m.entry_no = e.entry_no)
        AND NOT EXISTS (SELECT 1 FROM bank_exception x JOIN exception_step p USING (exception_no)
          WHERE x.entry_no = e.entry_no AND p.action = 'noted')
      ORDER BY e.entry_no
      """, [.integer(Int64(fund.rawValue)), .integer(isNotice ? 1 : 0)]
    ) { row in
      var entry = BankEntry(
        number: row.integer(0), statement: row.integer(1),
        booked: try promised(CivilDate(number: Int32(clamping: row.integer(3))), "date"),
        amount: row.integer(4))
      entry.isNotice = isNotice
      entry.isReport = row.text(2) == StatementFormat.pain002.rawValue
      entry.endToEnd = row.optionalText(5)
      entry.order = row.optionalText(6)
      entry.servicer = row.optionalText(7)
      entry.text = row.optionalText(8)
      entry.reason = row.optionalText(9)
      entries.append(entry)
    }
    return entries
  }

  /// The funds that have statements which stand.
  func fundsWithStatements() throws -> [Fund] {
    var funds: [Fund] = []
    try query(
      """
      SELECT DISTINCT fund_id FROM statement
      WHERE statement_no NOT IN (SELECT statement_no FROM statement_withdrawal) ORDER BY fund_id
      """, []
    ) {
      funds.append(try promised(Fund(rawValue: UInt8(clamping: $0.integer(0))), "fund"))
    }
    return funds
  }
}
