import LedgerCore

/// UTF-8 read strictly: no overlong forms, no surrogates, nothing above U+10FFFF.
enum Utf8 {
  /// The scalar at a byte and its length; nil and 1 if the bytes are not UTF-8.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at: Int
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    let lead = bytes[at]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    func tail(_ distance: Int) -> UInt32? {
      guard at + distance < bytes.count, bytes[at + distance] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[at + distance] & 0x3F)
    }
    guard lead >= 0xC2, lead <= 0xF4, let second = tail(1) else { return (nil, 1) }
    if lead < 0xE0 { return (Unicode.Scalar(UInt32(lead & 0x1F) << 6 | second), 2) }
    guard let third = tail(2) else { return (nil, 1) }
    if lead < 0xF0 {
      let value = UInt32(lead & 0x0F) << 12 | second << 6 | third
      // `Unicode.Scalar` refuses surrogates.
      guard value >= 0x800, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
      return (scalar, 3)
    }
    guard let fourth = tail(3) else { return (nil, 1) }
    let value = UInt32(lead & 0x07) << 18 | second << 12 | third << 6 | fourth
    guard value >= 0x1_0000, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, 4)
  }

  /// Whether a scalar may not stand in a field: controls, and what changes text unseen.
  static func isForbidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x2069: true
    case 0xFEFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// Whether bytes without ASCII controls are UTF-8 and have nothing forbidden.
  ///
  /// Vietnamese names are in nearly every row, so ASCII is passed over in words and the usual leads
  /// are checked in place; ``FieldBytes/slack`` bytes after the last may be read.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    var at = 0
    while at < bytes.count {
      let high = loadWord(start + at) & 0x8080_8080_8080_8080
      if high == 0 {
        at += 8
        continue
      }
      at += high.trailingZeroBitCount >> 3
      if at >= bytes.count { break }
      let usual = usualLength(start + at)
      if usual > 0, at + usual <= bytes.count {
        at += usual
        continue
      }
      let found = decode(bytes, at: at)
      guard let scalar = found.scalar, !isForbidden(scalar.value) else { return false }
      at += found.length
    }
    return true
  }

  /// The length of a scalar of two or three bytes that cannot be forbidden; 0 if it needs a closer
  /// look.
  @inline(__always)
  static func usualLength(_ start: UnsafePointer<UInt8>) -> Int {
    let lead = start[0]
    guard start[1] & 0xC0 == 0x80 else { return 0 }
    // Vietnamese letters are U+00C0 to U+01B0 and U+1EA0 to U+1EF9.
    if lead >= 0xC3 && lead <= 0xC6 { return 2 }
    return lead == 0xE1 && start[2] & 0xC0 == 0x80 ? 3 : 0
  }

  /// The fault with the lowest code in a field, quotes included, and the byte it is at.
  ///
  /// A carriage return outside quotes is another fault and not looked at here.
  static func fault(
    in bytes: UnsafeBufferPointer<UInt8>, isQuoted: Bool
  ) -> (code: Code, offset: Int)? {
    var worst: (code: Code, offset: Int)?
    func note(_ code: Code, _ offset: Int) {
      if let known = worst, known.code.rawValue <= code.rawValue { return }
      worst = (code, offset)
    }
    var at = 0
    while at < bytes.count {
      let found = decode(bytes, at: at)
      switch found.scalar?.value {
      case nil: note(.invalidUTF8, at)
      case 0: note(.nulByte, at)
      case 0x0A where isQuoted: break
      case 0x0D where isQuoted && at + 1 < bytes.count && bytes[at + 1] == 0x0A: break
      case 0x0D where !isQuoted: break
      case .some(let value): if isForbidden(value) { note(.forbiddenCharacter, at) }
      }
      at += found.length
    }
    return worst
  }
}
