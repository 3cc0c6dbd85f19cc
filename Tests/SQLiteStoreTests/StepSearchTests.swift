import GRDB
import LedgerCore
import LedgerStore
import Testing

@testable import SQLiteStore

/// What was paid of whom is found among all the steps of a ledger, whatever lies between.
@Suite struct StepSearchTests {
  private let fresh: FreshStore
  private var store: SQLiteLedgerStore { fresh.store }

  init() throws { fresh = try FreshStore() }

  private func key(_ month: Int32, _ person: Int64, _ occurrence: UInt8 = 1) throws -> ObligationKey
  {
    ObligationKey(
      month: try #require(Month(number: month)), person: person, benefit: 1, occurrence: occurrence)
  }

  /// Obligations of three months: all due, every third paid as well.
  private func obligations() throws -> [ObligationKey] {
    var keys: [ObligationKey] = []
    for month: Int32 in [202_609, 202_610, 202_612] {
      for person: Int64 in stride(from: 10, to: 400, by: 2) { keys.append(try key(month, person)) }
      // One person with more obligations than are walked over before a search.
      for occurrence: UInt8 in 2...200 { keys.append(try key(month, 100, occurrence)) }
    }
    return keys.sorted()
  }

  private func isPaid(_ place: Int) -> Bool { place.isMultiple(of: 3) }

  private func post(_ keys: [ObligationKey]) throws {
    func steps(_ number: Int32, _ from: ObligationState, _ to: ObligationState, _ places: [Int])
      -> ContiguousArray<NewStep>
    {
      ContiguousArray(
        places.map { place in
          var line = PaymentLine()
          line.amount = Int64(place + 1) * 1_000
          line.remainder = line.amount
          line.unit = 1
          line.channel = 1
          line.fund = 1
          line.stepNumber = number
          line.fromState = from.rawValue
          line.toState = to.rawValue
          return NewStep(line, key: keys[place].packed, position: UInt32(place))
        })
    }
    try store.write { transaction in
      let isTaken =
        try transaction.insertSteps(
          steps(1, .none, .due, Array(keys.indices)), event: .due, lineNumbers: .following(1))
        && transaction.insertSteps(
          steps(2, .due, .paid, keys.indices.filter(isPaid)), event: .paid,
          lineNumbers: .following(1))
      #expect(isTaken)
    }
  }

  @Test func `the last step of every obligation is found, and none of one that is not owed`() throws
  {
    let keys = try obligations()
    try post(keys)
    let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1.packed, $0) })
    let strangers = try [
      key(190_001, 5), key(202_608, 100), key(202_609, 11), key(202_609, 100, 201),
      key(202_610, 399), key(202_611, 100), key(202_612, 100, 255), key(219_912, 1),
    ]
    var seed: UInt64 = 20_261_122
    for share in [1, 2, 7, 60, 300, 10_000] {
      var asked = (keys + strangers).filter { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return seed >> 33 % UInt64(share) == 0
      }
      // A key may be asked for more than once.
      asked = (asked + asked.prefix(3) + strangers).sorted()
      var answers = 0
      try store.read { snapshot in
        try asked.map(\.packed).withUnsafeBufferPointer { asked in
          try snapshot.lastSteps(of: asked) { position, step in
            #expect(position == answers)
            answers += 1
            let place = places[asked[position]]
            #expect(step?.key.packed == place.map { keys[$0].packed })
            #expect(step?.number == place.map { isPaid($0) ? 2 : 1 })
            #expect(step?.amount == place.map { Int64($0 + 1) * 1_000 })
          }
        }
      }
      #expect(answers == asked.count)
    }
  }

  @Test func `the steps between two keys are found, both included`() throws {
    let keys = try obligations()
    try post(keys)
    let ends = try [
      key(190_001, 0), key(202_609, 10), key(202_609, 100, 30), key(202_610, 55),
      key(202_611, 1), key(202_612, 398), key(219_912, 9),
    ]
    for first in ends {
      for last in ends where first <= last {
        var found: [UInt64] = []
        try store.read { snapshot in
          try snapshot.scanSteps(from: first, through: last) { found.append($0.key.packed) }
        }
        let expected = keys.indices.filter { first <= keys[$0] && keys[$0] <= last }
          .flatMap { place in Array(repeating: keys[place].packed, count: isPaid(place) ? 2 : 1) }
        #expect(found == expected, "\(first.month) to \(last.month)")
      }
    }
  }

  /// A month that no program of ours writes lies before or after all others.
  @Test(arguments: [5, 300_001])
  func `a step of an impossible month is damage wherever it lies`(_ month: Int) throws {
    try post(try obligations())
    try store.pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try database.execute(sql: "DROP TRIGGER step_follows")
      try database.execute(
        sql: """
          INSERT INTO step SELECT ?1, person, benefit_id, occurrence, step_no, event_id,
            from_state_id, to_state_id, amount, unit_id, channel_id, fund_id, line_no, remainder,
            corrects_step_no
          FROM step LIMIT 1
          """, arguments: [month])
    }
    #expect {
      try store.read { snapshot in
        try snapshot.scanSteps(from: try key(190_001, 0), through: try key(219_912, 9)) { _ in }
      }
    } throws: { ($0 as? LedgerError)?.code == .ledgerDamaged }
  }

  /// Rows are handed over as they are met, so what is met has to be in order.
  @Test(arguments: [LineTaker.sql, StepRow.ofMonth, StepRow.fromMonth])
  func `a scan walks a key and sorts nothing`(_ sql: String) throws {
    let plan = try store.pool.read {
      let parameters = StatementArguments(Array(repeating: 1, count: sql.contains("?3") ? 3 : 2))
      return try Row.fetchAll($0, sql: "EXPLAIN QUERY PLAN " + sql, arguments: parameters).map {
        $0["detail"] as String
      }
    }
    #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH"), "\(plan)")
  }
}
