import BenefitLedger
import Foundation
import TestSupport
import Testing

/// What the bank says and what the books say come to the same, to the đồng, or an exception says why.
@Suite struct BankReconciliationTests {
  private let books: TestLedger
  private let people = [Person.an, Person.binh, Person.chi, Person.dung]

  init() throws { books = try TestLedger() }

  /// Dues of 5, 6, 7 and 8 million by bank, ordered, and posted as paid.
  private func pay() throws -> OrderAnswer {
    try books.fundBank(100_000_000)
    let due = try books.dueByBank(
      zip(people, [5_000_000, 6_000_000, 7_000_000, 8_000_000]).map { ($0, $1) })
    let order = try books.order(due.batch)
    let rows = zip(people, [5_000_000, 6_000_000, 7_000_000, 8_000_000]).map {
      "\($0),pension,2026-10,\($1)\n"
    }
    try books.post(.paid, "person,benefit,month,amount\n" + rows.joined(), name: "paid.csv")
    return order
  }

  private func statement(_ entries: [StatementText.Entry]) -> StatementText {
    var income = StatementText.Entry(100_000_000)
    income.booked = "2026-10-01"
    return StatementText(opening: 0, [income] + entries)
  }

  private func debit(_ amount: Int64, order: String? = nil) -> StatementText.Entry {
    var entry = StatementText.Entry(amount)
    entry.order = order
    return entry
  }

  @Test func `an order, its statement, what came back, and everything agrees`() throws {
    let order = try pay()
    #expect(order.total == 26_000_000)
    let text = statement([
      debit(-26_000_000, order: order.messageID),
      StatementText.Entry(6_000_000, TestLedger.reference(Person.binh), reason: "AC04"),
      StatementText.Entry(7_000_000, TestLedger.reference(Person.chi), reason: "MD07"),
    ]).camt053()
    let first = try books.reconcile(text, returned: "returned.csv")
    #expect(first.diagnosis.total == 0, "\(first.diagnosis)")
    #expect(first.matched.map(\.rule) == [.order, .amountAndDate])
    #expect(first.exceptions.map(\.kind) == [.returned, .returned])
    let why = first.exceptions[1].suggestion
    #expect(why.description.contains("MD07: the person has died. "))
    #expect(why.text(in: .vi).contains("MD07: người hưởng đã chết. "))
    #expect(!why.text(in: .vi).contains("died") && !why.description.contains("chết"))
    #expect(!first.agrees && first.outstanding.isEmpty)
    #expect(
      first.returned.map(\.amount) == [6_000_000, 7_000_000]
        && first.returned.map(\.reason) == ["AC04", "MD07"])
    let list = try books.text("returned.csv")
    #expect(list.contains("count=2 total=13000000\n"))
    let answer = try books.post(.returned, list, name: "returned.csv")
    #expect(answer.total == 13_000_000)
    let second = try books.reconcile(nil)
    #expect(second.agrees && second.exceptions.isEmpty && second.outstanding.isEmpty)
    #expect(second.matched.map(\.rule) == [.endToEnd] && second.matched[0].amount == 13_000_000)
    #expect(try books.balance("bank/retirement") == 87_000_000)
    #expect(first.statements[0].closing == 87_000_000)
    let again = try books.reconcile(text)
    #expect(again.agrees && again.record == nil && again.statements[0].isKnown)
    #expect(try books.ledger.verify().isIntact)
    #expect(try books.ledger.reconcileTotals().agrees)
  }

  @Test func `each line of a batch booking is its own payment`() throws {
    _ = try pay()
    var batch = debit(-26_000_000, order: "X")
    batch.parts = zip(people, [5_000_000, 6_000_000, 7_000_000, 8_000_000]).map {
      StatementText.Entry(-$1, TestLedger.reference($0))
    }
    let answer = try books.reconcile(statement([batch]).camt053())
    #expect(answer.agrees)
    #expect(answer.matched.map(\.rule) == [.endToEnd, .amountAndDate])
    #expect(answer.matched[0].count == 4 && answer.matched[0].amount == -26_000_000)
  }

  @Test(arguments: ["camt.053", "mt940", "csv"])
  func `without any reference the only batch of the amount is it`(_ format: String) throws {
    _ = try pay()
    let text = statement([debit(-26_000_000)])
    let file =
      format == "camt.053" ? text.camt053("02") : format == "mt940" ? text.mt940() : text.csv()
    let answer = try books.reconcile(file, name: "bank.txt")
    #expect(answer.diagnosis.total == 0, "\(answer.diagnosis)")
    #expect(answer.agrees && answer.matched.map(\.rule) == [.batchTotal, .amountAndDate])
  }

  @Test func `several bookings of a day are one batch`() throws {
    _ = try pay()
    let answer = try books.reconcile(
      statement([debit(-20_000_000), debit(-6_000_000)]).camt053())
    #expect(answer.agrees && answer.matched.map(\.rule) == [.severalEntries, .amountAndDate])
  }

  @Test func `what the bank rejected and never booked is the rest of the batch`() throws {
    let order = try pay()
    let report = StatementText(
      opening: 0,
      [StatementText.Entry(8_000_000, TestLedger.reference(Person.dung), reason: "AC01")])
    let first = try books.reconcile(
      report.pain002(order: order.messageID), name: "report.xml", fund: nil, returned: "r.csv")
    #expect(first.exceptions.map(\.kind) == [.returned])
    try books.post(.returned, try books.text("r.csv"), name: "r.csv")
    let answer = try books.reconcile(statement([debit(-18_000_000)]).camt053())
    #expect(answer.agrees, "\(answer)")
    #expect(answer.matched.map(\.rule) == [.endToEnd, .amountAndDate, .notExecuted])
    #expect(try books.balance("bank/retirement") == 82_000_000)
  }

  @Test func `an order of which nothing was paid is one exception`() throws {
    let order = try pay()
    let answer = try books.reconcile(
      StatementText(opening: 0, []).pain002(order: order.messageID, groupStatus: "RJCT"), fund: nil)
    #expect(answer.exceptions.map(\.kind) == [.orderRejected])
  }

  @Test func `a rejected payment of somebody else's order is not the whole order`() throws {
    _ = try pay()
    let report = StatementText(
      opening: 0, [StatementText.Entry(8_000_000, "PAY-79060000011", reason: "AC04")])
    let answer = try books.reconcile(report.pain002(order: "FOREIGN-1"), name: "report.xml")
    #expect(answer.exceptions.map(\.kind) == [.orderRejected])
    let words = answer.exceptions[0].suggestion
    #expect(words.description.hasPrefix("The bank did not make payment PAY-********011 of order"))
    #expect(words.text(in: .vi).contains("AC04: tài khoản đã đóng"))
  }

  @Test func `a report that the bank has accepted an order is of its fund`() throws {
    let order = try pay()
    let answer = try books.reconcile(
      StatementText(opening: 0, []).pain002(order: order.messageID, groupStatus: "ACSC"), fund: nil)
    #expect(answer.diagnosis.total == 0 && answer.statements.map(\.fund) == [.retirement])
    #expect(answer.exceptions.isEmpty)
  }

  @Test func `a notice tells of a return before the statement does`() throws {
    _ = try pay()
    let back = StatementText.Entry(5_000_000, TestLedger.reference(Person.an), reason: "AC06")
    let notice = try books.reconcile(
      StatementText(opening: 0, [back]).camt054(), name: "notice.xml", returned: "r.csv")
    #expect(notice.returned.map(\.reason) == ["AC06"])
    try books.post(.returned, try books.text("r.csv"), name: "r.csv")
    let answer = try books.reconcile(statement([debit(-26_000_000), back]).camt053())
    #expect(answer.agrees, "\(answer)")
    #expect(answer.returned.isEmpty)
  }

  @Test func `what is wrong is told as what it is`() throws {
    _ = try pay()
    let stray = "202610-001190000077-pension-1"
    let answer = try books.reconcile(
      statement([
        StatementText.Entry(-5_000_000, TestLedger.reference(Person.an)),
        StatementText.Entry(-5_000_000, TestLedger.reference(Person.an)),
        StatementText.Entry(-6_000_001, TestLedger.reference(Person.binh)),
        StatementText.Entry(6_999_999, TestLedger.reference(Person.chi), reason: "AC04"),
        StatementText.Entry(2_000_000, stray, reason: "AC04"), debit(-11_000),
      ]).camt053())
    #expect(
      answer.exceptions.map(\.kind)
        == [.twice, .amountDiffers, .amountDiffers, .notPaid, .unmatched])
    #expect(answer.returned.isEmpty)
    #expect(answer.outstanding.map(\.amount) == [-21_000_000])
    #expect(answer.outstanding.map(\.isLate) == [false])
    let sum =
      answer.exceptions.reduce(0) { $0 + $1.amount } + answer.matched.reduce(0) { $0 + $1.amount }
    #expect(sum == answer.statements[0].closing)
    #expect(answer.exceptions.allSatisfy { !($0.endToEnd ?? "").contains("079") })
  }

  @Test func `a statement goes on where the last one ended, and one refusal refuses all`() throws {
    try books.fundBank(100_000_000)
    let first = statement([])
    #expect(try books.reconcile(first.camt053()).agrees)
    var gap = StatementText(opening: 90_000_000, [])
    gap.id = "STMT-3"
    let answer = try books.reconcile(gap.camt053(), name: "gap.xml", fund: nil)
    #expect(answer.diagnosis.diagnostics.map(\.code) == [.statementNotContinued])
    gap.opening = 100_000_000
    #expect(try books.reconcile(gap.camt053(), name: "next.xml", fund: nil).agrees)
    #expect(
      try books.reconcile(StatementText(opening: 1, []).csv(), name: "x.csv", fund: nil)
        .diagnosis.total == 1)
    var other = StatementText(opening: 0, [StatementText.Entry(5)])
    other.account = "999999"
    #expect(
      try books.reconcile(other.camt053(), name: "other.xml", fund: nil)
        .diagnosis.diagnostics.map(\.code) == [.statementFundUnknown])
  }

  @Test func `an account that is of one fund is not taken for another's`() throws {
    try books.fundBank(100_000_000)
    #expect(try books.reconcile(statement([]).camt053()).agrees)
    var next = StatementText(opening: 100_000_000, [])
    next.id = "STMT-2"
    let refused = try books.reconcile(next.camt053(), name: "next.xml", fund: .sickness)
    #expect(refused.diagnosis.diagnostics.map(\.code) == [.statementFundUnknown])
    #expect(try books.reconcile(next.camt053(), name: "next.xml", fund: .retirement).agrees)
  }

  @Test func `a reversed batch is not expected at the bank`() throws {
    try books.fundBank(100_000_000)
    try books.dueByBank([(Person.an, 5_000_000)])
    let paid = try books.post(.paid, TestLedger.list([Person.an]), name: "paid.csv")
    try books.reverse(try #require(paid.batch))
    let answer = try books.reconcile(statement([]).camt053())
    #expect(answer.agrees && answer.outstanding.isEmpty)
  }

  @Test func `two batches of one amount are left to people`() throws {
    try books.fundBank(100_000_000)
    for (person, name) in [(Person.an, "a.csv"), (Person.binh, "b.csv")] {
      try books.dueByBank([(person, 5_000_000)], name: "due-" + name)
      try books.post(.paid, TestLedger.list([person]), name: name)
    }
    let answer = try books.reconcile(statement([debit(-5_000_000)]).camt053())
    #expect(answer.exceptions.map(\.kind) == [.ambiguous])
    #expect(answer.exceptions[0].suggestion.description.contains("batch 3, batch 5"))
    #expect(
      answer.exceptions[0].suggestion.text(in: .vi) == "Có thể là lô 3, lô 5: khớp thủ công.")
    #expect(answer.outstanding.count == 2)
  }
}
