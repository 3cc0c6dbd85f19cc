import GRDB
import GRDBSQLite
import LedgerStore

extension SQLiteSnapshot {
  /// Compares the schema and the terms with those of a fresh database.
  func schemaFaults() throws -> [StructureFault] {
    let fresh = try DatabaseQueue()
    return try fresh.write { fresh in
      try fresh.execute(sql: SQLiteLedgerStore.schemaText)
      let expected = try Self.schema(of: fresh)
      let found = try Self.schema(of: database)
      var faults: [StructureFault] = []
      for (name, sql) in expected.sorted(by: { $0.key < $1.key }) {
        if let other = found[name] {
          if other != sql {
            faults.append(StructureFault(.schema, "The \(name) is not the program's own."))
          }
        } else {
          faults.append(StructureFault(.schema, "The \(name) is missing."))
        }
      }
      for name in found.keys.sorted() where expected[name] == nil {
        faults.append(StructureFault(.schema, "The \(name) is not part of a ledger."))
      }
      for (table, rows) in Self.terms where found["table \(table)"] == expected["table \(table)"] {
        if try Row.fetchAll(fresh, sql: rows) != Row.fetchAll(database, sql: rows) {
          faults.append(StructureFault(.term, "The terms of table \(table) were changed."))
        }
      }
      return faults
    }
  }

  /// The tables whose rows come with the schema.
  private static let terms = [
    (table: "fund", rows: "SELECT * FROM fund ORDER BY 1, 2"),
    (table: "benefit", rows: "SELECT * FROM benefit ORDER BY 1, 2"),
    (table: "channel", rows: "SELECT * FROM channel ORDER BY 1, 2"),
    (table: "event", rows: "SELECT * FROM event ORDER BY 1, 2"),
    (table: "state", rows: "SELECT * FROM state ORDER BY 1, 2"),
    (table: "transition", rows: "SELECT * FROM transition ORDER BY 1, 2, 3"),
    (table: "chart", rows: "SELECT * FROM chart ORDER BY 1, 2"),
    (table: "record_kind", rows: "SELECT * FROM record_kind ORDER BY 1, 2"),
    (table: "hold_kind", rows: "SELECT * FROM hold_kind ORDER BY 1, 2"),
    (table: "unit_kind", rows: "SELECT * FROM unit_kind ORDER BY 1, 2"),
  ]

  /// What there is in a database, such as `trigger line_no_update`, and the text that made it.
  ///
  /// The kinds of the values are part of it. SQLite checks them in every table but its own, and a
  /// `table` in bytes instead of letters is one that `type = 'table'` does not find.
  private static func schema(of database: Database) throws -> [String: String] {
    var schema: [String: String] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT type || ' ' || name, tbl_name, ifnull(sql, ''),
          typeof(type) || ' ' || typeof(name) || ' ' || typeof(tbl_name) || ' ' || typeof(rootpage)
            || ' ' || typeof(sql)
        FROM sqlite_master
        """)
    while let row = try rows.next() {
      let table: String = row[1]
      let sql: String = row[2]
      let kinds: String = row[3]
      schema[row[0]] = [table, kinds, sql].joined(separator: "\n")
    }
    return schema
  }

  /// Runs SQLite's own checks.
  ///
  /// All pages of the file are checked, the small tables with their constraints, indexes and order.
  /// That goes without the rows of lines and steps, which `verify` reads itself, with the kind of each
  /// value, their constraints and their order.
  func fileFaults(isWhole: Bool) throws -> [StructureFault] {
    var faults = isWhole ? try pageFaults() : []
    let tables = try String.fetchAll(
      database,
      sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('line', 'step')")
    for table in tables {
      let found = try integrityFaults(
        "SELECT integrity_check FROM pragma_integrity_check(?1)", [table])
      faults += found.filter { !faults.contains($0) }
    }
    let broken = try Row.fetchCursor(database, sql: "PRAGMA foreign_key_check")
    while faults.count < 300, let row = try broken.next() {
      let table: String = row[0]
      let parent: String = row[2]
      let number = (row[1] as Int64?).map { " \($0)" } ?? ""
      faults.append(
        StructureFault(
          .reference, "Row\(number) of \(table) names a \(parent) that does not exist."))
    }
    return faults
  }

  /// What is wrong with the pages: each is in one place, and its rows are within it.
  ///
  /// SQLite looks at all pages first and then reads every row once more, which takes five times as
  /// long. It is left there: a handler that is called after more instructions than there are pages is
  /// not called before, whether SQLite counts a page as one or all of them as one. That it has looked
  /// at every page by then is seen from the pages it asked for; otherwise it checks everything.
  private func pageFaults() throws -> [StructureFault] {
    guard let connection = database.sqliteConnection else { return [] }
    let pages = try Int32.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    let free = try Int32.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
    let sql = "SELECT quick_check FROM pragma_quick_check(100)"
    var faults: [StructureFault] = []
    _ = connection.takePagesAsked()
    sqlite3_progress_handler(connection, pages + 1_000, { _ in 1 }, nil)
    defer { sqlite3_progress_handler(connection, 0, nil, nil) }
    do {
      let found = try String.fetchCursor(database, sql: sql)
      while let text = try found.next() { faults += Self.fault(text) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      // The page at one gigabyte is never used: SQLite locks there.
      guard faults.isEmpty, connection.takePagesAsked() < pages - free - 1 else { return faults }
      sqlite3_progress_handler(connection, 0, nil, nil)
      return try integrityFaults(sql, [])
    }
    return faults
  }

  private func integrityFaults(
    _ sql: String, _ arguments: StatementArguments
  ) throws -> [StructureFault] {
    try String.fetchAll(database, sql: sql, arguments: arguments).flatMap(Self.fault)
  }

  /// What a line of SQLite's check says.
  private static func fault(_ text: String) -> [StructureFault] {
    text == "ok" ? [] : [StructureFault(.file, "SQLite's integrity check says: \(text).")]
  }
}

extension OpaquePointer {
  /// How many pages a connection has asked for since this was last called.
  fileprivate func takePagesAsked() -> Int32 {
    var asked: Int32 = 0
    for kind in [SQLITE_DBSTATUS_CACHE_HIT, SQLITE_DBSTATUS_CACHE_MISS] {
      var count: Int32 = 0
      var most: Int32 = 0
      sqlite3_db_status(self, kind, &count, &most, 1)
      asked += count
    }
    return asked
  }
}
