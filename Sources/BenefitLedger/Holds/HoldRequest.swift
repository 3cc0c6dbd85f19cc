import LedgerCore

/// Who writes a record of the register, and when.
public struct RecordRequest: Sendable {
  /// Who makes it; under four eyes, and wherever a key is given, the user of the key.
  public var maker: String
  /// The key of who makes it; required under four eyes.
  public var key: SigningKey?
  /// The business date.
  public var date: CivilDate
  /// How many seconds to wait while another process posts.
  public var wait = 30

  /// Makes a request.
  public init(maker: String = UserName.current, date: CivilDate = VietnamClock.today()) {
    self.maker = maker
    self.date = date
  }
}

/// Which holds are to be released.
public enum ReleasedHolds: Sendable {
  /// Every hold of a person that is not over.
  case person(PersonNumber)
  /// One hold, by its number.
  case number(Int64)
}
