extension Vietnamese {
  /// Messages of linking the numbers of persons.
  static let benefitLedgerPersons: [Translation] = [
    // Sources/BenefitLedger/Persons/Ledger+Links.swift
    Translation(
      "The two numbers are the same.",
      "Hai mã số trùng nhau.")
  ]
}
