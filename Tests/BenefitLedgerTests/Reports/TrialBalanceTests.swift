import BenefitLedger
import Testing

struct TrialBalanceTests {
  private let story: ThreeMonths
  private let test: TestLedger
  private let months: [Month]

  init() throws {
    story = try ThreeMonths(seed: 7)
    test = try story.ledger()
    months = try ["2026-09", "2026-10", "2026-11", "2026-12", "2027-01"].map {
      try #require(Month($0))
    }
  }

  @Test(arguments: [TrialBalanceGrouping.chart, .unit, .fund])
  func `debits equal credits in every period`(_ grouping: TrialBalanceGrouping) throws {
    for period in months + [nil] {
      let balance = try test.ledger.trialBalance(period: period, by: grouping)
      #expect(balance.isBalanced && balance.debit == balance.credit)
      #expect(balance.rows.reduce(0) { $0 + $1.debit } == balance.debit)
      #expect(balance.rows.reduce(0) { $0 + $1.credit } == balance.credit)
      #expect(balance.rows.reduce(0) { $0 + $1.balance } == 0)
    }
  }

  @Test func `each fund balances by itself`() throws {
    let balance = try test.ledger.trialBalance(by: .fund)
    #expect(balance.rows.map(\.account) == ["budget", "retirement", "sickness"])
    for row in balance.rows { #expect(row.debit == row.credit && row.balance == 0) }
  }

  @Test(arguments: [TrialBalanceGrouping.chart, .unit, .fund])
  func `the counters say what the vouchers add up to`(_ grouping: TrialBalanceGrouping) throws {
    let last = Int64(story.files.count)
    let farOff = CivilDate("2199-12-31")
    for period in months + [nil] {
      let counted = try test.ledger.trialBalance(period: period, by: grouping)
      let added = try test.ledger.trialBalance(period: period, by: grouping, asKnownAt: last)
      #expect(counted.rows == added.rows)
      let dated = try test.ledger.trialBalance(
        period: period, by: grouping, asAt: farOff)
      #expect(counted.rows == dated.rows)
    }
  }

  @Test func `as known at a batch is what a ledger says that stopped there`() throws {
    let batch = story.files.count / 3
    let stopped = try story.ledger(files: batch)
    for period in [nil, Month("2026-10")] {
      let known = try test.ledger.trialBalance(period: period, by: .unit, asKnownAt: Int64(batch))
      let then = try stopped.ledger.trialBalance(period: period, by: .unit)
      #expect(known.rows == then.rows && !known.rows.isEmpty)
    }
  }

  @Test func `a period opens with the balances the one before closed with`() throws {
    var closing: [String: Int128] = [:]
    for period in months {
      let balance = try test.ledger.trialBalance(period: period, by: .unit)
      for row in balance.rows {
        #expect(row.opening == closing[row.account, default: 0], "\(period) \(row.account)")
        #expect(row.balance == (row.opening ?? 0) + row.debit - row.credit)
        closing[row.account] = row.balance
      }
    }
    let today = try test.ledger.trialBalance(by: .unit)
    #expect(today.rows.allSatisfy { $0.opening == nil && $0.balance == closing[$0.account] })
  }

  @Test func `what is payable is what is due and not yet paid`() throws {
    let balance = try test.ledger.trialBalance()
    let open = story.obligations.filter { $0.state == .due && $0.row.fund == .retirement }
    let row = try #require(balance.rows.first { $0.account == "payable/retirement" })
    #expect(row.balance == Int128(-open.reduce(0) { $0 + $1.row.amount }))
  }

  @Test func `rows are ordered by account, units together or one by one`() throws {
    for grouping in [TrialBalanceGrouping.chart, .unit, .fund] {
      let accounts = try test.ledger.trialBalance(by: grouping).rows.map { Array($0.account.utf8) }
      #expect(zip(accounts, accounts.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }
    let units = try test.ledger.trialBalance(by: .unit).rows.map(\.account)
    #expect(units.contains("payable/retirement/79-S1") && units.contains("bank/retirement"))
  }

  @Test func `a ledger without batches balances`() throws {
    let balance = try TestLedger().ledger.trialBalance()
    #expect(balance.rows.isEmpty && balance.isBalanced && balance.debit == 0)
  }
}
