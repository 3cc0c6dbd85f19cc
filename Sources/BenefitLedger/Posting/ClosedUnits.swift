import LedgerCore
import LedgerStore

/// The units that end some day, which send nobody money from then on.
///
/// Read once for a call. Most registers have few of them, and a line costs one look into memory.
struct ClosedUnits: Sendable {
  /// When each version of a unit begins and ends, as in ``CivilDate/number``, the earliest first.
  private var versions: [Int32: [(from: Int32, to: Int32)]] = [:]

  /// None.
  init() {}

  /// Reads every unit that has a last day.
  init(_ snapshot: any LedgerSnapshot) throws {
    try snapshot.query(
      """
      SELECT unit_id, valid_from, ifnull(valid_to, 99999999) FROM unit_version
      WHERE unit_id IN (SELECT unit_id FROM unit_version WHERE valid_to IS NOT NULL)
      ORDER BY unit_id, version_no
      """, []
    ) { row in
      versions[Int32(truncatingIfNeeded: row.integer(0)), default: []].append(
        (Int32(clamping: row.integer(1)), Int32(clamping: row.integer(2))))
    }
  }

  /// Whether no unit ever ends.
  var isEmpty: Bool { versions.isEmpty }

  /// Whether a unit has ended by a day and not begun again.
  func hasEnded(_ unit: Int32, by date: CivilDate) -> Bool {
    guard let versions = versions[unit], let first = versions.first else { return false }
    return (versions.last { $0.from <= date.number } ?? first).to < date.number
  }
}

extension LedgerSnapshot {
  /// The code of the unit that took the place of one that has ended by a day; nil if none did.
  func successor(of unit: Int32, on date: CivilDate) throws -> UnitCode? {
    var unit = unit
    // The register refuses circles of successors; a damaged one may have them.
    for _ in 0..<256 {
      let history = try self.unit(unit)
      if history.isValid(on: date) { return history.version(on: date).code }
      guard history.hasEnded(by: date), let next = history.version(on: date).successor else {
        return nil
      }
      unit = next
    }
    return nil
  }
}
