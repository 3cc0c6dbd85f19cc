/// Whom a JSON document is said to, from its beginning to its end.
protocol JSONSink: AnyObject {
  func beginObject()
  func key(_ name: String)
  func endObject()
  func beginArray()
  func endArray()
  func string(_ text: String)
  func integer(_ number: Int64)
  func digits(_ number: String)
  func bool(_ flag: Bool)
  func null()
}

/// Makes text of a document, on one line.
final class JSONText: JSONSink {
  private(set) var bytes: [UInt8] = []

  func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
  }

  func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
  }

  func endObject() { bytes.append(UInt8(ascii: "}")) }

  func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
  }

  func endArray() { bytes.append(UInt8(ascii: "]")) }

  func string(_ text: String) {
    separate()
    quote(text)
  }

  func integer(_ number: Int64) { append(String(number)) }

  func digits(_ number: String) { append(number) }

  func bool(_ flag: Bool) { append(flag ? "true" : "false") }

  func null() { append("null") }

  private func append(_ word: String) {
    separate()
    bytes.append(contentsOf: word.utf8)
  }

  /// A comma, unless something was only just begun.
  private func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  private func quote(_ text: String) {
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
