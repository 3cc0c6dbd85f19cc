import BenefitLedger
import Foundation
import GRDB
import Testing

/// What happens to the file itself: flipped bits, damaged indexes, values no posting writes.
@Suite struct DamageTests {
  /// Values that the tables do not forbid everywhere, and those behind a broken page.
  static let impossible = [
    "UPDATE line SET month = 999999 WHERE line_no = 3",
    "UPDATE line SET month = -1 WHERE line_no = 3",
    "UPDATE line SET month = 9223372036854775807 WHERE line_no = 3",
    "UPDATE line SET benefit_id = 300 WHERE line_no = 3",
    "UPDATE line SET benefit_id = 14 WHERE line_no = 3",
    "UPDATE line SET occurrence = 0 WHERE line_no = 3",
    "UPDATE line SET channel_id = 9 WHERE line_no = 3",
    "UPDATE line SET fund_id = 255 WHERE line_no = 3",
    "UPDATE line SET person = -1 WHERE line_no = 3",
    "UPDATE line SET person = 9223372036854775807 WHERE line_no = 3",
    "UPDATE line SET amount = -9223372036854775808 WHERE line_no = 3",
    "UPDATE line SET unit_id = 4294967296 WHERE line_no = 3",
    "UPDATE line SET unit_id = 2147483647 WHERE line_no = 3",
    "UPDATE line SET voucher_no = -9223372036854775808 WHERE line_no = 3",
    "UPDATE line SET voucher_no = 9223372036854775807 WHERE line_no = 3",
    "UPDATE line SET batch_no = 9223372036854775807 WHERE line_no = 3",
    "UPDATE line SET file_line = 4294967296 WHERE line_no = 3",
    "UPDATE line SET line_no = 9223372036854775807 WHERE line_no = 3",
    "UPDATE line SET line_no = -9223372036854775808 WHERE line_no = 3",
    "UPDATE line SET name = replace(hex(zeroblob(40000)), '00', 'x') || hex(zeroblob(40000))",
    "UPDATE line SET name = CAST(x'FF00FE' AS TEXT) WHERE line_no = 3",
    "UPDATE step SET month = 202613 WHERE line_no = 3",
    "UPDATE step SET month = 5 WHERE line_no = 3",
    "UPDATE step SET month = 9223372036854775807 WHERE line_no = 3",
    "UPDATE step SET person = -5 WHERE line_no = 3",
    "UPDATE step SET benefit_id = 77 WHERE line_no = 3",
    "UPDATE step SET occurrence = 256 WHERE line_no = 3",
    "UPDATE step SET step_no = 2147483648 WHERE line_no = 3",
    "UPDATE step SET event_id = 0 WHERE line_no = 3",
    "UPDATE step SET event_id = 1 WHERE line_no = 3",
    "UPDATE step SET event_id = 255 WHERE line_no = 3",
    "UPDATE step SET to_state_id = 99 WHERE line_no = 3",
    "UPDATE step SET from_state_id = 9 WHERE line_no = 3",
    "UPDATE step SET amount = 0 WHERE line_no = 3",
    "UPDATE step SET unit_id = 9223372036854775807 WHERE line_no = 3",
    "UPDATE step SET channel_id = 0 WHERE line_no = 3",
    "UPDATE step SET line_no = 9223372036854775807 WHERE line_no = 3",
    "UPDATE step SET line_no = -9223372036854775808 WHERE line_no = 3",
    "UPDATE voucher SET amount = 9223372036854775807 WHERE voucher_no > 3",
    "UPDATE voucher SET amount = -9223372036854775808 WHERE voucher_no = 4",
    "UPDATE voucher SET voucher_no = 9223372036854775807 WHERE voucher_no = 4",
    "UPDATE voucher SET unit_id = 9223372036854775807 WHERE voucher_no = 4",
    "UPDATE voucher SET month = -5, benefit_id = 999, channel_id = 999 WHERE voucher_no = 2",
    "UPDATE voucher SET fund_id = 99 WHERE voucher_no = 2",
    "UPDATE voucher SET line_count = -9223372036854775808 WHERE voucher_no = 4",
    "UPDATE voucher SET file_line = 9223372036854775807 WHERE voucher_no = 2",
    "UPDATE voucher SET debit_account_id = 999 WHERE voucher_no = 4",
    "UPDATE batch SET first_line_no = 9223372036854775807 WHERE batch_no = 3",
    "UPDATE batch SET first_line_no = -9223372036854775808 WHERE batch_no = 3",
    "UPDATE batch SET line_count = 9223372036854775807 WHERE batch_no = 3",
    "UPDATE batch SET line_count = 9223372036854775807 WHERE batch_no = 9",
    "UPDATE batch SET first_voucher_no = 9223372036854775807 WHERE batch_no = 3",
    "UPDATE batch SET voucher_count = 9223372036854775807 WHERE batch_no = 3",
    "UPDATE batch SET voucher_count = -1 WHERE batch_no = 3",
    "UPDATE batch SET total = -9223372036854775808 WHERE batch_no = 3",
    "UPDATE batch SET is_correction = 1 WHERE batch_no = 3",
    "UPDATE batch SET left_out = -1 WHERE batch_no = 3",
    "UPDATE record SET record_kind_id = 99",
    "UPDATE record SET record_date = 20260230",
    "UPDATE batch SET event_id = 99 WHERE batch_no = 3",
    "UPDATE batch SET event_id = 1 WHERE batch_no = 3",
    "UPDATE batch SET event_id = 8 WHERE batch_no = 2",
    "UPDATE batch SET period = 999999 WHERE batch_no = 3",
    "UPDATE batch SET business_date = 20260230 WHERE batch_no = 3",
    "UPDATE batch SET declared_period = 1 WHERE batch_no = 3",
    "UPDATE batch SET seal = x'00' WHERE batch_no = 3",
    "UPDATE batch SET file_sha256 = x'' WHERE batch_no = 3",
    "UPDATE batch SET batch_no = 9223372036854775807 WHERE batch_no = 9",
    "UPDATE account SET chart_id = 99 WHERE account_id = 3",
    "UPDATE account SET fund_id = 99 WHERE account_id = 3",
    "UPDATE account SET unit_id = 9223372036854775807 WHERE account_id = 3",
    "UPDATE balance SET debit = 9223372036854775807, credit = 9223372036854775807",
    "UPDATE balance SET period = 999999 WHERE account_id = 3",
    "UPDATE unit SET unit_id = 16777215 WHERE unit_id = 9",
    "UPDATE unit_version SET unit_id = 9223372036854775807 WHERE unit_id = 9",
    "UPDATE unit_version SET code = 'ö ö' WHERE unit_id = 5",
    "UPDATE unit_version SET valid_from = 20260230 WHERE unit_id = 5",
    "UPDATE unit_version SET unit_kind_id = 99 WHERE unit_id = 5",
    "UPDATE record SET record_digest = x'00'",
    "UPDATE record SET record_no = 9223372036854775807 WHERE record_no = 2",
  ]

  @Test(arguments: impossible)
  func `values that no posting writes are findings, not crashes`(_ sql: String) throws {
    try TamperedBooks.withCopy { path in
      try TamperedBooks.edit(path, sql)
      let ledger = try Ledger.open(path, readOnly: true)
      #expect(try !ledger.verify().isIntact)
      #expect(try !ledger.verify(since: 1).kinds.isEmpty)
      do { _ = try ledger.reconcileTotals() } catch is LedgerError {}
    }
  }

  /// Each column of the two large tables, and what its values may not be: a number in letters reads
  /// like the number, but is not what was written.
  @Test(arguments: ["line", "step"], ["TEXT", "REAL", "BLOB", "NULL", "INTEGER"])
  func `a value of another kind is found in every column`(_ table: String, _ kind: String) throws {
    let rows = try TamperedBooks.withCopy { path in
      try DatabaseQueue(path: path).read {
        try Row.fetchAll($0, sql: "PRAGMA table_info(\(table))")
      }
    }
    var changed = 0
    for row in rows {
      let column: String = row["name"]
      let isText = row["type"] == "TEXT"
      let mayBeNull = row["notnull"] == 0
      // What may stand there; and a row's own number is a number whatever is written.
      if kind == (isText ? "TEXT" : "INTEGER") || kind == "NULL" && mayBeNull { continue }
      if row["pk"] != 0 && (table == "line" || kind == "NULL") { continue }
      changed += 1
      try TamperedBooks.withCopy { path in
        let value = kind == "NULL" ? "NULL" : "CAST(ifnull(\(column), 7) AS \(kind))"
        try TamperedBooks.edit(
          path, "UPDATE \(table) SET \(column) = \(value) WHERE line_no = 3", anyKindIn: table)
        let found = try Ledger.open(path, readOnly: true).verify().findings
          .map(\.message.description)
        #expect(
          found.contains { $0.hasPrefix("Table \(table) holds an impossible value at number") },
          "\(kind) in \(column): \(found)")
      }
    }
    let texts = rows.count { $0["type"] == "TEXT" }
    #expect(kind == "INTEGER" ? changed == texts : changed >= 8)
  }

  /// The index that lets a file post once, cut short: the table does not show it.
  @Test(arguments: ["batch_by_identity", "unit_version_by_code"])
  func `a damaged index is found although the tables are whole`(_ index: String) throws {
    try TamperedBooks.withCopy { path in
      let queue = try DatabaseQueue(path: path)
      let (page, size) = try queue.read { database in
        (
          try #require(
            try Int.fetchOne(
              database, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?",
              arguments: [index])),
          try #require(try Int.fetchOne(database, sql: "PRAGMA page_size"))
        )
      }
      try queue.close()
      // One cell fewer, in the big-endian count of the page's header.
      let offset = (page - 1) * size + 4
      try Self.change(path, at: offset) { $0 &-= 1 }
      let verification = try Ledger.open(path, readOnly: true).verify()
      #expect(verification.kinds.contains(.fileDamaged))
      #expect(!verification.kinds.contains(.rootDiffers))
    }
  }

  /// One bit makes bytes of the letters of `table`: the table is there, and no list of tables has it.
  @Test(arguments: [("type", "benefit"), ("name", "line"), ("tbl_name", "step"), ("sql", "batch")])
  func `a schema whose words are bytes is found`(_ column: String, _ table: String) throws {
    try TamperedBooks.withCopy { path in
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA writable_schema = ON")
        let update =
          switch column {
          case "type": "UPDATE sqlite_master SET type = CAST(type AS BLOB) WHERE name = ?1"
          case "name": "UPDATE sqlite_master SET name = CAST(name AS BLOB) WHERE name = ?1"
          case "sql": "UPDATE sqlite_master SET sql = CAST(sql AS BLOB) WHERE name = ?1"
          default:
            "UPDATE sqlite_master SET tbl_name = CAST(tbl_name AS BLOB) WHERE name = ?1"
          }
        try database.execute(sql: update, arguments: [table])
        #expect(database.changesCount > 0)
      }
      try queue.close()
      do {
        let verification = try Ledger.open(path, readOnly: true).verify()
        #expect(verification.kinds.contains(.schemaChanged), "\(verification.findings)")
      } catch let error as LedgerError {
        #expect([.unavailable, .inputOutput].contains(error.code.exit))
      }
    }
  }

  @Test(arguments: 0..<120)
  func `a flipped bit is found, or changes nothing that is kept`(_ seed: Int) throws {
    try TamperedBooks.withCopy { path in
      let before = try TamperedBooks.contents(path)
      let size = try #require(
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
      // The first page says what the file is; damage there does not open at all.
      let position = 8192 + (seed &* 2_654_435_761 & 0x7FFF_FFFF) % (size - 8192)
      try Self.change(path, at: position) { $0 ^= 1 << UInt8(seed % 8) }
      do {
        let verification = try Ledger.open(path, readOnly: true).verify()
        if verification.isIntact {
          #expect(try TamperedBooks.contents(path) == before, "bit \(seed % 8) of \(position)")
        }
      } catch let error as LedgerError {
        #expect([.unavailable, .inputOutput].contains(error.code.exit))
      }
    }
  }

  @Test func `a file that was cut short is not intact`() throws {
    try TamperedBooks.withCopy { path in
      let handle = try #require(FileHandle(forWritingAtPath: path))
      let size = try handle.seekToEnd()
      try handle.truncate(atOffset: size - 3 * 8192)
      try handle.close()
      do {
        #expect(try !Ledger.open(path, readOnly: true).verify().isIntact)
      } catch let error as LedgerError {
        #expect([.unavailable, .inputOutput].contains(error.code.exit))
      }
    }
  }

  private static func change(
    _ path: String, at offset: Int, _ change: (inout UInt8) -> Void
  ) throws {
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.seek(toOffset: UInt64(offset))
    var byte = try #require(try handle.read(upToCount: 1)?.first)
    change(&byte)
    try handle.seek(toOffset: UInt64(offset))
    try handle.write(contentsOf: Data([byte]))
    try handle.close()
  }
}
