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
    try withLoop(LineTaker.sql) { loop in
      loop.bind(1, first)
      loop.bind(2, last)
      try withoutActuallyEscaping(body) { body in
        var taker = LineTaker(body: body)
        try loop.scan(sink: 3, &taker)
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
