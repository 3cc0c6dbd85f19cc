import BatchFiles
import LedgerCore
import LedgerStore

/// The units a posting meets, each looked up once.
///
/// The first few are asked for one by one, because a village's file names one site; after that the
/// whole register is read, because a national file names all of them.
final class RegisterCache: UnitLookup {
  private let store: any LedgerStore
  private var byCode: [UnitCode: UnitHistory] = [:]
  private var byNumber: [Int32: UnitHistory] = [:]
  private var misses = 0

  init(store: any LedgerStore) { self.store = store }

  func unit(_ code: UnitCode, on date: CivilDate) throws -> UnitAnswer? {
    if let history = byCode[code] { return history.answer(for: code, on: date) }
    guard misses <= 16 else { return nil }
    misses += 1
    try store.read { snapshot in
      if misses > 16 {
        for history in try snapshot.allUnits() { remember(history) }
      } else if let unit = try snapshot.integer(
        "SELECT unit_id FROM unit_version WHERE code = ?1", [.text(code.text)])
      {
        remember(try snapshot.unit(Int32(unit)))
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
    byNumber[history.unit] = history
    for version in history.versions { byCode[version.code] = history }
  }
}

extension UnitHistory {
  /// What the unit is on a date, asked for by one of its codes.
  fileprivate func answer(for code: UnitCode, on date: CivilDate) -> UnitAnswer {
    let version = version(on: date)
    return UnitAnswer(
      unit: unit, kind: version.kind, isValid: isValid(on: date) && version.code == code)
  }
}
