import LedgerCore
import LedgerStore

extension Ledger {
  /// Draws up the statement of a person: every obligation with every step, batch, file and line.
  ///
  /// Steps lie together by month, so it is one search for each month the ledger knows. Numbers that are
  /// linked are one person.
  ///
  /// As at a date or as known at a batch an obligation is what its steps by then make of it.
  ///
  /// - Parameters:
  ///   - person: The person.
  ///   - month: Only this month of entitlement.
  ///   - benefit: Only this benefit.
  ///   - asAt: Only steps of batches whose business date is not later.
  ///   - asKnownAt: Only steps of batches up to this number.
  /// - Returns: The statement.
  /// - Throws: `LedgerError`: `notFound` if nothing that is asked for was posted, ever or by then;
  ///   `totalTooLarge`, `ledgerDamaged`, and what the store did.
  public func personStatement(
    _ person: PersonNumber, month: Month? = nil, benefit: Benefit? = nil, asAt: CivilDate? = nil,
    asKnownAt: Int64? = nil
  ) throws -> PersonStatement {
    try store.read { snapshot in
      let reader = try ObligationReader(snapshot, AsOf(asAt: asAt, asKnownAt: asKnownAt))
      let obligations = try reader.obligations(of: person, month: month, benefit: benefit)
      let numbers = try reader.numbers(of: person)
      return PersonStatement(
        person: person,
        others: try numbers.dropFirst().map { try promised(PersonNumber(encoded: $0), "number") },
        obligations: obligations,
        sums: try PersonStatement.Sums(of: obligations))
    }
  }
}
