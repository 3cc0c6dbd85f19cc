import LedgerCore
import LedgerStore

/// The accounts by their number, as an audit reads them.
struct AuditedAccounts: Sendable {
  /// Chart code, fund and unit of each account, packed as in `AccountKey`.
  private(set) var keys: [Int64: UInt64] = [:]

  /// Reads all accounts and checks that each is of the chart and of a unit that exists.
  init(
    _ snapshot: any LedgerSnapshot, lastUnit: Int64, _ findings: inout FindingList
  ) throws {
    try snapshot.query(
      "SELECT account_id, chart_id, fund_id, unit_id FROM account ORDER BY account_id", []
    ) { row in
      let number = row.integer(0)
      let unit = row.integer(3)
      guard let chart = UInt8(exactly: row.integer(1)).flatMap({ ChartCode(rawValue: $0) }),
        let fund = UInt8(exactly: row.integer(2)).flatMap({ Fund(rawValue: $0) }),
        chart.isPerUnit == (unit != 0), unit >= 0, unit <= lastUnit
      else {
        findings.add(
          Finding(
            .accountDiffers, "Account number \(number) is not of the chart or names no unit."))
        return
      }
      keys[number] = AccountKey(chart: chart, fund: fund.rawValue, unit: Int32(unit)).packed
    }
  }

  /// The key of an account; one that no account has if there is no such account.
  func key(_ account: Int64) -> UInt64 { keys[account] ?? .max }

  /// How an account is written, such as `payable/retirement/79-00123`.
  func name(_ account: Int64, _ register: AuditedRegister) -> Message {
    guard let key = keys[account] else { return "account number \(account)" }
    return Self.name(key, register)
  }

  /// How an account is written.
  static func name(_ key: UInt64, _ register: AuditedRegister) -> Message {
    guard let chart = ChartCode(rawValue: UInt8(truncatingIfNeeded: key >> 40)),
      let fund = Fund(rawValue: UInt8(truncatingIfNeeded: key >> 32))
    else { return "an account that does not exist" }
    let unit = Int64(key & 0xFFFF_FFFF)
    guard unit > 0 else { return "\(chart.code)/\(fund.code)" }
    return "\(chart.code)/\(fund.code)/\(register.name(of: unit))"
  }
}
