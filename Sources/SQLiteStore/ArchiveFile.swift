import Foundation
import GRDB
import LedgerCore
import LedgerStore

/// The lines of a closed year in a file of their own, which lies beside the ledger and never changes.
///
/// It is a SQLite file with the ledger's own table `line`, and one row that says which lines they are.
public final class ArchiveFile {
  /// Where it is.
  public let path: String
  private let queue: DatabaseQueue

  /// `BLAR`, where SQLite keeps an application's number.
  private static let application: Int32 = 0x424C_4152

  /// Opens an archive to be read.
  ///
  /// - Throws: `LedgerError`: `archiveChanged` if it is none.
  public init(_ path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { database in
      try database.takeRows()
      try database.execute(sql: "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
    }
    queue = try translatingErrors(path) {
      try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// Where an archive of a ledger lies: beside the ledger itself, where that is only a link to it.
  public static func path(_ file: String, beside ledger: String) -> String {
    let ledger = resolved(ledger)
    guard let slash = ledger.lastIndex(of: "/") else { return file }
    return ledger[...slash] + file
  }

  /// The file that a link names, as SQLite finds it; what is no link stays as the user named it.
  private static func resolved(_ path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
      let target = realpath(path, nil)
    else { return path }
    defer { free(target) }
    return String(cString: target)
  }

  /// What the archive of a year is called.
  public static func name(of year: Int, ledger: String) -> String {
    let ledger = resolved(ledger)
    let name = ledger.split(separator: "/").last.map(String.init) ?? ledger
    let stem = name.hasSuffix(".db") ? String(name.dropLast(3)) : name
    return "\(stem)-\(year).archive.db"
  }

  // MARK: Writing

  /// Writes lines of a ledger into an empty file that nobody knows yet.
  ///
  /// Nothing is kept to undo it: who stops halfway begins with another empty file. The caller waits for
  /// the disk.
  ///
  /// - Parameters:
  ///   - label: Which lines they are.
  ///   - runs: Their numbers, from and through, in order.
  ///   - ledger: The ledger, which nobody else writes meanwhile.
  ///   - path: The empty file.
  /// - Throws: `LedgerError` for what the disk did.
  public static func write(
    _ label: ArchiveLabel, _ runs: [ClosedRange<Int64>], of ledger: String, to path: String
  ) throws {
    try translatingErrors(path) {
      var configuration = Configuration()
      configuration.prepareDatabase {
        try $0.execute(
          sql: """
            PRAGMA page_size = 8192;
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            """)
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "ATTACH ?1 AS ledger", arguments: [ledger])
        try database.inTransaction {
          try database.execute(sql: "PRAGMA application_id = 1112293714; PRAGMA user_version = 1")
          try database.execute(sql: try lineTable())
          try database.execute(sql: labelTable)
          try database.execute(
            sql: "INSERT INTO archive VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            arguments: [
              label.year, label.batches, label.lines, label.firstLine, label.lastLine,
              Data(label.root.bytes),
            ])
          let copy = try database.cachedStatement(sql: copyLines)
          for run in runs { try copy.execute(arguments: [run.lowerBound, run.upperBound]) }
          return .commit
        }
      }
      try queue.close()
    }
  }

  /// The table of lines as `schema.sql` has it.
  private static func lineTable() throws -> String {
    let fresh = try DatabaseQueue()
    return try fresh.write {
      try $0.execute(sql: SQLiteLedgerStore.schemaText)
      return try String.fetchOne($0, sql: "SELECT sql FROM sqlite_master WHERE name = 'line'") ?? ""
    }
  }

  private static let labelTable = """
    CREATE TABLE archive (
      year INTEGER PRIMARY KEY,
      batch_count INTEGER NOT NULL,
      line_count INTEGER NOT NULL,
      first_line_no INTEGER NOT NULL,
      last_line_no INTEGER NOT NULL,
      batches_root BLOB NOT NULL
    ) STRICT
    """

  private static let copyLines = """
    INSERT INTO main.line (line_no, batch_no, voucher_no, file_line, person, month, benefit_id,
      occurrence, amount, unit_id, channel_id, fund_id, account, name, document, reason, obligor,
      corrects_line_no)
    SELECT line_no, batch_no, voucher_no, file_line, person, month, benefit_id, occurrence, amount,
      unit_id, channel_id, fund_id, account, name, document, reason, obligor, corrects_line_no
    FROM ledger.line WHERE line_no BETWEEN ?1 AND ?2 ORDER BY line_no
    """

  // MARK: Reading

  /// Runs `body` on the archive, which has lines and nothing else of a ledger.
  ///
  /// - Throws: What `body` throws, and `LedgerError` for what the file is.
  public func read<Result>(_ body: (any LedgerSnapshot) throws -> Result) throws -> Result {
    try translatingErrors(path) { try queue.read { try body(SQLiteSnapshot($0)) } }
  }

  /// What the archive says of itself; nil if it is none.
  public func label() throws -> ArchiveLabel? {
    try translatingErrors(path) {
      try queue.read { database in
        guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == Self.application,
          try Int32.fetchOne(database, sql: "PRAGMA user_version") == 1
        else { return nil }
        var label: ArchiveLabel?
        try SQLiteSnapshot(database).query(
          """
          SELECT year, batch_count, line_count, first_line_no, last_line_no, batches_root
          FROM archive
          """, []
        ) { row in
          label = row.digest(5).map {
            ArchiveLabel(
              year: Int(row.integer(0)), batches: row.integer(1), lines: row.integer(2),
              firstLine: row.integer(3), lastLine: row.integer(4), root: $0)
          }
        }
        return label
      }
    }
  }

  /// How many lines it has, and how many of them are lines of the ledger, column by column.
  ///
  /// - Throws: `LedgerError` for what the disk did.
  public func compared(with ledger: String) throws -> (lines: Int64, same: Int64) {
    try translatingErrors(path) {
      try queue.inDatabase { database in
        try database.execute(sql: "ATTACH ?1 AS ledger", arguments: [ledger])
        let lines = try Int64.fetchOne(database, sql: "SELECT count(*) FROM main.line") ?? 0
        let same = try Int64.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM main.line a CROSS JOIN ledger.line b ON b.line_no = a.line_no
            WHERE a.batch_no IS b.batch_no AND a.voucher_no IS b.voucher_no
              AND a.file_line IS b.file_line AND a.person IS b.person AND a.month IS b.month
              AND a.benefit_id IS b.benefit_id AND a.occurrence IS b.occurrence
              AND a.amount IS b.amount AND a.unit_id IS b.unit_id
              AND a.channel_id IS b.channel_id AND a.fund_id IS b.fund_id
              AND a.account IS b.account AND a.name IS b.name AND a.document IS b.document
              AND a.reason IS b.reason AND a.obligor IS b.obligor
              AND a.corrects_line_no IS b.corrects_line_no
            """)
        return (lines, same ?? 0)
      }
    }
  }
}
