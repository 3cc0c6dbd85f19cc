import LedgerCore

/// What the register of units answers for a code.
public struct UnitAnswer: Sendable {
  /// The unit's number in the register, from 1.
  public var unit: Int32
  /// What it is.
  public var kind: UnitKind
  /// Whether it is valid on the business date.
  public var isValid: Bool
  /// If it is not valid: the code under which it is, or the unit that took its place; nil if none is.
  public var replacement: UnitCode?

  /// Makes an answer.
  public init(unit: Int32, kind: UnitKind, isValid: Bool, replacement: UnitCode? = nil) {
    self.unit = unit
    self.kind = kind
    self.isValid = isValid
    self.replacement = replacement
  }
}

/// The register of units, as far as reading a list needs it.
public protocol UnitLookup: AnyObject {
  /// The unit of a code, or nil if the register has none.
  ///
  /// Asked once for each code of a file.
  func unit(_ code: UnitCode, on date: CivilDate) throws -> UnitAnswer?
}
