import Glibc
import LedgerCore

extension XmlReader {
  /// Passes over a byte order mark and the declaration, and refuses every other encoding.
  func begin() throws(FileFault) {
    while limit < 256, !isExhausted { try refill() }
    let first = bytes(Span(start: 0, count: limit))
    if first.starts(with: [0xEF, 0xBB, 0xBF]) {
      cursor = 3
    } else if first.starts(with: [0xFE, 0xFF]) || first.starts(with: [0xFF, 0xFE])
      || (limit >= 2 && (first[0] == 0 || first[1] == 0))
    {
      throw refused("it is UTF-16 or UTF-32, not UTF-8")
    }
    guard isDeclaration(cursor) else { return }
    while find("?>", from: cursor) == nil {
      if isExhausted { throw malformed("the document is cut short") }
      try refill()
    }
    // Read like a tag named xml, whose attributes are what it declares.
    tokenStart = cursor
    guard let end = find("?>", from: cursor) else { return }
    cursor += 1
    let declared = try declaration(end)
    if let encoding = declared["encoding"], asciiLowercased(encoding) != "utf-8" {
      throw refused("its encoding is \(Shown.path(encoding)), not UTF-8")
    }
    guard declared["version"] == "1.0" else { throw refused("it is not XML 1.0") }
    cursor = end + 2
  }

  /// What a declaration says, by name.
  private func declaration(_ end: Int) throws(FileFault) -> [String: String] {
    var declared: [String: String] = [:]
    let words = String(
      decoding: bytes(Span(start: cursor + 4, count: end - cursor - 4)), as: UTF8.self)
    for word in words.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let quote = parts[1].first, quote == "\"" || quote == "'",
        parts[1].count >= 2, parts[1].last == quote
      else { throw malformed("its declaration is not of its form") }
      declared[String(parts[0])] = String(parts[1].dropFirst().dropLast())
    }
    return declared
  }

  /// Reads text up to the next tag.
  func scanText() throws(FileFault) -> Scan {
    var at = cursor
    while classes[Int(base[at])].contains(.plainText) { at += 1 }
    if base[at] == UInt8(ascii: "<") {
      text = bytes(Span(start: cursor, count: at - cursor))
      cursor = at
      return .done
    }
    guard let found = memchr(base + at, Int32(UInt8(ascii: "<")), limit - at) else {
      guard isExhausted else { return .needsMore }
      // What follows the root is white space, or it is no document.
      try checkText(cursor, limit)
      text = bytes(Span(start: cursor, count: limit - cursor))
      cursor = limit
      guard depth == 0 else { throw malformed("the document is cut short") }
      return .done
    }
    let end = found.assumingMemoryBound(to: UInt8.self) - base
    text =
      try checkText(cursor, end)
      ? written(cursor, end, isValue: false) : bytes(Span(start: cursor, count: end - cursor))
    cursor = end
    return .done
  }

  /// Checks that bytes are UTF-8 without control characters.
  ///
  /// - Returns: Whether there is a reference or a carriage return among them.
  @discardableResult
  func checkText(_ start: Int, _ end: Int) throws(FileFault) -> Bool {
    let all = UnsafeBufferPointer(start: base, count: end)
    var isRewritten = false
    var at = start
    while at < end {
      let byte = base[at]
      if classes[Int(byte)].contains(.plainText) {
        at += 1
        continue
      }
      if byte < 0x80 {
        if byte == UInt8(ascii: "&") || byte == 0x0D {
          isRewritten = true
        } else if byte < 0x20 {
          cursor = at
          throw malformed("there is a control character")
        }
        at += 1
        continue
      }
      let found = Utf8.decode(all, at: at)
      guard let scalar = found.scalar, scalar.value & 0xFFFE != 0xFFFE else {
        cursor = at
        throw refused("it has bytes that are not UTF-8")
      }
      at += found.length
    }
    return isRewritten
  }

  /// Text with its references written out and its line ends as one line feed.
  func written(
    _ start: Int, _ end: Int, isValue: Bool
  ) throws(FileFault) -> UnsafeBufferPointer<UInt8> {
    scratchCount = 0
    var at = start
    while at < end {
      let byte = base[at]
      switch byte {
      case UInt8(ascii: "&"):
        at = try appendReference(at, end)
        continue
      case 0x0D:
        if at + 1 < end, base[at + 1] == 0x0A { at += 1 }
        append(isValue ? 0x20 : 0x0A)
      case 0x09, 0x0A: append(isValue ? 0x20 : byte)
      default: append(byte)
      }
      at += 1
    }
    return UnsafeBufferPointer(start: scratch, count: scratchCount)
  }

  /// CDATA with its line ends as one line feed; an ampersand is one there.
  func normalizedLines(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    scratchCount = 0
    var at = start
    while at < end {
      if base[at] == 0x0D {
        if at + 1 < end, base[at + 1] == 0x0A { at += 1 }
        append(0x0A)
      } else {
        append(base[at])
      }
      at += 1
    }
    return UnsafeBufferPointer(start: scratch, count: scratchCount)
  }

  @inline(__always)
  private func append(_ byte: UInt8) {
    scratch[scratchCount] = byte
    scratchCount += 1
  }

  private func appendReference(_ start: Int, _ end: Int) throws(FileFault) -> Int {
    var stop = start + 1
    while stop < end, stop - start < 12, base[stop] != UInt8(ascii: ";") { stop += 1 }
    guard stop < end, base[stop] == UInt8(ascii: ";") else {
      throw malformed("there is an “&” that begins no reference")
    }
    let name = bytes(Span(start: start + 1, count: stop - start - 1))
    if name.first == UInt8(ascii: "#") {
      guard let scalar = Self.scalar(name.dropFirst()) else {
        throw malformed("a reference names no character")
      }
      for byte in String(scalar).utf8 { append(byte) }
    } else if let byte = Self.named(name) {
      append(byte)
    } else {
      throw refused("it uses an entity that is not one of XML's own")
    }
    return stop + 1
  }

  private static func named(_ name: UnsafeBufferPointer<UInt8>) -> UInt8? {
    switch name.count {
    case 2 where name.elementsEqual("lt".utf8): UInt8(ascii: "<")
    case 2 where name.elementsEqual("gt".utf8): UInt8(ascii: ">")
    case 3 where name.elementsEqual("amp".utf8): UInt8(ascii: "&")
    case 4 where name.elementsEqual("quot".utf8): UInt8(ascii: "\"")
    case 4 where name.elementsEqual("apos".utf8): UInt8(ascii: "'")
    default: nil
    }
  }

  /// The character of a number, `65` or `x41`.
  private static func scalar(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let isHex = digits.first == UInt8(ascii: "x")
    let digits = isHex ? digits.dropFirst() : digits
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      let number: UInt32
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = UInt32(digit - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: number = UInt32(digit - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F") where isHex: number = UInt32(digit - 0x37)
      default: return nil
      }
      let (product, overflows) = value.multipliedReportingOverflow(by: isHex ? 16 : 10)
      guard !overflows else { return nil }
      value = product &+ number
      guard value <= 0x10_FFFF else { return nil }
    }
    guard let scalar = Unicode.Scalar(value), value & 0xFFFE != 0xFFFE else { return nil }
    return value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D ? scalar : nil
  }
}
