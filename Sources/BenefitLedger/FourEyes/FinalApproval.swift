import LedgerCore
import LedgerStore

/// The last approval a submission needs, given in the transaction that posts it.
struct FinalApproval: Sendable {
  let submission: Submission
  let signer: Signer
  let date: CivilDate

  /// What would be posted is not what was submitted; nothing is.
  struct NotAsSubmitted: Error {
    let reason: Message
  }

  /// Who approved, in order, with commas between, as the batch's header says.
  var approvers: String { (submission.approvers + [signer.user.name]).joined(separator: ",") }

  /// Appends the approval; the batch's seal covers it.
  func begin(_ transaction: any LedgerTransaction) throws {
    try transaction.appendDecision(.posted, on: submission, by: signer, date: date, reason: nil)
  }

  /// Holds what is about to be posted against what was signed.
  func check(_ header: BatchHeader, root: Digest) throws {
    func differs(_ what: Message) -> NotAsSubmitted { NotAsSubmitted(reason: what) }
    guard header.fileDigest == submission.fileDigest else {
      throw differs("The stored bytes are not those that were submitted.")
    }
    guard root == submission.root else {
      throw differs(
        """
        A line would be posted otherwise than it was submitted: a site was renamed, or an \
        obligation changed since.
        """)
    }
    guard header.rowCount == submission.rowCount, header.total == submission.total,
      header.period == submission.period, header.date == submission.date
    else { throw differs("Its total, rows, period or date are not those that were submitted.") }
  }

  /// Frees what was kept for the submission.
  func finish(_ transaction: any LedgerTransaction) throws {
    try transaction.freeWhatWaits(for: submission)
  }
}
