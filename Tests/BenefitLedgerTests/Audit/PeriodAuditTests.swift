import BenefitLedger
import Testing

/// What somebody changes about periods and year ends behind the program's back.
@Suite struct PeriodAuditTests {
  private let books: TestLedger
  private let path: String

  /// 2025 is closed by batch 6, and a pension is due in January 2026.
  init() throws {
    books = try TestLedger()
    path = books.folder + "/ledger.db"
    try books.fund(on: "2025-01-05")
    try books.post(.contribution, "unit,fund,amount\n79,retirement,500\n", today: "2025-01-06")
    try books.pensions([Person.an: 100], month: "2025-11", on: "2025-11-05")
    try books.change(.close, "2025-01")
    try books.change(.softClose, "2025-11")
    try books.undo(4, date: "2025-12-02")
    try books.pensions([Person.binh: 70], month: "2025-12", on: "2025-12-05")
    try books.change(.close, "2025-11")
    let end = try books.closeYear(2025)
    try books.pensions([Person.an: 90], month: "2026-01", on: "2026-01-05")
    #expect(end.receipt?.batch == 7 && end.receipt?.total == 570)
    #expect(try books.ledger.verify().isIntact)
  }

  private func kinds(after sql: String, since: Int64? = nil) throws -> Set<Finding.Kind> {
    try TamperedBooks.edit(path, sql)
    let verification = try Ledger.open(path, readOnly: true).verify(since: since)
    #expect(!verification.isIntact)
    return verification.kinds
  }

  @Test func `a period that is said to have been closed earlier blames the batches in it`() throws {
    let found = try kinds(after: "UPDATE period_change SET period = 202512 WHERE record_no = 3")
    #expect(found == [.registerChanged, .batchPeriod])
  }

  @Test func `a soft close that is said to be a close blames the correction in it`() throws {
    let found = try kinds(after: "UPDATE period_change SET state = 'closed' WHERE record_no = 4")
    #expect(found == [.registerChanged, .batchPeriod])
  }

  @Test func `a batch that is moved into a closed period is blamed`() throws {
    let found = try kinds(
      after: "UPDATE batch SET period = 202512, declared_period = NULL WHERE batch_no = 8")
    #expect(found.isSuperset(of: [.sealDiffers, .batchPeriod, .yearEndDiffers]))
    let since = try Ledger.open(path, readOnly: true).verify(since: 8).kinds
    #expect(!since.contains(.batchPeriod))
  }

  @Test func `a list that is said to be of a soft-closed period is blamed`() throws {
    let found = try kinds(after: "UPDATE batch SET period = 202511 WHERE batch_no = 6")
    #expect(found.contains(.batchPeriod) && !found.contains(.yearEndDiffers))
  }

  @Test func `a change of a period that is left out, added or altered is found`() throws {
    for sql in [
      "DELETE FROM period_change WHERE record_no = 5",
      "UPDATE period_change SET record_no = 1 WHERE record_no = 6",
      "INSERT INTO period_change VALUES (1, 202601, 'closed')",
      "UPDATE period_change SET state = 'open' WHERE record_no = 6",
      "UPDATE record SET maker = 'nobody' WHERE record_no = 6",
      "UPDATE record SET reason = 'none' WHERE record_no = 6",
    ] {
      let copy = try PeriodAuditTests()
      #expect(try copy.kinds(after: sql).contains(.registerChanged), "\(sql)")
    }
  }

  @Test(arguments: [
    "UPDATE period_change SET state = 'shut' WHERE record_no = 6",
    "UPDATE period_change SET period = 202613 WHERE record_no = 6",
    "UPDATE period_change SET period = 9223372036854775807 WHERE record_no = 6",
    "UPDATE period_change SET record_no = 9223372036854775807 WHERE record_no = 6",
    "UPDATE batch SET voucher_count = 9223372036854775807 WHERE batch_no = 7",
    "UPDATE batch SET first_voucher_no = 9223372036854775807 WHERE batch_no = 7",
    "UPDATE batch SET first_voucher_no = -9223372036854775808 WHERE batch_no = 3",
    "UPDATE batch SET period = 999999 WHERE batch_no = 7",
    "UPDATE voucher SET amount = 9223372036854775807 WHERE voucher_no > 2",
  ])
  func `values that no change has are findings, not crashes`(_ sql: String) throws {
    #expect(try !kinds(after: sql).isEmpty)
    _ = try Ledger.open(path, readOnly: true).verify(since: 2)
    do { _ = try books.ledger.periods() } catch is LedgerError {}
  }

  @Test func `a year end that carries another amount is found`() throws {
    let found = try kinds(
      after: """
        UPDATE voucher SET amount = amount + 5 WHERE batch_no = 7 AND amount = 70;
        UPDATE batch SET total = total + 5 WHERE batch_no = 7
        """)
    #expect(found.isSuperset(of: [.yearEndDiffers, .rootDiffers, .balanceDiffers]))
  }

  @Test func `money that is moved into the closed year afterwards is found at its year end`() throws
  {
    // A batch of 2026 is said to be of 2025: its seal differs, and the year end is not what it was.
    let found = try kinds(after: "UPDATE batch SET period = 202501 WHERE batch_no = 8")
    #expect(found.contains(.yearEndDiffers))
    let finding = try #require(
      try Ledger.open(path, readOnly: true).verify().findings
        .first { $0.kind == .yearEndDiffers })
    #expect(finding.batch == 7 && finding.message.contains("90 đồng in expense/retirement"))
  }

  @Test func `a year end of another period than its balances is found`() throws {
    let found = try kinds(after: "UPDATE batch SET period = 202501 WHERE batch_no = 6")
    #expect(!found.contains(.yearEndDiffers) && found.contains(.batchPeriod))
    let moved = try PeriodAuditTests()
    #expect(
      try moved.kinds(after: "UPDATE batch SET period = 202601 WHERE batch_no = 3")
        .contains(.yearEndDiffers))
  }
}
