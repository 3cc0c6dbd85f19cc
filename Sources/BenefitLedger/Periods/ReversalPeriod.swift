import LedgerCore
import LedgerStore

/// The period in which a whole batch is undone.
///
/// It is that of the batch as long as it takes corrections. A year end is undone in its own December
/// and nowhere else, which is soft-closed for it: then the year is open again.
struct ReversalPeriod {
  /// The period.
  let period: Month
  /// Why the batch cannot be undone there.
  let refusal: Diagnostic?
  /// Whether the period has to be soft-closed first, for it is closed.
  private let opens: Bool

  init(
    _ snapshot: any LedgerSnapshot, _ event: Event, of batch: Month, declared: Month?, name: String
  ) throws {
    let book = try PeriodBook(snapshot)
    guard event == .yearEnd else {
      period = declared ?? book.forCorrection(of: batch)
      refusal = book.diagnostic(name, period, event, isCorrection: true)
      opens = false
      return
    }
    period = batch
    opens = book.state(of: batch).isClosed
    let year = batch.number / 100
    let later = try snapshot.standingYearEnds().filter { $0.year > year }.max { $0.year < $1.year }
    if let archived = try snapshot.archivedYear(Int(year)) {
      refusal = Diagnostic(
        file: name, code: .yearArchived,
        message: """
          The year end of \(year) cannot be undone: the year is archived by record \
          \(archived.record).
          """,
        help: "Correct what is wrong in a period that is open; the correction names what it undoes."
      )
    } else if let later {
      refusal = Diagnostic(
        file: name, code: .yearClosed,
        message: """
          The year end of \(year) cannot be undone: the year \(later.year) is closed by \
          batch \(later.batch).
          """,
        help: "Undo that year end first.")
    } else if let declared, declared != batch {
      refusal = Diagnostic(
        file: name, code: .yearClosed,
        message: """
          The year end of \(year) is undone in its own period, \(batch), not in \
          \(declared).
          """,
        help: "Leave --period out.")
    } else {
      refusal = nil
    }
  }

  /// Prepares the period in the transaction that undoes the batch.
  func prepare(_ request: ReversalRequest, _ transaction: any LedgerTransaction) throws {
    guard opens else { return }
    try transaction.appendPeriodChange(
      period, .softClosed, date: request.date, maker: request.maker,
      reason: "batch \(request.batch) undone: \(request.reason)")
  }
}
