import BenefitLedger
import Foundation
import Testing

/// What is not paid to a person who is not payable.
@Suite struct HeldPaymentTests {
  private let books = Result { try TestLedger() }

  @Test func `a month is held if its first day is`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),TB 12,2026-02-10\n", kind: .deceased)
    #expect(
      try books.post(.due, TestLedger.dues([(Person.an, "2026-01"), (Person.an, "2026-02")])).state
        == .posted)
    let march = try books.post(.due, TestLedger.dues([(Person.an, "2026-03")]), name: "march.csv")
    #expect(march.codes == [.personHeld])
    let mistake = try #require(march.diagnosis.diagnostics.first)
    #expect(mistake.line == 2 && mistake.column == 1)
    #expect(mistake.message.contains("deceased since 2026-02-10, hold 1 of held.csv, line 2"))
    #expect(!mistake.message.contains("TB 12") && !mistake.excerpt.contains(Person.an))
    #expect(try books.balance(.payable) == -10_000_000)
  }

  @Test func `a hold begins and ends on a day`() throws {
    let books = try books.get()
    try books.hold(
      """
      person,reason,from,to
      \(Person.an),x,2026-03-01,2026-05-01
      \(Person.binh),x,2026-03-02,2026-04-30

      """)
    func isPosted(_ person: String, _ month: String) throws -> Bool {
      try books.post(.due, TestLedger.dues([(person, month)])).state == .posted
    }
    let months = ["2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]
    #expect(try months.map { try isPosted(Person.an, $0) } == [true, false, false, false, true])
    #expect(try months.map { try isPosted(Person.binh, $0) } == [true, true, false, true, true])
  }

  @Test func `what is released is payable again from that day on`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n")
    _ = try books.ledger.release(.number(1), reason: "back", from: try books.day("2026-05-01"))
    #expect(
      try books.post(.due, TestLedger.dues([(Person.an, "2026-04")])).codes == [.personHeld])
    #expect(try books.post(.due, TestLedger.dues([(Person.an, "2026-05")])).state == .posted)
  }

  @Test func `all held rows are reported, and the declared total counts them`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n\(Person.chi),x,2026-03-01\n")
    let list = TestLedger.dues([
      (Person.an, "2026-10"), (Person.binh, "2026-10"), (Person.chi, "2026-10"),
    ])
    let refused = try books.post(
      .due, list, envelope: Envelope(count: 3, total: 15_000_000))
    #expect(refused.codes == [.personHeld, .personHeld])
    #expect(refused.diagnosis.diagnostics.map(\.line) == [2, 4])
    #expect(
      try books.post(.due, list, envelope: Envelope(count: 3, total: 15_000_000), dryRun: true)
        .codes == [.personHeld, .personHeld])
  }

  @Test func `held rows are left out, counted in the batch, and named in a file`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),\"in \"\"Hà Nội\"\"\",2026-03-01\n")
    let list =
      "#batch count=3 total=15000000\n"
      + TestLedger.dues([(Person.an, "2026-10"), (Person.binh, "2026-10"), (Person.chi, "2026-10")])
    let checked = try #require(try books.postLeavingOut(list, dryRun: true).receipts.first)
    #expect(checked.state == .checked && checked.leftOut == 1 && checked.lines == 2)
    let report = books.folder + "/due.held.csv"
    #expect(!FileManager.default.fileExists(atPath: report))
    let posted = try #require(try books.postLeavingOut(list).receipts.first)
    #expect(posted.state == .posted && posted.lines == 2 && posted.total == 10_000_000)
    #expect(posted.leftOut == 1 && posted.heldReport == report)
    #expect(
      try String(contentsOfFile: report, encoding: .utf8) == """
        person,benefit,month,amount,site,channel,reject_code,reject_reason
        \(Person.an),pension,2026-10,5000000,79-S1,cash,L0541,"The person of this row is not payable \
        for this month: suspended since 2026-03-01, hold 1 of held.csv, line 2."

        """)
    #expect(try books.balance(.payable) == -10_000_000)
    let again = try #require(try books.postLeavingOut(list).receipts.first)
    #expect(again.alreadyPosted && again.batch == posted.batch && again.leftOut == 1)
    #expect(try books.ledger.verify().isIntact)
    try TamperedBooks.edit(books.folder + "/ledger.db", "UPDATE batch SET left_out = 0")
    #expect(try books.ledger.verify().kinds.contains(.sealDiffers))
  }

  @Test func `why a row was left out is said in the language that is asked for`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n")
    let list = TestLedger.dues([(Person.an, "2026-10"), (Person.binh, "2026-10")])
    _ = try books.postLeavingOut(list, in: .vi)
    let report = try String(contentsOfFile: books.folder + "/due.held.csv", encoding: .utf8)
    #expect(
      report.hasPrefix("person,benefit,month,amount,site,channel,reject_code,reject_reason\n"))
    #expect(report.contains(",cash,L0541,\"") && report.contains("tạm dừng"), "\(report)")
  }

  @Test func `a list that waits for another and is refused leaves no report`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n")
    var request = PostingRequest(
      .due,
      ["a", "b", "c"].map { name in
        let other = name == "c" ? Person.chi : Person.binh
        let list = TestLedger.dues([
          (Person.an, "2026-1\(name == "b" ? 1 : 0)"), (other, "2026-10"),
        ])
        return .memory(name: "\(books.folder)/\(name).csv", bytes: Array(list.utf8))
      }, maker: "clerk", today: try books.day())
    request.heldRows = .leftOut
    let answer = try books.ledger.post(request)
    #expect(answer.receipts.map(\.state) == [.posted, .refused, .posted])
    #expect(answer.receipts.map(\.leftOut) == [1, 0, 1])
    let reports = try FileManager.default.contentsOfDirectory(atPath: books.folder)
      .filter { $0.hasSuffix(".held.csv") }.sorted()
    #expect(reports == ["a.held.csv", "c.held.csv"])
    for report in reports {
      let text = try String(contentsOfFile: "\(books.folder)/\(report)", encoding: .utf8)
      #expect(text.split(separator: "\n").count == 2)
    }
  }

  @Test func `a report takes the place of no file, and nothing is posted then`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n")
    let taken = try books.file("taken.csv", "mine\n")
    let answer = try books.postLeavingOut(
      TestLedger.dues([(Person.an, "2026-10"), (Person.binh, "2026-10")]), report: taken)
    #expect(answer.failure?.code == .outputExists && answer.exit == .cannotCreate)
    #expect(try String(contentsOfFile: taken, encoding: .utf8) == "mine\n")
    #expect(try books.balance(.payable) == 0)
  }

  @Test func `a list of held persons only posts nothing and leaves no report`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n")
    let list = TestLedger.dues([(Person.an, "2026-10"), (Person.an, "2026-11")])
    for isDryRun in [true, false] {
      let receipt = try #require(try books.postLeavingOut(list, dryRun: isDryRun).receipts.first)
      #expect(receipt.state == .refused && receipt.codes == [.everyRowHeld])
    }
    #expect(!FileManager.default.fileExists(atPath: books.folder + "/due.held.csv"))
  }

  @Test func `a list whose persons are all held since is answered with its receipt`() throws {
    let books = try books.get()
    let list = TestLedger.dues([(Person.an, "2026-10"), (Person.an, "2026-11")])
    let posted = try #require(try books.postLeavingOut(list).receipts.first)
    #expect(posted.state == .posted && posted.lines == 2)
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n")
    let again = try #require(try books.postLeavingOut(list).receipts.first)
    #expect(again.alreadyPosted && again.batch == posted.batch, "\(again.codes)")
    #expect(try books.balance(.payable) == -10_000_000)
  }

  @Test func `a list that is refused for another mistake leaves no report`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n")
    let list = TestLedger.dues([
      (Person.an, "2026-10"), (Person.binh, "2026-10"), (Person.binh, "2026-10"),
    ])
    let receipt = try #require(try books.postLeavingOut(list).receipts.first)
    #expect(receipt.state == .refused && receipt.codes == [.twiceInFile])
    #expect(!FileManager.default.fileExists(atPath: books.folder + "/due.held.csv"))
  }

  @Test func `no money is sent to a person who is held on the business date`() throws {
    let books = try books.get()
    try books.post(
      .due,
      TestLedger.dues([
        (Person.an, "2026-01"), (Person.an, "2026-02"), (Person.binh, "2026-02"),
      ]))
    try books.post(.unpaid, TestLedger.steps([(Person.an, "2026-02")]))
    try books.hold("person,reason,from\n\(Person.an),TB 12,2026-02-10\n", kind: .deceased)
    let paid = try books.post(
      .paid, TestLedger.steps([(Person.binh, "2026-02"), (Person.an, "2026-01")]))
    #expect(paid.codes == [.personHeld])
    let mistake = try #require(paid.diagnosis.diagnostics.first)
    #expect(mistake.line == 3 && mistake.column == 1)
    #expect(mistake.message.contains("cannot be paid: the person is not payable, deceased since"))
    #expect(
      try books.post(.paid, TestLedger.steps([(Person.an, "2026-01")]), dryRun: true).codes
        == [.personHeld])
    #expect(
      try books.post(.reissued, TestLedger.steps([(Person.an, "2026-02")])).codes == [.personHeld])
    // It was paid before the person died, and is only listed now.
    let before = Envelope(date: try books.day("2026-02-09"))
    #expect(
      try books.post(.paid, TestLedger.steps([(Person.an, "2026-01")]), envelope: before).state
        == .posted)
  }

  @Test func `the heirs are paid, and every step that sends no money is posted`() throws {
    let books = try books.get()
    try books.post(
      .due,
      TestLedger.dues(["2026-01", "2026-02", "2026-03", "2026-04"].map { (Person.an, $0) }))
    try books.post(.paid, TestLedger.steps([(Person.an, "2026-03"), (Person.an, "2026-04")]))
    try books.hold("person,reason,from\n\(Person.an),TB 12,2026-02-10\n", kind: .deceased)
    func post(_ event: Event, _ month: String) throws -> Receipt.State {
      try books.post(event, TestLedger.steps([(Person.an, month)])).state
    }
    #expect(try post(.unpaid, "2026-01") == .posted)
    #expect(try post(.inherited, "2026-01") == .posted)
    #expect(try post(.paid, "2026-01") == .posted)
    #expect(try post(.cancelled, "2026-02") == .posted)
    #expect(try post(.returned, "2026-03") == .posted)
    #expect(try post(.overpaid, "2026-04") == .posted)
    #expect(try post(.recovered, "2026-04") == .posted)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a due of a held person can be undone`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.an, "2026-10")]))
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n")
    var request = PostingRequest(
      .due,
      [
        .memory(name: "undo.csv", bytes: Array(TestLedger.steps([(Person.an, "2026-10")]).utf8))
      ], maker: "clerk", today: try books.day())
    request.isCorrection = true
    request.reason = "was dead"
    #expect(try books.ledger.post(request).receipts.first?.state == .posted)
    #expect(try books.balance(.payable) == 0)
  }

  @Test func `whoever is held is found as by hand, whatever the holds`() throws {
    var seed: UInt64 = 0x5EED_0541
    func draw(_ below: UInt64) -> Int64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((seed >> 33) % below)
    }
    var holds: ContiguousArray<Hold> = []
    for number in 1...600 {
      let from = Int32(20_260_101 + draw(1_200))
      holds.append(
        Hold(
          person: 79_060_000_000 + draw(400), from: from,
          before: draw(3) == 0 ? Hold.open : from + Int32(draw(400)), number: Int32(number),
          kind: .suspended))
    }
    let held = HeldPersons(holds)
    for _ in 0..<20_000 {
      let person = 79_060_000_000 + draw(500)
      let day = Int32(20_260_101 + draw(1_500))
      let byHand = holds.contains { $0.person == person && $0.from <= day && day < $0.before }
      #expect((held.hold(of: person, on: day) != nil) == byHand, "seed 0x5EED0541")
    }
  }
}
