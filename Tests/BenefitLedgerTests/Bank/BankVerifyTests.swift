import BenefitLedger
import GRDB
import TestSupport
import Testing

/// What somebody changes behind the program's back in what the bank said is found.
@Suite struct BankVerifyTests {
  static let changes = [
    "UPDATE statement SET closing = closing + 1, total = total + 1",
    "UPDATE statement SET account = '1'",
    "UPDATE bank_entry SET amount = amount - 1 WHERE entry_no = 2",
    "UPDATE bank_entry SET booked = booked + 1 WHERE entry_no = 1",
    "UPDATE bank_entry SET reason = 'AC01' WHERE entry_no = 2",
    "UPDATE bank_match SET rule = 'document'", "UPDATE bank_match SET instead = 'voucher 9'",
    "UPDATE bank_match_side SET amount = amount + 1 WHERE side_no = 2",
    "DELETE FROM bank_match_side", "DELETE FROM bank_exception",
    "UPDATE bank_exception SET kind = 'ambiguous'",
    "UPDATE bank_exception SET suggestion = 'Pay it out.'",
    "UPDATE exception_step SET action = 'noted', owner = NULL", "DELETE FROM exception_step",
    "UPDATE exception_step SET owner = 'hoa'", "UPDATE statement SET other_account = 1",
    "DELETE FROM statement_withdrawal", "UPDATE statement_withdrawal SET statement_no = 1",
    "INSERT INTO statement_withdrawal SELECT 1, record_no FROM statement_withdrawal",
    "INSERT INTO statement_withdrawal SELECT 1, record_no - 1 FROM statement_withdrawal",
    """
    INSERT INTO exception_step SELECT record_no - 1, exception_no, 'noted', NULL FROM exception_step
    """,
  ]

  @Test(arguments: changes)
  func `every edit of the bank's tables is found`(_ sql: String) throws {
    let books = try TestLedger()
    try books.fundBank(5_000_000)
    let text = StatementText(
      opening: 0, [StatementText.Entry(5_000_000), StatementText.Entry(-11_000)])
    #expect(try books.reconcile(text.camt053()).exceptions.count == 1)
    try books.ledger.assign(
      exception: 1, to: "lan", RecordRequest(maker: "lan", date: try books.day("2026-10-07")))
    var wrong = StatementText(opening: 5_000_000, [StatementText.Entry(7)])
    wrong.account = "9"
    #expect(
      try books.reconcile(wrong.camt053(), isAnotherAccount: true).statements.first?.number == 2)
    try books.ledger.withdraw(
      statements: [2], reason: "it is another fund's",
      RecordRequest(maker: "lan", date: try books.day("2026-10-07")))
    #expect(try books.ledger.verify().isIntact)
    let database = try DatabaseQueue(path: books.folder + "/ledger.db")
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      let triggers = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers
      where trigger.hasPrefix("bank_") || trigger.hasPrefix("statement_")
        || trigger.hasPrefix("exception_")
      {
        try database.execute(literal: "DROP TRIGGER \(identifier: trigger)")
      }
      try database.execute(sql: sql)
    }
    let verification = try books.ledger.verify()
    #expect(
      verification.findings.contains { $0.kind == .registerChanged }, "\(verification.findings)")
  }
}
