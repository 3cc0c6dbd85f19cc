import LedgerCore

/// Somebody counts the cash at a site.
public struct CashCountRequest: Sendable {
  /// The site or agency.
  public var site: UnitCode
  /// What was counted, in whole đồng; not negative.
  public var amount: Int64
  /// The day on which it was counted.
  public var date: CivilDate
  /// Why it is not what the books say; needed if it is not.
  public var reason: String?
  /// Who records it; under four eyes, and wherever a key is given, the user of the key.
  public var maker: String
  /// The key of who records it; required under four eyes.
  public var key: SigningKey?
  /// Today in Vietnam.
  public var today: CivilDate
  /// How many seconds to wait while another process posts.
  public var wait = 30

  /// Makes a request.
  public init(
    _ site: UnitCode, _ amount: Int64, on date: CivilDate? = nil, reason: String? = nil,
    maker: String = UserName.current, today: CivilDate = VietnamClock.today()
  ) {
    self.site = site
    self.amount = amount
    self.date = date ?? today
    self.reason = reason
    self.maker = maker
    self.today = today
  }
}

/// A count of the cash at a site, and what the books said.
public struct CashCount: Sendable, Hashable {
  /// The number of its record.
  public var record: Int64
  /// The unit's code now.
  public var site: String
  /// The day on which it was counted.
  public var date: CivilDate
  /// What was counted, in whole đồng.
  public var counted: Int64
  /// What should have been there: the books as at that day, as known at ``batch``.
  public var expected: Int64
  /// The last batch there was when it was recorded; 0 if there was none.
  public var batch: Int64
  /// Why it is not what the books say, as written.
  public var reason: String?
  /// Who recorded it.
  public var maker: String

  /// Counted less expected: negative if cash is missing.
  public var variance: Int64 { counted.subtractingReportingOverflow(expected).partialValue }
}

/// What became of a count.
public struct CashCountAnswer: Sendable {
  /// The count as it is recorded.
  public var count: CashCount
  /// False if the same count was the site's last one already, and nothing was added.
  public var isNew: Bool
}
