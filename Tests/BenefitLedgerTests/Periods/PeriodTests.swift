import BenefitLedger
import Testing

/// The states of a period: who may change them, and when.
@Suite struct PeriodTests {
  private let books: TestLedger

  init() throws {
    books = try TestLedger()
    try books.fund(on: "2026-09-01")
    try books.pensions([Person.an: 100], month: "2026-09", on: "2026-09-05")
    try books.pensions([Person.binh: 50], month: "2026-10", on: "2026-10-05")
  }

  @Test func `a period is open, soft-closed, closed and open again, and every change is a record`()
    throws
  {
    let soft = try books.change(.softClose, "2026-09")
    #expect(soft.state == .softClosed && soft.isChanged)
    #expect(try books.change(.open, "2026-09", reason: "a late list").state == .open)
    let closed = try books.change(.close, "2026-09")
    #expect(closed.state == .closed && closed.isChanged)
    #expect(closed.reconciliation?.agrees == true)
    let reopened = try books.change(.reopen, "2026-09", reason: "a later list")
    #expect(reopened.state == .open && reopened.requestedBy == nil)
    #expect([soft.record, closed.record, reopened.record] == [3, 5, 6])
    let entry = try #require(try books.ledger.periods().first)
    #expect(entry.period.description == "2026-09" && entry.state == .open && entry.batches == 3)
    #expect(entry.maker == "clerk" && entry.reason == "a later list" && entry.record == 6)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `what is so already is not changed and not refused`() throws {
    try books.change(.softClose, "2026-09")
    #expect(try !books.change(.softClose, "2026-09").isChanged)
    let first = try books.change(.close, "2026-09")
    let again = try books.change(.close, "2026-09")
    #expect(!again.isChanged && again.state == .closed && again.record == first.record)
  }

  @Test func `a change from another state is refused and says what to do`() throws {
    #expect(try books.refusal(.open, "2026-09", reason: "x")?.code == .periodOtherState)
    #expect(try books.refusal(.reopen, "2026-09", reason: "x")?.code == .periodOtherState)
    try books.change(.softClose, "2026-09")
    let soft = try books.refusal(.reopen, "2026-09", reason: "x")
    #expect(soft?.code == .periodOtherState && soft?.help.contains("period open 2026-09") == true)
    try books.change(.close, "2026-09")
    #expect(try books.refusal(.softClose, "2026-09")?.code == .periodOtherState)
    let open = try books.refusal(.open, "2026-09", reason: "x")
    #expect(open?.code == .periodOtherState && open?.help.contains("period reopen") == true)
  }

  @Test(arguments: [nil, ""])
  func `opening and reopening need a reason`(_ reason: String?) throws {
    try books.change(.softClose, "2026-09")
    #expect(try books.refusal(.open, "2026-09", reason: reason)?.code == .reasonMissing)
    try books.change(.close, "2026-09")
    #expect(try books.refusal(.reopen, "2026-09", reason: reason)?.code == .reasonMissing)
    #expect(try books.ledger.periods().first?.state == .closed)
  }

  @Test func `a period is closed on its last day or later, and soft-closed at any time`() throws {
    let early = try books.refusal(.close, "2026-09", date: "2026-09-29")
    #expect(early?.code == .periodNotEnded && early?.message.contains("2026-09-30") == true)
    #expect(try books.change(.softClose, "2026-09", date: "2026-09-01").state == .softClosed)
    #expect(try books.change(.close, "2026-09", date: "2026-09-30").state == .closed)
  }

  @Test func `periods are closed in their order`() throws {
    let late = try books.refusal(.close, "2026-11")
    #expect(late?.code == .earlierPeriodOpen)
    #expect(late?.message.contains("2026-09 and 1 more before it") == true)
    try books.change(.close, "2026-09")
    try books.change(.close, "2026-10")
    try books.change(.close, "2026-11")
    try books.change(.reopen, "2026-10", reason: "a late list")
    #expect(try books.refusal(.close, "2026-12")?.message.contains("2026-10 is not") == true)
  }

  @Test func `a period without batches does not keep a later one from being closed`() throws {
    try books.change(.close, "2026-09")
    try books.change(.close, "2026-10")
    #expect(try books.change(.close, "2027-01").state == .closed)
    // It is closed with the later one, and is open again when that one is.
    for change in [PeriodRequest.Change.softClose, .open, .reopen] {
      let refused = try books.refusal(change, "2026-12", reason: "a late list")
      #expect(refused?.code == .closedByLaterPeriod)
      #expect(refused?.message.contains("because 2027-01 is closed") == true)
    }
    #expect(try !books.change(.close, "2026-12").isChanged)
    try books.change(.reopen, "2027-01", reason: "a late list of December")
    try books.pensions([Person.chi: 30], month: "2026-12", on: "2026-12-05")
    #expect(try books.refusal(.close, "2027-01")?.code == .earlierPeriodOpen)
    try books.change(.close, "2026-12")
    #expect(try books.change(.close, "2027-01").state == .closed)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `totals that differ are told, and the period stays open`() throws {
    // The site hands out 600 đ and was given 500 đ.
    try books.pensions([Person.chi: 600], month: "2026-08", on: "2026-09-06")
    #expect(try books.step(.paid, Person.chi, 600, month: "2026-08", on: "2026-09-07").lines == 1)
    let answer = try books.change(.close, "2026-09")
    #expect(!answer.isChanged && answer.state == .open && answer.record == nil)
    let differences = try #require(answer.reconciliation?.differences)
    #expect(differences.map(\.kind) == [.cashNegative])
    #expect(differences.first?.ours?.amount == -100)
    let more = try books.post(
      .advance, "unit,fund,amount\n79-S1,retirement,101\n", today: "2026-09-08")
    #expect(more.state == .posted)
    #expect(try books.change(.close, "2026-09").state == .closed)
  }

  @Test func `a file that waits for approval keeps every period open`() throws {
    let path = books.folder + "/ledger.db"
    func record(_ number: Int, _ kind: Int) throws {
      try TamperedBooks.edit(
        path,
        """
        INSERT INTO record VALUES (\(number), \(kind), 20260901, 'lan', NULL, NULL, NULL,
          zeroblob(32), randomblob(32), NULL)
        """)
    }
    try record(3, 8)
    try TamperedBooks.edit(
      path,
      """
      INSERT INTO submission VALUES (1, 3, 'lan', 9, 'paid.csv', 70, randomblob(32), NULL, NULL, NULL,
        202609, 20260901, 1, 300, 0, NULL, NULL, 1, zeroblob(32), NULL)
      """)
    let waiting = try books.refusal(.close, "2026-09")
    #expect(waiting?.code == .submissionsOpen && waiting?.message.contains("1 file waits") == true)
    try record(4, 10)
    try TamperedBooks.edit(
      path, "INSERT INTO decision VALUES (4, 1, 'hoa', 'rejected', zeroblob(32))")
    #expect(try books.change(.close, "2026-09").state == .closed)
  }

  @Test func `the list as at a date is what held then`() throws {
    try books.change(.softClose, "2026-09", date: "2026-10-01")
    try books.change(.close, "2026-09", date: "2026-10-10")
    func list(_ date: String) throws -> [String] {
      try books.ledger.periods(asAt: CivilDate(date)).map {
        "\($0.period) \($0.state.rawValue) \($0.batches)"
      }
    }
    #expect(try list("2026-08-31") == [])
    #expect(try list("2026-09-30") == ["2026-09 open 3"])
    #expect(try list("2026-10-04") == ["2026-09 soft-closed 3"])
    #expect(try list("2026-10-10") == ["2026-09 closed 3", "2026-10 open 1"])
  }
}
