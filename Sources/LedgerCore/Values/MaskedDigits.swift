/// A name with each run of nine digits or more masked to its last three, for a message.
///
/// A personal number has nine to twelve digits in a row. Signs between digits end a run, unlike in the
/// fields of a list: a file's name or a reference such as `D-2026-10-0001` stays readable.
///
/// - Parameter name: A file's name, or a reference.
/// - Returns: The name as it may be shown.
public func maskedDigits(_ name: String) -> String {
  var bytes = Array(name.utf8)
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
    if end - start >= 9 {
      for index in start..<end - 3 { bytes[index] = UInt8(ascii: "*") }
    }
    start = end + 1
  }
  return String(decoding: bytes, as: UTF8.self)
}
