import BenefitLedger
import LedgerCore

extension [Submission] {
  /// The submissions for people.
  var table: TextTable {
    var table = TextTable([
      .numbers("submission"), .words("event"), .words("date"), .numbers("lines"),
      .numbers("total"), .words("maker"), .words("state"), .words("file"),
    ])
    for submission in self {
      table.add([
        String(submission.number),
        submission.control.isCorrection
          ? localized("\(submission.event.code) undone") : submission.event.code,
        submission.date.description, grouped(submission.rowCount), grouped(submission.total),
        submission.maker, localized(submission.stateText), submission.fileName,
      ])
    }
    return table
  }
}

extension Submission {
  /// The submission for programs.
  var summary: [(String, JSON)] {
    [
      ("submission", .integer(number)), ("state", .string(state.rawValue)),
      ("batch", .optional(batch)), ("event", .string(event.code)), ("file", .string(fileName)),
      ("reference", .optional(declared.reference)), ("date", .string(date.description)),
      ("period", .string(period.description)), ("lines", .integer(rowCount)),
      ("total", .integer(total)), ("maker", .string(maker)),
      ("approvers", .array(approvers.map { .string($0) })),
      ("approversNeeded", .integer(approversNeeded)),
    ]
  }

  /// What else there is to say of it.
  var particulars: [(String, JSON)] {
    [
      ("isCorrection", .bool(control.isCorrection)), ("reverses", .optional(control.reversesBatch)),
      ("reason", .optional(control.reason)),
      ("declaredDate", .optional(declared.date?.description)),
      ("declaredPeriod", .optional(declared.period?.description)),
      ("fileBytes", .integer(fileBytes)), ("fileSHA256", .string(fileDigest.description)),
      ("root", .string(root.description)), ("record", .integer(record)),
      ("decisions", .array(decisions.map(\.json))),
    ]
  }

  /// The submission for people.
  var text: String {
    var text = localized(
      """
      Submission \(number): \(event.code), \(fileName): \(stateText)
        date       \(date), period \(period)
        reference  \(declared.reference ?? "-")
        maker      \(maker), record \(record)
        lines      \(grouped(rowCount))
        total      \(grouped(total)) đồng
        file       \(grouped(fileBytes)) bytes, SHA-256 \(fileDigest)
        root       \(root)

      """)
    if let reason = control.reason {
      let what = control.reversesBatch.map { localized("batch \($0)") } ?? localized("single lines")
      text += localized("  corrects   \(what): \(reason)\n")
    }
    for decision in decisions {
      let reason = decision.reason.map { ": \($0)" } ?? ""
      text += localized(
        """
          \(decision.words) by \(decision.user) on \(decision.date), record \
        \(decision.record)\(reason)\n
        """)
    }
    return text
  }
}

extension Submission.Decision {
  /// What was decided, in words.
  fileprivate var words: Message {
    switch Submission.State(rawValue: outcome) {
    case .rejected: "rejected"
    case .withdrawn: "withdrawn"
    case .void: "void"
    case .posted: "posted"
    case .open, nil: isApproval ? "approved" : .verbatim(outcome)
    }
  }

  fileprivate var json: JSON {
    .object([
      ("user", .string(user)), ("outcome", .string(outcome)), ("date", .string(date.description)),
      ("reason", .optional(reason)), ("record", .integer(record)),
    ])
  }
}
