import LedgerCore
import LedgerStore

extension Ledger {
  /// Lists submissions in order.
  ///
  /// - Parameter onlyOpen: Only those that wait for approval.
  /// - Returns: The submissions, each with what was decided.
  /// - Throws: `LedgerError` for what the store did.
  public func submissions(onlyOpen: Bool = false) throws -> [Submission] {
    try store.read { snapshot in
      try onlyOpen
        ? snapshot.submissions(
          """
          SELECT * FROM submission s WHERE NOT EXISTS (SELECT 1 FROM decision d
            WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
          ORDER BY submission_no
          """, [])
        : snapshot.submissions("SELECT * FROM submission ORDER BY submission_no", [])
    }
  }

  /// Shows one submission.
  ///
  /// - Throws: `LedgerError`: `notFound`, and what the store did.
  public func submission(_ number: Int64) throws -> Submission {
    try store.read { try $0.submission(number) }
  }
}
