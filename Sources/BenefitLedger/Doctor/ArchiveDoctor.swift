import Foundation
import LedgerCore
import LedgerStore
import SQLiteStore

/// What there is to say of the archives of a ledger.
enum ArchiveDoctor {
  /// Whether they are all there, and nothing was left behind by a call that was interrupted.
  static func archives(_ location: String) -> Examination.Check {
    let years: [ArchivedYear]
    do {
      years = try SQLiteLedgerStore.archivedYears(ofCopy: location)
      for year in years { try ArchiveFile.check(year, beside: location) }
    } catch let error as LedgerError {
      return Examination.Check("archives", .wrong, error.message, help: error.help)
    } catch {
      return Examination.Check("archives", .wrong, .verbatim("\(error)"))
    }
    let left = leftovers(location, years)
    guard left.isEmpty else {
      return Examination.Check(
        "archives", .warning,
        "No record of the register names \(left.joined(separator: ", ")).",
        help:
          "If `archive` was interrupted, run it again: it takes the file, or removes what it left.")
    }
    guard !years.isEmpty else {
      return Examination.Check("archives", .ok, "No year is archived.")
    }
    let bytes = years.reduce(0) { $0 + $1.bytes }
    return Examination.Check(
      "archives", .ok,
      "The lines of \(counted(Int64(years.count), "year")) are in files beside the ledger, \(grouped(bytes)) bytes.",
      help: "`verify` reads them; `backup` takes them along.")
  }

  /// Files that are called like archives of the ledger, and drafts of them.
  private static func leftovers(_ location: String, _ years: [ArchivedYear]) -> [String] {
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
