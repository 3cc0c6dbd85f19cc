import LedgerCore
import LedgerStore

/// What has to be so before a year is archived: nothing is posted in it any more.
struct ArchiveDemands {
  let year: Int
  let today: CivilDate

  /// Checks them all.
  ///
  /// - Throws: `LedgerError`: `yearNotArchivable`, `submissionsOpen`, `usage`.
  func check(_ snapshot: any LedgerSnapshot) throws {
    guard let january = Month(year: year, month: 1), let december = Month(year: year, month: 12)
    else { throw LedgerError(.usage, "There is no year \(year) in any ledger.") }
    guard today > CivilDate.last(of: december) else {
      throw LedgerError(
        .yearNotArchivable, "Year \(year) cannot be archived: it is not over.",
        help: "What is archived takes no more postings. Archive a year that is over and closed.")
    }
    let book = try PeriodBook(snapshot)
    for month in (0..<12).compactMap({ Month(ordinal: january.ordinal + $0) })
    where book.state(of: month) != .closed {
      throw LedgerError(
        .yearNotArchivable,
        "Year \(year) cannot be archived: period \(month) is not closed.",
        help: """
          Periods are closed in their order, and December with the year: benefit-ledger close --year \(year)
          """
      )
    }
    // A period that is closed for a later one's sake alone would be open again with that one.
    guard book.change(of: december) != nil,
      try YearEndBalances(snapshot, through: december).entries.isEmpty
    else {
      throw LedgerError(
        .yearNotArchivable,
        "Year \(year) cannot be archived: it has no year end.",
        help: "Run: benefit-ledger close --year \(year)")
    }
    let waiting = try snapshot.integer(
      """
      SELECT count(*) FROM submission s WHERE s.period BETWEEN ?1 AND ?2
        AND NOT EXISTS (SELECT 1 FROM decision d
          WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
      """, [.integer(Int64(january.number)), .integer(Int64(december.number))])
    guard let waiting, waiting > 0 else { return }
    throw LedgerError(
      .submissionsOpen,
      """
      Year \(year) cannot be archived: \
      \(counted(waiting, "file of it waits", "files of it wait")) for approval.
      """, help: "Approve or reject what was submitted first.")
  }
}

/// Refuses what would be posted in an archived year.
///
/// - Parameters:
///   - period: The period that would be opened.
///   - snapshot: The ledger.
/// - Throws: `LedgerError` `yearArchived`.
func requireNotArchived(_ period: Month, _ snapshot: any LedgerSnapshot) throws {
  let year = Int(period.number / 100)
  guard let archived = try snapshot.archivedYear(year) else { return }
  throw LedgerError(
    .yearArchived,
    "Period \(period) cannot be reopened: the year \(year) is archived by record \(archived.record).",
    help: "Correct what is wrong in a period that is open; the correction names what it undoes.")
}
