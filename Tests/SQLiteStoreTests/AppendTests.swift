import GRDB
import LedgerCore
import LedgerStore
import Testing

@testable import SQLiteStore

/// Lines and steps go in without triggers; what the triggers refuse is refused all the same.
@Suite struct AppendTests {
  private let fresh: FreshStore
  private var store: SQLiteLedgerStore { fresh.store }

  init() throws { fresh = try FreshStore() }

  /// The step of one obligation of 1.200.000 đồng.
  private func step(
    _ number: Int32, from: ObligationState, to: ObligationState, person: Int64 = 7
  ) throws -> NewStep {
    var line = PaymentLine()
    line.amount = 1_200_000
    line.remainder = 1_200_000
    line.unit = 1
    line.channel = 1
    line.fund = 1
    line.stepNumber = number
    line.fromState = from.rawValue
    line.toState = to.rawValue
    let month = try #require(Month(number: 202_610))
    let key = ObligationKey(month: month, person: person, benefit: 1, occurrence: 1)
    return NewStep(line, key: key.packed, position: UInt32(person % 2))
  }

  /// Whether steps are taken, one call after the other, each in a transaction of its own.
  private func takes(_ steps: [NewStep], _ event: Event, lines: [Int64] = [1, 2]) throws -> Bool {
    struct Refused: Error {}
    do {
      try store.write { transaction in
        let isTaken = try lines.withUnsafeBufferPointer {
          try transaction.insertSteps(ContiguousArray(steps), event: event, lineNumbers: .each($0))
        }
        if !isTaken { throw Refused() }
      }
      return true
    } catch is Refused {
      return false
    }
  }

  private func steps() throws -> [Int64] {
    try store.pool.read {
      try Int64.fetchAll($0, sql: "SELECT person * 10 + step_no FROM step ORDER BY 1")
    }
  }

  @Test func `what was due is paid once`() throws {
    #expect(try takes([try step(1, from: .none, to: .due)], .due))
    #expect(try !takes([try step(1, from: .none, to: .due)], .due), "due twice")
    #expect(try takes([try step(2, from: .due, to: .paid)], .paid))
    #expect(try !takes([try step(2, from: .due, to: .paid)], .paid), "paid twice")
    #expect(try steps() == [71, 72])
  }

  @Test func `a step that does not continue from the one before is refused`() throws {
    #expect(try takes([try step(1, from: .none, to: .due)], .due))
    let unclaimed = try step(2, from: .unclaimed, to: .paid)
    #expect(try !takes([unclaimed], .paid), "it is due, not unclaimed")
    #expect(try !takes([try step(3, from: .due, to: .paid)], .paid), "step 2 is missing")
    let nobody = try step(2, from: .due, to: .paid, person: 8)
    #expect(try !takes([nobody], .paid), "it was never due")
    #expect(try !takes([try step(2, from: .due, to: .paid), nobody], .paid), "one of two")
    #expect(try steps() == [71])
  }

  @Test func `the steps of lines that are left out are left out`() throws {
    let both = [
      try step(1, from: .none, to: .due), try step(1, from: .none, to: .due, person: 8),
    ]
    #expect(try takes(both, .due, lines: [5, 0]))
    #expect(try steps() == [81])
  }

  @Test func `after an append the triggers are on again, whether it was taken or not`() throws {
    #expect(try takes([try step(1, from: .none, to: .due)], .due))
    #expect(try !takes([try step(1, from: .none, to: .due)], .due))
    let error = #expect(throws: DatabaseError.self) {
      try store.pool.writeWithoutTransaction {
        try $0.execute(sql: "UPDATE step SET amount = 1, line_no = 9")
      }
    }
    #expect(error?.message == "step: rows are never changed")
  }

  @Test func `rows in memory cannot be named by SQL`() throws {
    for sql in ["SELECT * FROM bulk_feed", "SELECT * FROM bulk_feed(140737488355328)"] {
      #expect(throws: DatabaseError.self) {
        try store.pool.writeWithoutTransaction { _ = try Row.fetchAll($0, sql: sql) }
      }
    }
  }
}
