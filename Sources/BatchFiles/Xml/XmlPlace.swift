/// Where in a document something stands.
struct XmlPlace {
  /// The line, from 1.
  var line = 1
  /// The column in characters, from 1.
  var column = 1

  /// Passes over bytes.
  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>) {
    var last = -1
    var lines = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines += 1
      last = index
    }
    if lines > 0 { column = 1 }
    line += lines
    var characters = 0
    for index in (last + 1)..<bytes.count where bytes[index] & 0xC0 != 0x80 { characters += 1 }
    column += characters
  }
}
