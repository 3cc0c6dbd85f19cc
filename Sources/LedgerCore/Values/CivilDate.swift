/// A calendar date of the years 1900 to 2199, without a time or a zone.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Year times 10,000 plus month times 100 plus day: 20261122.
  ///
  /// It is what the schema stores.
  public let number: Int32

  /// Makes a date if the calendar has it.
  public init?(year: Int, month: Int, day: Int) {
    guard let calendarMonth = Month(year: year, month: month),
      day >= 1, day <= Self.days(in: calendarMonth)
    else { return nil }
    number = calendarMonth.number * 100 + Int32(day)
  }

  /// Makes a date from `year * 10000 + month * 100 + day` if the calendar has it.
  public init?(number: Int32) {
    self.init(
      year: Int(number / 10_000), month: Int(number / 100 % 100), day: Int(number % 100))
  }

  /// Reads `YYYY-MM-DD`, nothing else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date in Vietnam (UTC+7, no summer time since 1975) at a count of seconds since 1970 UTC.
  ///
  /// The civil-from-days algorithm is Howard Hinnant's,
  /// <https://howardhinnant.github.io/date_algorithms.html>.
  public init?(vietnamAtUnixSeconds seconds: Int64) {
    let shifted = seconds + 7 * 3600
    let days = (shifted >= 0 ? shifted : shifted - 86_399) / 86_400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month: Int(month),
      day: Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))
  }

  /// The month the date lies in.
  public var month: Month {
    guard let month = Month(number: number / 100) else {
      preconditionFailure("a date's month exists")
    }
    return month
  }

  /// How many days a month has.
  public static func days(in month: Month) -> Int {
    let year = month.number / 100
    switch month.number % 100 {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// The last day of a month.
  public static func last(of month: Month) -> CivilDate {
    guard let date = CivilDate(number: month.number * 100 + Int32(days(in: month))) else {
      preconditionFailure("a month's last day exists")
    }
    return date
  }

  /// The day after; nil after the last day that can be written.
  public var next: CivilDate? {
    let day = Int(number % 100)
    if day < Self.days(in: month) { return CivilDate(number: number + 1) }
    return month.number % 100 < 12
      ? CivilDate(number: (month.number + 1) * 100 + 1)
      : CivilDate(year: Int(number / 10_000) + 1, month: 1, day: 1)
  }

  /// Orders dates by time.
  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.number < right.number }
}

extension CivilDate: CustomStringConvertible {
  /// The date as `YYYY-MM-DD`.
  public var description: String {
    "\(number / 10_000)-\(twoDigits(number / 100 % 100))-\(twoDigits(number % 100))"
  }
}
