import LedgerCore

/// What the register of units answers for a code.
public struct UnitAnswer: Sendable {
  /// The unit's number in the register, from 1.
  public var unit: Int32
  /// What it is.
  public var kind: UnitKind
  /// Whether it is valid on the business date.
  public var isValid: Bool

  /// Makes an answer.
  public init(unit: Int32, kind: UnitKind, isValid: Bool) {
    self.unit = unit
    self.kind = kind
    self.isValid = isValid
  }
}

/// The register of units, as far as reading a list needs it.
public protocol UnitLookup: AnyObject {
  /// The unit of a code, or nil if the register has none.
  ///
  /// Asked once for each code of a file.
  func unit(_ code: UnitCode, on date: CivilDate) throws -> UnitAnswer?
}
