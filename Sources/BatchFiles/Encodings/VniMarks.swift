/// VNI: a letter of one byte, and a second byte for its shape and tone.
enum VniMarks {
  /// The marks that a byte puts on the vowel before it; nil for a byte that is no mark.
  static func marks(_ byte: UInt8) -> [Unicode.Scalar]? { table[Int(byte)] }

  /// The letter that a byte is by itself; nil if it is none.
  static func letter(_ byte: UInt8) -> Unicode.Scalar? { letters[byte] }

  private static let letters: [UInt8: Unicode.Scalar] = [
    0xF6: "ư", 0xD6: "Ư", 0xF4: "ơ", 0xD4: "Ơ", 0xF1: "đ", 0xD1: "Đ", 0xED: "í", 0xCD: "Í",
    0xEC: "ì", 0xCC: "Ì", 0xE6: "ỉ", 0xC6: "Ỉ", 0xF3: "ĩ", 0xD3: "Ĩ", 0xF2: "ị", 0xD2: "Ị",
    0xEE: "ỵ", 0xCE: "Ỵ", 0xA0: "\u{A0}",
  ]

  private static let table: [[Unicode.Scalar]?] = {
    let small: [UInt8: [Unicode.Scalar]] = [
      0xF9: ["\u{301}"], 0xF8: ["\u{300}"], 0xFB: ["\u{309}"], 0xF5: ["\u{303}"],
      0xEF: ["\u{323}"],
      0xE2: ["\u{302}"], 0xE1: ["\u{302}", "\u{301}"], 0xE0: ["\u{302}", "\u{300}"],
      0xE5: ["\u{302}", "\u{309}"], 0xE3: ["\u{302}", "\u{303}"], 0xE4: ["\u{302}", "\u{323}"],
      0xEA: ["\u{306}"], 0xE9: ["\u{306}", "\u{301}"], 0xE8: ["\u{306}", "\u{300}"],
      0xFA: ["\u{306}", "\u{309}"], 0xFC: ["\u{306}", "\u{303}"], 0xEB: ["\u{306}", "\u{323}"],
    ]
    var table = [[Unicode.Scalar]?](repeating: nil, count: 256)
    for (byte, marks) in small {
      table[Int(byte)] = marks
      // The mark of a capital is the capital of the mark.
      table[Int(byte) - 0x20] = marks
    }
    return table
  }()

  /// Whether a letter before a mark can carry it.
  static func carries(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"), UInt8(ascii: "A"), UInt8(ascii: "E"), UInt8(ascii: "O"),
      UInt8(ascii: "U"), UInt8(ascii: "Y"), 0xF4, 0xD4, 0xF6, 0xD6:
      true
    default: false
    }
  }
}
