import BatchFiles
import LedgerCore
import LedgerStore

/// Which unit each row of a file is about, and which unit a code in it names.
///
/// A row is about the unit that has its code, or that had the code in `formerly` until now. It makes
/// a unit if none has the code, or if the one that had it has given its place to a successor: what
/// was merged does not come back, and a code may be given to another unit.
struct UnitMatch {
  /// The number of each row's unit by the row's code; rows with mistakes are left out.
  private(set) var units: [UnitCode: Int32] = [:]
  /// Numbers of the units to make.
  private(set) var newUnits: ClosedRange<Int32>?

  private var holders: [UnitCode: Holder] = [:]

  /// The unit that has a code, or had it last.
  private struct Holder {
    var history: UnitHistory
    /// Whether it is the unit's latest code.
    var isCurrent: Bool
    var since: CivilDate
  }

  init(_ rows: [UnitRow], register: [UnitHistory], _ mistakes: inout RegisterMistakes) {
    for history in register {
      for version in history.versions { hold(version, of: history) }
    }
    var claims: [Int32: UnitRow] = [:]
    for row in rows {
      guard let formerly = row.formerly else { continue }
      guard let unit = unit(of: row, formerly: formerly) else {
        mistakes.add(
          row, .unitFormerlyUnknown, "No unit has the code \(formerly), which \(row.code) had.",
          "Correct formerly, or leave it empty for a new unit.")
        continue
      }
      if let other = claims[unit] {
        mistakes.add(
          row, .unitFormerlyTwice,
          "\(row.code) was \(formerly), and so was \(other.code) on line \(other.fileLine).",
          "One unit has one code: let one row go on with it, and open the other unit.")
        continue
      }
      claims[unit] = row
      units[row.code] = unit
    }
    let first = Int32(register.count) + 1
    var made: Int32 = 0
    for row in rows where row.formerly == nil {
      if let known = known(row), claims[known] == nil {
        units[row.code] = known
      } else {
        units[row.code] = first + made
        made += 1
      }
    }
    if made > 0 { newUnits = first...(first + made - 1) }
  }

  /// The unit that a code names in a row: one of the file first, then who has it, then who had it.
  func unit(named code: UnitCode) -> Int32? { units[code] ?? holders[code]?.history.unit }

  private mutating func hold(_ version: UnitVersion, of history: UnitHistory) {
    let isCurrent = version.version == history.last.version
    if let other = holders[version.code] {
      guard (isCurrent ? 1 : 0, version.validFrom) >= (other.isCurrent ? 1 : 0, other.since) else {
        return
      }
    }
    holders[version.code] = Holder(
      history: history, isCurrent: isCurrent, since: version.validFrom)
  }

  /// The unit that had another code before.
  ///
  /// It still has it, or it changed it on that day by an earlier file. That it had the code at some
  /// time is not enough, for codes go round.
  private func unit(of row: UnitRow, formerly: UnitCode) -> Int32? {
    if let holder = holders[row.code], holder.isCurrent {
      let versions = holder.history.versions
      let isDone = zip(versions, versions.dropFirst()).contains { before, after in
        before.code == formerly && after.code == row.code
          && row.validFrom.map { $0 == after.validFrom } ?? true
      }
      if isDone { return holder.history.unit }
    }
    guard let holder = holders[formerly], holder.isCurrent else { return nil }
    return holder.history.unit
  }

  /// The unit that has a row's code and can go on with it.
  private func known(_ row: UnitRow) -> Int32? {
    guard let holder = holders[row.code], holder.isCurrent else { return nil }
    let last = holder.history.last
    if last.successor != nil, let end = last.validTo, let from = row.validFrom, from > end {
      return nil
    }
    return last.unit
  }
}
