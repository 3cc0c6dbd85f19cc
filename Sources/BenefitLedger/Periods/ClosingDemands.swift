import LedgerCore
import LedgerStore

/// What has to be so before a period is closed.
struct ClosingDemands {
  let period: Month
  let date: CivilDate
  /// Whether the chart lets no exception be open.
  let exceptionsBlock: Bool

  /// Checks all but the totals.
  ///
  /// - Throws: `LedgerError`: `periodNotEnded`, `earlierPeriodOpen`, `submissionsOpen`,
  ///   `exceptionsOpen`.
  func check(_ snapshot: any LedgerSnapshot, _ book: PeriodBook) throws {
    let end = CivilDate.last(of: period)
    guard date >= end else {
      throw LedgerError(
        .periodNotEnded, "Period \(period) ends on \(end), and the business date is \(date).",
        help: """
          Close it on its last day or later. To keep new lists out until then: benefit-ledger \
          period soft-close \(period)
          """)
    }
    try checkEarlier(snapshot, book, what: "Period \(period)")
    let waiting = try openSubmissions(snapshot)
    if waiting > 0 {
      throw LedgerError(
        .submissionsOpen,
        """
        Period \(period) cannot be closed: \
        \(counted(waiting, "file waits", "files wait")) for approval.
        """,
        help: "Approve or reject what was submitted first.")
    }
    let exceptions = try snapshot.openExceptions(through: end)
    if exceptionsBlock, exceptions.count > 0 {
      throw LedgerError(
        .exceptionsOpen,
        """
        Period \(period) cannot be closed: \
        \(counted(exceptions.count, "exception")) of the bank up to \(end) \
        \(agreeing(exceptions.count, "is", "are")) open, \(grouped(exceptions.amount)) đ.
        """,
        help: "The chart says so (exceptions_block_closing). Run: benefit-ledger exceptions list")
    }
  }

  /// Checks that no earlier period is open.
  ///
  /// - Throws: `LedgerError`: `earlierPeriodOpen`.
  func checkEarlier(
    _ snapshot: any LedgerSnapshot, _ book: PeriodBook, what: Message
  ) throws {
    let used = Set(try snapshot.batchCounts().keys).union(book.changed.keys)
    let earlier = used.filter { $0 < period && !book.state(of: $0).isClosed }.sorted()
    guard let first = earlier.first else { return }
    let others: Message = earlier.count == 1 ? "" : " and \(earlier.count - 1) more before it"
    throw LedgerError(
      .earlierPeriodOpen, "\(what) cannot be closed: \(first)\(others) is not closed.",
      help: "Periods are closed in their order. Run: benefit-ledger period close \(first)")
  }
}
