/// What is wrong with a chart that could be read, and in which row of it.
public struct ChartFault: Hashable, Sendable {
  /// The tables of a chart whose rows can be at fault together.
  public enum Table: String, CaseIterable, Sendable {
    /// Names of accounts.
    case account
    /// The ministry's numbers.
    case mapping
    /// Accounts of events.
    case rule
    /// Funds of benefits.
    case fund
    /// Amounts of the law.
    case parameter
    /// Limits of amounts.
    case limit
    /// Approvers.
    case approval
  }

  /// The table.
  public var table: Table
  /// The row of the table, from 0.
  public var row: Int
  /// The key whose value is at fault; nil if the row is.
  public var key: String?
  /// The stable code.
  public var code: Code
  /// What is wrong.
  public var message: Message
  /// What to do about it.
  public var help: Message
}
