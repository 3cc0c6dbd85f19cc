import LedgerCore
import LedgerStore

/// The register of units in memory: what a unit was called and where it belonged on a date.
///
/// On a date, a unit is what its latest version by then says. A unit that had ended by then is what
/// its successor is, or stays what it last was if none took its place; one that began later is what
/// it first became. So every đồng has a place in the tree of any date, and reports by different trees
/// have the same grand total.
struct UnitTree: Sendable {
  /// Every version, in the order of units and versions.
  let versions: ContiguousArray<UnitVersion>
  /// Where the versions of each unit begin, by the unit's number, and one past the end.
  private let starts: ContiguousArray<Int32>
  /// The days on which some version begins or a successor takes a place, ascending: between two of
  /// them no answer changes.
  private let turningDays: ContiguousArray<CivilDate>

  /// How far up parents are followed, for versions of different dates may name one another.
  static let maximumDepth = 16
  /// How far successors are followed; the register refuses circles, a damaged one may have them.
  private static let maximumSuccessions = 256

  /// Loads the register as it was known at a batch; nil for what it is now.
  init(_ snapshot: any LedgerSnapshot, asKnownAt batch: Int64?) throws {
    try self.init(snapshot, through: try snapshot.lastRecord(asKnownAt: batch))
  }

  /// Loads the register as it was after one of its records.
  init(_ snapshot: any LedgerSnapshot, through record: Int64) throws {
    try self.init(try snapshot.allUnits(through: record))
  }

  /// A register of units that are in memory, by their numbers.
  init(_ units: [UnitHistory]) throws {
    var versions: ContiguousArray<UnitVersion> = []
    var starts: ContiguousArray<Int32> = []
    for history in units {
      guard history.unit >= 0, history.unit <= 16_777_215 else {
        throw LedgerError(.ledgerDamaged, "The register has a unit numbered \(history.unit).")
      }
      while starts.count <= Int(history.unit) { starts.append(Int32(versions.count)) }
      versions += history.versions
    }
    starts.append(Int32(versions.count))
    self.versions = versions
    self.starts = starts
    let successions = versions.lazy.compactMap { $0.successor == nil ? nil : $0.validTo?.next }
    turningDays = ContiguousArray(
      Set(versions.lazy.map(\.validFrom)).union(successions).sorted())
  }

  /// One more than the highest number of a unit.
  var unitLimit: Int { starts.count - 1 }

  /// The positions in ``versions`` of a unit's versions; empty if there is no such unit.
  func versionRange(of unit: Int32) -> Range<Int> {
    guard unit >= 0, Int(unit) < unitLimit else { return 0..<0 }
    return Int(starts[Int(unit)])..<Int(starts[Int(unit) + 1])
  }

  /// The position in ``versions`` of what a unit was on a date; nil if there is no such unit.
  func version(of unit: Int32, on date: CivilDate) -> Int? {
    let range = versionRange(of: unit)
    return range.last { versions[$0].validFrom <= date } ?? range.first
  }

  /// The position in ``versions`` of what stands for a unit on a date: the unit itself, or once it has
  /// ended its successor, or that one's; nil if there is no such unit.
  func standing(of unit: Int32, on date: CivilDate) -> Int? {
    guard var position = version(of: unit, on: date) else { return nil }
    for _ in 0..<Self.maximumSuccessions {
      guard let end = versions[position].validTo, end < date,
        let successor = versions[position].successor, let next = version(of: successor, on: date)
      else { break }
      position = next
    }
    return position
  }

  /// The position in ``versions`` of the unit itself or the nearest above it that is of a kind, each
  /// with its successor in its place.
  func ancestor(of unit: Int32, kind: UnitKind, on date: CivilDate) -> Int? {
    var next: Int32? = unit
    for _ in 0..<Self.maximumDepth {
      guard let unit = next, let version = standing(of: unit, on: date) else { return nil }
      if versions[version].kind == kind { return version }
      next = versions[version].parent
    }
    return nil
  }

  /// The number of turning days up to a date: dates with the same one have the same tree.
  func epoch(of date: CivilDate) -> Int {
    var low = 0
    var high = turningDays.count
    while low < high {
      let middle = (low + high) / 2
      if turningDays[middle] <= date { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The unit that has a code, or had it last.
  func unit(code: UnitCode) -> Int32? {
    versions.lazy.filter { $0.code == code }
      .max { ($0.validFrom, $0.unit) < ($1.validFrom, $1.unit) }?.unit
  }

  /// The latest version of a unit.
  func latest(_ unit: Int32) -> UnitVersion? {
    versionRange(of: unit).last.map { versions[$0] }
  }

  /// The latest code of a unit; its number if the register does not have it.
  func code(of unit: Int32) -> String { latest(unit)?.code.text ?? "#\(unit)" }
}
