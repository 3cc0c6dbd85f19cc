import LedgerCore

/// Which formats of a workbook show a number as a date.
struct XlsxStyles {
  /// For each format of a cell, by its number.
  private var isDate: [Bool] = []

  /// No formats: every number is one.
  init() {}

  init(_ xml: XmlReader, bounds: XlsxBounds) throws(FileFault) {
    var custom: [Int: Bool] = [:]
    var isInCells = false
    while true {
      switch try xml.next() {
      case .finished: return
      case .start where xml.depth == 2: isInCells = xml.isNamed("cellXfs")
      case .start where xml.depth == 3 && xml.isNamed("numFmt"):
        guard custom.count < bounds.items,
          let id = try xml.textValue("numFmtId").flatMap({ Int($0) }),
          let code = try xml.value("formatCode")
        else { continue }
        custom[id] = Self.showsDate(code)
      case .start where xml.depth == 3 && isInCells && xml.isNamed("xf"):
        guard isDate.count < bounds.items else {
          throw xml.malformed("it has too many formats")
        }
        let id = try xml.textValue("numFmtId").flatMap { Int($0) } ?? 0
        isDate.append(custom[id] ?? Self.isBuiltInDate(id))
      default: continue
      }
    }
  }

  /// Whether a cell of a format is a date.
  @inline(__always)
  func isDate(_ style: Int) -> Bool { style < isDate.count && isDate[style] }

  /// The formats that Excel does not write down; those from 27 on are dates in East Asia.
  private static func isBuiltInDate(_ id: Int) -> Bool {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57...58: true
    default: false
    }
  }

  /// Whether a format has a year or a day in it, or a month that is no minute.
  static func showsDate(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasDate = false
    var hasMonth = false
    var hasTime = false
    var at = 0
    while at < code.count {
      switch code[at] | 0x20 {
      case UInt8(ascii: "y"), UInt8(ascii: "d"): hasDate = true
      case UInt8(ascii: "m"): hasMonth = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
      default: break
      }
      switch code[at] {
      case UInt8(ascii: "\""):
        at += 1
        while at < code.count, code[at] != UInt8(ascii: "\"") { at += 1 }
      case UInt8(ascii: "["):
        while at < code.count, code[at] != UInt8(ascii: "]") { at += 1 }
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): at += 1
      default: break
      }
      at += 1
    }
    return hasDate || (hasMonth && !hasTime)
  }
}
