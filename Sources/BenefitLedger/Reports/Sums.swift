import LedgerCore

/// A count and an amount that grow without overflow; the end is checked, not each step.
struct Sum: Sendable {
  /// How many.
  var count: Int128 = 0
  /// Whole đồng.
  var amount: Int128 = 0

  mutating func add(count: Int64, amount: Int64) {
    self.count &+= Int128(count)
    self.amount &+= Int128(amount)
  }
}

/// A sum as an amount of đồng.
///
/// - Throws: `LedgerError` with code `totalTooLarge` if it does not fit 64 bits.
func exact(_ sum: Int128) throws -> Int64 {
  guard let exact = Int64(exactly: sum) else {
    throw LedgerError(
      .totalTooLarge, "A total exceeds 9.223.372.036.854.775.807 đồng.",
      help: "Ask for a shorter period or for fewer funds at a time.")
  }
  return exact
}
