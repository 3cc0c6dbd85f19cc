import BenefitLedger
import Foundation
import GRDB
import Testing

/// A small month in which every event happens, and copies of it that somebody changes behind the
/// program's back.
enum TamperedBooks {
  /// The bytes of the ledger that all copies are made of; made once.
  private static let original = Result { () throws -> Data in
    let books = try TestLedger()
    func post(_ event: Event, _ text: String) throws {
      let receipt = try books.post(event, text, name: "\(event.code).csv")
      if receipt.state != .posted { Issue.record("\(event.code): \(receipt.diagnosis)") }
    }
    try post(.opening, "account,unit,fund,amount\nbank,,retirement,900000000\n")
    try post(
      .advance,
      "unit,fund,amount,document\n79-S1,retirement,50000000,UNC 1\n79-S2,retirement,20000000,UNC 2\n"
    )
    try post(
      .due,
      """
      person,benefit,month,amount,site,channel,account,name
      \(Person.an),pension,2026-10,5000000,79-S1,cash,,Nguyễn Văn An
      \(Person.binh),pension,2026-10,6000000,79-S2,cash,,Trần Thị Bình
      \(Person.chi),pension,2026-10,7000000,40-S1,bank,970436:0071000123456,Lê Chi
      \(Person.dung),pension,2026-10,8000000,79-S1,cash,,Phạm Dũng
      \(Person.dung),funeral,2026-10,9000000,79-S1,cash,,

      """)
    let head = "person,benefit,month,amount\n"
    try post(.paid, head + "\(Person.an),pension,2026-10,5000000\n")
    try post(
      .unpaid,
      head
        + "\(Person.binh),pension,2026-10,6000000\n\(Person.dung),pension,2026-10,8000000\n")
    try post(
      .reissued,
      "person,benefit,month,amount,site,channel\n\(Person.binh),pension,2026-10,6000000,79-S1,cash\n"
    )
    try post(.returned, head + "\(Person.binh),pension,2026-10,6000000\n")
    try post(.cancelled, head + "\(Person.dung),pension,2026-10,8000000\n")
    try post(.refund, "unit,fund,amount\n79-S2,retirement,1000000\n")
    try checkpoint(books.folder + "/ledger.db")
    return try Data(contentsOf: URL(filePath: books.folder + "/ledger.db"))
  }

  /// Brings all that was posted into the file itself.
  static func checkpoint(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try queue.close()
  }

  /// Runs `body` on a copy of the ledger, which goes away afterwards.
  static func withCopy<Answer>(_ body: (String) throws -> Answer) throws -> Answer {
    let folder = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copy = folder + "/ledger.db"
    try original.get().write(to: URL(filePath: copy))
    return try body(copy)
  }

  /// Changes a ledger as somebody would who has the file and knows SQLite: the triggers are dropped,
  /// and put back exactly as they were.
  ///
  /// - Parameters:
  ///   - path: The ledger.
  ///   - sql: The change.
  ///   - keepsTriggers: False to leave the triggers dropped.
  ///   - table: A table that takes any kind of value meanwhile.
  /// - Throws: What the database says of the change.
  static func edit(
    _ path: String, _ sql: String, keepsTriggers: Bool = true, anyKindIn table: String? = nil
  ) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers {
        let name: String = trigger[0]
        try database.execute(sql: "DROP TRIGGER \(name)")
      }
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      let definition = try table.map { try loosen($0, database) }
      try database.execute(sql: sql)
      if let table, let definition { try define(table, definition, database) }
      if keepsTriggers {
        for trigger in triggers where try database.tableExists(trigger[2]) {
          try database.execute(sql: trigger[1])
        }
      }
    }
    try queue.close()
  }

  /// Takes from a table what it says of the kinds of its values.
  ///
  /// - Returns: The text that made it.
  private static func loosen(_ table: String, _ database: Database) throws -> String {
    let definition = try #require(
      try String.fetchOne(
        database, sql: "SELECT sql FROM sqlite_master WHERE name = ?1", arguments: [table]))
    let loose = definition.replacing("STRICT, ", with: "").replacing("STRICT", with: "")
      .replacing("INTEGER NOT NULL", with: "BLOB").replacing("TEXT", with: "BLOB")
      .replacing("INTEGER", with: "BLOB").replacing("BLOB PRIMARY KEY", with: "INTEGER PRIMARY KEY")
    try define(table, loose, database)
    return definition
  }

  private static func define(_ table: String, _ definition: String, _ database: Database) throws {
    try database.execute(sql: "PRAGMA writable_schema = ON")
    try database.execute(
      sql: "UPDATE sqlite_master SET sql = ?2 WHERE name = ?1", arguments: [table, definition])
    try database.execute(sql: "PRAGMA writable_schema = RESET")
  }

  /// Verifies a copy of the ledger after a change.
  static func verify(after sql: String, since: Int64? = nil) throws -> Verification {
    try withCopy { path in
      try edit(path, sql)
      return try Ledger.open(path, readOnly: true).verify(since: since)
    }
  }

  /// Every row of a ledger, to tell whether anything in it was changed.
  static func contents(_ path: String) throws -> [String: [Row]] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { database in
      var contents: [String: [Row]] = [:]
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      for table in tables {
        contents[table] = try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
      }
      return contents
    }
  }
}

extension Verification {
  /// The kinds of its findings.
  var kinds: Set<Finding.Kind> { Set(counts.map(\.kind)) }
}
