/// A JSON document whose keys stay in the order they were given: same answer, same bytes.
enum JSON {
  case object([(String, JSON)])
  case array([JSON])
  /// An array of so many elements, each made as it is written: a report may have half a million.
  case made(count: Int, (Int) -> JSON)
  case string(String)
  case number(Int64)
  case bool(Bool)
  case null

  /// A text, or null.
  static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// An integer, or null.
  static func optional(_ number: Int64?) -> JSON { number.map(JSON.number) ?? .null }

  // Functions of their own, and the case under another name: an overload of a case sends the
  // compiler (6.3.1) into "circular reference", depending on the order of files.
  /// An integer.
  static func integer(_ number: Int64) -> JSON { .number(number) }

  /// An integer.
  static func integer(_ number: Int) -> JSON { .number(Int64(number)) }

  /// An array of what a collection's elements say, each made as it is written.
  static func rows<Rows: RandomAccessCollection>(
    _ rows: Rows, _ element: @escaping (Rows.Element) -> JSON
  ) -> JSON where Rows.Index == Int {
    .made(count: rows.count) { element(rows[rows.startIndex + $0]) }
  }

  /// The document on one line.
  var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.0, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.1.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .made(let count, let element):
      bytes.append(UInt8(ascii: "["))
      for index in 0..<count {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element(index).write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .string(let text): Self.write(text, to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        let hex = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hex[Int(byte >> 4)])
        bytes.append(hex[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

// Said, so that the compiler (6.3.1) need not infer it: an enum whose cases hold tuples of itself sends
// it into "circular reference" there, depending on which files it happens to compile together.
@available(*, unavailable)
extension JSON: Sendable {}
