import GRDB
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
      for table in Self.terms where found["table \(table)"] == expected["table \(table)"] {
        let sql = "SELECT * FROM \(table) ORDER BY 1, 2"
        if try Row.fetchAll(fresh, sql: sql) != Row.fetchAll(database, sql: sql) {
          faults.append(StructureFault(.term, "The terms of table \(table) were changed."))
        }
      }
      return faults
    }
  }

  /// The tables whose rows come with the schema.
  private static let terms = [
    "fund", "benefit", "channel", "event", "state", "transition", "chart", "unit_kind",
  ]

  /// What there is in a database, such as `trigger line_no_update`, and the text that made it.
  private static func schema(of database: Database) throws -> [String: String] {
    var schema: [String: String] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT type || ' ' || name, tbl_name, ifnull(sql, '') FROM sqlite_master")
    while let row = try rows.next() {
      let table: String = row[1]
      let sql: String = row[2]
      schema[row[0]] = table + "\n" + sql
    }
    return schema
  }

  /// Runs SQLite's own checks.
  ///
  /// The whole file is checked without the CHECK constraints of lines and steps, which `verify`
  /// recomputes itself: they cost as much as everything else in `integrity_check`. The small tables
  /// are then checked with theirs.
  func fileFaults(isWhole: Bool) throws -> [StructureFault] {
    var faults: [StructureFault] = []
    if isWhole {
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      defer { try? database.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
      faults += try integrityFaults("PRAGMA integrity_check(100)")
    }
    let tables = try String.fetchAll(
      database,
      sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('line', 'step')")
    for table in tables {
      let found = try integrityFaults(
        "PRAGMA integrity_check(\(table.quotedDatabaseIdentifier))")
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

  private func integrityFaults(_ pragma: String) throws -> [StructureFault] {
    try String.fetchAll(database, sql: pragma).filter { $0 != "ok" }
      .map { StructureFault(.file, "SQLite's integrity check says: \($0).") }
  }
}
