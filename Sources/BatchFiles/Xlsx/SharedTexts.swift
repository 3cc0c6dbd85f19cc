import LedgerCore

/// The texts that the cells of a workbook share, one after the other in one buffer.
struct SharedTexts {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  var count: Int { ends.count }

  /// No texts.
  init() {}

  init(_ xml: XmlReader, bounds: XlsxBounds) throws(FileFault) {
    var isText = false
    // Depth of a pronunciation guide, which is no part of the text.
    var guideDepth = 0
    while true {
      switch try xml.next() {
      case .finished: return
      case .start:
        if guideDepth == 0, xml.isNamed("rPh") { guideDepth = xml.depth }
        isText = guideDepth == 0 && xml.depth >= 3 && xml.isNamed("t")
      case .text:
        guard isText else { continue }
        XlsxText.append(xml.text, to: &bytes)
        guard bytes.count <= bounds.sharedTextBytes else {
          throw .workbookMalformed(
            xml.file, "its texts have more than \(grouped(bounds.sharedTextBytes)) bytes")
        }
      case .end:
        isText = false
        if xml.depth < guideDepth { guideDepth = 0 }
        guard xml.depth == 1, xml.isNamed("si") else { continue }
        ends.append(UInt32(bytes.count))
        guard ends.count <= bounds.sharedCount else {
          throw .workbookMalformed(
            xml.file, "it has more than \(grouped(bounds.sharedCount)) texts")
        }
      }
    }
  }

  /// Where a text lies; nil if there is none of the number.
  @inline(__always)
  subscript(index: Int) -> Range<Int>? {
    guard index >= 0, index < ends.count else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}

/// Text as workbooks write it down.
enum XlsxText {
  /// Appends text; `_x0041_` stands for the character of that number.
  ///
  /// Control characters other than white space stay as they are written: they are of no use in a list.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard text.contains(UInt8(ascii: "_")) else {
      bytes.append(contentsOf: text)
      return
    }
    var at = 0
    while at < text.count {
      if let scalar = scalar(text, at) {
        bytes.append(contentsOf: String(scalar).utf8)
        at += 7
      } else {
        bytes.append(text[at])
        at += 1
      }
    }
  }

  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Unicode.Scalar? {
    guard text[at] == UInt8(ascii: "_"), at + 7 <= text.count, text[at + 1] == UInt8(ascii: "x"),
      text[at + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for digit in text[(at + 2)..<(at + 6)] {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - 0x30)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(digit - 0x37)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(digit - 0x57)
      default: return nil
      }
    }
    guard value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D else { return nil }
    return Unicode.Scalar(value)
  }
}
