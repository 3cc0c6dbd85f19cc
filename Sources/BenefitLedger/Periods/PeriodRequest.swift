import LedgerCore

/// How an accounting period is to change.
public struct PeriodRequest: Sendable {
  /// What can be done with a period.
  public enum Change: String, CaseIterable, Sendable {
    /// A soft-closed period takes every batch again; needs a reason.
    case open
    /// An open period takes only corrections and the year end from now on.
    case softClose = "soft-close"
    /// A period takes nothing from now on.
    case close
    /// A closed period takes every batch again; needs a reason, and under four eyes two persons.
    case reopen

    /// Whether it must be said why.
    var needsReason: Bool { self == .open || self == .reopen }
  }

  /// What is to be done.
  public var change: Change
  /// The period.
  public var period: Month
  /// Why, as written.
  public var reason: String?
  /// Who does it; under four eyes, and wherever a key is given, the user of the key.
  public var maker: String
  /// The key of who does it; required under four eyes.
  public var key: SigningKey?
  /// The business date.
  public var date: CivilDate
  /// How many seconds to wait while another process posts.
  public var wait = 30

  /// Makes a request.
  public init(
    _ change: Change, _ period: Month, reason: String? = nil, maker: String = UserName.current,
    date: CivilDate = VietnamClock.today()
  ) {
    self.change = change
    self.period = period
    self.reason = reason
    self.maker = maker
    self.date = date
  }
}

/// What became of a period.
public struct PeriodAnswer: Sendable {
  /// The period.
  public var period: Month
  /// Its state now.
  public var state: PeriodState
  /// Whether this call changed it; false if it was so before, or if totals differ.
  public var isChanged: Bool
  /// The record of its last change, if it ever changed.
  public var record: Int64?
  /// Who asked to reopen it, while another person has to agree.
  public var requestedBy: String?
  /// The year whose December it is, if income and expense of it are still to be carried to the funds.
  ///
  /// The year end is posted in December, which was closed before it: it has to be reopened for that.
  public var yearToClose: Int?
  /// What comparing the totals of a period that is to be closed came to.
  public var reconciliation: TotalsReconciliation?
  /// What the bank booked up to the end of a period that is to be closed, and nobody explained.
  public var exceptions: OpenExceptions?
}

/// A period in a list.
public struct PeriodEntry: Sendable {
  /// The period.
  public var period: Month
  /// Its state.
  public var state: PeriodState
  /// How many batches it has.
  public var batches: Int64
  /// The record of its last change, if it ever changed.
  public var record: Int64?
  /// The business date of its last change.
  public var date: CivilDate?
  /// Who changed it last.
  public var maker: String?
  /// Why.
  public var reason: String?
}
