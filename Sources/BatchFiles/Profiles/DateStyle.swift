import LedgerCore

/// How days are written that have the year last.
public enum DateStyle: UInt8, CaseIterable, Sendable, Coded {
  /// The day first, as in Vietnam.
  case dayFirst = 1
  /// The month first, as in the United States.
  case monthFirst

  /// The day of two numbers and a year; nil if there is none.
  func day(_ first: Int, _ second: Int, year: Int) -> CivilDate? {
    self == .dayFirst
      ? CivilDate(year: year, month: second, day: first)
      : CivilDate(year: year, month: first, day: second)
  }

  /// The form.
  public var code: String { self == .dayFirst ? "dd/MM/yyyy" : "MM/dd/yyyy" }

  /// The tenth of February 2026.
  var example: String { self == .dayFirst ? "10/02/2026" : "02/10/2026" }
}

/// A month as people write it, or as the month of a day.
struct MonthText {
  /// The runs of digits, from the first.
  private var runs: [(value: Int, digits: Int)] = []

  /// Takes a text apart: up to three numbers and what may stand between them; nil if it is no month
  /// and no day.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isWhole: Whether nothing else may follow.
  init?(_ text: ArraySlice<UInt8>, isWhole: Bool) {
    var between: [UInt8] = []
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      guard byte >= 0x30, byte <= 0x39 else {
        between.append(byte)
        at += 1
        continue
      }
      var value = 0
      var digits = 0
      guard Self.mayStand(between, isFirst: runs.isEmpty) else { break }
      while at < text.endIndex, text[at] >= 0x30, text[at] <= 0x39, digits < 9 {
        value = value * 10 + Int(text[at] & 15)
        digits += 1
        at += 1
      }
      if runs.count == 3 { return nil }
      between.removeAll(keepingCapacity: true)
      runs.append((value, digits))
      if !isWhole, value > 1_900 { break }
    }
    guard !runs.isEmpty, !isWhole || between.isEmpty else { return nil }
  }

  /// Whether a text may stand between the numbers of a month: a sign, or the words for month and year.
  private static func mayStand(_ bytes: [UInt8], isFirst: Bool) -> Bool {
    if bytes.isEmpty { return isFirst }
    if bytes.count == 1, !isFirst { return [0x2F, 0x2D, 0x2E, 0x20].contains(bytes[0]) }
    guard bytes.count <= 24 else { return false }
    let words = Fold.words(String(decoding: bytes, as: UTF8.self))
    return words.allSatisfy { ["thang", "nam", "t", "ngay"].contains($0) }
      && bytes.count { [0x2F, 0x2D, 0x2E].contains($0) } <= 1
  }

  /// What the two first numbers of a day say of its form; nil if it is no day, or the same either way.
  var evidence: DateStyle?? {
    guard runs.count == 3, runs[2].digits == 4, runs[0].digits <= 2, runs[1].digits <= 2,
      runs[0].value != runs[1].value
    else { return nil }
    if runs[0].value > 12 { return .some(.dayFirst) }
    if runs[1].value > 12 { return .some(.monthFirst) }
    return .some(nil)
  }

  /// The month; nil if there is none.
  func month(_ style: DateStyle) -> Month? {
    switch runs.count {
    case 1: return single(runs[0].value, digits: runs[0].digits)
    case 2:
      if runs[1].digits == 4, runs[0].digits <= 2 {
        return Self.month(year: runs[1].value, runs[0].value)
      }
      guard runs[0].digits == 4, runs[1].digits <= 2 else { return nil }
      return Self.month(year: runs[0].value, runs[1].value)
    default:
      if runs[0].digits == 4 {
        return Self.month(year: runs[0].value, runs[1].value, day: runs[2].value)
      }
      guard runs[2].digits == 4, runs[0].digits <= 2, runs[1].digits <= 2 else { return nil }
      let (day, month) =
        style == .dayFirst
        ? (runs[0].value, runs[1].value) : (runs[1].value, runs[0].value)
      return Self.month(year: runs[2].value, month, day: day)
    }
  }

  /// The day; nil if there is none.
  func day(_ style: DateStyle) -> CivilDate? {
    switch runs.count {
    case 1:
      let (value, digits) = runs[0]
      switch digits {
      case 8: return CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
      case 5 where value >= Self.serial2000 && value < Self.serial2100:
        return CivilDate(vietnamAtUnixSeconds: Int64(value - 25_569) * 86_400)
      default: return nil
      }
    case 3:
      if runs[0].digits == 4 {
        return CivilDate(year: runs[0].value, month: runs[1].value, day: runs[2].value)
      }
      guard runs[2].digits == 4, runs[0].digits <= 2, runs[1].digits <= 2 else { return nil }
      return style.day(runs[0].value, runs[1].value, year: runs[2].value)
    default: return nil
    }
  }

  /// A day written with the year last, as `YYYY-MM-DD`, whether or not the calendar has it.
  func written(_ style: DateStyle) -> String? {
    guard runs.count == 3, runs[2].digits == 4, runs[0].digits <= 2, runs[1].digits <= 2 else {
      return nil
    }
    let (day, month) =
      style == .dayFirst ? (runs[0].value, runs[1].value) : (runs[1].value, runs[0].value)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let year = String(runs[2].value)
    return String(repeating: "0", count: 4 - year.count) + year + "-\(two(month))-\(two(day))"
  }

  /// `202610`, `20261001`, or the serial number of a day in a spreadsheet.
  private func single(_ value: Int, digits: Int) -> Month? {
    switch digits {
    case 6: return Self.month(year: value / 100, value % 100)
    case 8: return Self.month(year: value / 10_000, value / 100 % 100, day: value % 100)
    case 5 where value >= Self.serial2000 && value < Self.serial2100:
      // Day 25,569 of Excel is 1 January 1970.
      return CivilDate(vietnamAtUnixSeconds: Int64(value - 25_569) * 86_400)?.month
    default: return nil
    }
  }

  private static let serial2000 = 36_526
  private static let serial2100 = 73_051

  private static func month(year: Int, _ month: Int, day: Int = 1) -> Month? {
    guard year < 10_000, (1...12).contains(month), (1...31).contains(day),
      let found = Month(year: year, month: month)
    else { return nil }
    return CivilDate(year: year, month: month, day: day) == nil ? nil : found
  }
}
