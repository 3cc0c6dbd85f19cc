import LedgerCore
import LedgerStore

/// How many submissions nobody has decided on yet.
///
/// A file that waits may be of any period, so none is closed before it is decided.
func openSubmissions(_ snapshot: any LedgerSnapshot) throws -> Int64 {
  try snapshot.integer(
    """
    SELECT count(*) FROM submission s WHERE NOT EXISTS (SELECT 1 FROM decision d
      WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
    """) ?? 0
}

/// Refuses to soft-close a period that a file which waits could not be posted in afterwards.
///
/// Corrections could be: they keep no period from being soft-closed.
///
/// - Throws: `LedgerError` `submissionsOpen`.
func requireNoneWaits(for period: Month, _ snapshot: any LedgerSnapshot) throws {
  let waiting = try snapshot.integer(
    """
    SELECT count(*) FROM submission s WHERE s.period = ?1 AND s.is_correction = 0
      AND NOT EXISTS (SELECT 1 FROM decision d
        WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
    """, [.integer(Int64(period.number))])
  guard let waiting, waiting > 0 else { return }
  throw LedgerError(
    .submissionsOpen,
    """
    Period \(period) cannot be soft-closed: \
    \(counted(waiting, "file of it waits", "files of it wait")) for approval.
    """,
    help: "Approve or reject what was submitted first: it could not be posted afterwards.")
}
