import BenefitLedger
import TestSupport
import Testing

/// A statement goes to the fund whose account it is of, and goes on where that account ended.
@Suite struct StatementAccountTests {
  private let books: TestLedger

  init() throws {
    books = try TestLedger()
    try books.fundBank(100_000_000)
  }

  private func statement(
    _ account: String, _ opening: Int64, _ amounts: Int64..., id: String = "S"
  ) -> StatementText {
    var text = StatementText(opening: opening, amounts.map { StatementText.Entry($0) })
    text.account = account
    text.id = id
    return text
  }

  private func codes(_ answer: BankAnswer) -> [Code] { answer.diagnosis.diagnostics.map(\.code) }

  @Test func `a statement of another account is refused though its balance fits`() throws {
    #expect(try books.reconcile(statement("0011004000001", 0, 100_000_000).camt053()).agrees)
    let other = statement("0099004000009", 100_000_000, -5_000_000)
    let refused = try books.reconcile(other.camt053(), name: "other.xml")
    #expect(codes(refused) == [.statementOtherAccount])
    let message = try #require(refused.diagnosis.diagnostics.first?.message.description)
    #expect(message.contains("of account **********001") && message.contains("**********009"))
    #expect(try books.integer("SELECT count(*) FROM statement") == 1)
    // Said to be a second account of the fund it begins where it begins, and each goes on for itself.
    let taken = try books.reconcile(other.camt053(), name: "other.xml", isAnotherAccount: true)
    #expect(taken.diagnosis.total == 0 && taken.statements.map(\.number) == [2])
    #expect(try books.integer("SELECT other_account FROM statement WHERE statement_no = 2") == 1)
    let next = statement("0099004000009", 95_000_000, 1_000, id: "T")
    #expect(codes(try books.reconcile(next.camt053(), name: "next.xml")) == [])
    let gap = statement("0011004000001", 95_001_000, 1_000, id: "U")
    #expect(codes(try books.reconcile(gap.camt053(), name: "gap.xml")) == [.statementNotContinued])
    let own = statement("0011004000001", 100_000_000, 1_000, id: "V")
    #expect(codes(try books.reconcile(own.camt053(), name: "own.xml", fund: nil)) == [])
    #expect(
      try books.ledger.statements().map(\.closing) == [
        100_000_000, 95_000_000, 95_001_000, 100_001_000,
      ])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test(arguments: [
    "0011004000001", "0011 0040 00001", "VCBVVNVX/0011004000001", "0011004000001VND",
    "970436:0011004000001", "0011-0040-00001/VND", "11004000001",
  ])
  func `one account is written in many ways`(_ account: String) throws {
    #expect(try books.reconcile(statement("0011004000001", 0, 100_000_000).camt053()).agrees)
    let next = statement(account, 100_000_000, 7)
    let answer = try books.reconcile(next.camt053(), name: "next.xml", fund: nil)
    #expect(codes(answer) == [], "\(answer.diagnosis)")
    #expect(answer.statements.first?.fund == .retirement)
  }

  @Test func `a table is of the fund's own account until the fund has two`() throws {
    #expect(try books.reconcile(statement("", 0, 100_000_000).csv(), name: "a.csv").agrees)
    // The first statement that names an account names that of the table.
    #expect(codes(try books.reconcile(statement("11", 1, 5).camt053())) == [.statementNotContinued])
    #expect(codes(try books.reconcile(statement("11", 100_000_000, 5).camt053())) == [])
    #expect(codes(try books.reconcile(statement("", 100_000_005, 5).csv(), name: "b.csv")) == [])
    let further = statement("22", 70, 7)
    #expect(codes(try books.reconcile(further.camt053(), isAnotherAccount: true)) == [])
    let table = statement("", 77, 3).csv()
    #expect(
      codes(try books.reconcile(table, name: "c.csv")) == [.statementOtherAccount])
    #expect(
      codes(try books.reconcile(table, name: "c.csv", account: "11")) == [.statementNotContinued])
    #expect(codes(try books.reconcile(table, name: "c.csv", fund: nil, account: "22")) == [])
    #expect(try books.ledger.statements().map(\.account) == ["", "11", "", "22", "22"])
  }

  @Test func `what the call says of the account is what the file says`() throws {
    let text = statement("0011004000001", 0, 100_000_000).camt053()
    #expect(codes(try books.reconcile(text, account: "0011004000002")) == [.statementOtherAccount])
    #expect(codes(try books.reconcile(text, account: "0011004000001")) == [])
    let known = try books.reconcile(
      statement("", 0, 5).csv(), name: "h.csv", fund: .health, account: "0011004000001")
    #expect(codes(known) == [.statementFundUnknown])
    let unnamed = try books.reconcile(
      statement("", 5, 5).csv(), name: "h.csv", isAnotherAccount: true)
    #expect(codes(unnamed) == [.statementOtherAccount])
  }

  @Test func `the first account of a fund is its own, whatever the call says`() throws {
    let text = statement("0011004000001", 0, 100_000_000).camt053()
    #expect(codes(try books.reconcile(text, isAnotherAccount: true)) == [])
    #expect(try books.integer("SELECT other_account FROM statement") == 0)
    // A second account in one file is no less a second account.
    let pair = statement("1", 0, 5).mt940() + statement("2", 5, 6).mt940()
    let refused = try books.reconcile(pair, name: "pair.sta", fund: .health)
    #expect(codes(refused) == [.statementOtherAccount])
  }
}
