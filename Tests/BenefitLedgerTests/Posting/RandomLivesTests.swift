import BenefitLedger
import Testing

/// Random lives of a few pensions, step by step, against a plain book kept beside the ledger.
@Suite struct RandomLivesTests {
  private static let persons = [Person.an, Person.binh, Person.chi, Person.dung]
  private static let sites = ["79-S1", "79-S2", "40-S1"]
  private static let events: [Event] = Event.allCases.filter { $0.list == .payments }

  /// A row that is tried, and what the plain book says of it.
  private struct Attempt {
    var person: String
    var event: Event
    var amount: Int64
    var site: String
    var undoes: Bool
    var expected: Code?
  }

  @Test(
    arguments: [
      (20_261_101, false), (20_261_102, false), (20_261_103, false), (20_261_104, true),
    ] as [(UInt64, Bool)])
  func `every legal step is posted, every illegal one refused with its own code`(
    _ seed: UInt64, hasOwnChart: Bool
  ) throws {
    print("seed of the random lives: \(seed)")
    var random = Lot(state: seed)
    let books = try TestLedger(chart: hasOwnChart ? OwnChart.accounts : nil)
    var lives = [String: NaiveObligation]()
    var coverage: Set<String> = []
    for round in 0..<160 {
      let attempt = Self.attempt(&random, lives)
      let receipt = try post(attempt, round, books)
      if let code = attempt.expected {
        #expect(receipt.state == .refused, "round \(round): \(attempt)")
        #expect(receipt.codes == [code], "round \(round): \(attempt) \(receipt.codes)")
      } else {
        #expect(receipt.state == .posted, "round \(round): \(attempt) \(receipt.codes)")
        var life = lives[attempt.person] ?? NaiveObligation()
        if attempt.undoes {
          life.undo()
        } else {
          life.take(attempt.event, attempt.amount, site: attempt.site)
        }
        #expect(life.isWhole, "round \(round): \(life)")
        lives[attempt.person] = life
      }
      coverage.insert("\(attempt.event)\(attempt.undoes) \(attempt.expected == nil)")
      if round % 40 == 39 {
        try compare(books, lives, round, hasOwnChart: hasOwnChart)
        try compareStatements(books, lives, "round \(round)")
      }
    }
    #expect(coverage.count > 20, "The lives met too little: \(coverage.sorted())")
    try closeASite(books, lives)
  }

  /// A site closes with whatever the lives left there: its successor has all of it, and nobody's
  /// statement changes.
  private func closeASite(_ books: TestLedger, _ lives: [String: NaiveObligation]) throws {
    let before = try books.ledger.trialBalance(by: .unit).rows
    try books.take("79-S1,Điểm chi trả số 1,site,79-C01,,2026-10-31,,79-S2\n")
    let request = SiteTransferRequest(
      from: try #require(UnitCode("79-S1")), reason: "by the test",
      date: try #require(CivilDate("2026-11-02")))
    let answer = try books.ledger.transferSite(request)
    #expect(answer.failure == nil && answer.receipts.allSatisfy { $0.state == .posted })
    let after = try books.ledger.trialBalance(by: .unit).rows
    var balances: [String: Int128] = [:]
    for row in before {
      balances[row.account.replacing("/79-S1", with: "/79-S2"), default: 0] += row.balance
    }
    for row in after where row.account.hasSuffix("/79-S1") { #expect(row.balance == 0) }
    for (account, balance) in balances {
      #expect(after.first { $0.account == account }?.balance ?? 0 == balance, "\(account)")
    }
    try compareStatements(books, lives, "after the transfer")
    #expect(try books.ledger.verify().isIntact)
    let differences = try books.ledger.reconcileTotals().differences
    #expect(differences.allSatisfy(Self.isExpected), "\(differences)")
    #expect(try books.ledger.transferSite(request).lines == 0)
  }

  /// The lives are paid without an advance, and offset against nothing that was withheld.
  private static func isExpected(_ difference: TotalsDifference) -> Bool {
    difference.kind == .cashNegative
      || difference.kind == .wrongSide && difference.account?.hasPrefix("withheld/") == true
  }

  /// What each person's amounts came to is what the plain book says, and each step has its story.
  private func compareStatements(
    _ books: TestLedger, _ lives: [String: NaiveObligation], _ when: String
  ) throws {
    for (digits, life) in lives {
      let person = try #require(PersonNumber(digits))
      let statement = try books.ledger.personStatement(person)
      let now = life.now
      let sums = statement.sums
      #expect(
        [sums.due, sums.open, sums.unclaimed, sums.inherited, sums.withheld, sums.paid]
          == [now.due, now.open, now.unclaimed, now.heirs, now.withheld, now.discharged],
        "\(when): \(life)")
      #expect(
        [sums.cancelled, sums.overpaid, sums.recovered]
          == [now.cancelled, now.receivable, now.recovered + now.offset], "\(when): \(life)")
      #expect(
        statement.obligations.map(\.open)
          == [now.open + now.unclaimed + now.heirs + now.receivable], "\(when): \(life)")
      for story in try books.ledger.why(person).obligations.flatMap(\.steps) {
        let undone = story.step.corrects != nil
        #expect(story.posting.batch.header.control.isCorrection == undone, "\(when)")
        #expect((story.voucher.corrects != nil) == undone && story.voucher.lineCount != 0)
      }
    }
  }

  /// Draws a row: mostly one that is legal, sometimes any.
  private static func attempt(_ random: inout Lot, _ lives: [String: NaiveObligation]) -> Attempt {
    let person = persons[random.below(persons.count)]
    let life = lives[person] ?? NaiveObligation()
    if let last = life.lastStep, random.below(5) == 0 {
      let event = random.below(4) == 0 ? events[random.below(events.count)] : last.event
      let amount = random.below(8) == 0 ? last.amount + 1 : last.amount
      return Attempt(
        person: person, event: event, amount: amount, site: "", undoes: true,
        expected: life.undoRefusal(event, amount))
    }
    for tries in 0..<60 {
      let event = events[random.below(events.count)]
      let now = life.now
      let whole = [now.open, now.unclaimed, now.heirs, now.receivable, now.discharged, 5_000_000]
      let amount =
        event == .withheld || random.below(6) == 0
        ? 1 + Int64(random.below(3_000_000)) : whole.first { $0 > 0 } ?? 1
      let site = sites[random.below(sites.count)]
      let code = life.refusal(event, amount, site: site)
      if code == nil || tries > 50 || random.below(12) == 0 {
        return Attempt(
          person: person, event: event, amount: amount, site: site, undoes: false, expected: code)
      }
    }
    return Attempt(
      person: person, event: .due, amount: 1, site: "79-S1", undoes: false,
      expected: life.refusal(.due, 1, site: "79-S1"))
  }

  private func post(_ attempt: Attempt, _ round: Int, _ books: TestLedger) throws -> Receipt {
    let saysWhere = attempt.event == .due && !attempt.undoes
    let transfers = attempt.event == .transferred && !attempt.undoes
    let header =
      "person,benefit,month,amount,name" + (saysWhere ? ",site,channel" : transfers ? ",site" : "")
    let row =
      "\(attempt.person),pension,2026-10,\(attempt.amount),round \(round)"
      + (saysWhere ? ",\(attempt.site),cash" : transfers ? ",\(attempt.site)" : "")
    return try books.post(
      attempt.event, header + "\n" + row + "\n", undoing: attempt.undoes ? "by the test" : nil)
  }

  /// The accounts are what the plain book says, and the ledger finds itself whole.
  private func compare(
    _ books: TestLedger, _ lives: [String: NaiveObligation], _ round: Int, hasOwnChart: Bool
  ) throws {
    let balance = try books.ledger.trialBalance(by: .unit)
    #expect(balance.isBalanced)
    func sum(_ part: (NaiveObligation.Amounts) -> Int64, _ site: String) -> Int64 {
      lives.values.reduce(0) { $0 + ($1.now.site == site ? part($1.now) : 0) }
    }
    func ledger(_ account: String) -> Int64 {
      balance.rows.first { $0.account == account }.map { Int64($0.balance) } ?? 0
    }
    // The own chart keeps each of the two in the other's account.
    let (unclaimed, heirs) = hasOwnChart ? ("heirs", "unclaimed") : ("unclaimed", "heirs")
    for site in Self.sites {
      #expect(ledger("payable/retirement/\(site)") == -sum(\.open, site), "round \(round)")
      #expect(
        ledger("\(unclaimed)/retirement/\(site)") == -sum(\.unclaimed, site), "round \(round)")
      #expect(ledger("\(heirs)/retirement/\(site)") == -sum(\.heirs, site), "round \(round)")
      #expect(ledger("receivable/retirement/\(site)") == sum(\.receivable, site), "round \(round)")
    }
    let withheld = balance.rows.filter { $0.account.hasPrefix("withheld/") }
      .reduce(0) { $0 + $1.balance }
    #expect(
      -withheld == lives.values.reduce(0) { $0 + $1.now.withheld - $1.now.offset },
      "round \(round)")
    let spent = lives.values.reduce(0) { $0 + $1.now.due - $1.now.cancelled - $1.now.overpaid }
    #expect(ledger("expense/retirement") == spent, "round \(round)")
    let differences = try books.ledger.reconcileTotals().differences
    // Nobody gave these sites cash.
    #expect(
      differences.allSatisfy(Self.isExpected), "round \(round): \(differences)")
    let verification = try books.ledger.verify()
    #expect(verification.isIntact, "round \(round): \(verification.findings.map(\.message))")
  }
}

/// Numbers drawn from a seed (SplitMix64), the same on every machine.
private struct Lot {
  var state: UInt64

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}
