import LedgerCore

/// The statement of one unit: its place in the register, its accounts, and what went through it.
public struct SiteStatement: Sendable {
  /// One account of the unit.
  public struct Account: Hashable, Sendable {
    /// The account's written name.
    public let account: String
    /// The balance before the period, debit positive; 0 from the beginning.
    public let opening: Int64
    /// Debited (Nợ), corrections taken off.
    public let debit: Int64
    /// Credited (Có), corrections taken off.
    public let credit: Int64
    /// The balance after.
    public let closing: Int64
  }

  /// What one event adds up to at the unit, for one benefit.
  public struct Activity: Hashable, Sendable {
    /// What happened.
    public let event: Event
    /// The benefit; nil for money that moved without one.
    public let benefit: Benefit?
    /// How many payments or movements, less those reversed.
    public let count: Int64
    /// Whole đồng, less what was reversed.
    public let amount: Int64
  }

  /// What the unit was called and where it belonged, from the first day to the latest.
  public let versions: [UnitEntry]
  /// The accounting period, if one was asked for.
  public let period: Month?
  /// The accounts of the unit, ordered by chart code and fund.
  public let accounts: [Account]
  /// What went through it, ordered by event and benefit as their terms are listed.
  public let activity: [Activity]
}
