import BatchFiles
import LedgerCore

extension PeriodBook {
  /// The accounting period of a file: as read, except of a correction that declares none.
  func period(of request: PostingRequest, _ declared: Envelope, _ read: Month) -> Month {
    request.isCorrection && declared.period == nil ? forCorrection(of: read) : read
  }

  /// Whether a file's period takes it.
  func takes(_ request: PostingRequest, _ declared: Envelope, _ read: Month) -> Bool {
    refusal(
      of: period(of: request, declared, read), request.event, isCorrection: request.isCorrection)
      == nil
  }

  /// What a file is told whose period does not take it; nothing if it does.
  func diagnosis(
    _ file: String, _ request: PostingRequest, _ declared: Envelope, _ read: Month
  ) -> Diagnosis {
    let isInFile = declared.period != nil && request.envelope.period == nil
    return diagnostic(
      file, period(of: request, declared, read), request.event, isCorrection: request.isCorrection,
      isInFile: isInFile
    ).map { Diagnosis($0) } ?? Diagnosis()
  }

  /// What somebody is told whose batch a period does not take; nil if it does.
  func diagnostic(
    _ file: String, _ period: Month, _ event: Event, isCorrection: Bool, isInFile: Bool = false
  ) -> Diagnostic? {
    guard let code = refusal(of: period, event, isCorrection: isCorrection) else { return nil }
    let state: Message =
      code == .periodClosed ? "is closed" : "takes only corrections and the year end"
    guard let open = firstOpen(from: period) else {
      return Diagnostic(
        file: file, code: code, message: "Period \(period) \(state), and no later one is open.",
        help: "Have a period reopened: benefit-ledger period reopen \(period) --reason …")
    }
    return Diagnostic(
      file: file, code: code,
      message: "Period \(period) \(state); the first open one is \(open).",
      help: isInFile
        ? "Declare period=\(open) on the #batch line of the file." : "Declare --period \(open).")
  }
}
