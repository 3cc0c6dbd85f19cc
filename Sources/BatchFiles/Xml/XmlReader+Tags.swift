import Glibc
import LedgerCore

extension XmlReader {
  /// Reads `<name attribute="value" …>` or `<name …/>`.
  func scanStartTag() throws(FileFault) -> Scan {
    var at = cursor + 1
    nameSpan.start = at
    var hasHigh = false
    skipName(&at, &hasHigh)
    nameSpan.count = at - nameSpan.start
    attributeCount = 0
    while true {
      let afterName = at
      while classes[Int(base[at])].contains(.space) { at += 1 }
      let byte = base[at]
      if byte == UInt8(ascii: ">") { return try ended(at: at + 1, isEmpty: false, hasHigh) }
      if byte == UInt8(ascii: "/") {
        if at + 1 >= limit { return .needsMore }
        guard base[at + 1] == UInt8(ascii: ">") else { throw malformed("a tag is not closed") }
        return try ended(at: at + 2, isEmpty: true, hasHigh)
      }
      if at >= limit { return .needsMore }
      guard classes[Int(byte)].contains(.nameStart), at > afterName else {
        throw malformed("a tag has something else in it than attributes")
      }
      guard case .done = try scanAttribute(&at, &hasHigh) else { return .needsMore }
    }
  }

  /// Reads `</name>`.
  func scanEndTag() throws(FileFault) -> Scan {
    var at = cursor + 2
    nameSpan.start = at
    var hasHigh = false
    skipName(&at, &hasHigh)
    nameSpan.count = at - nameSpan.start
    while classes[Int(base[at])].contains(.space) { at += 1 }
    if at >= limit { return .needsMore }
    guard base[at] == UInt8(ascii: ">") else { throw malformed("a tag is not closed") }
    try close()
    cursor = at + 1
    return .done
  }

  /// Reads what begins with `<!` or `<?`: comments and instructions are passed over, CDATA is text.
  func scanOther(_ second: UInt8) throws(FileFault) -> Scan {
    text = UnsafeBufferPointer(start: nil, count: 0)
    // Enough to tell `<![CDATA[`.
    if limit - cursor < 9, !isExhausted { return .needsMore }
    func begins(with prefix: StaticString) -> Bool {
      memcmp(base + cursor, prefix.utf8Start, prefix.utf8CodeUnitCount) == 0
    }
    if begins(with: "<!--") {
      guard let end = find("-->", from: cursor + 4) else { return .needsMore }
      try checkText(cursor + 4, end)
      cursor = end + 3
      return .done
    }
    if begins(with: "<![CDATA[") {
      guard depth > 0 else { throw malformed("there is text outside the root element") }
      let start = cursor + 9
      guard let end = find("]]>", from: start) else { return .needsMore }
      text =
        try checkText(start, end)
        ? normalizedLines(start, end) : bytes(Span(start: start, count: end - start))
      cursor = end + 3
      return .done
    }
    if second == UInt8(ascii: "?") {
      guard let end = find("?>", from: cursor + 2) else { return .needsMore }
      try checkText(cursor + 2, end)
      if isDeclaration(cursor) { throw malformed("an XML declaration is not at the beginning") }
      cursor = end + 2
      return .done
    }
    if second == UInt8(ascii: "!") {
      throw refused("it has a document type or declares entities, which are never followed")
    }
    if cursor + 1 >= limit { return .needsMore }
    throw malformed("there is a “<” that begins no tag")
  }

  /// Whether `<?xml` begins at a byte.
  func isDeclaration(_ start: Int) -> Bool {
    memcmp(base + start, "<?xml", 5) == 0 && !classes[Int(base[start + 5])].contains(.name)
  }

  /// Where bytes stand in the window, from one on.
  func find(_ bytes: StaticString, from: Int) -> Int? {
    let last = limit - bytes.utf8CodeUnitCount
    var at = from
    while at <= last {
      guard let found = memchr(base + at, Int32(bytes.utf8Start[0]), last - at + 1) else {
        return nil
      }
      at = found.assumingMemoryBound(to: UInt8.self) - base
      if memcmp(base + at, bytes.utf8Start, bytes.utf8CodeUnitCount) == 0 { return at }
      at += 1
    }
    return nil
  }

  private func ended(at end: Int, isEmpty: Bool, _ hasHigh: Bool) throws(FileFault) -> Scan {
    guard nameSpan.count <= bounds.nameBytes else { throw malformed("a name is too long") }
    if hasHigh { try checkText(cursor, end) }
    try checkTwice()
    try open(isEmpty: isEmpty)
    cursor = end
    return .done
  }

  @inline(__always)
  private func skipName(_ at: inout Int, _ hasHigh: inout Bool) {
    var high: UInt8 = 0
    while classes[Int(base[at])].contains(.name) {
      high |= base[at]
      at += 1
    }
    if high >= 0x80 { hasHigh = true }
  }

  private func scanAttribute(_ at: inout Int, _ hasHigh: inout Bool) throws(FileFault) -> Scan {
    guard attributeCount < bounds.attributes else {
      throw malformed("an element has more than \(bounds.attributes) attributes")
    }
    let nameStart = at
    skipName(&at, &hasHigh)
    let name = Span(start: nameStart, count: at - nameStart)
    while classes[Int(base[at])].contains(.space) { at += 1 }
    if at >= limit { return .needsMore }
    guard base[at] == UInt8(ascii: "=") else { throw malformed("an attribute has no value") }
    at += 1
    while classes[Int(base[at])].contains(.space) { at += 1 }
    if at >= limit { return .needsMore }
    let quote = base[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw malformed("an attribute's value is not in quotes")
    }
    at += 1
    let valueStart = at
    var isPlain = true
    while true {
      while classes[Int(base[at])].contains(.plainValue) { at += 1 }
      let byte = base[at]
      if byte == quote { break }
      if at >= limit { return .needsMore }
      if byte == UInt8(ascii: "<") { throw malformed("there is a “<” in an attribute's value") }
      if byte >= 0x80 {
        hasHigh = true
      } else if byte == UInt8(ascii: "&") || classes[Int(byte)].contains(.space) {
        isPlain = false
      } else if byte < 0x20 {
        throw malformed("there is a control character")
      }
      at += 1
    }
    attributes[attributeCount] = Attribute(
      name: name, value: Span(start: valueStart, count: at - valueStart), isPlain: isPlain)
    attributeCount += 1
    at += 1
    return .done
  }

  private func checkTwice() throws(FileFault) {
    guard attributeCount > 1 else { return }
    for later in 1..<attributeCount {
      let name = attributes[later].name
      for earlier in 0..<later {
        let other = attributes[earlier].name
        if other.count == name.count,
          memcmp(base + other.start, base + name.start, name.count) == 0
        {
          throw malformed("an attribute is there twice")
        }
      }
    }
  }
}
