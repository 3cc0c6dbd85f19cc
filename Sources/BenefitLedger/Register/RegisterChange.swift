import LedgerCore
import LedgerStore

/// One thing that a file of units changes about one unit.
public struct RegisterChange: Hashable, Sendable {
  /// What happens to a unit.
  public enum Kind: String, CaseIterable, Sendable {
    /// It is new; ``to`` is the unit above it.
    case opened
    /// It has another name.
    case renamed
    /// It belongs to another unit.
    case moved
    /// It has another code.
    case recoded
    /// It is of another kind.
    case reclassified
    /// It ends, and ``to`` takes its place.
    case merged
    /// It ends, and no unit takes its place.
    case closed
    /// It goes on after its last day.
    case reopened
  }

  /// The code the unit has afterwards.
  public let unit: UnitCode
  /// What happens.
  public let kind: Kind
  /// What it was: a name, a kind or a code; nil if there is nothing to say.
  public let from: String?
  /// What it becomes.
  public let to: String?
  /// The first day it is so; of a unit that ends, its last day.
  public let date: CivilDate
}

extension RegisterChange {
  /// What tells a version from the one before it.
  ///
  /// - Parameters:
  ///   - version: The new version.
  ///   - before: The version before; nil if the unit is new.
  ///   - code: The code that a unit has afterwards.
  /// - Returns: What happens, one thing each; the end of the unit last.
  static func changes(
    _ version: UnitVersion, after before: UnitVersion?, code: (Int32) -> String?
  ) -> [RegisterChange] {
    var changes: [RegisterChange] = []
    func add(_ kind: Kind, _ from: String?, _ to: String?, on date: CivilDate? = nil) {
      changes.append(
        RegisterChange(
          unit: version.code, kind: kind, from: from, to: to, date: date ?? version.validFrom))
    }
    if let before {
      if let end = before.validTo, end < version.validFrom { add(.reopened, nil, nil) }
      if before.code != version.code { add(.recoded, before.code.text, version.code.text) }
      if before.name != version.name { add(.renamed, before.name, version.name) }
      if before.kind != version.kind { add(.reclassified, before.kind.code, version.kind.code) }
      if before.parent != version.parent {
        add(.moved, before.parent.flatMap(code), version.parent.flatMap(code))
      }
    } else {
      add(.opened, nil, version.parent.flatMap(code))
    }
    let isEndNews = version.validTo != before?.validTo || version.successor != before?.successor
    if let end = version.validTo {
      if let successor = version.successor, isEndNews {
        add(.merged, nil, code(successor), on: end)
      } else if isEndNews {
        add(.closed, nil, nil, on: end)
      }
    } else if let end = before?.validTo, end >= version.validFrom {
      add(.reopened, nil, nil)
    }
    return changes
  }
}
