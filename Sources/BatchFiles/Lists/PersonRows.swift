import LedgerCore

/// One row of a list of persons who are not payable.
public struct HoldRow: Sendable, Equatable {
  /// The person, encoded as in `PersonNumber`.
  public var person: Int64
  /// Why, as written.
  public var reason: String
  /// The first day.
  public var from: CivilDate
  /// The last day; nil if it is open.
  public var to: CivilDate?
  /// The kind, if the row says it.
  public var kind: HoldKind?
  /// The line of the file the row begins on, from 1.
  public var fileLine: UInt32

  /// Makes a row.
  public init(
    person: Int64, reason: String, from: CivilDate, to: CivilDate? = nil, kind: HoldKind? = nil,
    fileLine: UInt32 = 0
  ) {
    self.person = person
    self.reason = reason
    self.from = from
    self.to = to
    self.kind = kind
    self.fileLine = fileLine
  }
}

/// One row of a list of numbers of the same persons.
public struct LinkRow: Sendable, Equatable {
  /// The number that another takes the place of, encoded as in `PersonNumber`.
  public var old: Int64
  /// The number that takes its place.
  public var new: Int64
  /// The line of the file the row begins on, from 1.
  public var fileLine: UInt32

  /// Makes a row.
  public init(old: Int64, new: Int64, fileLine: UInt32 = 0) {
    self.old = old
    self.new = new
    self.fileLine = fileLine
  }
}

/// One row of a list of deaths.
public struct DeathRow: Sendable, Equatable {
  /// The person, encoded as in `PersonNumber`.
  public var person: Int64
  /// The day of death.
  public var date: CivilDate
  /// The document it is known from, as written; empty if none is given.
  public var document: String
  /// The line of the file the row begins on, from 1.
  public var fileLine: UInt32
}
