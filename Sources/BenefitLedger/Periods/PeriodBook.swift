import LedgerCore
import LedgerStore

/// The state of every accounting period, as its changes leave it.
///
/// A period without a change is open until a later one is closed. Then it is closed with that one:
/// what is posted before a closed period changes the balances that it began with.
struct PeriodBook: Sendable {
  private var last: [Month: PeriodChange] = [:]
  private var lastClosed: Month?

  /// Every period is open.
  init() {}

  /// Reads the changes; those up to a business date, or all.
  init(_ snapshot: any LedgerSnapshot, asAt: CivilDate? = nil) throws {
    try snapshot.scanPeriodChanges { change in
      if asAt.map({ change.date <= $0 }) ?? true { add(change) }
    }
  }

  /// Adds a change that is later than all before.
  mutating func add(_ change: PeriodChange) {
    last[change.period] = change
    if change.state.isClosed {
      lastClosed = max(lastClosed ?? change.period, change.period)
    } else if lastClosed == change.period {
      lastClosed = last.values.filter(\.state.isClosed).map(\.period).max()
    }
  }

  /// The periods that ever changed.
  var changed: [Month: PeriodChange] { last }

  /// The last change of a period, if it ever changed.
  func change(of period: Month) -> PeriodChange? { last[period] }

  /// The state of a period.
  func state(of period: Month) -> PeriodState {
    if let change = last[period] { return change.state }
    return lastClosed.map { period < $0 } ?? false ? .closed : .open
  }

  /// Sees that a period is not closed for a later one's sake alone.
  ///
  /// If it could be opened, the later one would begin with other balances than it was closed with, and
  /// no year could be closed before somebody closed it by itself.
  ///
  /// - Throws: `LedgerError` with code `closedByLaterPeriod`.
  func refuseIfNeverUsed(_ period: Month) throws {
    guard let lastClosed, last[period] == nil, period < lastClosed else { return }
    throw LedgerError(
      .closedByLaterPeriod,
      "Period \(period) was never used, and is closed because \(lastClosed) is closed.",
      help: """
        Post in a period that is open. This one is open again once every later period that is \
        closed is reopened, \(lastClosed) first.
        """)
  }

  /// Why a period takes no such batch; nil if it does.
  func refusal(of period: Month, _ event: Event, isCorrection: Bool) -> Code? {
    switch state(of: period) {
    case .open: nil
    case .softClosed: isCorrection || event == .yearEnd ? nil : .periodSoftClosed
    case .closed, .reopenRequested: .periodClosed
    }
  }

  /// The first open period from one on; nil if there is none.
  func firstOpen(from period: Month) -> Month? {
    var ordinal = period.ordinal
    while let month = Month(ordinal: ordinal) {
      if state(of: month) == .open { return month }
      ordinal += 1
    }
    return nil
  }

  /// Where a correction goes that declares no period: to the one that is meant if it takes
  /// corrections, and otherwise to the first open one after it.
  func forCorrection(of period: Month) -> Month {
    refusal(of: period, .due, isCorrection: true) == nil
      ? period : firstOpen(from: period) ?? period
  }
}
