import LedgerCore
import LedgerStore

/// What a year end carried to a fund: its income, its expense, and what is left.
public struct YearEndResult: Hashable, Sendable {
  /// The fund.
  public let fund: Fund
  /// Income of the year in đồng; negative if more was taken back than came in.
  public let income: Int64
  /// Expense of the year in đồng; negative if more was given back than was spent.
  public let expense: Int64

  /// Income less expense in đồng: a surplus (thặng dư), or if negative a deficit (thâm hụt).
  public var surplus: Int64 { Int64(clamping: Int128(income) - Int128(expense)) }
}

extension [YearEndResult] {
  /// The income of all funds in đồng.
  public var income: Int64 { Int64(clamping: reduce(0) { $0 + Int128($1.income) }) }
  /// The expense of all funds in đồng.
  public var expense: Int64 { Int64(clamping: reduce(0) { $0 + Int128($1.expense) }) }
  /// Income less expense of all funds in đồng; negative for a deficit.
  public var surplus: Int64 { Int64(clamping: reduce(0) { $0 + Int128($1.surplus) }) }
}

extension LedgerSnapshot {
  /// What the vouchers of a year end carried, fund by fund.
  func yearEndResults(ofBatch number: Int64) throws -> [YearEndResult] {
    var sums: [UInt8: (income: Int64, expense: Int64)] = [:]
    try query(
      """
      SELECT v.fund_id, d.chart_id, c.chart_id, v.amount FROM voucher v
      JOIN account d ON d.account_id = v.debit_account_id
      JOIN account c ON c.account_id = v.credit_account_id
      WHERE v.voucher_no BETWEEN (SELECT first_voucher_no FROM batch WHERE batch_no = ?1)
        AND (SELECT first_voucher_no + voucher_count - 1 FROM batch WHERE batch_no = ?1)
      """, [.integer(number)]
    ) { row in
      let fund = UInt8(clamping: row.integer(0))
      let (debit, credit, amount) = (row.integer(1), row.integer(2), row.integer(3))
      // There is one voucher for each account, so nothing is added up that could be too large.
      if debit == Int64(ChartCode.income.rawValue) {
        sums[fund, default: (0, 0)].income &+= amount
      } else if credit == Int64(ChartCode.income.rawValue) {
        sums[fund, default: (0, 0)].income &-= amount
      } else if credit == Int64(ChartCode.expense.rawValue) {
        sums[fund, default: (0, 0)].expense &+= amount
      } else if debit == Int64(ChartCode.expense.rawValue) {
        sums[fund, default: (0, 0)].expense &-= amount
      }
    }
    return try sums.sorted { $0.key < $1.key }.map { fund, sum in
      YearEndResult(
        fund: try promised(Fund(rawValue: fund), "fund"), income: sum.income,
        expense: sum.expense)
    }
  }
}
