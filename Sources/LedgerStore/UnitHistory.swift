import LedgerCore

/// A unit with all its versions, the earliest first.
public struct UnitHistory: Sendable {
  /// The unit.
  public let unit: Int32
  /// Its versions; at least one.
  public private(set) var versions: [UnitVersion]

  /// Begins with the first version.
  public init(_ first: UnitVersion) {
    unit = first.unit
    versions = [first]
  }

  /// Adds the next version.
  public mutating func append(_ version: UnitVersion) { versions.append(version) }

  /// The version that began last on or before a date; the first one if none had begun.
  ///
  /// Whether the unit has ended by itself is another question: ``isValid(on:)``.
  public func version(on date: CivilDate) -> UnitVersion {
    versions.last { $0.validFrom <= date } ?? versions[0]
  }

  /// Whether the unit exists on a date.
  public func isValid(on date: CivilDate) -> Bool {
    let version = version(on: date)
    return version.validFrom <= date && version.validTo.map { date <= $0 } ?? true
  }

  /// Whether the unit has ended by a date and not begun again.
  public func hasEnded(by date: CivilDate) -> Bool {
    version(on: date).validTo.map { $0 < date } ?? false
  }

  /// What the unit is now, as far as the register knows.
  public var last: UnitVersion { versions[versions.count - 1] }
}

extension LedgerSnapshot {
  /// Every unit of the register, by number.
  ///
  /// - Parameter record: The last record that counts; without it, all do.
  /// - Returns: The units, each with the versions that it had by then.
  /// - Throws: `LedgerError` for what the database did, `ledgerDamaged` for an impossible row.
  public func allUnits(through record: Int64 = .max) throws -> [UnitHistory] {
    var units: [UnitHistory] = []
    try query(
      """
      SELECT unit_id, version_no, code, name, unit_kind_id, parent_unit_id, valid_from, valid_to,
        successor_unit_id
      FROM unit_version WHERE record_no <= ?1 ORDER BY unit_id, version_no
      """, [.integer(record)]
    ) { row in
      let version = try unitVersion(row)
      if units.last?.unit == version.unit {
        units[units.count - 1].append(version)
      } else {
        units.append(UnitHistory(version))
      }
    }
    return units
  }

  /// One unit of the register.
  ///
  /// - Parameter number: The unit.
  /// - Returns: The unit with its versions.
  /// - Throws: `ledgerDamaged` if it has no version or an impossible one.
  public func unit(_ number: Int32) throws -> UnitHistory {
    var history: UnitHistory?
    try query(
      """
      SELECT unit_id, version_no, code, name, unit_kind_id, parent_unit_id, valid_from, valid_to,
        successor_unit_id
      FROM unit_version WHERE unit_id = ?1 ORDER BY version_no
      """, [.integer(Int64(number))]
    ) { row in
      let version = try unitVersion(row)
      if history == nil { history = UnitHistory(version) } else { history?.append(version) }
    }
    guard let history else {
      throw LedgerError(.ledgerDamaged, "Unit \(number) is not in the register.")
    }
    return history
  }

  private func unitVersion(_ row: any ResultRow) throws -> UnitVersion {
    guard let code = UnitCode(row.text(2)),
      let kind = UnitKind(rawValue: UInt8(truncatingIfNeeded: row.integer(4))),
      let from = CivilDate(number: Int32(truncatingIfNeeded: row.integer(6)))
    else {
      throw LedgerError(
        .ledgerDamaged, "Version \(row.integer(1)) of unit \(row.integer(0)) is impossible.")
    }
    return UnitVersion(
      unit: Int32(truncatingIfNeeded: row.integer(0)), version: row.integer(1), code: code,
      name: row.text(3), kind: kind,
      parent: row.optionalInteger(5).map { Int32(truncatingIfNeeded: $0) }, validFrom: from,
      validTo: row.optionalInteger(7).flatMap { CivilDate(number: Int32(truncatingIfNeeded: $0)) },
      successor: row.optionalInteger(8).map { Int32(truncatingIfNeeded: $0) })
  }
}
