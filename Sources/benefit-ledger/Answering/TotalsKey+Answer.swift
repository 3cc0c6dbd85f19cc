import ArgumentParser
import BenefitLedger
import LedgerCore

extension TotalsKey {
  /// The keys of a list with commas between.
  static func list(_ text: String) throws -> [TotalsKey] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { try named($0) }
  }

  /// The key of a code.
  static func named(_ code: Substring) throws -> TotalsKey {
    guard let key = TotalsKey(code: code) else {
      let known = TotalsKey.allCases.map(\.code).joined(separator: ", ")
      throw usage("‘\(code)’ is not a key. The keys are \(known).")
    }
    return key
  }
}

extension TotalsKey {
  /// What stands above its column.
  var title: Message {
    switch self {
    case .event: "event"
    case .site: "site"
    case .commune: "commune"
    case .district: "district"
    case .province: "province"
    case .fund: "fund"
    case .benefit: "benefit"
    case .channel: "channel"
    case .month: "month"
    case .period: "period"
    case .batch: "batch"
    }
  }
}

extension TotalsValue {
  /// The value as an answer writes it.
  var json: JSON {
    switch self {
    case .code(let code): .string(code)
    case .month(let month): .string(month.description)
    case .number(let number): .integer(number)
    }
  }
}
