import LedgerCore
import LedgerStore

/// How many files wait for approval: submissions that nobody has approved or rejected.
///
/// A file that waits may be of any period, so none is closed before it is decided.
func openSubmissions(_ snapshot: any LedgerSnapshot) throws -> Int64 {
  func count(_ kind: RecordKind) throws -> Int64 {
    try snapshot.integer(
      "SELECT count(*) FROM record WHERE record_kind_id = ?1", [.integer(Int64(kind.rawValue))])
      ?? 0
  }
  return max(0, try count(.submission) - count(.approval) - count(.rejection))
}
