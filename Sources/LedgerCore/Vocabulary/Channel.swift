/// The way the money reaches the person.
public enum Channel: UInt8, CaseIterable, Sendable {
  /// Cash at a commune payment site, out of the site's advance.
  case cash = 1
  /// Credit to a bank account, out of the fund's bank account.
  case bank = 2
  /// Cash at the agency's own counter, out of the agency's advance.
  case agency = 3
  /// Through the employer, out of the fund's bank account.
  case employer = 4

  /// Whether the money leaves from cash that was advanced to a unit.
  public var isCash: Bool { self == .cash || self == .agency }
}
