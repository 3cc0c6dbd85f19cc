import CSQLiteSupport
import Foundation
import GRDB
import GRDBSQLite
import LedgerCore
import LedgerStore
import Synchronization

/// A ledger in one SQLite file: write-ahead log, synchronous=FULL, one writer.
public final class SQLiteLedgerStore: LedgerStore {
  /// The path of the file, as the user named it.
  public let location: String
  let pool: DatabasePool
  private let spansArchives: Bool
  private let accounts = AccountNumbers()
  private let committed = Mutex(0)
  private let isClosed = Mutex(false)

  private init(location: String, pool: DatabasePool, spansArchives: Bool = true) {
    self.location = location
    self.pool = pool
    self.spansArchives = spansArchives
  }

  deinit {
    // What is in the log is durable; that it was not written back is no failure.
    try? close()
  }

  /// Opens a ledger that exists.
  ///
  /// - Parameters:
  ///   - location: The path of the file.
  ///   - readOnly: True if nothing will be written.
  ///   - wait: How many seconds to wait while another process writes.
  ///   - spansArchives: False to leave out the lines of archived years, whatever became of them, for
  ///     whoever looks at what is not in them.
  /// - Returns: The open ledger.
  /// - Throws: `LedgerError`: `ledgerMissing`, `notALedger`, `ledgerOtherVersion`, `ledgerUnsafe`,
  ///   `folderUnsafe`, `networkFileSystem`, `storeUnavailable`, `notDurable`, `busy`,
  ///   `archiveMissing`, `archiveChanged`.
  public static func open(
    _ location: String, readOnly: Bool, wait: Int = 30, spansArchives: Bool = true
  ) throws -> SQLiteLedgerStore {
    if location.hasPrefix("postgresql:") || location.hasPrefix("postgres:") {
      throw LedgerError(
        .storeUnavailable,
        "This program keeps ledgers in SQLite files; PostgreSQL is not built in.",
        help: "Name a file with --ledger.")
    }
    try checkFile(location)
    try LedgerPlace(of: location).check(isWritten: !readOnly)
    // GRDB writes into the log when it opens a pool to write and finds the log empty, so opening is
    // writing and takes the lock.
    let lock = readOnly ? nil : try WriterLock(ledger: location, wait: wait)
    defer { lock?.release() }
    return try translatingErrors(location) {
      let store = SQLiteLedgerStore(
        location: location,
        pool: try DatabasePool(
          path: location, configuration: configuration(readOnly: readOnly, isNew: false)),
        spansArchives: spansArchives)
      try store.checkIdentity()
      if spansArchives { try store.checkArchives() }
      if !readOnly { try store.makeDurable() }
      return store
    }
  }

  /// Makes the file of a new ledger under a name nobody looks for yet, with the schema and nothing
  /// else.
  ///
  /// - Parameter location: The path of the file; it must exist and be empty.
  /// - Returns: The open ledger.
  /// - Throws: `LedgerError` for what the disk did.
  public static func createSchema(at location: String) throws -> SQLiteLedgerStore {
    try translatingErrors(location) {
      let store = SQLiteLedgerStore(
        location: location,
        pool: try DatabasePool(
          path: location, configuration: configuration(readOnly: false, isNew: true)))
      try store.makeDurable()
      try store.pool.write { try $0.execute(sql: schemaText) }
      return store
    }
  }

  /// Closes the ledger; the write-ahead log is written back into the file if nobody else has it open.
  ///
  /// The last connection to leave writes the log back, and nobody else can have one then, so the
  /// writer's lock is not needed. A connection that only reads cannot, and GRDB closes those last, so
  /// they are let go of first.
  ///
  /// - Throws: `LedgerError` for what the disk did.
  public func close() throws {
    let wasClosed = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return isClosed
    }
    guard !wasClosed else { return }
    try translatingErrors(location) {
      pool.releaseMemory()
      try pool.close()
    }
  }

  /// The text of `schema.sql`, as compiled in.
  public static var schemaText: String {
    String(
      decoding: UnsafeRawBufferPointer(
        start: benefit_ledger_schema(), count: benefit_ledger_schema_length()), as: UTF8.self)
  }

  // MARK: Reading and writing

  /// Runs `body` on one consistent state of the ledger.
  public func read<Result>(_ body: (any LedgerSnapshot) throws -> Result) throws -> Result {
    try translatingErrors(location) {
      try pool.read {
        if spansArchives { try Self.spanArchives($0) }
        return try body(SQLiteSnapshot($0))
      }
    }
  }

  /// Runs `body` as the only writer of the ledger.
  public func exclusively<Result>(wait: Int, _ body: () throws -> Result) throws -> Result {
    let lock = try WriterLock(ledger: location, wait: wait)
    defer { lock.release() }
    return try body()
  }

  /// Runs `body` in one transaction and commits it durably.
  public func write<Result>(_ body: (any LedgerTransaction) throws -> Result) throws -> Result {
    try translatingErrors(location) {
      try pool.writeWithoutTransaction { database in
        try Self.assertDurable(database)
        try database.beginTransaction(.immediate)
        accounts.begin()
        let result: Result
        do {
          if spansArchives { try Self.spanArchives(database) }
          result = try body(SQLiteTransaction(database, accounts: accounts))
        } catch {
          accounts.forgetNew()
          // The error that made us give up is the one to report, not what the rollback says of it.
          try? database.rollback()
          throw error
        }
        do {
          try database.commit()
        } catch {
          accounts.forgetNew()
          if database.isInsideTransaction { try? database.rollback() }
          throw commitError(error, location)
        }
        committed.withLock { $0 += 1 }
        return result
      }
    }
  }

  /// How many transactions were committed through this store.
  public var commits: Int { committed.withLock { $0 } }

  // MARK: Opening

  /// Done once for the process, before it opens its first database.
  private static let processSettings: Int32 = {
    benefit_ledger_return_memory()
    return benefit_ledger_count_no_memory()
  }()

  private static func configuration(readOnly: Bool, isNew: Bool) -> Configuration {
    // Costs time if it comes too late because the program uses SQLite elsewhere, and nothing else.
    _ = processSettings
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      guard let connection = database.sqliteConnection,
        benefit_ledger_defend(connection) == SQLITE_OK
      else {
        throw LedgerError(.notDurable, "SQLite refuses its defensive mode.")
      }
      guard benefit_ledger_feed_register(connection) == SQLITE_OK else {
        throw LedgerError(.internalFault, "SQLite refuses the table that rows are fed from.")
      }
      guard benefit_ledger_span_register(connection) == SQLITE_OK else {
        throw LedgerError(.internalFault, "SQLite refuses the table of lines in archives.")
      }
      try database.takeRows()
      // These sizes were chosen by measurement (docs/internals/performance.md).
      // The page size holds from the first page on, so it is set before the write-ahead log is.
      if isNew { try database.execute(sql: "PRAGMA page_size = 8192") }
      try database.execute(
        sql: """
          PRAGMA recursive_triggers = ON;
          PRAGMA cell_size_check = ON;
          PRAGMA mmap_size = 0;
          """)
      let isReader = database.configuration.readonly
      // The slots cost time if they are refused, and nothing else.
      if !isReader { _ = benefit_ledger_lookaside(connection) }
      // Readers sweep; the writer comes back to the pages of a whole month, so it keeps them.
      try database.execute(
        sql: isReader ? "PRAGMA cache_size = -8192" : "PRAGMA cache_size = -32768")
    }
    return configuration
  }

  /// The file must be a plain file that only its owner may write.
  private static func checkFile(_ location: String) throws {
    var status = stat()
    guard stat(location, &status) == 0 else {
      throw LedgerError(
        .ledgerMissing, "There is no ledger at \(location).",
        help: "Make one with: benefit-ledger init --ledger \(location)")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw LedgerError(.notALedger, "\(location) is not a file.")
    }
    guard status.st_mode & 0o022 == 0 else {
      throw LedgerError(
        .ledgerUnsafe, "Others may write \(location).", help: "Run: chmod 600 \(location)")
    }
  }

  private func checkIdentity() throws {
    let (application, version) = try pool.read { database in
      (
        try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      )
    }
    guard application == 0x424C_4752 else {
      throw LedgerError(.notALedger, "\(location) is a database, but not a ledger.")
    }
    guard version == 1 else {
      throw LedgerError(
        .ledgerOtherVersion,
        "\(location) has schema version \(version); this program knows version 1.")
    }
  }

  /// GRDB sets synchronous=NORMAL when it turns the write-ahead log on, after its own set-up hook, so
  /// FULL is set once the pool is open.
  private func makeDurable() throws {
    try pool.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA wal_autocheckpoint = 32768;
          PRAGMA journal_size_limit = 0;
          """)
      try Self.assertDurable(database)
    }
  }

  /// Nothing is posted unless a commit waits for the disk.
  private static func assertDurable(_ database: Database) throws {
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
    let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0
    guard mode == "wal", synchronous >= 2 else {
      throw LedgerError(
        .notDurable,
        "The ledger would not be durable (journal \(mode), synchronous \(synchronous)).")
    }
  }
}
