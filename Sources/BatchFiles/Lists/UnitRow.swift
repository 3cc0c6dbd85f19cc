import LedgerCore

/// One row of a list of units.
public struct UnitRow: Sendable, Equatable {
  /// The unit's code.
  public var code: UnitCode
  /// Its name, as written.
  public var name: String
  /// What it is.
  public var kind: UnitKind
  /// The unit above; nil for the topmost.
  public var parent: UnitCode?
  /// The first day it is valid, if the row says so.
  public var validFrom: CivilDate?
  /// The last day it is valid, if the row says so.
  public var validTo: CivilDate?
  /// The code the unit had before it had this one.
  public var formerly: UnitCode?
  /// The unit that takes its place after the last day.
  public var successor: UnitCode?
  /// The line of the file the row begins on, from 1.
  public var fileLine: UInt32

  /// Makes a row.
  public init(
    code: UnitCode, name: String, kind: UnitKind, parent: UnitCode? = nil,
    validFrom: CivilDate? = nil, validTo: CivilDate? = nil, formerly: UnitCode? = nil,
    successor: UnitCode? = nil, fileLine: UInt32 = 0
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.formerly = formerly
    self.successor = successor
    self.fileLine = fileLine
  }
}
