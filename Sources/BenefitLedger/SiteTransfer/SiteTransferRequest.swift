import LedgerCore

/// Which closed site's balances move to which other site, and why.
public struct SiteTransferRequest: Sendable {
  /// The code of the site that is closed.
  public var from: UnitCode
  /// The code of the site that takes its balances; nil for the successor that the register names.
  public var to: UnitCode?
  /// Why, as written; kept with both batches.
  public var reason: String
  /// Who posts; under four eyes, and wherever a key is given, the user of the key.
  public var maker: String
  /// The key of who posts; required under four eyes.
  public var key: SigningKey?
  /// The business date; the one site is closed and the other is open on it.
  public var date: CivilDate
  /// The accounting period; nil for the month of the date.
  public var period: Month?
  /// True to check everything and post nothing.
  public var isDryRun = false
  /// How many seconds to wait while another process posts.
  public var wait = 30

  /// Makes a request.
  public init(
    from: UnitCode, to: UnitCode? = nil, reason: String, maker: String = UserName.current,
    date: CivilDate = VietnamClock.today()
  ) {
    self.from = from
    self.to = to
    self.reason = reason
    self.maker = maker
    self.date = date
  }
}
