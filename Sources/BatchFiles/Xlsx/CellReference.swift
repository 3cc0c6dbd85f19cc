/// The names of rows and columns in a sheet.
enum CellReference {
  /// The letters of a column, from 1: 28 is AB.
  static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Column and row of a name such as `AB12`; nil if it is not of that form.
  @inline(__always)
  static func parse(_ name: UnsafeBufferPointer<UInt8>) -> (column: Int, row: Int)? {
    var column = 0
    var at = 0
    while at < name.count, at < 4, name[at] >= 0x41, name[at] <= 0x5A {
      column = column * 26 + Int(name[at]) - 0x40
      at += 1
    }
    guard at > 0, let row = number(UnsafeBufferPointer(rebasing: name[at...])), row > 0 else {
      return nil
    }
    return (column, row)
  }

  /// A number of at most nine digits.
  @inline(__always)
  static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    var value = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + Int(digit & 15)
    }
    return value
  }
}
