import LedgerCore

/// Takes a value that the schema promises to be there.
///
/// Somebody with another program can have written anything; a report then says so and does not trap.
///
/// - Throws: `LedgerError` with code `ledgerDamaged` if it is not there.
public func promised<Value>(_ value: Value?, _ what: StaticString) throws -> Value {
  guard let value else {
    throw LedgerError(
      .ledgerDamaged, "The ledger has a row whose \(what) is impossible.",
      help: "Run `benefit-ledger verify` to find it.")
  }
  return value
}
