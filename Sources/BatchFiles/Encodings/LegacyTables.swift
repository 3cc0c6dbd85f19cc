/// The upper halves of the one-byte encodings, byte by byte from 0x80.
///
/// A byte that an encoding does not have is read as a control character, which no list takes.
enum LegacyTables {
  /// Windows-1258: letters with their shapes; the tones stand behind them as marks.
  static let windows1258 = table([
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x8A, 0x2039,
    0x152, 0x8D, 0x8E, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x9A, 0x203A, 0x153, 0x9D, 0x9E, 0x178,
  ]) { byte in
    switch byte {
    case 0xC3: 0x102
    case 0xCC: 0x300
    case 0xD0: 0x110
    case 0xD2: 0x309
    case 0xD5: 0x1A0
    case 0xDD: 0x1AF
    case 0xDE: 0x303
    case 0xE3: 0x103
    case 0xEC: 0x301
    case 0xF0: 0x111
    case 0xF2: 0x323
    case 0xF5: 0x1A1
    case 0xFD: 0x1B0
    case 0xFE: 0x20AB
    default: UInt32(byte)
    }
  }

  /// TCVN3: small letters with shapes and tones, and capitals without tones; `.` where there is none.
  static let tcvn3: [Unicode.Scalar] = {
    let letters = Array(
      ("................................"
        + "\u{A0}ĂÂÊÔƠƯĐăâêôơưđ." + ".....àảãáạ.ằẳẵắ." + "......ặầẩẫấậè.ẻẽ"
        + "éẹềểễếệìỉ...ĩíịò" + ".ỏõóọồổỗốộờởỡớợù" + ".ủũúụừửữứựỳỷỹýỵ.").unicodeScalars)
    return letters.enumerated().map { place, letter in
      // Where there is no letter, a control character of the same place.
      letter == "." ? Unicode.Scalar(UInt8(0x80 + place % 32)) : letter
    }
  }()

  private static func table(
    _ first: [UInt32], _ rest: (UInt8) -> UInt32
  ) -> [Unicode.Scalar] {
    (first + (UInt8(0xA0)...0xFF).map(rest)).map { value in
      guard let scalar = Unicode.Scalar(value) else { preconditionFailure("not a scalar") }
      return scalar
    }
  }
}
