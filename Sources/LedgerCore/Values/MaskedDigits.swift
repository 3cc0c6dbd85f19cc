/// A text with each run of nine digits or more masked to its last three, for a message.
///
/// A personal number has nine to twelve digits in a row. Signs between digits end a run, unlike in the
/// fields of a list: a file's name or a reference such as `D-2026-10-0001` stays readable. A seal or
/// another digest of 64 hexadecimal digits is left as it is.
///
/// - Parameter text: A file's name, a reference, or a message that may have one in it.
/// - Returns: The text as it may be shown.
public func maskedDigits(_ text: String) -> String {
  var bytes: [UInt8] = []
  var start = 0
  let utf8 = Array(text.utf8)
  while start < utf8.count {
    let end = utf8[start...].firstIndex { !isDigit($0) } ?? utf8.count
    if end - start >= 9, !isDigest(around: start..<end, in: utf8) {
      if bytes.isEmpty { bytes = utf8 }
      for index in start..<end - 3 { bytes[index] = UInt8(ascii: "*") }
    }
    start = end + 1
  }
  return bytes.isEmpty ? text : String(decoding: bytes, as: UTF8.self)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Whether digits are a part of 64 hexadecimal digits in a row.
private func isDigest(around digits: Range<Int>, in text: [UInt8]) -> Bool {
  func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte) }
  let start = text[..<digits.lowerBound].lastIndex { !isHexadecimal($0) }.map { $0 + 1 } ?? 0
  let end = text[digits.upperBound...].firstIndex { !isHexadecimal($0) } ?? text.count
  return end - start == 64
}
