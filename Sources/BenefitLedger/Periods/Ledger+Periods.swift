import LedgerCore
import LedgerStore

extension Ledger {
  /// The periods that have batches or ever changed, by time.
  ///
  /// - Parameter asAt: As things were on a business date; nil for now.
  /// - Returns: The periods.
  /// - Throws: `LedgerError`: `ledgerDamaged`, and what the store did.
  public func periods(asAt: CivilDate? = nil) throws -> [PeriodEntry] {
    try store.read { snapshot in
      let book = try PeriodBook(snapshot, asAt: asAt)
      let counts = try snapshot.batchCounts(asAt: asAt)
      return Set(counts.keys).union(book.changed.keys).sorted().map { period in
        let change = book.change(of: period)
        return PeriodEntry(
          period: period, state: book.state(of: period), batches: counts[period] ?? 0,
          record: change?.record, date: change?.date, maker: change?.maker, reason: change?.reason)
      }
    }
  }

  /// Opens, soft-closes, closes or reopens an accounting period.
  ///
  /// A period is soft-closed if no file that is to be posted in it waits for approval. To be closed a
  /// period must have ended, every earlier one that was ever used must be closed, no file may wait for
  /// approval, and the totals of the period must agree among themselves; if they do
  /// not, the answer has the differences and nothing changes. Under four eyes a period is reopened by
  /// two persons: the first asks, the second agrees by the same request.
  ///
  /// - Parameter request: Which period, and how.
  /// - Returns: Its state now; a period that was in that state before is not changed.
  /// - Throws: `LedgerError`: `periodOtherState`, `periodNotEnded`, `earlierPeriodOpen`,
  ///   `submissionsOpen`, `exceptionsOpen`, `yearClosed`, `yearArchived`, `otherPersonNeeded`, `closedByLaterPeriod`,
  ///   `reasonMissing`; `keyMissing`, `userUnknown`, `userRevoked`, `roleNotAllowed`; `busy`, and
  ///   what the disk did.
  public func change(_ request: PeriodRequest) throws -> PeriodAnswer {
    try asWriter(wait: request.wait) {
      var request = request
      let maker = try store.read {
        try RecordMaker(
          request.key, otherwise: request.maker, toDo: "\(request.change.rawValue) a period", $0
        ) { $0.mayClosePeriods }
      }
      request.maker = maker.name
      let (book, next) = try store.read { snapshot -> (PeriodBook, PeriodState?) in
        let book = try PeriodBook(snapshot)
        return (book, try stateAfter(request, book, snapshot))
      }
      let period = request.period
      let before = book.change(of: period)
      var answer = PeriodAnswer(
        period: period, state: book.state(of: period), isChanged: false, record: before?.record)
      if request.change == .close {
        answer.exceptions = try store.read {
          try $0.openExceptions(through: CivilDate.last(of: period))
        }
      }
      guard let next else { return answer }
      if request.change == .close {
        let totals = try reconcileTotals(period: period)
        answer.reconciliation = totals
        guard totals.agrees else { return answer }
      }
      answer.record = try store.write {
        try $0.appendPeriodChange(
          period, next, date: request.date, maker: request.maker, reason: request.reason,
          sign: maker.sign)
      }
      answer.state = next
      answer.isChanged = true
      if next == .closed { answer.yearToClose = try store.read { try yearToClose(period, $0) } }
      answer.requestedBy = next == .reopenRequested ? request.maker : nil
      return answer
    }
  }

  /// The year of a December that was closed while income or expense is to be carried; nil for others.
  private func yearToClose(_ period: Month, _ snapshot: any LedgerSnapshot) throws -> Int? {
    guard period.number % 100 == 12 else { return nil }
    return try YearEndBalances(snapshot, through: period).entries.isEmpty
      ? nil : Int(period.number / 100)
  }

  /// The state of a period for who would change it.
  ///
  /// What somebody asked for lapses once he is revoked: then the period is closed, and whoever wants it
  /// reopened asks anew.
  private func stateToChange(
    _ request: PeriodRequest, _ book: PeriodBook, _ snapshot: any LedgerSnapshot
  ) throws -> PeriodState {
    let state = book.state(of: request.period)
    guard request.change == .reopen, state == .reopenRequested,
      try snapshot.control() == .fourEyes, let asked = book.change(of: request.period),
      try UserList(snapshot)[name: asked.maker]?.hasStood(since: asked.record) != true
    else { return state }
    return .closed
  }

  /// The state that a request leads to; nil if the period is in it already.
  private func stateAfter(
    _ request: PeriodRequest, _ book: PeriodBook, _ snapshot: any LedgerSnapshot
  ) throws -> PeriodState? {
    let period = request.period
    let state = try stateToChange(request, book, snapshot)
    if request.change != .close { try book.refuseIfNeverUsed(period) }
    let isFourEyes = try snapshot.control() == .fourEyes
    let next = try PeriodMove(
      request: request, state: state,
      requester: state == .reopenRequested ? book.change(of: period)?.maker : nil,
      isFourEyes: isFourEyes
    ).next()
    if request.change == .reopen, next != nil {
      try requireNotArchived(period, snapshot)
      let year = period.number / 100
      let ends = try snapshot.standingYearEnds().filter { $0.year >= year }
      if let last = ends.max(by: { $0.year < $1.year }) {
        throw LedgerError(
          .yearClosed,
          """
          Period \(period) cannot be reopened: the year \(last.year) is closed by batch \
          \(last.batch).
          """,
          help: "Undo the year end first: benefit-ledger batch reverse \(last.batch) --reason …")
      }
    }
    if request.change == .softClose, next != nil {
      try requireNoneWaits(for: period, snapshot)
    }
    if request.change == .close, next != nil {
      try ClosingDemands(
        period: period, date: request.date,
        exceptionsBlock: try chart(in: snapshot).file.exceptionsBlockClosing
      ).check(snapshot, book)
    }
    return next
  }
}
