/// A calendar month of the years 1900 to 2199, such as the month a benefit is for.
public struct Month: Hashable, Comparable, Sendable {
  /// Year times 100 plus month: 202610 is October 2026.
  ///
  /// It is what the schema stores.
  public let number: Int32

  /// The years a month may lie in.
  public static let years: ClosedRange<Int32> = 1900...2199

  /// Makes a month from a year and a month of it, if there is such a month.
  public init?(year: Int, month: Int) {
    guard Self.years.contains(Int32(clamping: year)), (1...12).contains(month) else { return nil }
    number = Int32(year * 100 + month)
  }

  /// Makes a month from `year * 100 + month`, if there is such a month.
  public init?(number: Int32) {
    self.init(year: Int(number / 100), month: Int(number % 100))
  }

  /// Reads `YYYY-MM`, nothing else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7])
    else { return nil }
    self.init(year: year, month: month)
  }

  /// Months since January 1900: consecutive, for arithmetic and for packing into a key.
  public var ordinal: Int32 { (number / 100 - 1900) * 12 + number % 100 - 1 }

  /// Makes a month from its ordinal.
  public init?(ordinal: Int32) {
    self.init(year: Int(ordinal / 12 + 1900), month: Int(ordinal % 12 + 1))
  }

  /// The last day of the month.
  public var lastDay: CivilDate? {
    [31, 30, 29, 28].lazy.compactMap { CivilDate(number: number * 100 + $0) }.first
  }

  /// Orders months by time.
  public static func < (left: Month, right: Month) -> Bool { left.number < right.number }
}

extension Month: CustomStringConvertible {
  /// The month as `YYYY-MM`.
  public var description: String { "\(number / 100)-\(twoDigits(number % 100))" }
}

/// The value of a run of ASCII digits, or nil if it is empty, has anything else, or is over 18 long.
func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
  var value = 0
  for byte in bytes {
    guard byte >= 0x30, byte <= 0x39 else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

/// The number with a leading zero if it has one digit.
func twoDigits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
