import LedgerCore
import LedgerStore

/// A closed year whose lines are to be moved into a file of their own.
public struct ArchiveRequest: Sendable {
  /// The year, such as 2026.
  public var year: Int
  /// Who moves them; under four eyes, and wherever a key is given, the user of the key.
  public var maker: String
  /// The key of who moves them; under four eyes that of an administrator.
  public var key: SigningKey?
  /// Whether it is only said what would be moved.
  public var isDryRun = false
  /// Today in Vietnam.
  public var today: CivilDate
  /// How many seconds to wait while another process posts.
  public var wait = 30

  /// Makes a request.
  public init(
    year: Int, maker: String = UserName.current, today: CivilDate = VietnamClock.today()
  ) {
    self.year = year
    self.maker = maker
    self.today = today
  }
}

/// What became of a year that was to be archived.
public struct ArchiveAnswer: Sendable {
  /// What there is to say of it.
  public enum State: String, Sendable {
    /// Its lines were moved by this call.
    case archived
    /// They were moved before; nothing is changed.
    case archivedBefore = "archived-before"
    /// They would be moved; nothing is changed.
    case dryRun = "dry-run"
    /// It has no lines to move; nothing is changed.
    case nothing
  }

  /// The year.
  public var year: Int
  /// What there is to say of it.
  public var state: State
  /// The file beside the ledger; nil if there is nothing to move.
  public var file: String?
  /// The record by which it was archived.
  public var record: Int64?
  /// How many batches it has the lines of.
  public var batches: Int64 = 0
  /// How many vouchers those batches have; they stay in the ledger.
  public var vouchers: Int64 = 0
  /// How many lines are moved.
  public var lines: Int64 = 0
  /// How many lines of the year stay in the ledger, because they correct others.
  public var kept: Int64 = 0
  /// How many bytes the archive has; nil if there is none yet.
  public var bytes: Int64?
  /// The SHA-256 of the archive; nil if there is none yet.
  public var digest: Digest?
  /// How large the ledger was before, and is after.
  public var ledger: (before: LedgerSize, after: LedgerSize)
}

/// How large a ledger is.
public struct LedgerSize: Sendable, Equatable {
  /// How many bytes it has.
  public var bytes: Int64
  /// How many of them are free for what is posted next.
  public var free: Int64
}

extension LedgerSnapshot {
  /// How large the ledger is, with what waits in the log.
  func size() throws -> LedgerSize {
    var size = LedgerSize(bytes: 0, free: 0)
    try query(
      """
      SELECT page_count * page_size, freelist_count * page_size
      FROM pragma_page_count, pragma_freelist_count, pragma_page_size
      """, []
    ) { size = LedgerSize(bytes: $0.integer(0), free: $0.integer(1)) }
    return size
  }
}
