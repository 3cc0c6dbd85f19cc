/// What a byte can be in a document, looked up for every one.
struct XmlClass: OptionSet {
  let rawValue: UInt8

  /// May stand in a name.
  static let name = XmlClass(rawValue: 1)
  /// May begin a name.
  static let nameStart = XmlClass(rawValue: 2)
  /// White space.
  static let space = XmlClass(rawValue: 4)
  /// Stands for itself in an attribute's value and does not end it.
  static let plainValue = XmlClass(rawValue: 8)
  /// Stands for itself in text and does not end it.
  static let plainText = XmlClass(rawValue: 16)

  /// The classes of a byte.
  static func of(_ byte: UInt8) -> XmlClass {
    var classes: XmlClass = []
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...0xFF:
      classes.formUnion([.name, .nameStart])
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      classes.insert(.name)
    default: break
    }
    if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { classes.insert(.space) }
    let isMarkup = byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
    let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    if byte >= 0x20, byte < 0x80, !isMarkup {
      classes.insert(.plainText)
      if !isQuote { classes.insert(.plainValue) }
    }
    if byte == 0x09 || byte == 0x0A { classes.insert(.plainText) }
    return classes
  }
}
