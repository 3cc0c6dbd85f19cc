import Foundation
import LedgerCore
import LedgerStore
import SQLiteStore

/// Looks after a ledger without touching its books.
public enum Doctor {
  /// Examines a ledger.
  ///
  /// - Parameters:
  ///   - location: The ledger.
  ///   - checkpoints: A file of signed checkpoints that is kept outside the ledger; nil for none.
  ///     The signatures are not checked: no key is named.
  ///   - today: Today in Vietnam.
  /// - Returns: What was found.
  /// - Throws: `LedgerError`: `ledgerMissing`, `fileMissing`, `fileUnreadable`,
  ///   `checkpointMalformed`.
  public static func examine(
    _ location: String, checkpoints: String? = nil, today: CivilDate = VietnamClock.today()
  ) throws -> Examination {
    var status = stat()
    guard stat(location, &status) == 0 else {
      throw LedgerError(
        .ledgerMissing, "There is no ledger at \(location).",
        help: "Make one with: benefit-ledger init --ledger \(location)")
    }
    let newest = try checkpoints.flatMap { try CheckpointFile.read($0).last?.checkpoint }
    let books = Result { try BooksAtAGlance(location) }
    let glance = try? books.get()
    var examination = Examination()
    examination.checks = [
      ledger(location, books),
      sqlite(),
      FolderDoctor.fileSystem(location),
      FolderDoctor.space(location, glance),
      FolderDoctor.permissions(location),
      settings(location),
      writer(location),
      log(location),
      backup(location, glance, today),
      checkpoint(newest, location, glance, today),
      FolderDoctor.leftovers(location),
      clock(glance, today),
      ArchiveDoctor.archives(location),
    ]
    return examination
  }

  private static func ledger(
    _ location: String, _ books: Result<BooksAtAGlance, any Error>
  ) -> Examination.Check {
    switch books {
    case .success(let books):
      return Examination.Check(
        "ledger", .ok,
        "\(location) opens: \(counted(books.ends.batch, "batch", "batches")), \(counted(books.lines, "line")), head \(books.ends.head)."
      )
    case .failure(let error as LedgerError):
      return Examination.Check("ledger", .wrong, error.message, help: error.help)
    case .failure(let error):
      return Examination.Check("ledger", .wrong, .verbatim("\(error)"))
    }
  }

  /// The bug of SQLite's write-ahead log that the writer's lock keeps away.
  private static func sqlite() -> Examination.Check {
    let number = SQLiteLedgerStore.versionNumber
    let isMended =
      number >= 3_051_003 || (3_050_007..<3_051_000).contains(number)
      || (3_044_006..<3_045_000).contains(number)
    return Examination.Check(
      "sqlite", .ok,
      isMended
        ? "SQLite \(SQLiteLedgerStore.version) has no known bug that concerns a ledger."
        : "SQLite \(SQLiteLedgerStore.version) can damage its log if two connections write at one moment (mended in 3.51.3); this program lets one write at a time.",
      help: isMended
        ? "" : "Write to a ledger with this program only, never with the sqlite3 shell.")
  }

  private static func settings(_ location: String) -> Examination.Check {
    do {
      let settings: [StoreSetting]
      do {
        settings = try SQLiteLedgerStore.open(
          location, readOnly: false, wait: 0, spansArchives: false
        ).settings()
      } catch let error as LedgerError where error.code == .busy {
        settings = try SQLiteLedgerStore.open(
          location, readOnly: true, spansArchives: false
        ).settings()
      }
      let wrong = settings.filter { $0.value != $0.required }
      let shown = settings.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
      guard wrong.isEmpty else {
        let names: [Message] = wrong.map {
          "\($0.name) is \($0.value) and has to be \($0.required)"
        }
        return Examination.Check("settings", .wrong, "\(names.joined(separator: "; ")).")
      }
      return Examination.Check("settings", .ok, "As posting needs them: \(shown).")
    } catch {
      return Examination.Check("settings", error)
    }
  }

  private static func writer(_ location: String) -> Examination.Check {
    switch WriterLock.holder(ledger: location) {
    case .nobody: return Examination.Check("writer", .ok, "Nobody is writing.")
    case .somebody(nil):
      return Examination.Check("writer", .ok, "Somebody is writing; who cannot be seen from here.")
    case .somebody(let process?):
      return Examination.Check(
        "writer", .ok, "Process \(process.number) (\(process.name)) is writing.")
    }
  }

  private static func log(_ location: String) -> Examination.Check {
    var status = stat()
    let bytes = stat(location + "-wal", &status) == 0 ? Int64(status.st_size) : 0
    return Examination.Check(
      "log", .ok,
      bytes == 0
        ? "Nothing waits in the log."
        : "\(grouped(bytes)) bytes are in \(location)-wal, and belong to the ledger.",
      help:
        "Copy a ledger with `backup`. cp of a ledger in use is no backup: it misses the log, or half of a batch."
    )
  }

  private static func backup(
    _ location: String, _ books: BooksAtAGlance?, _ today: CivilDate
  ) -> Examination.Check {
    guard let note = BackupNote(beside: location) else {
      let isEmpty = books?.ends.batch == 0
      return Examination.Check(
        "backup", isEmpty ? .ok : .warning,
        "There is no note of a backup of this ledger; one that was restored begins without.",
        help: "Run: benefit-ledger backup FILE, on another disk, every day.")
    }
    let text: Message =
      "The last backup is of \(note.date), up to batch \(note.ends.batch), in \(maskedDigits(note.path))"
    guard let books else { return Examination.Check("backup", .ok, "\(text).") }
    let since = books.ends.batch - note.ends.batch
    if since < 0 || (since == 0 && books.ends.head != note.ends.head) {
      return Examination.Check(
        "backup", .wrong, "\(text); it is not of this ledger, or this ledger lost batches since.",
        help:
          "Post nothing. Compare the head of the backup with the ledger's, and ask who restored it."
      )
    }
    let isLate = since > 0 && note.date < today
    return Examination.Check(
      "backup", isLate ? .warning : .ok,
      since == 0
        ? "\(text); nothing came after it."
        : "\(text); \(counted(since, "batch came", "batches came")) after it.",
      help: isLate ? "Run: benefit-ledger backup FILE, on another disk, every day." : "")
  }

  private static func checkpoint(
    _ newest: Checkpoint?, _ location: String, _ books: BooksAtAGlance?, _ today: CivilDate
  ) -> Examination.Check {
    guard let newest else {
      return Examination.Check(
        "checkpoint", .ok, "Signed checkpoints were not looked at.",
        help: "Name the file that they are kept in with --checkpoints.")
    }
    let text: Message = "The last checkpoint is of \(newest.date), up to batch \(newest.size)"
    guard let books else { return Examination.Check("checkpoint", .ok, "\(text).") }
    let differences = try? SQLiteLedgerStore.open(location, readOnly: true, spansArchives: false)
      .read { try CheckpointComparison($0, [newest]).differences(newest) }
    if let difference = differences?.first {
      return Examination.Check(
        "checkpoint", .wrong, difference.message,
        help: "Post nothing. Run: benefit-ledger verify --against FILE")
    }
    let since = books.ends.batch - newest.size
    let isLate = since > 0 && newest.date < today
    return Examination.Check(
      "checkpoint", isLate ? .warning : .ok,
      since == 0
        ? "\(text); nothing came after it."
        : "\(text); \(counted(since, "batch came", "batches came")) after it.",
      help: isLate ? "Run: benefit-ledger checkpoint, every day." : "")
  }

  private static func clock(_ books: BooksAtAGlance?, _ today: CivilDate) -> Examination.Check {
    guard let last = books?.lastDate, last > today else {
      return Examination.Check("clock", .ok, "Today is \(today).")
    }
    return Examination.Check(
      "clock", .warning, "Today is \(today), and a batch is dated \(last).",
      help: "Set the clock, if it is wrong; batches keep their order all the same.")
  }
}

/// What `doctor` has to know of the books.
struct BooksAtAGlance {
  /// Where they end.
  var ends: LedgerEnds
  /// How many lines they have.
  var lines: Int64
  /// How many lines the month with most of them has.
  var mostLines: Int64
  /// The latest business date; nil without a batch.
  var lastDate: CivilDate?

  /// Reads a ledger.
  init(_ location: String) throws {
    let store = try SQLiteLedgerStore.open(location, readOnly: true, spansArchives: false)
    (ends, lines, mostLines, lastDate) = try store.read { snapshot in
      (
        try snapshot.ends(),
        try snapshot.integer("SELECT ifnull(sum(line_count), 0) FROM batch") ?? 0,
        try snapshot.integer(
          """
          SELECT ifnull(max(lines), 0)
          FROM (SELECT sum(line_count) AS lines FROM batch GROUP BY period)
          """) ?? 0,
        try snapshot.integer("SELECT max(business_date) FROM batch")
          .flatMap { Int32(exactly: $0) }.flatMap { CivilDate(number: $0) }
      )
    }
  }
}
