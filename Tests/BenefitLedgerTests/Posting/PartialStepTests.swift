import BenefitLedger
import Testing

/// Steps that take a part of what is open, or send it elsewhere.
@Suite struct PartialStepTests {
  private let books = Result { try TestLedger() }
  private let pension = TestLedger.list([Person.an])

  private func list(_ amount: Int64) -> String { TestLedger.list([Person.an], amount: amount) }

  @Test func `a deduction leaves the rest to be paid and is owed to a third party`() throws {
    let books = try books.get()
    try books.due([Person.an])
    #expect(try books.post(.withheld, list(1_500_000)).state == .posted)
    #expect(try books.balance("payable/retirement/79-S1") == -3_500_000)
    #expect(try books.balance("withheld/retirement/79-S1") == -1_500_000)
    #expect(try books.post(.paid, pension).codes == [.otherAmount])
    #expect(try books.post(.paid, list(3_500_000)).state == .posted)
    #expect(try books.balance("payable/retirement/79-S1") == 0)
    #expect(try books.ledger.reconcileTotals().differences.map(\.kind) == [.cashNegative])
  }

  @Test func `a deduction takes less than what is open`() throws {
    let books = try books.get()
    try books.due([Person.an])
    #expect(try books.post(.withheld, list(5_000_000)).codes == [.moreThanOpen])
    #expect(try books.post(.withheld, list(4_999_999)).state == .posted)
    #expect(try books.post(.withheld, list(1), name: "more.csv").codes == [.moreThanOpen])
  }

  @Test func `what was kept back is paid to whom it is owed`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.post(.withheld, list(1_500_000))
    let list = "unit,fund,amount,document\n79-S1,retirement,1500000,THA 12/2026\n"
    #expect(try books.post(.remitted, list).state == .posted)
    #expect(try books.balance("withheld/retirement/79-S1") == 0)
    #expect(try books.balance("bank/retirement") == -1_500_000)
  }

  @Test func `an overpayment is recovered in parts, and no more than it was`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.post(.paid, pension)
    #expect(try books.post(.overpaid, list(5_000_001)).codes == [.moreThanOpen])
    #expect(try books.post(.overpaid, list(3_000_000)).state == .posted)
    #expect(try books.balance("receivable/retirement/79-S1") == 3_000_000)
    #expect(try books.balance("expense/retirement") == 2_000_000)
    #expect(try books.post(.recovered, list(1_000_000)).state == .posted)
    #expect(try books.post(.recovered, list(2_000_001)).codes == [.moreThanOpen])
    #expect(try books.post(.recovered, list(2_000_000)).state == .posted)
    #expect(try books.balance("receivable/retirement/79-S1") == 0)
    #expect(try books.post(.recovered, list(1), name: "again.csv").codes == [.alreadyRecovered])
  }

  @Test func `an overpayment is offset out of what is kept back from a later month`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.post(.paid, pension)
    try books.post(.overpaid, list(1_000_000))
    try books.post(
      .due,
      "person,benefit,month,amount,site,channel\n\(Person.an),pension,2026-11,5000000,79-S1,cash\n")
    try books.post(
      .withheld, "person,benefit,month,amount\n\(Person.an),pension,2026-11,1000000\n")
    #expect(try books.post(.offset, list(1_000_000)).state == .posted)
    #expect(try books.balance("withheld/retirement/79-S1") == 0)
    #expect(try books.balance("receivable/retirement/79-S1") == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a beneficiary who moved between due and paid is paid by the other site`() throws {
    let books = try books.get()
    try books.due([Person.an])
    let to = "person,benefit,month,amount,site\n\(Person.an),pension,2026-10,5000000,"
    #expect(try books.post(.transferred, pension).codes == [.transferSiteMissing])
    #expect(try books.post(.transferred, to + "79-S1\n").codes == [.transferSameSite])
    #expect(try books.post(.transferred, to + "79-S2\n").state == .posted)
    #expect(try books.balance("payable/retirement/79-S1") == 0)
    #expect(try books.balance("payable/retirement/79-S2") == -5_000_000)
    let here = "person,benefit,month,amount,site\n\(Person.an),pension,2026-10,5000000,79-S1\n"
    #expect(try books.post(.paid, here).codes == [.otherUnit])
    #expect(try books.post(.paid, pension).state == .posted)
    #expect(try books.balance("advance/retirement/79-S2") == -5_000_000)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a transfer to a bank account names the account`() throws {
    let books = try books.get()
    try books.due([Person.an])
    let to =
      "person,benefit,month,amount,site,channel,account\n\(Person.an),pension,2026-10,5000000,"
    #expect(try books.post(.transferred, to + "79-S2,bank,\n").codes == [.accountMissing])
    #expect(
      try books.post(.transferred, to + "79-S2,bank,970436:0071000123456\n").state == .posted)
    #expect(try books.post(.paid, pension).state == .posted)
    #expect(try books.balance("bank/retirement") == -5_000_000)
  }

  @Test func `what is to be recovered moves with the person too`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.post(.paid, pension)
    try books.post(.overpaid, list(2_000_000))
    let to = "person,benefit,month,amount,site\n\(Person.an),pension,2026-10,2000000,79-S2\n"
    #expect(try books.post(.transferred, to).state == .posted)
    #expect(try books.balance("receivable/retirement/79-S1") == 0)
    #expect(try books.balance("receivable/retirement/79-S2") == 2_000_000)
    #expect(try books.ledger.verify().isIntact)
    #expect(try books.reverse(4).state == .posted)
    #expect(try books.balance("receivable/retirement/79-S1") == 2_000_000)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `what was owed to the deceased is paid to the heirs`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    try books.post(.unpaid, TestLedger.list([Person.binh]))
    #expect(
      try books.post(.inherited, TestLedger.list([Person.an, Person.binh])).state == .posted)
    #expect(try books.balance("heirs/retirement/79-S1") == -10_000_000)
    #expect(
      try books.post(.paid, TestLedger.list([Person.an, Person.binh])).state == .posted)
    #expect(try books.balance("heirs/retirement/79-S1") == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a premium between two funds is a pair, and each fund balances`() throws {
    let books = try books.get()
    let list = "unit,fund,amount,document\n79-A,retirement,900000,BHYT 10/2026\n"
    #expect(try books.post(.premium, list).vouchers == 2)
    #expect(try books.balance("due-to/retirement") == -900_000)
    #expect(try books.balance("due-from/health") == 900_000)
    #expect(try books.balance("income/health") == -900_000)
    let balance = try books.ledger.trialBalance(by: .fund)
    #expect(balance.isBalanced)
    #expect(try books.post(.premiumSettled, list).state == .posted)
    #expect(try books.balance("due-to/retirement") == 0)
    #expect(try books.balance("due-from/health") == 0)
    #expect(try books.balance("bank/health") == 900_000)
    #expect(try books.ledger.reconcileTotals().agrees)
    #expect(try books.ledger.verify().isIntact)
    #expect(try books.reverse(2).state == .posted)
    #expect(try books.balance("bank/health") == 0)
    #expect(try books.ledger.verify().isIntact)
  }
}
