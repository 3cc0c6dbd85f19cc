/// A number with its thousands grouped by points, as Vietnamese clerks write it: 1.234.567.
///
/// - Parameter number: The number.
/// - Returns: Its digits in groups of three, a minus sign before a negative one.
public func grouped(_ number: some BinaryInteger) -> String {
  let digits = Array(String(number.magnitude).utf8)
  var bytes: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
  for (index, digit) in digits.enumerated() {
    if index > 0 && (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ".")) }
    bytes.append(digit)
  }
  return String(decoding: bytes, as: UTF8.self)
}
