import BatchFiles
import LedgerCore
import LedgerStore

/// The units a posting meets, each looked up once.
///
/// The first few are asked for one by one, because a village's file names one site; after that the
/// whole register is read, because a national file names all of them.
final class RegisterCache: UnitLookup {
  private let store: any LedgerStore
  private var byCode: [UnitCode: [UnitHistory]] = [:]
  /// Codes whose units are all known: a unit met by its number may share a code with others.
  private var asked: Set<UnitCode> = []
  private var byNumber: [Int32: UnitHistory] = [:]
  private var misses = 0

  init(store: any LedgerStore) { self.store = store }

  func unit(_ code: UnitCode, on date: CivilDate) throws -> UnitAnswer? {
    if misses > 16 || asked.contains(code) { return byCode[code]?.answer(for: code, on: date) }
    misses += 1
    try store.read { snapshot in
      if misses > 16 {
        for history in try snapshot.allUnits() { remember(history) }
      } else {
        var units: [Int32] = []
        try snapshot.query(
          "SELECT DISTINCT unit_id FROM unit_version WHERE code = ?1 ORDER BY unit_id",
          [.text(code.text)]
        ) { row in units.append(Int32(truncatingIfNeeded: row.integer(0))) }
        for unit in units { remember(try snapshot.unit(unit)) }
        asked.insert(code)
      }
    }
    return byCode[code]?.answer(for: code, on: date)
  }

  /// The code that a unit has, or had last, on a date.
  func code(of unit: Int32, on date: CivilDate) throws -> UnitCode {
    if byNumber[unit] == nil {
      misses += 1
      try store.read { snapshot in
        if misses == 17 {
          for history in try snapshot.allUnits() { remember(history) }
        } else {
          remember(try snapshot.unit(unit))
        }
      }
    }
    guard let history = byNumber[unit] else {
      throw LedgerError(.ledgerDamaged, "Unit \(unit) is not in the register.")
    }
    return history.version(on: date).code
  }

  private func remember(_ history: UnitHistory) {
    guard byNumber[history.unit] == nil else { return }
    byNumber[history.unit] = history
    for code in Set(history.versions.map(\.code)) { byCode[code, default: []].append(history) }
  }
}

extension [UnitHistory] {
  /// What the unit is that has a code on a date; if none has it then, the one that had it last.
  fileprivate func answer(for code: UnitCode, on date: CivilDate) -> UnitAnswer? {
    let answers = map { history in
      let version = history.version(on: date)
      return UnitAnswer(
        unit: history.unit, kind: version.kind,
        isValid: history.isValid(on: date) && version.code == code)
    }
    return answers.first(where: \.isValid) ?? answers.last
  }
}
