import Glibc

/// Where in a document something stands.
struct XmlPlace {
  /// The line, from 1.
  var line = 1
  /// The column in characters, from 1.
  var column = 1

  /// Passes over bytes.
  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    var rest = bytes[...]
    // A workbook's part is one long line, so line ends are looked for before they are counted.
    if memchr(start, 0x0A, bytes.count) != nil, let last = bytes.lastIndex(of: 0x0A) {
      var lines = 0
      for byte in bytes[...last] { lines &+= byte == 0x0A ? 1 : 0 }
      line += lines
      column = 1
      rest = bytes[(last + 1)...]
    }
    var characters = 0
    for byte in rest { characters &+= byte & 0xC0 == 0x80 ? 0 : 1 }
    column += characters
  }
}
