import LedgerCore

/// What the books have on the bank account of a fund, as the matcher asks for it.
protocol OpenItems {
  /// Vouchers that are not wholly matched, by number, with what is left of them.
  var vouchers: [BankItem] { get }

  /// The standing lines of an obligation that moved money over the account, matched or not.
  func lines(of key: ObligationKey) throws -> [BankItem]

  /// The open lines by which a batch was paid that an order's id names; none if it is not ours.
  func lines(ofOrder id: String) throws -> [BankItem]

  /// The open lines with one of some amounts, booked within some days.
  func lines(
    _ amounts: Set<Int64>, from first: CivilDate, through last: CivilDate
  ) throws -> [BankItem]

  /// The open lines of returns that a report on an order was matched with, by the batch that paid.
  func notExecuted() throws -> [Int64: [BankItem]]
}
