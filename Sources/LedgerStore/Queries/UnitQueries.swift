import LedgerCore

extension LedgerSnapshot {
  /// Hands over every version of every unit, in the order of units and versions.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if a version cannot be read.
  public func scanUnitVersions(_ body: (UnitVersion) throws -> Void) throws {
    try query(
      """
      SELECT unit_id, version_no, code, name, unit_kind_id, parent_unit_id, valid_from, valid_to
      FROM unit_version ORDER BY unit_id, version_no
      """, []
    ) { row in
      let parent = row.integer(5)
      let last = row.integer(7)
      try body(
        UnitVersion(
          unit: promised(Int32(exactly: row.integer(0)), "unit"),
          version: row.integer(1),
          code: promised(UnitCode(row.text(2)), "unit code"),
          name: row.text(3),
          kind: promised(UnitKind(rawValue: UInt8(clamping: row.integer(4))), "unit kind"),
          parent: parent == 0 ? nil : promised(Int32(exactly: parent), "parent unit"),
          validFrom: promised(
            CivilDate(number: Int32(clamping: row.integer(6))), "first day of a unit"),
          validTo: last == 0
            ? nil : promised(CivilDate(number: Int32(clamping: last)), "last day of a unit")))
    }
  }
}
