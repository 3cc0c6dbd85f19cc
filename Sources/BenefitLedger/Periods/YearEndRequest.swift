import LedgerCore

/// A year that is to be closed.
public struct YearEndRequest: Sendable {
  /// The year, such as 2026.
  public var year: Int
  /// Who closes it; under four eyes, and wherever a key is given, the user of the key.
  public var maker: String
  /// The key of who closes it; required under four eyes.
  public var key: SigningKey?
  /// The business date of the year end; by default the last day of the year.
  public var date: CivilDate?
  /// Today in Vietnam.
  public var today: CivilDate
  /// How many seconds to wait while another process posts.
  public var wait = 30

  /// Makes a request.
  public init(
    year: Int, maker: String = UserName.current, date: CivilDate? = nil,
    today: CivilDate = VietnamClock.today()
  ) {
    self.year = year
    self.maker = maker
    self.date = date
    self.today = today
  }
}

/// What became of a year.
public struct YearEndAnswer: Sendable {
  /// The year.
  public var year: Int
  /// Its December.
  public var period: Month
  /// The state of its December now.
  public var state: PeriodState
  /// Whether this call closed it; false if it was closed before, or if totals differ.
  public var isChanged: Bool
  /// The batch that carries income and expense to the funds; nil if there was nothing to carry.
  public var receipt: Receipt?
  /// What that batch carried, fund by fund; empty if there was nothing to carry.
  public var results: [YearEndResult] = []
  /// What was asked for, if another person has to agree first; then nothing is posted yet.
  public var proposal: ProposalAnswer?
  /// What comparing the totals came to; nil if the year was closed before.
  public var reconciliation: TotalsReconciliation?
  /// What the bank booked up to its end and nobody explained; nil if it was closed before.
  public var exceptions: OpenExceptions?
}
