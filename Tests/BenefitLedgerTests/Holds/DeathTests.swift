import BenefitLedger
import Foundation
import Testing

/// A death, and what becomes of the pensions that were due.
@Suite struct DeathTests {
  private let books = Result { try TestLedger() }

  /// Five months of which January and March were paid and February came back unclaimed.
  private func fiveMonths(_ books: TestLedger) throws {
    let months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"]
    try books.post(.due, TestLedger.dues(months.map { (Person.an, $0) }))
    try books.post(.due, TestLedger.dues([(Person.binh, "2026-04")]))
    try books.post(.paid, TestLedger.steps([(Person.an, "2026-01"), (Person.an, "2026-03")]))
    try books.post(.unpaid, TestLedger.steps([(Person.an, "2026-02"), (Person.an, "2026-05")]))
  }

  @Test func `the month of death goes to the heirs, later months are cancelled or overpaid`() throws
  {
    let books = try books.get()
    try fiveMonths(books)
    let dry = try books.deaths("person,date\n\(Person.an),2026-02-28\n", dryRun: true)
    #expect(dry.deaths.first?.cancelled.count == 2 && dry.holds.record == nil)
    #expect(try books.states(Person.an)["2026-02"] == .unclaimed)
    let answer = try books.deaths("person,date\n\(Person.an),2026-02-28\n")
    let death = try #require(answer.deaths.first)
    #expect(death.inherited == .init(count: 1, amount: 5_000_000))
    #expect(death.cancelled == .init(count: 2, amount: 10_000_000))
    #expect(death.overpaid == .init(count: 1, amount: 5_000_000))
    #expect(answer.posting.exit == .done)
    #expect(
      try books.states(Person.an) == [
        "2026-01": .paid, "2026-02": .inherited, "2026-03": .overpaid, "2026-04": .cancelled,
        "2026-05": .cancelled,
      ])
    #expect(try books.states(Person.binh) == ["2026-04": .due])
    #expect(try books.balance(.heirs) == -5_000_000)
    #expect(try books.balance(.receivable) == 5_000_000)
    #expect(try books.balance(.payable) == -5_000_000)
    #expect(try books.ledger.holds().map(\.kind) == [.deceased])
    #expect(try books.post(.paid, TestLedger.steps([(Person.an, "2026-02")])).state == .posted)
    #expect(try books.balance(.heirs) == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `the same file again changes nothing`() throws {
    let books = try books.get()
    try fiveMonths(books)
    let list = "person,date\n\(Person.an),2026-02-28\n"
    _ = try books.deaths(list)
    let before = try books.ledger.trialBalance()
    let again = try books.deaths(list)
    #expect(again.holds.alreadyImported && again.posting.receipts.isEmpty)
    #expect(try books.ledger.trialBalance().rows == before.rows)
  }

  @Test func `a run that was stopped after any batch is completed by the next`() throws {
    for done in [Event.inherited, .cancelled] {
      let books = try TestLedger()
      try fiveMonths(books)
      let list = "person,date\n\(Person.an),2026-02-28\n"
      // What the first run had come to when it was stopped.
      try books.hold("person,reason,from\n\(Person.an),death,2026-02-28\n", kind: .deceased)
      try books.post(.inherited, TestLedger.steps([(Person.an, "2026-02")]))
      if done == .cancelled {
        try books.post(
          .cancelled, TestLedger.steps([(Person.an, "2026-04"), (Person.an, "2026-05")]))
      }
      let answer = try books.deaths(list)
      #expect(answer.holds.added == 0 && answer.holds.known == 1)
      #expect(answer.posting.receipts.map(\.event).contains(.inherited) == false)
      #expect(
        try books.states(Person.an) == [
          "2026-01": .paid, "2026-02": .inherited, "2026-03": .overpaid, "2026-04": .cancelled,
          "2026-05": .cancelled,
        ])
    }
  }

  @Test func `what becomes due afterwards is settled by the same file`() throws {
    let books = try books.get()
    let list = "person,date\n\(Person.an),2026-02-28\n"
    try books.post(.due, TestLedger.dues([(Person.an, "2026-01")]))
    #expect(try books.deaths(list).deaths.first?.inherited.count == 1)
    try books.post(.due, TestLedger.dues([(Person.an, "2026-02")]))
    let second = try books.deaths(list)
    #expect(second.posting.exit == .done && second.deaths.first?.inherited.count == 1)
    let references = second.posting.receipts.compactMap(\.reference)
    #expect(references.count == 1 && references[0].hasSuffix("-2"))
  }

  @Test func `the funeral grant is owed because of the death`() throws {
    let books = try books.get()
    try books.post(
      .due,
      "person,benefit,month,amount,site,channel\n\(Person.an),funeral,2026-03,9000000,79-S1,cash\n")
    let answer = try books.deaths("person,date\n\(Person.an),2026-02-28\n")
    #expect(answer.posting.receipts.isEmpty)
    #expect(try books.states(Person.an) == ["2026-03": .due])
  }

  @Test func `somebody who lives after all is left alone`() throws {
    let books = try books.get()
    let list = "person,date\n\(Person.an),2026-02-28\n"
    _ = try books.deaths(list)
    _ = try books.ledger.release(.number(1), reason: "lives", from: try books.day("2026-02-28"))
    #expect(try books.post(.due, TestLedger.dues([(Person.an, "2026-03")])).state == .posted)
    let again = try books.deaths(list)
    #expect(again.deaths.first?.isReleased == true && again.posting.receipts.isEmpty)
    #expect(try books.states(Person.an) == ["2026-03": .due])
  }

  @Test func `every mistake of a list of deaths is reported, and nothing is done`() throws {
    let books = try books.get()
    try fiveMonths(books)
    let answer = try books.deaths(
      "person,date,document\n\(Person.an),2026-10-06,\n079060000012,2026-2-1,\n,2026-02-01,x\n"
        + "111111111111,2026-02-01,\n")
    #expect(
      answer.diagnosis.diagnostics.map { "\($0.code.text) \($0.line):\($0.column)" }
        == ["L0549 2:14", "L0543 3:14", "L0401 4:1", "L0407 5:1"])
    #expect(try books.ledger.holds().isEmpty && books.states(Person.an)["2026-04"] == .due)
  }

  @Test func `two days of death contradict each other`() throws {
    let books = try books.get()
    let twice = try books.deaths(
      "person,date\n\(Person.an),2026-02-28\n\(Person.an),2026-02-28\n\(Person.an),2026-03-01\n")
    #expect(
      twice.diagnosis.diagnostics.map { "\($0.code.text) \($0.line):\($0.column)" }
        == ["L0548 4:14"])
    #expect(try books.deaths("person,date\n\(Person.an),2026-02-28\n").holds.added == 1)
    let other = try books.deaths("person,date\n\(Person.an),2026-02-27\n", name: "other.csv")
    #expect(other.diagnosis.diagnostics.map(\.code) == [.otherDeathDate])
    #expect(other.diagnosis.diagnostics.first?.message.contains("deaths.csv, line 2") == true)
  }

  @Test func `of many deaths each leads to its own, in one sweep`() throws {
    let books = try books.get()
    let persons = (0..<1_200).map { "0790600" + String(10_000 + $0) }
    try books.post(
      .due, TestLedger.dues(persons.flatMap { [($0, "2026-02"), ($0, "2026-03")] }))
    try books.post(.paid, TestLedger.steps(persons.prefix(200).map { ($0, "2026-03") }))
    let answer = try books.deaths(
      "person,date\n" + persons.prefix(1_100).map { "\($0),2026-02-10\n" }.joined())
    #expect(answer.deaths.count == 1_100)
    #expect(answer.deaths.allSatisfy { $0.inherited.count == 1 })
    #expect(answer.deaths.reduce(0) { $0 + $1.overpaid.count } == 200)
    #expect(answer.deaths.reduce(0) { $0 + $1.cancelled.count } == 900)
    #expect(try books.balance(.heirs) == -1_100 * 5_000_000)
    #expect(try books.balance(.payable) == -200 * 5_000_000)
    #expect(try books.ledger.verify().isIntact)
  }
}
