import BenefitLedger
import Testing

/// What a closed and a soft-closed period take, whatever is posted.
@Suite struct ClosedPeriodTests {
  private let books: TestLedger

  init() throws {
    books = try TestLedger()
    try books.fund(on: "2026-09-01")
    try books.pensions([Person.an: 100, Person.binh: 50], month: "2026-09", on: "2026-09-05")
  }

  /// September and October closed, November soft-closed, December open.
  private func close() throws {
    try books.change(.close, "2026-09")
    try books.change(.close, "2026-10")
    try books.change(.softClose, "2026-11")
  }

  @Test(arguments: [
    (
      Event.due,
      "person,benefit,month,amount,site,channel\n079060000011,pension,2026-10,7,79-S1,cash\n"
    ),
    (.paid, "person,benefit,month,amount\n079060000011,pension,2026-09,100\n"),
    (.refund, "unit,fund,amount\n79-S1,retirement,1\n"),
    (.premium, "unit,fund,amount\n79-A,retirement,1\n"),
    (.opening, "account,unit,fund,amount\nbank,,sickness,1\n"),
  ])
  func `a closed period takes nothing and names the first open one`(
    _ event: Event, _ text: String
  ) throws {
    try close()
    let before = try books.ledger.trialBalance().debit
    for dryRun in [true, false] {
      for (period, code) in [("2026-09", Code.periodClosed), ("2026-11", .periodSoftClosed)] {
        let refused = try books.post(
          event, text, envelope: Envelope(period: Month(period)), today: "2026-12-01",
          dryRun: dryRun)
        #expect(refused.state == .refused && refused.codes == [code])
        let said = try #require(refused.diagnosis.diagnostics.first)
        #expect(said.message.hasSuffix("; the first open one is 2026-12."))
        #expect(said.help == "Declare --period 2026-12.")
      }
    }
    #expect(try books.ledger.trialBalance().debit == before)
    let taken = try books.post(
      event, text, envelope: Envelope(period: Month("2026-12")), today: "2026-12-01")
    #expect(taken.state == .posted && taken.period?.description == "2026-12")
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `by default the period is the month of the date, closed or not`() throws {
    try close()
    let refused = try books.step(.paid, Person.an, 100, month: "2026-09", on: "2026-10-31")
    #expect(refused.codes == [.periodClosed] && refused.period?.description == "2026-10")
  }

  @Test func `a period that the file declares is changed in the file`() throws {
    try close()
    let refused = try books.post(
      .paid,
      "#batch period=2026-09\nperson,benefit,month,amount\n\(Person.an),pension,2026-09,100\n",
      today: "2026-12-01")
    #expect(refused.codes == [.periodClosed])
    #expect(refused.diagnosis.diagnostics.first?.help.contains("#batch line") == true)
  }

  @Test func `the period is one mistake among all others of the file`() throws {
    try close()
    let refused = try books.post(
      .paid, "person,benefit,month,amount\n\(Person.an),pension,2026-09,99\n", today: "2026-10-31")
    #expect(refused.codes == [.periodClosed, .otherAmount])
    let movement = try books.post(
      .refund, "unit,fund,amount\n79-S9,retirement,1\n", today: "2026-10-31")
    #expect(movement.codes == [.periodClosed, .unitUnknown])
  }

  @Test func `every file of a call stands alone`() throws {
    try close()
    func list(_ period: String, _ person: String, _ amount: Int64) -> String {
      "#batch period=\(period)\nperson,benefit,month,amount\n\(person),pension,2026-09,\(amount)\n"
    }
    let answer = try books.post(
      .paid,
      [("a.csv", list("2026-09", Person.an, 100)), ("b.csv", list("2026-12", Person.binh, 50))],
      today: "2026-12-01")
    #expect(answer.receipts.map(\.state) == [.refused, .posted])
    #expect(answer.receipts.map(\.codes) == [[.periodClosed], []])
  }

  @Test func `what was posted before answers with its first receipt`() throws {
    let paid = try books.step(.paid, Person.an, 100, month: "2026-09", on: "2026-09-20")
    let refund = "unit,fund,amount\n79-S2,retirement,1\n"
    let moved = try books.post(.refund, refund, today: "2026-09-20")
    try close()
    let again = try books.step(.paid, Person.an, 100, month: "2026-09", on: "2026-09-20")
    #expect(again.alreadyPosted && again.batch == paid.batch && again.seal == paid.seal)
    let movedAgain = try books.post(.refund, refund, today: "2026-09-20", dryRun: true)
    #expect(movedAgain.alreadyPosted && movedAgain.batch == moved.batch)
  }

  @Test func `a period before a closed one takes nothing although it was never closed`() throws {
    try books.change(.close, "2026-09")
    let refused = try books.step(
      .paid, Person.an, 100, month: "2026-09", on: "2026-10-01", period: "2026-08")
    #expect(refused.codes == [.periodClosed])
    #expect(refused.diagnosis.diagnostics.first?.message.contains("is 2026-10") == true)
    // Were it opened by itself, September would begin with other balances than it was closed with.
    let reopened = try books.refusal(.reopen, "2026-08", reason: "the books began then")
    #expect(reopened?.code == .closedByLaterPeriod)
    #expect(reopened?.help.contains("2026-09 first") == true)
    try books.change(.reopen, "2026-09", reason: "the books began in August")
    let taken = try books.step(
      .paid, Person.an, 100, month: "2026-09", on: "2026-10-01", period: "2026-08")
    #expect(taken.state == .posted && taken.period?.description == "2026-08")
    #expect(try books.ledger.verify().isIntact)
  }

  // MARK: Corrections

  @Test func `a soft-closed period takes corrections`() throws {
    let paid = try books.step(.paid, Person.an, 100, month: "2026-09", on: "2026-09-20")
    try books.change(.softClose, "2026-09")
    let undone = try books.undo(try #require(paid.batch))
    #expect(undone.state == .posted && undone.period?.description == "2026-09")
    #expect(try books.balance("payable/retirement", at: "2026-09") == -150)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a batch of a closed period is undone in the first open one`() throws {
    let paid = try books.step(.paid, Person.an, 100, month: "2026-09", on: "2026-09-20")
    let batch = try #require(paid.batch)
    try close()
    for period in ["2026-09", "2026-10"] {
      let refused = try books.undo(batch, period: period)
      #expect(refused.codes == [.periodClosed])
    }
    let checked = try books.undo(batch, dryRun: true)
    #expect(checked.state == .checked && checked.period?.description == "2026-12")
    let undone = try books.undo(batch)
    #expect(undone.state == .posted && undone.period?.description == "2026-12")
    #expect(try books.balance("payable/retirement", at: "2026-11") == -50)
    #expect(try books.balance("payable/retirement", at: "2026-12") == -150)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `single lines of a closed period are undone in the first open one`() throws {
    try books.step(.paid, Person.an, 100, month: "2026-09", on: "2026-09-20")
    try books.step(.paid, Person.binh, 50, month: "2026-09", on: "2026-09-21")
    try close()
    func undo(_ person: String, _ amount: Int64, period: String?) throws -> Receipt {
      var request = PostingRequest(
        .paid,
        [
          .memory(
            name: "undo.csv",
            bytes: Array(
              "person,benefit,month,amount\n\(person),pension,2026-09,\(amount)\n".utf8))
        ], envelope: Envelope(period: period.flatMap { Month($0) }), maker: "clerk",
        today: try #require(CivilDate("2026-10-15")))
      request.isCorrection = true
      request.reason = "wrong"
      return try #require(try books.ledger.post(request).receipts.first)
    }
    #expect(try undo(Person.an, 100, period: "2026-10").codes == [.periodClosed])
    // A correction is taken by a soft-closed period that is named; nobody is sent there unasked.
    let unasked = try undo(Person.an, 100, period: nil)
    #expect(unasked.state == .posted && unasked.period?.description == "2026-12")
    let named = try undo(Person.binh, 50, period: "2026-11")
    #expect(named.state == .posted && named.period?.description == "2026-11")
    #expect(try books.ledger.verify().isIntact)
  }

  // MARK: Two at once

  @Test func `whoever posts while a period is closed is in before, or is refused`() async throws {
    let path = books.folder + "/ledger.db"
    let month = try #require(Month("2026-09"))
    let codes = try await withThrowingTaskGroup(of: [Code].self) { group in
      for number in 1...12 {
        group.addTask {
          let ledger = try Ledger.open(path)
          if number == 6 {
            _ = try ledger.change(
              PeriodRequest(
                .close, month, maker: "clerk",
                date: try #require(CivilDate("2026-10-01"))))
            return []
          }
          let list = "unit,fund,amount,document\n79-S1,retirement,1,D\(number)\n"
          var request = PostingRequest(
            .refund, [.memory(name: "refund.csv", bytes: Array(list.utf8))],
            envelope: Envelope(period: month), maker: "clerk",
            today: try #require(CivilDate("2026-09-30")))
          request.wait = 120
          return try ledger.post(request).receipts.flatMap(\.codes)
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(codes).isSubset(of: [.periodClosed]))
    let refused = Int64(codes.count)
    #expect(try books.balance("advance/retirement") == 900 - (11 - refused))
    #expect(try books.ledger.periods().first?.state == .closed)
    #expect(try books.ledger.verify().isIntact)
    let late = try books.post(
      .refund, "unit,fund,amount\n79-S2,retirement,1\n", envelope: Envelope(period: month))
    #expect(late.codes == [.periodClosed])
  }
}
