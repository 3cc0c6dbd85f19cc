import Foundation
import GRDB
import GRDBSQLite
import LedgerCore
import LedgerStore

/// One consistent state of the ledger: a connection inside a transaction.
class SQLiteSnapshot: LedgerSnapshot {
  let database: Database

  init(_ database: Database) { self.database = database }

  func query(
    _ sql: StaticString, _ arguments: [BoundValue], _ row: (any ResultRow) throws -> Void
  ) throws {
    let statement = try database.cachedStatement(sql: sql.description)
    try statement.setArguments(StatementArguments(arguments.map(\.databaseValue)))
    let current = SQLiteRow(statement.sqliteStatement)
    let cursor = try Row.fetchCursor(statement)
    while try cursor.next() != nil { try row(current) }
  }

  func scanLines(from first: Int64, through last: Int64, _ body: (StoredLine) throws -> Void) throws
  {
    try withLoop(
      """
      SELECT line_no, batch_no, voucher_no, file_line, person, month, benefit_id, occurrence, amount,
        unit_id, channel_id, fund_id, account, name, document, reason, obligor, corrects_line_no
      FROM line WHERE line_no BETWEEN ?1 AND ?2 ORDER BY line_no
      """
    ) { loop in
      loop.bind(1, first)
      loop.bind(2, last)
      var text = ContiguousArray<UInt8>()
      while try loop.step() {
        var line = PaymentLine()
        let number = loop.integer(0)
        line.fileLine = try loop.narrow(3, "line", number)
        line.person = loop.integer(4)
        line.obligor = try loop.integer(16, orNull: line.person, "line", number)
        line.month = try loop.narrow(5, "line", number)
        line.benefit = try loop.narrow(6, "line", number)
        line.occurrence = try loop.narrow(7, "line", number)
        line.amount = loop.integer(8)
        line.unit = try loop.narrow(9, "line", number)
        line.channel = try loop.narrow(10, "line", number)
        line.fund = try loop.narrow(11, "line", number)
        text.removeAll(keepingCapacity: true)
        line.accountLength = try loop.appendText(12, to: &text, "line", number)
        line.nameLength = try loop.appendText(13, to: &text, "line", number)
        line.documentLength = try loop.appendText(14, to: &text, "line", number)
        line.reasonLength = try loop.appendText(15, to: &text, "line", number)
        let corrects = try loop.integer(17, orNull: 0, "line", number)
        try text.withUnsafeBytes { bytes in
          try body(
            StoredLine(
              number: number, batch: loop.integer(1), voucher: loop.integer(2),
              corrects: corrects, line: line, text: bytes))
        }
      }
    }
  }

  func scanSteps(
    from first: ObligationKey, through last: ObligationKey, _ body: (StoredStep) throws -> Void
  ) throws {
    try withLoop(StepLoop.sql) { loop in
      StepLoop.seek(loop, first)
      while try loop.step() {
        let step = try StepLoop.read(loop)
        guard step.key <= last else { return }
        try body(step)
      }
    }
  }

  func lastSteps(
    of keys: UnsafeBufferPointer<UInt64>, _ body: (Int, StoredStep?) throws -> Void
  ) throws {
    guard let first = keys.first else { return }
    try withLoop(StepLoop.sql) { loop in
      StepLoop.seek(loop, ObligationKey(packed: first))
      var current = try StepLoop.next(loop)
      var found: StoredStep?
      for position in 0..<keys.count {
        let key = ObligationKey(packed: keys[position])
        if let found, found.key == key {
          try body(position, found)
          continue
        }
        // The file's keys and the table's are both in order, so walking on is cheaper than searching
        // while the next key is near; a small file in a full month searches.
        var walked = 0
        while let here = current, here < key {
          walked += 1
          if walked > 24 {
            loop.reset()
            StepLoop.seek(loop, key)
            walked = 0
          }
          current = try StepLoop.next(loop)
        }
        found = nil
        while let here = current, here == key {
          found = try StepLoop.read(loop)
          current = try StepLoop.next(loop)
        }
        try body(position, found)
      }
    }
  }

  func histories(
    of keys: UnsafeBufferPointer<UInt64>, _ body: (Int, [StoredStep]) throws -> Void
  ) throws {
    try withLoop(StepLoop.ofObligation) { loop in
      var steps: [StoredStep] = []
      for position in 0..<keys.count {
        if position == 0 || keys[position] != keys[position - 1] {
          steps.removeAll(keepingCapacity: true)
          loop.reset()
          StepLoop.seek(loop, ObligationKey(packed: keys[position]))
          while try loop.step() { steps.append(try StepLoop.read(loop)) }
        }
        try body(position, steps)
      }
    }
  }

  /// Runs `body` with a statement to step through by hand, and resets it whatever happens.
  func withLoop<Result>(_ sql: String, _ body: (StatementLoop) throws -> Result) throws -> Result {
    let statement = try database.cachedStatement(sql: sql)
    let loop = StatementLoop(statement.sqliteStatement, database)
    loop.reset()
    defer { loop.reset() }
    return try body(loop)
  }
}

extension BoundValue {
  /// The value as GRDB binds it.
  var databaseValue: DatabaseValue {
    switch self {
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .digest(let digest): Data(digest.bytes).databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    case .null: .null
    }
  }
}
