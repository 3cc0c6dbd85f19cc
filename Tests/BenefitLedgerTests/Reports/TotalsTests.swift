import BenefitLedger
import Testing

struct TotalsTests {
  private let story: ThreeMonths
  private let test: TestLedger

  init() throws {
    story = try ThreeMonths(seed: 20_261_122)
    test = try story.ledger()
  }

  /// Compares a report with what the rows of the files add up to.
  private func expect(
    _ report: TotalsReport, equals totals: [[TotalsValue?]: (count: Int64, amount: Int64)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(report.rows.count == totals.count, "\(report.keys)", sourceLocation: sourceLocation)
    for row in report.rows {
      let expected = totals[row.values]
      #expect(
        row.count == expected?.count && row.amount == expected?.amount, "\(report.keys): \(row)",
        sourceLocation: sourceLocation)
    }
    #expect(report.count == report.rows.reduce(0) { $0 + $1.count })
    #expect(report.amount == report.rows.reduce(0) { $0 + $1.amount })
  }

  @Test func `totals by any one or two keys are what the rows of the files add up to`() throws {
    for first in TotalsKey.allCases {
      for second in TotalsKey.allCases {
        let report = try test.ledger.totals(TotalsQuery(by: [first, second]))
        expect(report, equals: story.rows.totals(by: report.keys))
      }
    }
  }

  @Test func `totals by every key at once are what the rows of the files add up to`() throws {
    let report = try test.ledger.totals(TotalsQuery(by: TotalsKey.allCases.reversed()))
    #expect(report.keys == TotalsKey.allCases.reversed())
    expect(report, equals: story.rows.totals(by: report.keys))
  }

  @Test func `totals by any keys have the same grand total`() throws {
    let whole = story.rows.reduce(0) { $0 + $1.amount }
    for key in TotalsKey.allCases {
      let report = try test.ledger.totals(TotalsQuery(by: [key]))
      #expect(report.amount == whole && report.count == story.rows.count)
    }
  }

  @Test func `the tree as posted and the tree of any date have the same grand total`() throws {
    for date in ["1950-01-01", "2026-10-31", "2026-11-01", "2099-12-31"] {
      let tree = try #require(CivilDate(date))
      let keys: [TotalsKey] = [.event, .province, .district, .commune, .site]
      let report = try test.ledger.totals(TotalsQuery(by: keys, tree: tree))
      expect(report, equals: story.rows.totals(by: keys, tree: tree))
      let asPosted = try test.ledger.totals(TotalsQuery(by: keys))
      #expect(report.amount == asPosted.amount && report.count == asPosted.count)
    }
  }

  @Test func `after the reform a province's payments are in the province it became a part of`()
    throws
  {
    let query = TotalsQuery(
      by: [.province, .period], where: [try #require(TotalsFilter(.event, "due"))])
    let report = try test.ledger.totals(query)
    let provinces = report.rows.map { $0.values.map { $0?.description ?? "" } }
    #expect(
      provinces == [
        ["40", "2026-10"], ["79", "2026-10"], ["79", "2026-11"], ["79", "2026-12"],
      ])
  }

  @Test func `filters of one key accept any of the values, of several keys all must hold`() throws {
    let filters = [
      try #require(TotalsFilter(.event, "due")), try #require(TotalsFilter(.event, "paid")),
      try #require(TotalsFilter(.benefit, "pension")),
      try #require(TotalsFilter(.province, "79")), try #require(TotalsFilter(.channel, "bank")),
    ]
    let report = try test.ledger.totals(TotalsQuery(by: [.month], where: filters))
    #expect(report.keys == [.month])
    let expected = story.rows.totals(by: [.month]) {
      ($0.event == .due || $0.event == .paid) && $0.benefit == .pension && $0.channel == .bank
        && $0.value(.province, tree: $0.date) == .code("79")
    }
    #expect(!expected.isEmpty)
    expect(report, equals: expected)
  }

  @Test func `a filter by month, site, period or batch takes nothing else`() throws {
    let month = try #require(Month("2026-11"))
    for (key, value) in [
      (TotalsKey.month, TotalsValue.month(month)), (.period, .month(month)),
      (.batch, .number(3)), (.site, .code("40-S1")), (.commune, .code("79-C1")),
    ] {
      let filter = try #require(TotalsFilter(key, value.description))
      let report = try test.ledger.totals(TotalsQuery(by: [.fund], where: [filter]))
      expect(
        report,
        equals: story.rows.totals(by: report.keys) { $0.value(key, tree: $0.date) == value })
    }
    let report = try test.ledger.totals(TotalsQuery(period: month))
    expect(report, equals: story.rows.totals(by: [.event]) { $0.date.month == month })
  }

  @Test func `as at a date leaves out what has a later business date`() throws {
    for text in ["2026-10-02", "2026-10-12", "2026-11-20", "2026-12-31"] {
      let date = try #require(CivilDate(text))
      let report = try test.ledger.totals(TotalsQuery(by: [.event, .site], asAt: date))
      expect(report, equals: story.rows.totals(by: report.keys) { $0.date <= date })
    }
  }

  @Test func `as known at a batch is what a ledger says that stopped there`() throws {
    let batch = story.files.count / 2
    let stopped = try story.ledger(files: batch)
    for keys in [[TotalsKey.event], [.site, .benefit, .batch], [.month, .province]] {
      let known = try test.ledger.totals(TotalsQuery(by: keys, asKnownAt: Int64(batch)))
      let then = try stopped.ledger.totals(TotalsQuery(by: keys))
      #expect(Array(known.rows) == Array(then.rows))
      #expect(known.amount == then.amount && known.amount > 0)
    }
    #expect(try test.ledger.totals(TotalsQuery(asKnownAt: 0)).rows.isEmpty)
  }

  @Test func `event is the first key unless it is among the keys or the filters`() throws {
    #expect(try test.ledger.totals(TotalsQuery()).keys == [.event])
    #expect(try test.ledger.totals(TotalsQuery(by: [.fund])).keys == [.event, .fund])
    #expect(try test.ledger.totals(TotalsQuery(by: [.fund, .event])).keys == [.fund, .event])
    let paid = try #require(TotalsFilter(.event, "paid"))
    #expect(try test.ledger.totals(TotalsQuery(by: [.fund], where: [paid])).keys == [.fund])
    let whole = try test.ledger.totals(TotalsQuery(where: [paid]))
    #expect(whole.keys.isEmpty && whole.rows.count == 1)
  }

  @Test func `rows are ordered by their values, and what has no value comes first`() throws {
    let report = try test.ledger.totals(TotalsQuery(by: [.benefit, .month, .event]))
    let values = report.rows.map { $0.values.map { $0?.description ?? "" } }
    #expect(values == values.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(report.rows.first?.values.first == .some(nil))
  }

  @Test func `a code or a batch that does not exist is said to be missing, not zero`() throws {
    for (key, value) in [
      (TotalsKey.province, "81"), (.site, "79-S9"), (.commune, "79-S1"), (.batch, "999"),
    ] {
      let filter = try #require(TotalsFilter(key, value))
      #expect(throws: LedgerError.self, "\(key.code)") {
        try test.ledger.totals(TotalsQuery(where: [filter]))
      }
    }
  }

  @Test func `a value that a key cannot have is not a filter`() {
    for (key, value) in [
      (TotalsKey.event, "dues"), (.fund, ""), (.benefit, "Pension"), (.channel, "cash "),
      (.month, "2026-13"), (.period, "202610"), (.batch, "0"), (.batch, "x"), (.site, "-1"),
    ] { #expect(TotalsFilter(key, value) == nil, "\(key.code)=\(value)") }
  }

  @Test func `a ledger without batches has no totals`() throws {
    let report = try TestLedger().ledger.totals(TotalsQuery(by: TotalsKey.allCases))
    #expect(report.rows.isEmpty && report.count == 0 && report.amount == 0)
  }
}
