import LedgerCore

/// A text file's bytes as UTF-8, a block at a time.
///
/// What cannot be read as a letter becomes a byte or a control character that no list takes, so that
/// it is reported where it stands instead of being guessed.
final class DecodedText {
  private let source: BatchSource
  private let encoding: TextEncoding
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  /// Bytes of a letter whose rest is in the next block.
  private var carried: [UInt8] = []
  private var isFirst = true
  /// The byte before, for the marks of VNI.
  private var before: UInt8 = 0
  private let letters: [[UInt8]]

  /// Begins at the first byte of a source.
  init(_ source: BatchSource, _ encoding: TextEncoding) throws(FileFault) {
    self.source = source
    self.encoding = encoding
    letters = Self.letters(encoding)
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
    case .windows1258, .tcvn3: for byte in block[..<count] { text += letters[Int(byte)] }
    case .vni: takeVni(count, &text)
    }
    isFirst = false
    return true
  }

  private func takeUtf8(_ count: Int, _ text: inout [UInt8]) {
    let mark = isFirst && block[..<count].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    text += block[mark..<count]
  }

  private func takeUtf16(_ count: Int, _ text: inout [UInt8]) {
    var bytes = carried
    bytes += block[..<count]
    let (high, low) = encoding == .utf16be ? (0, 1) : (1, 0)
    func unit(_ at: Int) -> UInt32 { UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + low]) }
    var at = 0
    while at + 1 < bytes.count {
      let value = unit(at)
      if isFirst, at == 0, value == 0xFEFF {
        at += 2
        continue
      }
      if value & 0xFC00 == 0xD800 {
        guard at + 3 < bytes.count else { break }
        let second = unit(at + 2)
        if second & 0xFC00 == 0xDC00 {
          Self.append(0x1_0000 + (value & 0x3FF) << 10 + (second & 0x3FF), to: &text)
          at += 4
          continue
        }
      }
      Self.append(value, to: &text)
      at += 2
    }
    carried = Array(bytes[at...])
  }

  private func takeVni(_ count: Int, _ text: inout [UInt8]) {
    for byte in block[..<count] {
      if byte >= 0x80, let marks = VniMarks.marks(byte), VniMarks.carries(before) {
        for mark in marks { Self.append(mark.value, to: &text) }
        before = 0
      } else {
        text += letters[Int(byte)]
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
  private static func letters(_ encoding: TextEncoding) -> [[UInt8]] {
    guard TextEncoding.legacy.contains(encoding) else { return [] }
    return (0..<256).map { value in
      let byte = UInt8(value)
      var text: [UInt8] = []
      append(scalar(byte, encoding).value, to: &text)
      return text
    }
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
