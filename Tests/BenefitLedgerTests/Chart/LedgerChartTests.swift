import BatchFiles
import BenefitLedger
import Foundation
import Testing

/// The chart that a ledger keeps.
@Suite struct LedgerChartTests {
  @Test func `without a chart of its own a ledger begins with the built-in one`()
    throws
  {
    let books = try TestLedger()
    let chart = try books.ledger.chart()
    #expect(chart.record == 1)
    #expect(chart.file == DefaultChart.chart)
    let list = try books.ledger.chartList()
    #expect(list.map(\.record) == [1])
    #expect(list.map(\.fileName) == [nil])
  }

  @Test func `a chart with mistakes makes no ledger, and each is told with its place`() throws {
    let books = try TestLedger()
    let path = books.folder + "/bad.toml"
    try (OwnChart.head + "[[account]]\ncode = \"cash\"\nname = \"Cash\"\n[[limit]]\nwarn = 0\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let made = try Ledger.create(at: books.folder + "/other.db", chart: path)
    let places = made.diagnosis.diagnostics.map { "\($0.code.text):\($0.line):\($0.column)" }
    #expect(places == ["L0903:5:8", "L0907:7:1", "L0907:7:1", "L0907:7:1", "L0903:8:8"])
    #expect(!FileManager.default.fileExists(atPath: books.folder + "/other.db"))
    let missing = try Ledger.create(at: books.folder + "/other.db", chart: "/no/such.toml")
    #expect(missing.diagnosis.diagnostics.map(\.code) == [.fileMissing])
    #expect(!FileManager.default.fileExists(atPath: books.folder + "/other.db"))
  }

  @Test func `everything but the rules may change, and what was in force stays known`() throws {
    let books = try TestLedger(chart: OwnChart.accounts)
    try books.due([Person.an])
    let before = try books.ledger.chart().file
    let added =
      "[[account]]\ncode = \"payable\"\nname = \"Phải trả\"\n[[approval]]\nabove = 5\napprovers = 2\n"
    let answer = try books.take(chart: OwnChart.accounts + added, reason: "Decision 12")
    #expect(answer.record == 3 && answer.isNew)
    try books.due([Person.binh])
    let now = try books.ledger.chart()
    #expect(now.record == 3)
    #expect(now.file.displayName(of: .payable) == "Phải trả")
    #expect(now.file.approversNeeded(total: 6) == 2)
    #expect(try books.ledger.chart(record: nil, asKnownAt: 0).file == before)
    #expect(try books.ledger.chart(record: nil, asKnownAt: 1).file == before)
    #expect(try books.ledger.chart(record: nil, asKnownAt: 2).file == now.file)
    #expect(try books.ledger.chart(record: nil, asKnownAt: 99).file == now.file)
    #expect(try books.ledger.chart(record: 1).file == before)
    #expect(throws: LedgerError.self) { try books.ledger.chart(record: 2) }
    #expect(try books.ledger.chartList().map(\.reason) == [nil, "Decision 12"])
    // Said again, it is not recorded again.
    let again = try books.take(chart: OwnChart.accounts + added)
    #expect(again.record == 3 && !again.isNew)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a chart with other rules is refused and says which`() throws {
    let books = try TestLedger()
    let rule = OwnChart.rule("due", "channel = \"cash\"", debit: "fund", credit: "payable")
    let answer = try books.take(chart: DefaultChart.text + rule)
    #expect(answer.record == nil)
    #expect(answer.diagnosis.diagnostics.map(\.code) == [.chartRulesChanged])
    #expect(answer.diagnosis.diagnostics.first?.message.contains("for: due.") == true)
    #expect(try books.ledger.chartList().count == 1)
    // A rule that says what holds already changes none.
    let same = OwnChart.rule("due", debit: "expense", credit: "payable")
    #expect(try books.take(chart: DefaultChart.text + same).isNew)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a new chart needs a reason and no mistakes`() throws {
    let books = try TestLedger()
    let unreasoned = try books.take(chart: OwnChart.head, reason: " ")
    #expect(unreasoned.diagnosis.diagnostics.map(\.code) == [.reasonMissing])
    let mistaken = try books.take(chart: OwnChart.head + "[[mistake]]\n")
    #expect(mistaken.diagnosis.diagnostics.map(\.code) == [.tomlKeyUnknown])
    #expect(try books.ledger.chartList().count == 1)
  }

  @Test func `two ledgers open at once see the chart that is in force`() throws {
    let books = try TestLedger()
    let other = try Ledger.open(books.folder + "/ledger.db")
    #expect(try other.chart().record == 1)
    let limit =
      "[[limit]]\nbenefit = \"pension\"\nfrom = \"2000-01\"\nhold = 1000\nsource = \"A decision\"\n"
    #expect(try books.take(chart: OwnChart.head + limit).isNew)
    #expect(try other.chart().record == 3)
    #expect(try books.due([Person.an]).codes == [.amountHeld])
  }

  /// What somebody may do to the charts of a ledger, and how many findings say so.
  static let changes = [
    ("UPDATE chart_file SET content = replace(content, '200000000', '900000000')", 0),
    ("UPDATE chart_file SET content = content || '\n'", 1),
    ("UPDATE chart_file SET content = 'nothing'", 1),
    ("UPDATE chart_file SET content = ''", 1),
    ("DELETE FROM chart_file", 1),
    ("INSERT INTO chart_file SELECT 2, content FROM chart_file", 1),
    ("UPDATE chart_file SET record_no = 2", 2),
  ]

  @Test(arguments: changes)
  func `a chart that somebody changed is found`(sql: String, findings: Int) throws {
    try TamperedBooks.withCopy { path in
      try TamperedBooks.edit(path, "PRAGMA ignore_check_constraints = ON; " + sql)
      let verification = try Ledger.open(path, readOnly: true).verify()
      let charts = verification.findings.filter { $0.kind == .chartChanged }
      #expect(charts.count == findings, "\(verification.findings.map(\.message))")
      #expect(!verification.isIntact)
    }
  }

  @Test func `a chart with other rules behind the first is found`() throws {
    let books = try TestLedger()
    try books.take(chart: OwnChart.head)
    try TamperedBooks.checkpoint(books.folder + "/ledger.db")
    try TamperedBooks.edit(
      books.folder + "/ledger.db",
      """
      UPDATE chart_file SET content = '[chart]
      name = "A"
      source = "B"

      [[rule]]
      event = "due"
      from = "none"
      debit = "fund"
      credit = "payable"
      ' WHERE record_no = 3
      """)
    let found = try Ledger.open(books.folder + "/ledger.db", readOnly: true).verify().findings
    #expect(Set(found.map(\.kind)) == [.registerChanged, .chartChanged])
    #expect(
      found.contains { $0.message.contains("record 3 has other rules than that of") })
  }

  @Test func `a trial balance shows the number an account has on the day`() throws {
    let mapping = """
      [[account]]
      code = "payable"
      name = "Phải trả trợ cấp"
      [[mapping]]
      account = "payable"
      number = "334"
      regime = "Circular 107/2017/TT-BTC"
      from = 2018-01-01
      to = 2026-09-30
      [[mapping]]
      account = "payable"
      number = "3341"
      regime = "Circular 24/2024/TT-BTC"
      from = 2026-10-01

      """
    let books = try TestLedger(chart: OwnChart.head + mapping)
    try books.due([Person.an])
    func title(_ day: String, _ account: String = "payable/retirement") throws -> AccountTitle? {
      try books.ledger.trialBalance(titlesOn: CivilDate(day)).rows
        .first { $0.account == account }?.title
    }
    #expect(try title("2026-09-30")?.number == "334")
    #expect(try title("2026-10-01")?.number == "3341")
    #expect(try title("2026-10-01")?.regime == "Circular 24/2024/TT-BTC")
    #expect(try title("2026-10-01")?.name == "Phải trả trợ cấp")
    #expect(try title("2017-12-31")?.number == nil)
    #expect(try title("2026-10-01", "expense/retirement")?.number == nil)
    #expect(try title("2026-10-01", "expense/retirement")?.name == "expense")
    #expect(try books.ledger.trialBalance().rows.allSatisfy { $0.title == nil })
    // As known at a batch, the names are those of the chart of then.
    try books.take(chart: OwnChart.head)
    let date = CivilDate("2026-10-05")
    let then = try books.ledger.trialBalance(asKnownAt: 1, titlesOn: date)
    let now = try books.ledger.trialBalance(titlesOn: date)
    #expect(then.rows.compactMap(\.title?.number) == ["3341"])
    #expect(now.rows.compactMap(\.title?.number) == [])
  }
}
