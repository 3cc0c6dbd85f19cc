import BenefitLedger
import TestSupport
import Testing

/// A statement that should not have been taken in is taken back, and everything of it stays to be seen.
@Suite struct StatementWithdrawalTests {
  private let books: TestLedger

  init() throws { books = try TestLedger() }

  private var request: RecordRequest {
    get throws { RecordRequest(maker: "hoa", date: try books.day("2026-10-09")) }
  }

  private func withdraw(_ numbers: Int64..., reason: String = "the wrong fund") throws
    -> WithdrawnStatements
  {
    try books.ledger.withdraw(statements: numbers, reason: reason, request)
  }

  private func statement(
    _ opening: Int64, _ entries: [StatementText.Entry], id: String = "S"
  ) -> String {
    var text = StatementText(opening: opening, entries)
    text.id = id
    return text.camt053()
  }

  @Test func `what it was matched with is open again, and the file is taken in again`() throws {
    try books.fundBank(5_000_000)
    let text = statement(0, [StatementText.Entry(5_000_000), StatementText.Entry(-11_000)])
    let wrong = try books.reconcile(text, fund: .retirement)
    #expect(wrong.matched.map(\.rule) == [.amountAndDate] && wrong.exceptions.count == 1)
    let taken = try withdraw(1)
    #expect(taken.statements.map(\.number) == [1] && taken.matches == 1 && taken.exceptions == 1)
    #expect(taken.statements[0].withdrawal?.reason == "the wrong fund")
    #expect(taken.statements[0].withdrawal?.maker == "hoa")
    #expect(taken.statements[0].withdrawal?.date.description == "2026-10-09")
    // Nothing is gone.
    #expect(try books.integer("SELECT count(*) FROM bank_entry") == 2)
    #expect(try books.integer("SELECT count(*) FROM bank_match") == 1)
    #expect(try books.integer("SELECT sum(withdrawn) FROM bank_matches") == 2)
    #expect(try books.integer("SELECT sum(withdrawn) FROM bank_entries") == 2)
    #expect(
      try books.integer("SELECT count(*) FROM bank_exceptions WHERE state = 'withdrawn'") == 1)
    var all = ExceptionSelection()
    all.includesResolved = true
    let exception = try #require(
      try books.ledger.exceptions(all, on: books.day("2026-10-09")).first)
    #expect(exception.state == .withdrawn && exception.withdrawal?.record == taken.record)
    #expect(try books.openExceptions().isEmpty)
    #expect(code { try books.ledger.assign(exception: 1, to: "lan", request) } == .exceptionNotOpen)
    // Without a statement nothing is expected of the fund's account.
    #expect(try books.reconcile(nil).outstanding.isEmpty)
    let again = try books.reconcile(text, fund: .retirement)
    #expect(again.statements.map(\.number) == [2] && again.statements[0].isKnown == false)
    #expect(again.matched.map(\.amount) == [5_000_000] && again.exceptions.map(\.number) == [2])
    #expect(try books.ledger.statements().map(\.number) == [2])
    #expect(try books.ledger.statements(includesWithdrawn: true).map(\.open) == [0, 1])
    #expect(try books.reconcile(text).statements[0].isKnown)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `the account is free for the fund whose it is`() throws {
    try books.fundBank(5_000_000)
    let text = statement(0, [StatementText.Entry(5_000_000)])
    let wrong = try books.reconcile(text, fund: .health)
    #expect(wrong.exceptions.map(\.fund) == [.health])
    let refused = try books.reconcile(
      statement(5_000_000, [], id: "T"), name: "next.xml", fund: .retirement)
    #expect(refused.diagnosis.diagnostics.map(\.code) == [.statementFundUnknown])
    _ = try withdraw(1)
    let right = try books.reconcile(text, fund: .retirement)
    #expect(right.agrees && right.statements[0].fund == .retirement)
    #expect(try books.reconcile(statement(5_000_000, [], id: "T"), name: "n.xml", fund: nil).agrees)
  }

  @Test func `the last statement of an account goes first, or all go together`() throws {
    for (index, id) in ["A", "B", "C"].enumerated() {
      let answer = try books.reconcile(
        statement(Int64(index) * 10, [StatementText.Entry(10)], id: id), name: "\(id).xml")
      #expect(answer.diagnosis.total == 0)
    }
    #expect(code { try withdraw(1) } == .statementNotWithdrawable)
    #expect(code { try withdraw(1, 3) } == .statementNotWithdrawable)
    #expect(code { try withdraw(9) } == .notFound)
    #expect(try withdraw(3, 2).statements.map(\.number) == [2, 3])
    #expect(code { try withdraw(3) } == .statementNotWithdrawable)
    // What comes next goes on from what stands.
    let next = try books.reconcile(
      statement(10, [StatementText.Entry(5)], id: "D"), name: "D.xml")
    #expect(next.diagnosis.total == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a file is taken back whole`() throws {
    var first = StatementText(opening: 0, [StatementText.Entry(5)])
    first.id = "A"
    var second = StatementText(opening: 5, [StatementText.Entry(6)])
    second.id = "B"
    #expect(
      try books.reconcile(first.mt940() + second.mt940(), name: "two.sta").statements.count == 2)
    #expect(code { try withdraw(2) } == .statementNotWithdrawable)
    #expect(try withdraw(1, 2).exceptions == 2)
  }

  @Test func `what was posted for a booking is undone first`() throws {
    #expect(try books.reconcile(statement(0, [StatementText.Entry(7)])).exceptions.count == 1)
    let posted = try books.post(
      .contribution, "unit,fund,amount\n79-A,retirement,7\n", name: "c.csv",
      envelope: Envelope(date: try books.day("2026-09-01")))
    let batch = try #require(posted.batch)
    let voucher = try #require(try books.ledger.batch(batch).vouchers.first?.number)
    try books.ledger.resolve(
      exceptions: [1], by: .voucher(voucher, reason: "it is the employer's"), request)
    do {
      _ = try withdraw(1)
      Issue.record("A statement whose booking a voucher was posted for was taken back.")
    } catch let error as LedgerError {
      #expect(error.code == .statementNotWithdrawable)
      #expect(error.help.description.contains("batch reverse \(batch) "))
    }
    try books.reverse(batch)
    #expect(try withdraw(1).matches == 1)
    #expect(try books.reconcile(nil).outstanding.isEmpty)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a match by hand goes with its statement`() throws {
    try books.fundBank(3)
    #expect(
      try books.reconcile(
        statement(0, [StatementText.Entry(1), StatementText.Entry(2)]), window: 0
      ).exceptions.count == 2)
    try books.ledger.resolve(
      exceptions: [1, 2], by: .match(lines: [], vouchers: [1], reason: "in two parts"), request)
    #expect(try books.reconcile(nil).outstanding.isEmpty)
    #expect(try withdraw(1).matches == 1)
    // The voucher is open for the next statement.
    let next = try books.reconcile(statement(0, [StatementText.Entry(3)], id: "T"), name: "n.xml")
    #expect(next.agrees && next.matched.map(\.amount) == [3])
  }

  @Test func `bookings of two statements in one match go together`() throws {
    try books.fundBank(9)
    var other = StatementText(opening: 0, [StatementText.Entry(4)])
    other.account = "22"
    #expect(try books.reconcile(statement(0, [StatementText.Entry(5)])).exceptions.count == 1)
    let both = try books.reconcile(other.camt053(), name: "o.xml", isAnotherAccount: true)
    if both.exceptions.count == 2 {
      try books.ledger.resolve(
        exceptions: [1, 2], by: .match(lines: [], vouchers: [1], reason: "two accounts"), request)
    }
    #expect(try books.reconcile(nil).agrees)
    #expect(code { try withdraw(1) } == .statementNotWithdrawable)
    #expect(code { try withdraw(2) } == .statementNotWithdrawable)
    #expect(try withdraw(1, 2).matches == 1)
  }

  @Test func `a notice is taken back whatever came later`() throws {
    try books.fundBank(5_000_000)
    let notice = StatementText(opening: 0, [StatementText.Entry(2_000)])
    #expect(try books.reconcile(notice.camt054(), name: "n.xml").exceptions.count == 1)
    let later = try books.reconcile(statement(0, [StatementText.Entry(5_000_000)]), name: "s.xml")
    #expect(later.exceptions.map(\.number) == [1])
    _ = try withdraw(1)
    #expect(try books.reconcile(nil).agrees)
    #expect(try books.reconcile(notice.camt054(), name: "n.xml").exceptions.map(\.number) == [2])
  }

  @Test func `a period that waits for the bank does not wait for what was withdrawn`() throws {
    try books.post(.contribution, "unit,fund,amount\n79-A,retirement,1\n")
    #expect(try books.reconcile(statement(0, [StatementText.Entry(-11_000)])).exceptions.count == 1)
    _ = try withdraw(1)
    let close = PeriodRequest(
      .close, try #require(Month("2026-10")), maker: "lan", date: try books.day("2026-10-31"))
    #expect(try books.ledger.change(close).exceptions?.count == 0)
  }
}
