import LedgerCore

/// Where a line of the ledger came from, and what it says beside its numbers.
public struct LineOrigin: Sendable, Equatable {
  /// The batch.
  public var batch: Int64
  /// The voucher.
  public var voucher: Int64
  /// The name of the file.
  public var fileName: String
  /// The line of the file, from 1.
  public var fileLine: Int64
  /// The business date.
  public var date: CivilDate
  /// The reference the file declared.
  public var reference: String?
  /// The payee's bank account, as written.
  public var account: String?
  /// The document, as written.
  public var document: String?
  /// The reason, as written.
  public var reason: String?
}

extension LedgerSnapshot {
  /// Every month of entitlement that has a step, ascending.
  ///
  /// Steps are clustered by month, so each month after the first is one seek.
  public func entitlementMonths() throws -> [Month] {
    var months: [Month] = []
    var last: Int64 = 0
    while let next = try integer("SELECT min(month) FROM step WHERE month > ?1", [.integer(last)]) {
      months.append(try promised(Month(number: Int32(clamping: next)), "month"))
      last = next
    }
    return months
  }

  /// Where a line came from.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if there is no such line or batch.
  public func origin(ofLine line: Int64) throws -> LineOrigin {
    var origin: LineOrigin?
    try query(
      """
      SELECT l.batch_no, b.file_name, l.file_line, b.business_date, b.reference, l.account,
        l.document, l.reason, l.voucher_no
      FROM line l JOIN batch b ON b.batch_no = l.batch_no WHERE l.line_no = ?1
      """, [.integer(line)]
    ) { row in
      origin = LineOrigin(
        batch: row.integer(0), voucher: row.integer(8), fileName: row.text(1),
        fileLine: row.integer(2),
        date: try promised(CivilDate(number: Int32(clamping: row.integer(3))), "business date"),
        reference: row.optionalText(4), account: row.optionalText(5),
        document: row.optionalText(6), reason: row.optionalText(7))
    }
    return try promised(origin, "line or batch")
  }

  /// The line of the file and the document of a movement's voucher, or nil if it has none.
  public func movement(ofVoucher voucher: Int64) throws -> (fileLine: Int64, document: String?)? {
    var movement: (fileLine: Int64, document: String?)?
    try query(
      "SELECT file_line, document FROM voucher WHERE voucher_no = ?1", [.integer(voucher)]
    ) { row in
      movement = row.isNull(0) ? nil : (row.integer(0), row.optionalText(1))
    }
    return movement
  }
}
