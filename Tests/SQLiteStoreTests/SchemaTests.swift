import BenefitLedger
import Foundation
import GRDB
import SQLiteStore
import TestSupport
import Testing

/// `schema.sql` is the schema: as it stands, in a fresh ledger, and beside the program's own tables.
@Suite struct SchemaTests {
  @Test func `the program carries schema.sql, byte for byte`() throws {
    #expect(SQLiteLedgerStore.schemaText == (try Repository.text("schema.sql")))
  }

  @Test func `a fresh ledger has the schema of schema.sql and nothing else`() throws {
    let folder = try TemporaryFolder()
    _ = try Ledger.create(at: folder.path("ledger.db"))
    let made = try DatabaseQueue(path: folder.path("ledger.db"))
    let plain = try DatabaseQueue()
    let text = try Repository.text("schema.sql")
    try plain.write { try $0.execute(sql: text) }
    #expect(try Self.contents(made) == Self.contents(plain))
    #expect(try made.read { try Int.fetchOne($0, sql: "PRAGMA application_id") } == 0x424C_4752)
    #expect(try made.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 1)
  }

  /// The whole of `sqlite_schema`, and the rows of every table that has some from the start.
  private static func contents(_ database: DatabaseQueue) throws -> [String] {
    try database.read { database in
      var contents = try String.fetchAll(
        database,
        sql: """
          SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, '')
          FROM sqlite_schema ORDER BY rowid
          """)
      let tables = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table'
            AND name NOT IN ('ledger', 'record', 'chart_file') AND name NOT LIKE 'sqlite%'
          """)
      for table in tables {
        contents += try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\($0)" }
      }
      return contents
    }
  }

  @Test func `schema.sql loads in the sqlite3 shell and every view answers`() throws {
    guard let shell = try Programs.sqlite3() else { return }
    let folder = try TemporaryFolder()
    let schema = Repository.root.appending(path: "schema.sql").path
    let loaded = try runProgram(shell, ["-bail", "new.db", ".read '\(schema)'"], in: folder.url)
    #expect(loaded.exit == 0 && loaded.output == "")
    let views = try SmallLedger().strings("SELECT name FROM sqlite_schema WHERE type = 'view'")
    #expect(views.count >= 8)
    for view in views {
      let answer = try runProgram(
        shell, ["-bail", "new.db", "SELECT count(*) FROM \(view)"], in: folder.url)
      #expect(answer.exit == 0 && answer.output == "0\n", "\(view): \(answer.output)")
    }
    let check = try runProgram(shell, ["new.db", "PRAGMA integrity_check"], in: folder.url)
    #expect(check.output == "ok\n")
  }

  @Test func `every table is STRICT`() throws {
    let tables = try SmallLedger().strings(
      """
      SELECT name FROM pragma_table_list
      WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'
      """)
    #expect(tables == [])
  }

  @Test func `views show codes, numbers and dates as people write them`() throws {
    let ledger = try SmallLedger()
    #expect(
      try ledger.strings(
        "SELECT concat FROM (SELECT code || '|' || kind || '|' || ifnull(parent, '-') || '|' "
          + "|| valid_from AS concat FROM units) ORDER BY concat")
        == ["40-00001|site|40|2020-01-01", "40|province|-|1900-01-01"])
    #expect(
      try ledger.strings(
        "SELECT event || '|' || period || '|' || business_date || '|' || total FROM batches")
        == ["due|2026-10|2026-10-01|300", "opening|2026-10|2026-10-02|900"])
    #expect(
      try ledger.strings(
        "SELECT person || '|' || benefit || '|' || month || '|' || unit || '|' || channel FROM lines"
      )
        == [
          "040123456789|pension|2026-10|40-00001|cash", "0123456789|pension|2026-10|40-00001|cash",
        ])
    #expect(
      try ledger.strings("SELECT person || '|' || from_state || '|' || to_state FROM steps")
        == ["040123456789|none|due", "0123456789|none|due"])
    #expect(
      try ledger.strings("SELECT debit || '|' || credit || '|' || amount FROM vouchers")
        == [
          "expense/retirement|payable/retirement/40-00001|300",
          "bank/retirement|fund/retirement|900",
        ])
    #expect(
      try ledger.strings("SELECT account || '|' || period || '|' || net FROM balances")
        == ["expense/retirement|2026-10|300", "payable/retirement/40-00001|2026-10|-300"])
  }
}
