import LedgerCore
import LedgerStore

/// The vouchers of a batch that corrects: each undoes one, or a part of one.
struct CorrectedVouchers {
  /// One voucher: which it corrects, and by how much.
  private struct Entry {
    var corrects: Int64
    var amount: Int64
    var lineCount: Int64
  }

  private var entries: [Entry] = []
  private var places: [Int64: Int32] = [:]

  /// How many vouchers there are.
  var count: Int { entries.count }

  /// Adds a line, whose amount is negative, and says which voucher it belongs to.
  ///
  /// Nil if the voucher's sum would overflow.
  mutating func add(_ line: PaymentLine, _ corrected: Int64) -> Int32? {
    if let place = places[corrected] {
      let (sum, overflow) = entries[Int(place)].amount.addingReportingOverflow(line.amount)
      guard !overflow else { return nil }
      entries[Int(place)].amount = sum
      entries[Int(place)].lineCount -= 1
      return place
    }
    let place = Int32(entries.count)
    places[corrected] = place
    entries.append(Entry(corrects: corrected, amount: line.amount, lineCount: -1))
    return place
  }

  /// The vouchers: what each corrects, with the amount negated, so that turnover is not inflated.
  func vouchers(_ snapshot: any LedgerSnapshot) throws -> [NewVoucher] {
    try entries.map { entry in
      var voucher = try snapshot.voucher(undoing: entry.corrects)
      voucher.amount = entry.amount
      voucher.lineCount = entry.lineCount
      return voucher
    }
  }
}

extension LedgerSnapshot {
  /// A voucher that undoes another as a whole.
  func voucher(undoing number: Int64) throws -> NewVoucher {
    var voucher: NewVoucher?
    try query(
      """
      SELECT d.chart_id, d.fund_id, d.unit_id, c.chart_id, c.fund_id, c.unit_id, v.unit_id,
        v.benefit_id, v.channel_id, v.month, v.amount, v.line_count, v.file_line, v.document
      FROM voucher v JOIN account d ON d.account_id = v.debit_account_id
        JOIN account c ON c.account_id = v.credit_account_id
      WHERE v.voucher_no = ?1
      """, [.integer(number)]
    ) { row in
      guard let debit = row.account(0), let credit = row.account(3) else { return }
      voucher = NewVoucher(
        debit: debit, credit: credit, unit: Int32(truncatingIfNeeded: row.integer(6)),
        benefit: UInt8(truncatingIfNeeded: row.integer(7)),
        channel: UInt8(truncatingIfNeeded: row.integer(8)),
        month: Int32(truncatingIfNeeded: row.integer(9)), amount: -row.integer(10),
        lineCount: -row.integer(11), fileLine: UInt32(clamping: row.integer(12)),
        document: row.optionalText(13))
      voucher?.corrects = number
    }
    guard let voucher else {
      throw LedgerError(.ledgerDamaged, "Voucher \(number) is missing or impossible.")
    }
    return voucher
  }
}

extension ResultRow {
  /// The account of three columns: chart, fund and unit.
  fileprivate func account(_ column: Int) -> AccountKey? {
    guard let chart = UInt8(exactly: integer(column)).flatMap({ ChartCode(rawValue: $0) }),
      let fund = UInt8(exactly: integer(column + 1)).flatMap({ Fund(rawValue: $0) }),
      let unit = Int32(exactly: integer(column + 2))
    else { return nil }
    return AccountKey(chart: chart, fund: fund.rawValue, unit: unit)
  }
}
