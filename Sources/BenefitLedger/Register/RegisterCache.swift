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
    try learn(code)
    guard var answer = byCode[code]?.answer(for: code, on: date) else { return nil }
    if !answer.isValid { answer.replacement = try replacement(of: answer.unit, on: date) }
    return answer
  }

  /// Looks up the units that have or had a code, once.
  private func learn(_ code: UnitCode) throws {
    guard misses <= 16, !asked.contains(code) else { return }
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
  }

  /// The code that a unit has on a date, or that of the unit that took its place.
  private func replacement(of unit: Int32, on date: CivilDate) throws -> UnitCode? {
    var unit = unit
    // The register refuses circles of successors; a damaged one may have them.
    for _ in 0..<256 {
      let history = try history(of: unit)
      if history.isValid(on: date) { return history.version(on: date).code }
      guard history.hasEnded(by: date), let successor = history.version(on: date).successor else {
        return nil
      }
      unit = successor
    }
    return nil
  }

  /// The code that a unit has, or had last, on a date.
  func code(of unit: Int32, on date: CivilDate) throws -> UnitCode {
    try history(of: unit).version(on: date).code
  }

  private func history(of unit: Int32) throws -> UnitHistory {
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
    return history
  }

  private func remember(_ history: UnitHistory) {
    guard byNumber[history.unit] == nil else { return }
    byNumber[history.unit] = history
    for code in Set(history.versions.map(\.code)) { byCode[code, default: []].append(history) }
  }
}

extension [UnitHistory] {
  /// What the unit is that has a code on a date; if none has it then, the newest that ever had it.
  fileprivate func answer(for code: UnitCode, on date: CivilDate) -> UnitAnswer? {
    let answers = map { history in
      let version = history.version(on: date)
      return UnitAnswer(
        unit: history.unit, kind: version.kind,
        isValid: history.isValid(on: date) && version.code == code)
    }
    return answers.first(where: \.isValid) ?? answers.max { $0.unit < $1.unit }
  }
}
