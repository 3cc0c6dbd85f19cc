import Foundation
import LedgerCore
import LedgerStore
import SQLiteStore

/// What there is to say of the archives of a ledger.
enum ArchiveDoctor {
  /// Whether each is there, readable, its owner's alone and the one that was recorded, and nothing was
  /// left behind by a call that was interrupted.
  ///
  /// Size and label are held against the record; the bytes are `verify`'s to read.
  static func archives(_ location: String) -> Examination.Check {
    let years: [ArchivedYear]
    do {
      years = try SQLiteLedgerStore.archivedYears(ofCopy: location)
    } catch {
      return Examination.Check("archives", error)
    }
    let faults = years.compactMap { fault(of: $0, location) } + leftovers(location, years)
    guard faults.isEmpty else {
      // What has to be put right comes first.
      let wrong = faults.filter { $0.state == .wrong }
      let all = wrong + faults.filter { $0.state != .wrong }
      return Examination.Check(
        "archives", wrong.isEmpty ? .warning : .wrong,
        all.map(\.message).joined(separator: " "), help: all.map(\.help).joined(separator: " "))
    }
    guard !years.isEmpty else {
      return Examination.Check("archives", .ok, "No year is archived.")
    }
    let list: [Message] = years.map {
      "\($0.file) (\($0.label.year): \(counted($0.label.lines, "line")), \(grouped($0.bytes)) bytes)"
    }
    return Examination.Check(
      "archives", .ok,
      "The lines of \(counted(Int64(years.count), "year")) are in files beside the ledger: \(list.joined(separator: ", ")).",
      help:
        "Size and label are as recorded; `verify` reads every byte of them, `backup` takes them along."
    )
  }

  /// What is wrong with the archive of a year; nil if nothing is.
  private static func fault(of year: ArchivedYear, _ location: String) -> Examination.Check? {
    do {
      try ArchiveFile.check(year, beside: location)
    } catch {
      return Examination.Check("archives", error)
    }
    let path = ArchiveFile.path(year.file, beside: location)
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
    return Examination.Check(
      "archives", .warning, "\(path) is not its owner's alone.", help: "Run: chmod 400 \(path)")
  }

  /// A warning of files that are called like archives of the ledger, and of drafts of them.
  private static func leftovers(
    _ location: String, _ years: [ArchivedYear]
  ) -> [Examination.Check] {
    let left = namedLikeArchives(location, years)
    guard !left.isEmpty else { return [] }
    return [
      Examination.Check(
        "archives", .warning,
        "No record of the register names \(left.joined(separator: ", ")).",
        help:
          "If `archive` was interrupted, run it again: it takes the file, or removes what it left.")
    ]
  }

  private static func namedLikeArchives(_ location: String, _ years: [ArchivedYear]) -> [String] {
    let folder = LedgerPlace(of: location).folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let known = Set(years.map(\.file))
    // NAME-0000.archive.db, of which only the year differs.
    let pattern = ArchiveFile.name(of: 2000, ledger: location).components(separatedBy: "2000.")
    guard pattern.count == 2 else { return [] }
    return names.filter { name in
      guard name.hasPrefix(pattern[0]), !known.contains(name) else { return false }
      let rest = name.dropFirst(pattern[0].count)
      return rest.prefix(4).allSatisfy { $0.isASCII && $0.isNumber }
        && rest.dropFirst(4).hasPrefix("." + pattern[1])
    }.sorted()
  }
}
