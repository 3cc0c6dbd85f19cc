import LedgerCore

/// A number as a file stores it, if it is a whole one: no floating point is ever computed with.
enum WholeNumber {
  /// A spreadsheet keeps 15 digits of a number; what is longer was rounded.
  static let mostDigits = 15

  /// The value of `1500000`, `1500000.0` or `1.5E6`; nil if it is not whole or has been rounded.
  static func value(_ bytes: some Collection<UInt8>) -> Int64? {
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    var digits: [UInt8] = []
    var scale = 0
    var hasPoint = false
    while let byte = rest.first {
      if byte >= 0x30, byte <= 0x39 {
        digits.append(byte & 15)
        if hasPoint { scale -= 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint, !digits.isEmpty {
        hasPoint = true
      } else {
        break
      }
      rest = rest.dropFirst()
      if digits.count > 40 { return nil }
    }
    guard !digits.isEmpty, !hasPoint || scale < 0 else { return nil }
    if let mark = rest.first {
      guard mark | 0x20 == UInt8(ascii: "e"), let exponent = exponent(rest.dropFirst()) else {
        return nil
      }
      scale += exponent
    }
    while scale < 0, digits.last == 0 {
      digits.removeLast()
      scale += 1
    }
    digits.trimPrefix { $0 == 0 }
    if digits.isEmpty { return 0 }
    guard scale >= 0, digits.count + scale <= mostDigits else { return nil }
    var value: Int64 = 0
    for digit in digits { value = value * 10 + Int64(digit) }
    for _ in 0..<scale { value *= 10 }
    return isNegative ? -value : value
  }

  private static func exponent(_ bytes: some Collection<UInt8>) -> Int? {
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard !rest.isEmpty, rest.count <= 3 else { return nil }
    var value = 0
    for digit in rest {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + Int(digit & 15)
    }
    return isNegative ? -value : value
  }
}
