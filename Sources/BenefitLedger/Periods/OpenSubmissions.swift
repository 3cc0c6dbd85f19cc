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
