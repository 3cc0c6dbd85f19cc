import LedgerCore
import LedgerStore

extension Ledger {
  /// Rejects a submission, or withdraws one's own: nothing of it is posted, what it reserved is free.
  ///
  /// - Parameter request: Which, by whom, and why.
  /// - Returns: The receipt.
  /// - Throws: `LedgerError`: `reasonMissing`, `notFound`, `keyMissing`, `userUnknown`,
  ///   `userRevoked`, `roleNotAllowed`, `submissionClosed`, `busy`.
  public func reject(_ request: DecisionRequest) throws -> PostingAnswer {
    guard let reason = request.reason, !reason.isEmpty else {
      throw LedgerError(
        .reasonMissing, "A submission is not rejected without a reason.",
        help: "Say with --reason what its maker has to put right.")
    }
    return try store.exclusively(wait: request.wait) {
      try store.write { transaction in
        let signer = try Signer(request.key, transaction, toDo: "reject")
        let submission = try transaction.submission(request.submission)
        let isOwn = signer.user.name == submission.maker
        try signer.require(
          isOwn || signer.user.role.mayReject, toDo: "reject what \(submission.maker) made")
        try submission.requireOpen()
        try transaction.appendDecision(
          .rejected, on: submission, by: signer, date: request.date, reason: reason)
        try transaction.freeWhatWaits(for: submission)
        var receipt = submission.receipt(file: submission.fileName)
        receipt.state = isOwn ? .withdrawn : .rejected
        receipt.next = isOwn ? "withdrawn by its maker" : "rejected by \(signer.user.name)"
        return PostingAnswer(receipts: [receipt])
      }
    }
  }
}
