import LedgerCore

/// The words of payment lists, by raw value where the ledger has a type for them.
struct PaymentCodes {
  let benefits = Self.codes(of: Benefit.self)
  let channels = Self.codes(of: Channel.self)

  /// Why a bank gave money back: reason codes of ISO 20022.
  let returnReasons = WordList([
    "AC01 wrong account number", "AC01 wrong account number", "AC04 account closed",
    "AC06 account blocked", "MD07 account holder deceased",
  ])

  /// Why cash was left at a site.
  let unpaidReasons = WordList(["absent", "absent", "moved", "deceased", "missing papers"])

  private static func codes<Term: Coded>(of type: Term.Type) -> WordList {
    let last = type.allCases.map(\.rawValue).max() ?? 0
    return WordList((0...last).map { Term(rawValue: $0)?.code ?? "" })
  }
}
