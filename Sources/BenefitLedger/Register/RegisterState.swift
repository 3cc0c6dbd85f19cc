import LedgerCore
import LedgerStore

/// The register as a file would leave it.
struct RegisterState {
  private var histories: [Int32: UnitHistory] = [:]
  /// The units in the order of their numbers.
  private(set) var units: [Int32] = []

  init(_ register: [UnitHistory]) {
    for history in register {
      histories[history.unit] = history
      units.append(history.unit)
    }
  }

  /// A unit with its versions.
  func history(of unit: Int32) -> UnitHistory? { histories[unit] }

  /// Adds the next version of a unit, or the first of a new one.
  mutating func append(_ version: UnitVersion) {
    if histories[version.unit] == nil {
      histories[version.unit] = UnitHistory(version)
      units.append(version.unit)
    } else {
      histories[version.unit]?.append(version)
    }
  }

  /// Every unit with its versions, by number.
  var all: [UnitHistory] { units.sorted().compactMap { histories[$0] } }

  /// Every version of every unit.
  var versions: [UnitVersion] { units.flatMap { histories[$0]?.versions ?? [] } }

  /// The last days after which units do not go on, each with the day after.
  var ends: [(version: UnitVersion, day: CivilDate)] {
    versions.compactMap { version in
      guard let day = version.validTo?.next, let history = histories[version.unit],
        history.hasEnded(by: day), history.version(on: day).version == version.version
      else { return nil }
      return (version, day)
    }
  }

  /// What stands in for a unit on a date: its successor once it has ended, if it has one.
  func successor(of unit: Int32, on date: CivilDate) -> Int32? {
    guard let history = histories[unit], history.hasEnded(by: date) else { return nil }
    return history.version(on: date).successor
  }

  /// The units that a unit leads to on a date, by its successors and then its parents; whether one
  /// of them comes twice, and whether by a successor.
  func path(from unit: Int32, on date: CivilDate) -> (isCircle: Bool, hasSuccessor: Bool) {
    var seen: [Int32] = []
    var hasSuccessor = false
    var next: Int32? = unit
    while let unit = next {
      if let start = seen.firstIndex(of: unit) {
        return (true, seen[start...].contains { successor(of: $0, on: date) != nil })
      }
      seen.append(unit)
      if let successor = successor(of: unit, on: date) {
        hasSuccessor = true
        next = successor
      } else {
        next = histories[unit]?.version(on: date).parent
      }
    }
    return (false, hasSuccessor)
  }
}
