/// Why a text that is written as a date or a month is none of the calendar.
///
/// - Parameter text: A text such as `2026-02-30` or `9999-12`.
/// - Returns: The reason as the end of a sentence; nil if it is written otherwise, or is a date.
public func notInCalendar(_ text: String) -> Message? {
  let bytes = Array(text.utf8)
  guard bytes.count == 10 || bytes.count == 7 else { return nil }
  for (place, byte) in bytes.enumerated() {
    let isSign = place == 4 || place == 7
    guard isSign ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte) else { return nil }
  }
  guard CivilDate(text) == nil, Month(text) == nil else { return nil }
  let year = bytes[..<4].reduce(Int32(0)) { $0 * 10 + Int32($1 - 0x30) }
  guard Month.years.contains(year) else {
    return "the years go from \(Month.years.lowerBound) to \(Month.years.upperBound)"
  }
  return bytes.count == 7 ? "there is no such month" : "there is no such day in the calendar"
}
