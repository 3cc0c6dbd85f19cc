import LedgerCore
import LedgerStore

extension Ledger {
  /// Draws up the statement of an account by its written name, such as `bank/retirement`.
  ///
  /// - Throws: `LedgerError`: `notFound` if it is not an account or its unit does not exist, and what
  ///   the other form throws.
  public func accountStatement(
    _ name: String, period: Month? = nil, asAt: CivilDate? = nil, asKnownAt: Int64? = nil
  ) throws -> AccountStatement {
    guard let name = AccountName(name) else {
      throw LedgerError(
        .notFound, "\(name) is not an account.",
        help: "Accounts are written CODE/FUND, and CODE/FUND/UNIT where they are kept per unit.")
    }
    return try accountStatement(name, period: period, asAt: asAt, asKnownAt: asKnownAt)
  }

  /// Draws up the statement of an account, of one accounting period or from the beginning.
  ///
  /// An account to which nothing was posted has an empty statement, if its unit exists.
  ///
  /// - Parameters:
  ///   - name: The account's written name.
  ///   - period: Only this accounting period; nil from the beginning.
  ///   - asAt: Only batches whose business date is not later; the opening balance is theirs too.
  ///   - asKnownAt: Only batches up to this number; the opening balance is theirs too.
  /// - Returns: The statement.
  /// - Throws: `LedgerError`: `notFound` if the register has no such unit, `totalTooLarge`,
  ///   `ledgerDamaged`, and what the store did.
  public func accountStatement(
    _ name: AccountName, period: Month? = nil, asAt: CivilDate? = nil, asKnownAt: Int64? = nil
  ) throws -> AccountStatement {
    let asOf = AsOf(asAt: asAt, asKnownAt: asKnownAt)
    return try store.read { snapshot in
      let tree = try UnitTree(snapshot, asKnownAt: asKnownAt)
      let account = try tree.account(name)
      let written = tree.name(of: account)
      guard let number = try snapshot.number(of: account) else {
        return AccountStatement(
          account: written, period: period, opening: 0, movements: [], debit: 0, credit: 0,
          closing: 0)
      }
      let batches = try BatchIndex(snapshot, asKnownAt: asKnownAt)
      var opening = Int128(0)
      if let period {
        opening = try openingBalance(of: number, before: period, asOf, batches, snapshot)
      }
      let directory = AccountDirectory(snapshot, tree)
      var movements: [AccountStatement.Movement] = []
      var balance = opening
      var debited = Int128(0)
      var credited = Int128(0)
      try batches.scanVouchers(
        snapshot, reading: .all,
        where: { (period == nil || $0.period == period) && asOf.includes($0) }
      ) { voucher, batch in
        let isDebit = voucher.debitAccount == number
        guard isDebit || voucher.creditAccount == number else { return }
        let amount = Int128(voucher.amount)
        balance += isDebit ? amount : -amount
        if isDebit { debited += amount } else { credited += amount }
        movements.append(
          AccountStatement.Movement(
            voucher: voucher.number, batch: batch.number, date: batch.date, event: batch.event,
            counterAccount: try directory.name(
              isDebit ? voucher.creditAccount : voucher.debitAccount),
            benefit: Benefit(rawValue: voucher.benefit), month: Month(number: voucher.month),
            lineCount: voucher.lineCount,
            document: voucher.lineCount == 0
              ? try snapshot.movement(ofVoucher: voucher.number)?.document : nil,
            corrects: voucher.corrects == 0 ? nil : voucher.corrects,
            debit: isDebit ? voucher.amount : 0, credit: isDebit ? 0 : voucher.amount,
            balance: try exact(balance)))
      }
      return AccountStatement(
        account: written, period: period, opening: try exact(opening), movements: movements,
        debit: try exact(debited), credit: try exact(credited), closing: try exact(balance))
    }
  }

  /// An account's balance before a period.
  private func openingBalance(
    of account: Int64, before period: Month, _ asOf: AsOf, _ batches: BatchIndex,
    _ snapshot: any LedgerSnapshot
  ) throws -> Int128 {
    var balance = Int128(0)
    if asOf.isNow {
      try snapshot.scanTurnover(ofAccount: account) { turnover in
        guard turnover.period < period.number else { return }
        balance += Int128(turnover.debit) - Int128(turnover.credit)
      }
    } else {
      try batches.scanVouchers(
        snapshot, reading: .accounts, where: { $0.period < period && asOf.includes($0) }
      ) { voucher, _ in
        if voucher.debitAccount == account { balance += Int128(voucher.amount) }
        if voucher.creditAccount == account { balance -= Int128(voucher.amount) }
      }
    }
    return balance
  }
}
