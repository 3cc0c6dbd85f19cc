import BenefitLedger
import Foundation
import LedgerStore
import SQLiteStore
import TestSupport
import Testing

/// A ledger on disk: durable, private, one writer.
@Suite struct StoreTests {
  private let folder: TemporaryFolder
  private var location: String { folder.path("ledger.db") }

  init() throws {
    folder = try TemporaryFolder()
    _ = try Ledger.create(at: folder.path("ledger.db"))
  }

  /// The smallest thing that can be written.
  private func addUnit(_ transaction: any LedgerTransaction) throws {
    let version = UnitVersion(
      unit: 1, version: 1, code: try #require(UnitCode("40")), name: "Nghệ An", kind: .province,
      parent: nil, validFrom: try #require(CivilDate("2020-01-01")), validTo: nil)
    let date = try #require(CivilDate("2026-10-01"))
    try transaction.appendRecord(.units, date: date, maker: "clerk") { record in
      try transaction.insertUnits(record: record, newUnits: 1...1, versions: [version])
    }
  }

  @Test func `the writer commits to the write-ahead log and waits for the disk`() throws {
    let store = try SQLiteLedgerStore.open(location, readOnly: false)
    try store.exclusively(wait: 0) {
      try store.write { transaction in
        var mode = ""
        try transaction.query("PRAGMA journal_mode", []) { mode = $0.text(0) }
        #expect(mode == "wal")
        #expect(try transaction.integer("PRAGMA synchronous") == 2)
        #expect(try transaction.integer("PRAGMA foreign_keys") == 1)
        #expect(try transaction.integer("PRAGMA recursive_triggers") == 1)
        #expect(try transaction.integer("PRAGMA trusted_schema") == 0)
        #expect(try transaction.integer("PRAGMA mmap_size") == 0)
      }
    }
  }

  @Test func `nobody else may read the ledger, its log or its lock`() throws {
    let store = try SQLiteLedgerStore.open(location, readOnly: false)
    try store.exclusively(wait: 0) {
      try store.write(addUnit)
      for suffix in ["", "-wal", "-shm", ".lock"] {
        var status = stat()
        #expect(stat(location + suffix, &status) == 0, "there is no \(suffix) file")
        #expect(status.st_mode & 0o777 == 0o600, "\(suffix)")
      }
    }
  }

  @Test func `a second writer waits, and then says that it is busy`() throws {
    let one = try SQLiteLedgerStore.open(location, readOnly: false)
    let other = try SQLiteLedgerStore.open(location, readOnly: false)
    try one.exclusively(wait: 0) {
      let error = #expect(throws: LedgerError.self) { try other.exclusively(wait: 0) {} }
      #expect(error?.code == .busy)
    }
    try other.exclusively(wait: 0) {}
  }

  @Test func `a reader sees one state while another writes`() throws {
    let store = try SQLiteLedgerStore.open(location, readOnly: false)
    let reader = try SQLiteLedgerStore.open(location, readOnly: true)
    try store.exclusively(wait: 0) {
      try store.write { transaction in
        try addUnit(transaction)
        #expect(try reader.read { try $0.integer("SELECT count(*) FROM unit") } == 0)
      }
    }
    #expect(try reader.read { try $0.integer("SELECT count(*) FROM unit") } == 1)
  }

  @Test func `what is given up leaves nothing`() throws {
    struct GivenUp: Error {}
    let store = try SQLiteLedgerStore.open(location, readOnly: false)
    #expect(throws: GivenUp.self) {
      try store.exclusively(wait: 0) {
        try store.write { transaction in
          try addUnit(transaction)
          throw GivenUp()
        }
      }
    }
    #expect(try store.read { try $0.integer("SELECT count(*) FROM unit") } == 0)
  }

  @Test func `what is not a ledger is refused by name`() throws {
    let text = folder.path("notes.txt")
    try Data("not a database, whatever its name is".utf8).write(to: URL(filePath: text))
    chmod(text, 0o600)
    #expect(throws: LedgerError.self) { try SQLiteLedgerStore.open(text, readOnly: true) }
    let missing = #expect(throws: LedgerError.self) {
      try SQLiteLedgerStore.open(folder.path("missing.db"), readOnly: true)
    }
    #expect(missing?.code == .ledgerMissing)
    #expect(!FileManager.default.fileExists(atPath: folder.path("missing.db")))
    let remote = #expect(throws: LedgerError.self) {
      try SQLiteLedgerStore.open("postgresql://localhost/ledger", readOnly: true)
    }
    #expect(remote?.code == .storeUnavailable)
  }

  @Test func `a ledger that others may write is refused`() throws {
    chmod(location, 0o620)
    let error = #expect(throws: LedgerError.self) {
      try SQLiteLedgerStore.open(location, readOnly: true)
    }
    #expect(error?.code == .ledgerUnsafe)
  }

  @Test func `a ledger of another version is refused`() throws {
    let copy = folder.path("other.db")
    try FileManager.default.copyItem(atPath: location, toPath: copy)
    // Bytes 60 to 63 of a database file are its user_version.
    let handle = try FileHandle(forUpdating: URL(filePath: copy))
    try handle.seek(toOffset: 60)
    try handle.write(contentsOf: Data([0, 0, 0, 2]))
    try handle.close()
    let error = #expect(throws: LedgerError.self) {
      try SQLiteLedgerStore.open(copy, readOnly: true)
    }
    #expect(error?.code == .ledgerOtherVersion)
  }

  @Test func `a ledger is not made over what is there`() throws {
    let before = try Data(contentsOf: URL(filePath: location))
    let error = #expect(throws: LedgerError.self) { try Ledger.create(at: location) }
    #expect(error?.code == .ledgerExists)
    #expect(try Data(contentsOf: URL(filePath: location)) == before)
  }
}
