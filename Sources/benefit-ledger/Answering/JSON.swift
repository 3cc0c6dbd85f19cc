/// A JSON document whose keys stay in the order they were given: same answer, same bytes.
///
/// It is what it writes: a report may have half a million elements, and each is made as it is written.
struct JSON {
  private let write: (inout [UInt8]) -> Void

  /// Nothing.
  static var null: JSON { JSON { $0.append(contentsOf: "null".utf8) } }

  /// An object, its members in this order.
  static func object(_ members: [(String, JSON)]) -> JSON {
    JSON { bytes in
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(member.0, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.1.write(&bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// An array.
  static func array(_ elements: [JSON]) -> JSON { rows(elements) { $0 } }

  /// An array of what a collection's elements say, each made as it is written.
  static func rows<Rows: RandomAccessCollection>(
    _ rows: Rows, _ element: @escaping (Rows.Element) -> JSON
  ) -> JSON where Rows.Index == Int {
    JSON { bytes in
      bytes.append(UInt8(ascii: "["))
      for index in rows.indices {
        if index > rows.startIndex { bytes.append(UInt8(ascii: ",")) }
        element(rows[index]).write(&bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  /// A text.
  static func string(_ text: String) -> JSON { JSON { write(text, to: &$0) } }

  /// An integer.
  static func integer(_ number: Int64) -> JSON {
    JSON { $0.append(contentsOf: String(number).utf8) }
  }

  /// An integer.
  static func integer(_ number: Int) -> JSON { integer(Int64(number)) }

  /// True or false.
  static func bool(_ flag: Bool) -> JSON {
    JSON { $0.append(contentsOf: (flag ? "true" : "false").utf8) }
  }

  /// A text, or null.
  static func optional(_ text: String?) -> JSON { text.map { string($0) } ?? .null }

  /// An integer, or null.
  static func optional(_ number: Int64?) -> JSON { number.map { integer($0) } ?? .null }

  /// The document on one line.
  var text: String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
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
