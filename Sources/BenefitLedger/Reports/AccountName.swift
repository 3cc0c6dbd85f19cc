import LedgerCore
import LedgerStore

/// The written name of an account: `payable/retirement/79-00123`, or `bank/retirement`.
public struct AccountName: Hashable, Sendable {
  /// The chart code.
  public let chart: ChartCode
  /// The fund.
  public let fund: Fund
  /// The code of the unit; nil if accounts of this chart code are not kept per unit.
  public let unit: UnitCode?

  /// Reads `CODE/FUND` or `CODE/FUND/UNIT`, whichever the chart code has.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, let chart = ChartCode(code: parts[0]), let fund = Fund(code: parts[1]),
      parts.count == (chart.isPerUnit ? 3 : 2)
    else { return nil }
    if chart.isPerUnit {
      guard let unit = UnitCode(String(parts[2])) else { return nil }
      self.unit = unit
    } else {
      unit = nil
    }
    self.chart = chart
    self.fund = fund
  }
}

extension AccountName: CustomStringConvertible {
  /// The name as written.
  public var description: String {
    "\(chart.code)/\(fund.code)" + (unit.map { "/\($0.text)" } ?? "")
  }
}

extension UnitTree {
  /// The written name of an account, with the latest code of its unit.
  func name(of account: AccountKey) -> String {
    let fund = Fund(rawValue: account.fund)?.code ?? "#\(account.fund)"
    return "\(account.chart.code)/\(fund)"
      + (account.chart.isPerUnit ? "/\(code(of: account.unit))" : "")
  }

  /// The account of a written name.
  ///
  /// - Throws: `LedgerError` with code `notFound` if the register has no such unit.
  func account(_ name: AccountName) throws -> AccountKey {
    guard let code = name.unit else {
      return AccountKey(chart: name.chart, fund: name.fund.rawValue, unit: 0)
    }
    return AccountKey(chart: name.chart, fund: name.fund.rawValue, unit: try unit(named: code))
  }

  /// The unit that has or had a code.
  ///
  /// - Throws: `LedgerError` with code `notFound` if the register has no such unit.
  func unit(named code: UnitCode) throws -> Int32 {
    guard let unit = unit(code: code) else {
      throw LedgerError(
        .notFound, "No unit has the code \(code.text).",
        help: "`benefit-ledger sites list` shows every unit.")
    }
    return unit
  }
}

/// The accounts that vouchers name, each looked up once.
final class AccountDirectory {
  private let snapshot: any LedgerSnapshot
  private let tree: UnitTree
  private var names: [Int64: String] = [:]

  init(_ snapshot: any LedgerSnapshot, _ tree: UnitTree) {
    self.snapshot = snapshot
    self.tree = tree
  }

  /// The written name of an account by its number.
  func name(_ number: Int64) throws -> String {
    if let name = names[number] { return name }
    let name = tree.name(of: try promised(try snapshot.account(number), "account"))
    names[number] = name
    return name
  }
}
