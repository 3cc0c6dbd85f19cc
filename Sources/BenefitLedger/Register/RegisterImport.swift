import BatchFiles
import LedgerCore
import LedgerStore

/// Works out what a file of units adds to the register.
struct RegisterImport {
  /// Versions to add, in the order of unit and version.
  private(set) var versions: [UnitVersion] = []
  /// Numbers of the units to make.
  private(set) var newUnits: ClosedRange<Int32>?
  /// How many units exist afterwards.
  private(set) var unitCount = 0
  /// The rows that add a version, each with the version before it, in the order of the file.
  private(set) var added: [(row: UnitRow, version: UnitVersion, before: UnitVersion?)] = []
  /// The register afterwards, by unit.
  private(set) var after: [UnitHistory] = []
  /// What happens to each unit, in the order of the file.
  private(set) var changes: [RegisterChange] = []
  /// What is wrong with the file.
  private(set) var diagnosis = Diagnosis()
  /// The versions in an order in which a code is given up before another unit takes it.
  private(set) var insertionOrder: [UnitVersion] = []

  /// Since when a unit exists that the file gives no first day.
  static let always = CivilDate(year: 1900, month: 1, day: 1)

  /// Compares a file with the register.
  ///
  /// A row that says what the register says adds nothing; a row that says something else adds a
  /// version from its first day on. A row that only closes its unit adds one that is the last day.
  init(_ rows: [UnitRow], register: [UnitHistory], file: String) {
    var mistakes = RegisterMistakes(file: file)
    let match = UnitMatch(rows, register: register, &mistakes)
    var after = RegisterState(register)
    for row in rows {
      guard let unit = match.units[row.code],
        let version = Self.version(row, unit, match, after.history(of: unit), &mistakes)
      else { continue }
      added.append((row, version, after.history(of: unit)?.last))
    }
    for (_, version, _) in added { after.append(version) }
    if mistakes.isEmpty {
      let checks = RegisterChecks(added: added.map { ($0.row, $0.version, $0.before) }, after)
      checks.run(&mistakes)
      insertionOrder = checks.inOrderOfCodes(&mistakes)
    }
    versions = added.map(\.version).sorted { $0.unit < $1.unit }
    self.after = after.all
    newUnits = match.newUnits
    unitCount = register.count + (match.newUnits?.count ?? 0)
    changes = added.flatMap { added in
      RegisterChange.changes(added.version, after: added.before) {
        after.history(of: $0)?.last.code.text
      }
    }
    diagnosis = mistakes.diagnosis
  }

  /// The version that a row adds; nil if it adds none or is mistaken.
  private static func version(
    _ row: UnitRow, _ unit: Int32, _ match: UnitMatch, _ history: UnitHistory?,
    _ mistakes: inout RegisterMistakes
  ) -> UnitVersion? {
    let parent = row.parent.map { match.unit(named: $0) }
    let successor = row.successor.map { match.unit(named: $0) }
    if let code = row.parent, parent == .some(nil) {
      mistakes.add(
        row, .unitParentUnknown, "The parent \(code) of \(row.code) is not known.",
        "Add a row for \(code), or correct the parent.")
      return nil
    }
    if let code = row.successor, successor == .some(nil) {
      mistakes.add(
        row, .unitSuccessorUnknown, "The successor \(code) of \(row.code) is not known.",
        "Add a row for \(code), or correct the successor.")
      return nil
    }
    if successor == .some(unit) {
      mistakes.add(
        row, .unitSuccessorCircle, "\(row.code) is its own successor.",
        "Name the unit that takes its place, or leave successor empty.")
      return nil
    }
    guard let from = row.validFrom ?? history?.last.validFrom ?? always else { return nil }
    let version = UnitVersion(
      unit: unit, version: (history?.last.version ?? 0) + 1, code: row.code, name: row.name,
      kind: row.kind, parent: parent ?? nil, validFrom: from, validTo: row.validTo,
      successor: successor ?? nil)
    guard let history else { return version }
    return next(version, of: history, row, &mistakes)
  }

  /// What a row adds to a unit that exists.
  private static func next(
    _ version: UnitVersion, of history: UnitHistory, _ row: UnitRow,
    _ mistakes: inout RegisterMistakes
  ) -> UnitVersion? {
    let last = history.last
    let isAlike = version.isAlike(last)
    let isSince =
      row.validFrom == nil
      || isAlike
        && history.versions.reversed().prefix { $0.isAlike(last) }
          .contains { $0.validFrom == row.validFrom }
    if isAlike, version.validTo == last.validTo, version.successor == last.successor,
      isSince || version.validFrom > last.validFrom
    {
      return nil
    }
    var next = version
    if isAlike, isSince, let end = row.validTo, last.validTo.map({ end <= $0 }) ?? true {
      next.validFrom = end
      guard end > last.validFrom else {
        mistakes.add(
          row, .unitChangeNotLater,
          "\(row.code) is to end on \(end), but its last version began on \(last.validFrom).",
          "A version begins after the one before it; say from which later day it is so.")
        return nil
      }
      return next
    }
    guard row.validFrom != nil else {
      mistakes.add(
        row, .unitChangeUndated, "\(row.code) differs from the register and has no valid_from.",
        "Say in valid_from from which day it is so.")
      return nil
    }
    guard next.validFrom > last.validFrom else {
      mistakes.add(
        row, .unitChangeNotLater,
        """
        \(row.code) changes on \(next.validFrom), but its last version began on \
        \(last.validFrom).
        """, "A version begins after the one before it.")
      return nil
    }
    return next
  }
}

extension UnitVersion {
  /// Whether another version says the same of the unit, whatever its days.
  fileprivate func isAlike(_ other: UnitVersion) -> Bool {
    code == other.code && name == other.name && kind == other.kind && parent == other.parent
  }
}
