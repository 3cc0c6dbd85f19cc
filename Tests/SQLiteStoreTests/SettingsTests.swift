import Foundation
import GRDB
import LedgerCore
import LedgerStore
import Testing

@testable import SQLiteStore

/// What every connection to a ledger is set to, and what that keeps away.
@Suite struct SettingsTests {
  private func withLedger(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/ledger.db"
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    chmod(path, 0o600)
    let store = try SQLiteLedgerStore.createSchema(at: path)
    try store.write { try $0.insertLedger(control: "single") }
    try store.close()
    try body(path)
  }

  @Test(arguments: [true, false])
  func `every connection has the settings that it has to have`(_ readOnly: Bool) throws {
    try withLedger { path in
      let settings = try SQLiteLedgerStore.open(path, readOnly: readOnly).settings()
      #expect(settings.count == (readOnly ? 6 : 7))
      for setting in settings { #expect(setting.value == setting.required, "\(setting)") }
      let names = Set(settings.map(\.name))
      #expect(names.isSuperset(of: ["defensive", "trusted_schema"]))
      #expect(readOnly || names.contains("synchronous"))
    }
  }

  @Test(arguments: [
    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'x' WHERE name = 'line'",
    "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE type = 'trigger'",
  ])
  func `the schema cannot be written as a table`(_ sql: String) throws {
    try withLedger { path in
      let store = try SQLiteLedgerStore.open(path, readOnly: false)
      #expect(throws: DatabaseError.self) {
        try store.pool.writeWithoutTransaction { try $0.execute(sql: sql) }
      }
      #expect(try store.read { try $0.schemaFaults() } == [])
    }
  }

  /// The negative control: a connection of somebody else can.
  @Test func `a connection that is not defensive can write the schema`() throws {
    try withLedger { path in
      try DatabaseQueue(path: path).writeWithoutTransaction {
        try $0.execute(
          sql: """
            PRAGMA writable_schema = ON;
            DELETE FROM sqlite_master WHERE type = 'trigger' AND name = 'line_no_update'
            """)
      }
      #expect(try SQLiteLedgerStore.open(path, readOnly: true).read { try $0.schemaFaults() } != [])
    }
  }

  @Test func `a function that could do anything is not called from the file`() throws {
    try withLedger { path in
      // Somebody who can write the file puts a view into it and waits for the program to read it.
      try DatabaseQueue(path: path).write {
        $0.add(function: DatabaseFunction("spill", argumentCount: 0) { _ in 1 })
        try $0.execute(sql: "CREATE VIEW trap AS SELECT spill()")
      }
      let store = try SQLiteLedgerStore.open(path, readOnly: false)
      store.pool.writeWithoutTransaction { database in
        database.add(function: DatabaseFunction("spill", argumentCount: 0) { _ in 1 })
        #expect(throws: DatabaseError.self) {
          try Row.fetchAll(database, sql: "SELECT * FROM trap")
        }
      }
    }
  }

  @Test func `opening to write takes the writer's lock, and reading does not`() throws {
    try withLedger { path in
      let first = try SQLiteLedgerStore.open(path, readOnly: false)
      try first.exclusively(wait: 0) {
        let error = #expect(throws: LedgerError.self) {
          try SQLiteLedgerStore.open(path, readOnly: false, wait: 0)
        }
        #expect(error?.code == .busy)
        #expect(WriterLock.holder(ledger: path) != .nobody)
        _ = try SQLiteLedgerStore.open(path, readOnly: true)
      }
      #expect(WriterLock.holder(ledger: path) == .nobody)
      _ = try SQLiteLedgerStore.open(path, readOnly: false, wait: 0)
    }
  }

  @Test func `an error after a commit is not told as if nothing were posted`() throws {
    try withLedger { path in
      let store = try SQLiteLedgerStore.open(path, readOnly: false)
      let failed = LedgerError(.inputOutput, "Reading failed.")
      let before = #expect(throws: LedgerError.self) { try store.answering { throw failed } }
      #expect(before?.code == .inputOutput)
      let after = #expect(throws: LedgerError.self) {
        try store.answering {
          try store.write { _ in }
          throw failed
        }
      }
      #expect(after?.code == .outcomeUnknown && after?.code.exit == .tryAgain)
      let usage = #expect(throws: LedgerError.self) {
        try store.answering {
          try store.write { _ in }
          throw LedgerError(.notFound, "There is no batch 9.")
        }
      }
      #expect(usage?.code == .notFound)
    }
  }

  @Test(
    arguments: [
      (0x6969, "nfs", FileSystemKind.Keeping.network), (0xEF53, "ext4", .local),
      (0x0102_1994, "tmpfs", .memory), (0x6573_5546, "fuse", .userSpace),
      (0x1234, "0x1234", .local),
    ] as [(UInt32, String, FileSystemKind.Keeping)])
  func `a file system is known by its number`(
    _ number: UInt32, _ name: String, _ keeping: FileSystemKind.Keeping
  ) {
    let kind = FileSystemKind(number: number)
    #expect(kind.name == name && kind.keeping == keeping)
  }
}
