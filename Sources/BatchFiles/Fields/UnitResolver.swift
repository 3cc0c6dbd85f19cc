import LedgerCore

/// Turns the codes of units into their numbers, asking the register once for each.
final class UnitResolver {
  /// What is known of a code.
  enum Standing {
    case valid(UnitAnswer)
    case faulty(Code, UnitKind?)
  }

  private let units: any UnitLookup
  private let date: CivilDate
  private var known: [UnitCode: UnitAnswer?] = [:]
  private var lastWords: (UInt64, UInt64) = (0, 0)
  private var lastUnit: Int32 = 0

  init(units: any UnitLookup, date: CivilDate) {
    self.units = units
    self.date = date
  }

  /// The number of a unit that pays out and is valid, or 0.
  ///
  /// Files are in the order of their sites, so most rows have the code of the row before.
  @inline(__always)
  func payingUnit(_ field: FieldBytes) throws -> Int32 {
    guard let words = field.words else { return 0 }
    if words == lastWords { return lastUnit }
    return try lookUpPayingUnit(field, words)
  }

  @inline(never)
  private func lookUpPayingUnit(_ field: FieldBytes, _ words: (UInt64, UInt64)) throws -> Int32 {
    guard case .valid(let answer) = try standing(field, mustPayOut: true) else { return 0 }
    lastWords = words
    lastUnit = answer.unit
    return answer.unit
  }

  /// What is known of the unit a field names.
  func standing(_ field: FieldBytes, mustPayOut: Bool) throws -> Standing {
    guard let code = UnitCode(field.buffer), let answer = try answer(code) else {
      return .faulty(.unitUnknown, nil)
    }
    if mustPayOut, !answer.kind.paysOut { return .faulty(.unitNotSite, answer.kind) }
    return answer.isValid ? .valid(answer) : .faulty(.unitNotValid, answer.kind)
  }

  private func answer(_ code: UnitCode) throws -> UnitAnswer? {
    if let answer = known[code] { return answer }
    let answer = try units.unit(code, on: date)
    precondition(answer.map { $0.unit > 0 } ?? true, "units are numbered from 1")
    known[code] = .some(answer)
    return answer
  }

  private func replacement(_ field: FieldBytes) -> UnitCode? {
    UnitCode(field.buffer).flatMap { known[$0] ?? nil }?.replacement
  }

  func words(_ code: Code, _ kind: UnitKind?, _ field: FieldBytes) -> Words {
    let shown = Shown.plain(field.buffer)
    switch code {
    case .unitNotSite:
      return Words(
        "The unit \(shown) is a \(kind.map { Message.verbatim($0.code) } ?? "unit") and does not pay out.",
        "Write the code of a payment site or of an agency.")
    case .unitNotValid:
      return Words(
        "The unit \(shown) is not valid on \(date).",
        replacement(field).map {
          "Write \($0), which stands for it on that day, or check the business date."
        } ?? "Write the code of the unit that took over, or check the business date.")
    default:
      return Words(
        "The unit \(shown) is not in the register.",
        "Check the code, or add the unit with “sites import” first.")
    }
  }
}
