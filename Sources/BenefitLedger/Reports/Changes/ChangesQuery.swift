import LedgerCore

/// Which two states of knowledge are compared, and by what.
public struct ChangesQuery: Sendable {
  /// The last batch of the earlier state; 0 is the ledger before its first batch.
  public var since: Int64
  /// The last batch of the later state; nil for what is known now.
  public var until: Int64?
  /// What each row is for, as for totals.
  public var keys: [TotalsKey]
  /// Only this accounting period.
  public var period: Month?
  /// Only batches whose business date is not later.
  public var asAt: CivilDate?

  /// Asks for what changed.
  public init(
    since: Int64, until: Int64? = nil, by keys: [TotalsKey] = [.fund, .benefit],
    period: Month? = nil, asAt: CivilDate? = nil
  ) {
    self.since = since
    self.until = until
    self.keys = keys
    self.period = period
    self.asAt = asAt
  }

  /// Asks for the totals as known at a batch; nil for now.
  func totals(asKnownAt batch: Int64?) -> TotalsQuery {
    TotalsQuery(by: keys, period: period, asAt: asAt, asKnownAt: batch)
  }

  /// Asks for what the batches after the earlier state brought, batch by batch.
  var explanation: TotalsQuery {
    var query = totals(asKnownAt: until)
    query.keys = [.batch] + query.answeredKeys
    query.after = since
    return query
  }
}
