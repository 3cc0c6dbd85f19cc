import BenefitLedger
import Foundation
import Testing

@Suite struct ReconcileTotalsTests {
  /// What the other side would send of the month of `TamperedBooks`.
  static let theirs = """
    site,benefit,month,event,count,amount
    79-S1,pension,2026-10,due,2,13000000
    79-S1,funeral,2026-10,due,1,9000000
    79-S2,pension,2026-10,due,1,6000000
    40-S1,pension,2026-10,due,1,7000000
    79-S1,pension,2026-10,paid,1,5000000
    79-S1,pension,2026-10,reissued,1,6000000
    79-S1,,,advance,1,50000000
    79-S2,,,advance,1,20000000

    """

  private func read(_ text: String) throws -> TheirTotals {
    try TheirTotals.read(name: "theirs.csv", bytes: Array(text.utf8)).get()
  }

  private func reconcile(
    after sql: String = "SELECT 1", period: Month? = nil, against text: String? = nil
  ) throws -> TotalsReconciliation {
    try TamperedBooks.withCopy { path in
      try TamperedBooks.edit(path, sql)
      return try Ledger.open(path, readOnly: true).reconcileTotals(
        period: period, against: text.map { try read($0) })
    }
  }

  @Test func `a month in which every event happens agrees, reissue to another site included`()
    throws
  {
    let result = try reconcile()
    #expect(result.differences == [])
    #expect(result.batches == 9)
    #expect(result.lines == 11)
    #expect(try reconcile(period: Month("2026-10")).agrees)
  }

  @Test func `the other side's totals agree`() throws {
    let result = try reconcile(against: Self.theirs)
    #expect(result.differences == [])
    #expect(result.theirTotals == 8)
  }

  @Test func `another amount, a missing and an extra total are told apart, both ways`() throws {
    let text = Self.theirs
      .replacing("79-S1,funeral,2026-10,due,1,9000000\n", with: "")
      .replacing("due,2,13000000", with: "due,2,13000001")
      .replacing(
        "79-S1,,,advance", with: "40-S1,pension,2026-10,paid,3,21000000\n79-S1,,,advance")
    let differences = try reconcile(against: text).differences
    #expect(
      differences.map { "\($0.kind.rawValue) \($0.site ?? "") \($0.benefit?.code ?? "")" } == [
        "missing-here 40-S1 pension", "differs 79-S1 pension", "missing-there 79-S1 funeral",
      ])
    let differs = try #require(differences.first { $0.kind == .differs })
    #expect(differs.ours == Tally(count: 2, amount: 13_000_000))
    #expect(differs.theirs == Tally(count: 2, amount: 13_000_001))
    #expect(differs.month == Month("2026-10") && differs.event == .due)
  }

  @Test func `a site that the register does not have is missing here`() throws {
    let text = "site,benefit,month,event,count,amount\n99-X,pension,2026-10,cancelled,1,5\n"
    let differences = try reconcile(against: text).differences
    #expect(differences.map(\.kind) == [.missingThere, .missingHere])
  }

  @Test func `another period has none of our totals`() throws {
    let result = try reconcile(period: Month("2026-11"), against: Self.theirs)
    #expect(result.differences.allSatisfy { $0.kind == .missingHere })
    #expect(result.total == 8)
  }

  /// What is wrong inside, and what it is called.
  static let changes: [(sql: String, kinds: Set<TotalsDifference.Kind>)] = [
    ("UPDATE line SET amount = amount + 1 WHERE line_no = 2", [.lines]),
    ("DELETE FROM line WHERE line_no = 2", [.lines]),
    ("UPDATE step SET amount = amount + 1 WHERE line_no = 5", [.steps]),
    ("DELETE FROM step WHERE line_no = 5", [.steps]),
    ("UPDATE balance SET debit = debit + 1 WHERE account_id = 1", [.debit]),
    ("UPDATE batch SET total = total + 1 WHERE batch_no = 3", [.envelope]),
    ("UPDATE batch SET row_count = row_count + 1 WHERE batch_no = 2", [.envelope]),
    (
      // A payment booked to the funeral debits the wrong benefit: owed no longer matches.
      "UPDATE voucher SET debit_account_id = 1 WHERE voucher_no = 8", [.owed, .debit]
    ),
  ]

  @Test(arguments: changes.indices)
  func `totals that do not add up are found`(_ index: Int) throws {
    let (sql, kinds) = Self.changes[index]
    for period in [nil, Month("2026-10")] {
      let found = Set(try reconcile(after: sql, period: period).differences.map(\.kind))
      #expect(found.isSuperset(of: kinds), "\(sql): \(found)")
    }
  }

  /// Batches of two periods in turn, with arrears of months long before; what is wrong with one period's
  /// lines and steps is said of that period and of no other.
  @Test func `a period is compared with its own lines and with steps of whatever month`() throws {
    let books = try TestLedger()
    func due(_ rows: [(person: String, month: String)], in period: String) throws {
      var envelope = Envelope()
      envelope.period = Month(period)
      try books.post(.due, TestLedger.dues(rows), name: "\(rows).csv", envelope: envelope)
    }
    try due([(Person.an, "2026-08"), (Person.an, "2026-09")], in: "2026-09")
    try due([(Person.binh, "2025-12"), (Person.binh, "2026-10")], in: "2026-10")
    try due([(Person.chi, "2024-01")], in: "2026-09")
    try books.post(.cancelled, TestLedger.steps([(Person.binh, "2025-12")]))
    func differences(after sql: String) throws -> [[String]] {
      try ["2026-09", "2026-10", "2026-11"].map { period in
        let copy = books.folder + "/copy.db"
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: books.folder + "/ledger.db", toPath: copy)
        try TamperedBooks.edit(copy, sql)
        return try Ledger.open(copy, readOnly: true).reconcileTotals(period: Month(period))
          .differences.map { "\($0.kind.rawValue) of batch \($0.batch ?? 0)" }
          .filter { !$0.hasSuffix(" 0") }
      }
    }
    try TamperedBooks.checkpoint(books.folder + "/ledger.db")
    #expect(try differences(after: "SELECT 1") == [[], [], []])
    #expect(
      try differences(after: "DELETE FROM step WHERE month = 202401")
        == [["steps of batch 3"], [], []])
    #expect(
      try differences(after: "DELETE FROM step WHERE month = 202512 AND step_no = 2")
        == [[], ["steps of batch 4"], []])
    #expect(
      try differences(after: "UPDATE line SET amount = amount + 1 WHERE line_no IN (1, 3, 5)")
        == [["lines of batch 1", "lines of batch 3"], ["lines of batch 2"], []])
  }

  @Test func `a site that paid out more cash than it has is found`() throws {
    let books = try TestLedger()
    try books.due([Person.an])
    try books.post(.paid, TestLedger.list([Person.an]))
    let result = try books.ledger.reconcileTotals()
    let difference = try #require(result.differences.first)
    #expect(result.total == 1)
    #expect(difference.kind == .cashNegative)
    #expect(difference.account == "advance/retirement/79-S1")
    #expect(difference.ours?.amount == -5_000_000)
  }

  /// What cannot be taken, and the code that says why.
  static let refusals: [(text: String, codes: [Code])] = [
    ("site,benefit,month,event,amount\n", [.columnMissing]),
    ("site,benefit,month,event,count,amount\n", [.noRows]),
    (
      "site,benefit,month,event,count,amount\n79-S1,pension,2026-10,due,1,1.000\n",
      [.amountThousands]
    ),
    ("site,benefit,month,event,count,amount\n79-S1,pension,2026-10,due,x,1\n", [.amountNotDigits]),
    ("site,benefit,month,event,count,amount\n79-S1,pension,2026-10,owed,1,1\n", [.eventUnknown]),
    ("site,benefit,month,event,count,amount\n79-S1,,2026-10,due,1,1\n", [.fieldEmpty]),
    ("site,event,count,amount\n79-S1,due,1,1\n", [.fieldEmpty, .fieldEmpty]),
    (
      "site,benefit,month,event,count,amount\n79 S1,rent,2026-13,due,1,1\n",
      [.unitCodeMalformed, .benefitUnknown, .monthImpossible]
    ),
    (
      "site,benefit,month,event,count,amount\n79-S1,pension,2026-10,due,1,1\n"
        + "79-S1,pension,2026-10,due,2,2\n", [.rowRepeated]
    ),
  ]

  @Test(arguments: refusals.indices)
  func `a file of totals is read as strictly as any list`(_ index: Int) throws {
    let (text, codes) = Self.refusals[index]
    let result = TheirTotals.read(name: "theirs.csv", bytes: Array(text.utf8))
    guard case .failure(let refusal) = result else {
      Issue.record("it was taken")
      return
    }
    #expect(refusal.diagnosis.diagnostics.map(\.code) == codes)
  }

  @Test func `columns may stand in any order, and a total of nothing is none`() throws {
    let text =
      "amount,count,event,month,benefit,site\n0,0,due,2026-10,medical,79-S1\n5,1,due,2026-10,pension,79-S1\n"
    #expect(try read(text).totals.count == 1)
  }
}
