import LedgerStore
import Testing

@testable import BenefitLedger

struct TotalsAccumulatorTests {
  private let test: TestLedger

  init() throws {
    test = try TestLedger()
    try test.due([Person.an])
  }

  /// The totals of vouchers that were never posted, all in batch 1.
  private func totals(
    _ query: TotalsQuery, _ vouchers: [(amount: Int64, lines: Int64)]
  ) throws -> TotalsReport {
    try test.ledger.store.read { snapshot in
      let tree = try UnitTree(snapshot, asKnownAt: nil)
      let codes = UnitCodes(Set(query.answeredKeys), tree)
      let layout = try TotalsLayout(query.answeredKeys, codes: codes, lastBatch: 1)
      var accumulator = TotalsAccumulator(
        query, tree: tree, codes: codes,
        conditions: try TotalsConditions(query, tree, lastBatch: 1), layout: layout)
      let batch = try #require(try BatchIndex(snapshot)[1])
      for voucher in vouchers {
        var stored = StoredVoucher(batch: 1, amount: voucher.amount)
        stored.lineCount = voucher.lines
        stored.unit = 5
        stored.fund = Fund.retirement.rawValue
        try accumulator.add(stored, of: batch)
      }
      return try TotalsReport(query.answeredKeys, accumulator.groups, layout)
    }
  }

  @Test func `a correction is taken off, unless turnover is asked for gross`() throws {
    let vouchers: [(Int64, Int64)] = [(900, 3), (-900, -3), (500, 2), (70, 0), (-70, 0), (30, 0)]
    let net = try totals(TotalsQuery(by: [.site]), vouchers)
    #expect(net.count == 3 && net.amount == 530)
    let gross = try totals(TotalsQuery(by: [.site], isGross: true), vouchers)
    #expect(gross.count == 7 && gross.amount == 1500)
  }

  @Test func `a total that cannot be kept is an error, not a wrong number`() throws {
    let most = Int64.max
    let error = #expect(throws: LedgerError.self) {
      try totals(TotalsQuery(), [(most, 1), (most, 1)])
    }
    #expect(error?.code == .totalTooLarge)
    #expect(try totals(TotalsQuery(), [(most, 1), (most, 1), (-most, -1)]).amount == most)
  }

  @Test func `two readers add up what one does`() throws {
    let story = try ThreeMonths(seed: 11)
    let books = try story.ledger()
    // The ledger's folder goes away with the books; the readers open their connections late.
    defer { withExtendedLifetime(books) {} }
    let ledger = books.ledger
    let month = try #require(TotalsFilter(.period, "2026-11"))
    for query in [
      TotalsQuery(by: [.site, .benefit]), TotalsQuery(by: [.batch], where: [month]),
      TotalsQuery(by: [.province], asAt: CivilDate("2026-11-12")),
    ] {
      let one = try ledger.totals(query, halvedFrom: .max)
      let two = try ledger.totals(query, halvedFrom: 1)
      #expect(Array(one.rows) == Array(two.rows) && one.amount == two.amount && one.count > 0)
    }
  }

  @Test func `sums by key are those of a dictionary, however many keys there are`() {
    var table = GroupTable()
    var other = GroupTable()
    var sums: [UInt128: Int128] = [:]
    let seed = UInt64.random(in: 0 ... .max)
    print("seed of the sums by key: \(seed)")
    var random = SeededGenerator(seed)
    for number in 0..<20_000 {
      let key =
        UInt128(random.next() % 5000) << UInt128(number % 3 * 40) | UInt128(random.next() % 3)
      let amount = Int64.random(in: -1000...1000, using: &random)
      if number % 2 == 0 {
        table.add(key, count: 1, amount: amount)
      } else {
        other.add(key, count: 1, amount: amount)
      }
      sums[key, default: 0] += Int128(amount)
    }
    table.merge(other)
    #expect(table.keys.count == sums.count)
    #expect(zip(table.keys, table.sums).allSatisfy { sums[$0] == $1.amount })
    #expect(table.sums.reduce(0) { $0 + $1.count } == 20_000)
  }
}
