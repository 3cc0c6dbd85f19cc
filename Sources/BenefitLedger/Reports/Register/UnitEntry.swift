import LedgerCore
import LedgerStore

/// A version of a unit as the register shows it, with the parent's code.
public struct UnitEntry: Hashable, Sendable {
  /// The code.
  public let code: UnitCode
  /// The name.
  public let name: String
  /// The kind.
  public let kind: UnitKind
  /// The code that the unit's parent had when the version began; nil at the top.
  public let parent: UnitCode?
  /// The first day.
  public let validFrom: CivilDate
  /// The last day, if the version ends by itself.
  public let validTo: CivilDate?
  /// The code that its successor has on the day after; nil if no unit takes its place.
  public let successor: UnitCode?
}

extension UnitTree {
  /// The version at a position, as the register shows it.
  func entry(at position: Int) -> UnitEntry {
    let version = versions[position]
    let parent = version.parent.flatMap { self.version(of: $0, on: version.validFrom) }
    let successor = version.successor.flatMap {
      self.version(of: $0, on: version.validTo?.next ?? version.validFrom)
    }
    return UnitEntry(
      code: version.code, name: version.name, kind: version.kind,
      parent: parent.map { versions[$0].code }, validFrom: version.validFrom,
      validTo: version.validTo, successor: successor.map { versions[$0].code })
  }
}

extension Ledger {
  /// Lists the register of units, each unit once as it is latest, or with every version.
  ///
  /// - Parameters:
  ///   - allVersions: With every version.
  ///   - batch: As the register was known at this batch; nil for now.
  /// - Returns: The units.
  /// - Throws: `LedgerError`: `ledgerDamaged`, and what the store did.
  public func units(
    allVersions: Bool = false, asKnownAt batch: Int64? = nil
  ) throws -> [UnitEntry] {
    try store.read { snapshot in
      let tree = try UnitTree(snapshot, asKnownAt: batch)
      return tree.versions.indices.filter {
        allVersions || tree.versionRange(of: tree.versions[$0].unit).last == $0
      }.map { tree.entry(at: $0) }
    }
  }

  /// Lists the units that are valid on a date, each as it was then.
  ///
  /// - Parameters:
  ///   - date: The date.
  ///   - batch: As the register was known at this batch; nil for now.
  /// - Returns: The units.
  /// - Throws: `LedgerError`: `ledgerDamaged`, and what the store did.
  public func units(
    asAt date: CivilDate, asKnownAt batch: Int64? = nil
  ) throws -> [UnitEntry] {
    try store.read { snapshot in
      let tree = try UnitTree(snapshot, asKnownAt: batch)
      return tree.versions.indices.filter {
        let version = tree.versions[$0]
        return tree.version(of: version.unit, on: date) == $0 && version.validFrom <= date
          && version.validTo.map { date <= $0 } ?? true
      }.map { tree.entry(at: $0) }
    }
  }
}
