import LedgerCore

/// A text file's bytes as UTF-8, a block at a time.
///
/// What cannot be read as a letter becomes a byte or a control character that no list takes, so that
/// it is reported where it stands instead of being guessed.
final class DecodedText {
  private let source: BatchSource
  private let encoding: TextEncoding
  private var block: [UInt8]
  /// Bytes of a letter whose rest is in the next block.
  private var carried: [UInt8] = []
  private var isFirst = true
  /// The byte before, for the marks of VNI.
  private var before: UInt8 = 0
  /// What each byte is by itself in an encoding of one byte: up to three bytes of UTF-8, the first in
  /// the lowest byte, and their number in the highest.
  private let letters: [UInt32]
  /// What a block becomes, at most three bytes for each.
  private var output: [UInt8]

  /// Begins at the first byte of a source.
  init(
    _ source: BatchSource, _ encoding: TextEncoding, blockSize: Int = 1 << 16
  ) throws(FileFault) {
    self.source = source
    block = [UInt8](repeating: 0, count: blockSize)
    self.encoding = encoding
    letters = Self.letters(encoding)
    output = encoding == .utf8 ? [] : [UInt8](repeating: 0, count: 3 * (block.count + 8))
    try source.rewind()
  }

  /// Appends the next block; false at the end of the file.
  func read(into text: inout [UInt8]) throws(FileFault) -> Bool {
    let count = try source.read(into: &block)
    if count == 0 {
      try source.checkUnchanged()
      // Half a letter at the end is no letter.
      text += carried.isEmpty ? [] : [0xFF]
      carried = []
      return false
    }
    switch encoding {
    case .utf8: takeUtf8(count, &text)
    case .utf16le, .utf16be: takeUtf16(count, &text)
    case .windows1258, .tcvn3: takeLetters(count, &text)
    case .vni: takeVni(count, &text)
    }
    isFirst = false
    return true
  }

  private func takeUtf8(_ count: Int, _ text: inout [UInt8]) {
    let mark = isFirst && block[..<count].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    text += block[mark..<count]
  }

  private func takeLetters(_ count: Int, _ text: inout [UInt8]) {
    let used = letters.withUnsafeBufferPointer { letters in
      block.withUnsafeBytes { block in
        output.withUnsafeMutableBytes { output in
          Self.decode(UnsafeRawBufferPointer(rebasing: block[..<count]), letters, into: output)
        }
      }
    }
    text += output[..<used]
  }

  private static func decode(
    _ bytes: UnsafeRawBufferPointer, _ letters: UnsafeBufferPointer<UInt32>,
    into output: UnsafeMutableRawBufferPointer
  ) -> Int {
    var used = 0
    for byte in bytes {
      let letter = letters[Int(byte)]
      // Four bytes at once; those beyond the letter are written over by the next.
      output.storeBytes(of: letter.littleEndian, toByteOffset: used, as: UInt32.self)
      used += Int(letter >> 24)
    }
    return used
  }

  private func takeUtf16(_ count: Int, _ text: inout [UInt8]) {
    var bytes = carried
    bytes += block[..<count]
    let isBigEndian = encoding == .utf16be
    let start = isFirst ? Self.markLength(bytes, isBigEndian) : 0
    let (taken, used) = bytes.withUnsafeBytes { bytes in
      output.withUnsafeMutableBytes { output in
        Self.decodeUtf16(bytes, from: start, isBigEndian, into: output)
      }
    }
    text += output[..<used]
    carried = Array(bytes[taken...])
  }

  /// Decodes pairs of bytes until less than a letter is left; says how many bytes were taken and
  /// written.
  private static func decodeUtf16(
    _ bytes: UnsafeRawBufferPointer, from start: Int, _ isBigEndian: Bool,
    into output: UnsafeMutableRawBufferPointer
  ) -> (taken: Int, used: Int) {
    var at = start
    var used = 0
    while at + 1 < bytes.count {
      let value = unit(bytes, at, isBigEndian)
      if value & 0xFC00 == 0xD800 {
        guard at + 3 < bytes.count else { break }
        let second = unit(bytes, at + 2, isBigEndian)
        if second & 0xFC00 == 0xDC00 {
          let scalar = 0x1_0000 + (value & 0x3FF) << 10 + (second & 0x3FF)
          output[used] = UInt8(0xF0 | scalar >> 18)
          output[used + 1] = UInt8(0x80 | scalar >> 12 & 0x3F)
          output[used + 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
          output[used + 3] = UInt8(0x80 | scalar & 0x3F)
          used += 4
          at += 4
          continue
        }
      }
      let letter = packed(value)
      output.storeBytes(of: letter.littleEndian, toByteOffset: used, as: UInt32.self)
      used += Int(letter >> 24)
      at += 2
    }
    return (at, used)
  }

  @inline(__always)
  private static func unit(
    _ bytes: UnsafeRawBufferPointer, _ at: Int, _ isBigEndian: Bool
  ) -> UInt32 {
    let unit = bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self)
    return UInt32(isBigEndian ? unit.bigEndian : unit.littleEndian)
  }

  /// How long the byte order mark is.
  private static func markLength(_ bytes: [UInt8], _ isBigEndian: Bool) -> Int {
    bytes.starts(with: isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) ? 2 : 0
  }

  private func takeVni(_ count: Int, _ text: inout [UInt8]) {
    for byte in block[..<count] {
      if byte >= 0x80, let marks = VniMarks.marks(byte), VniMarks.carries(before) {
        for mark in marks { Self.append(mark.value, to: &text) }
        before = 0
      } else {
        let letter = letters[Int(byte)]
        for place in 0..<(letter >> 24) {
          text.append(UInt8(truncatingIfNeeded: letter >> (8 * place)))
        }
        before = byte
      }
    }
  }

  /// Appends a scalar; a lone half of a pair becomes a byte that is no UTF-8.
  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return text.append(0xFF) }
    text += Unicode.UTF8.encode(scalar).map(Array.init) ?? [0xFF]
  }

  /// What each byte is by itself in an encoding of one byte.
  private static func letters(_ encoding: TextEncoding) -> [UInt32] {
    guard TextEncoding.legacy.contains(encoding) else { return [] }
    return (0..<256).map { packed(scalar(UInt8($0), encoding).value) }
  }

  /// The UTF-8 of a scalar of at most 16 bits, and its length; a lone half of a pair becomes a byte
  /// that is no UTF-8.
  @inline(__always)
  private static func packed(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return value | 1 << 24 }
    if value < 0x800 {
      return 0xC0 | value >> 6 | (0x80 | value & 0x3F) << 8 | 2 << 24
    }
    if value & 0xF800 == 0xD800 { return 0xFF | 1 << 24 }
    return 0xE0 | value >> 12 | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16
      | 3 << 24
  }

  private static func scalar(_ byte: UInt8, _ encoding: TextEncoding) -> Unicode.Scalar {
    if byte < 0x80 { return Unicode.Scalar(byte) }
    return switch encoding {
    case .windows1258: LegacyTables.windows1258[Int(byte) - 0x80]
    case .tcvn3: LegacyTables.tcvn3[Int(byte) - 0x80]
    default: VniMarks.letter(byte) ?? Unicode.Scalar(0x80 + byte % 32)
    }
  }

  /// A few bytes read at once, for looking at words.
  static func text(_ bytes: [UInt8], _ encoding: TextEncoding) -> [Unicode.Scalar] {
    var text: [UInt8] = []
    do {
      let decoded = try DecodedText(.memory(name: "", bytes: bytes), encoding)
      while try decoded.read(into: &text) {}
    } catch {
      preconditionFailure("memory can be read")
    }
    return Composer.composed(Array(String(decoding: text, as: UTF8.self).unicodeScalars))
  }
}
