@testable import BatchFiles

/// Writes Vietnamese text in the encodings of one byte, by the inverse of what the program reads.
struct LetterWriter {
  let encoding: TextEncoding
  private var bytes: [Unicode.Scalar: [UInt8]] = [:]

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    for byte in UInt8.min ... .max { take([byte]) }
    let carriers = Array("aeiouyAEIOUY".utf8) + (0x80...0xFF)
    for first in carriers {
      for second in UInt8(0x80) ... .max { take([first, second]) }
    }
  }

  private mutating func take(_ code: [UInt8]) {
    let read = DecodedText.text(code, encoding)
    guard read.count == 1, bytes[read[0]] == nil else { return }
    bytes[read[0]] = code
  }

  /// The bytes of a text; nil if the encoding does not have a letter of it.
  func write(_ text: String) -> [UInt8]? {
    var written: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let code = bytes[scalar] else { return nil }
      written += code
    }
    return written
  }

  /// The text in any encoding.
  static func write(_ text: String, in encoding: TextEncoding) -> [UInt8]? {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16le: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16be: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1258, .tcvn3, .vni: return LetterWriter(encoding).write(text)
    }
  }

  /// Every small letter of Vietnamese that English does not have.
  static let small =
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
}
