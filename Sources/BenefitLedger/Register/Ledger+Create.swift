import Foundation
import LedgerCore
import LedgerStore
import SQLiteStore

extension Ledger {
  /// Makes a new ledger, whole or not at all.
  ///
  /// It is made under another name beside its place and moved there when it is complete, so that no
  /// half-made ledger is ever found, whatever stops the work.
  ///
  /// - Parameters:
  ///   - location: The file to make.
  ///   - sites: A file of units to begin with.
  ///   - chart: A chart file; nil for the built-in chart. The chart is the ledger's first record.
  ///   - control: Whether one person posts alone, or another approves.
  ///   - administrator: The name of the first user and the key file to make for him; four eyes need
  ///     one.
  ///   - maker: Who makes it.
  ///   - today: Today in Vietnam.
  /// - Returns: How many units the ledger has, or what is wrong with the chart or the file of units;
  ///   then there is no ledger.
  /// - Throws: `LedgerError`: `ledgerExists`, `outputExists`, `userNameMalformed`, `keyMissing` for
  ///   four eyes without a first user, and what the disk did.
  public static func create(
    at location: String, sites: String? = nil, chart: String? = nil,
    control: LedgerControl = .single, administrator: (name: String, keyFile: String)? = nil,
    maker: String = UserName.current, today: CivilDate = VietnamClock.today()
  ) throws -> UnitsAnswer {
    guard administrator != nil || control == .single else {
      throw LedgerError(
        .keyMissing, "A ledger under four eyes has an administrator from the first moment on.",
        help: "Name him and the file for his key with --user and --key.")
    }
    guard let administrator else {
      return try create(
        at: location, sites: sites, chart: chart, maker: RecordMaker(maker), today: today
      ) {
        try $0.insertLedger(control: control.code)
      } ending: { _ in
      }
    }
    try refuseExisting(location)
    do {
      return try KeyFile.making(administrator.keyFile, name: administrator.name) { key in
        let answer = try create(
          at: location, sites: sites, chart: chart, maker: RecordMaker(founder: key), today: today
        ) {
          try $0.insertLedger(control: control.code)
        } ending: {
          _ = try $0.appendFirstUser(key, date: today, control: control)
        }
        guard answer.diagnosis.total == 0 else { throw NotMade(answer: answer) }
        return answer
      }
    } catch let notMade as NotMade {
      return notMade.answer
    }
  }

  /// There is no ledger, so there must be no key for it.
  private struct NotMade: Error { let answer: UnitsAnswer }

  private static func create(
    at location: String, sites: String?, chart: String?, maker: RecordMaker, today: CivilDate,
    beginning: (any LedgerTransaction) throws -> Void,
    ending: (any LedgerTransaction) throws -> Void
  ) throws -> UnitsAnswer {
    guard !location.hasPrefix("postgresql:"), !location.hasPrefix("postgres:") else {
      throw LedgerError(
        .storeUnavailable,
        "This program keeps ledgers in SQLite files; PostgreSQL is not built in.",
        help: "Name a file with --ledger.")
    }
    try refuseExisting(location)
    try LedgerPlace(of: location).check(isWritten: true)
    let chart = ChartSource(chart)
    guard chart.diagnosis.total == 0 else {
      return UnitsAnswer(units: 0, versions: 0, diagnosis: chart.diagnosis)
    }
    let draft = "\(location).new-\(getpid())"
    let descriptor = Foundation.open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw cannotMake(location) }
    Foundation.close(descriptor)
    defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
    let store = try SQLiteLedgerStore.createSchema(at: draft)
    let answer = try importUnits(
      from: sites, into: store, today: today
    ) {
      try beginning($0)
      // Before the first user nobody's key is known; his own record, which he signs, covers this one.
      try $0.append(chart, date: today, maker: RecordMaker(maker.name))
      try ending($0)
      return maker
    }
    try store.close()
    guard answer.diagnosis.total == 0 else { return answer }
    // link fails if the name is taken meanwhile, where rename would overwrite.
    guard link(draft, location) == 0 else {
      if errno == EEXIST { try refuseExisting(location) }
      throw systemError("make", location)
    }
    do {
      try synchronize(directoryOf: location)
    } catch {
      // Whoever is told that it failed makes it anew, with another key.
      unlink(location)
      throw error
    }
    return answer
  }

  private static func refuseExisting(_ location: String) throws {
    var status = stat()
    guard lstat(location, &status) == 0 else { return }
    throw LedgerError(
      .ledgerExists, "\(location) exists already; it is left as it is.",
      help: "Choose another file with --ledger.")
  }

  /// Says why a file cannot be made, by the name that the user gave it.
  private static func cannotMake(_ location: String) -> LedgerError {
    guard errno == ENOENT || errno == ENOTDIR else { return systemError("make", location) }
    let folder = location.lastIndex(of: "/").map { String(location[..<$0]) } ?? "."
    return LedgerError(
      .inputOutput, "Cannot make \(location): the folder \(folder) does not exist.",
      help: "Make the folder first, or name another file with --ledger.")
  }

  static func systemError(_ verb: Message, _ path: String) -> LedgerError {
    let reason = String(cString: strerror(errno))
    return LedgerError(
      errno == ENOSPC ? .diskFull : .inputOutput, "Cannot \(verb) \(path): \(reason).")
  }

  /// Makes the new name itself durable.
  static func synchronize(directoryOf path: String) throws {
    let directory = path.contains("/") ? path[..<(path.lastIndex(of: "/") ?? path.endIndex)] : "."
    let descriptor = Foundation.open(
      directory.isEmpty ? "/" : String(directory), O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { throw systemError("open the folder of", path) }
    defer { Foundation.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw systemError("write the folder of", path) }
  }
}
