import Glibc

extension XmlReader {
  /// Whether the element has a name, whatever its prefix.
  @inline(__always)
  func isNamed(_ local: StaticString) -> Bool { ends(nameSpan, local) }

  /// An attribute's value by its whole name, prefix included; valid until the next event or value.
  func value(_ name: StaticString) throws(FileFault) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<attributeCount {
      let attribute = attributes[index]
      if attribute.name.count == name.utf8CodeUnitCount,
        memcmp(base + attribute.name.start, name.utf8Start, attribute.name.count) == 0
      {
        return try value(of: attribute)
      }
    }
    return nil
  }

  /// The value of an attribute that has some prefix, by its name without it.
  func value(prefixed local: StaticString) throws(FileFault) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<attributeCount {
      let attribute = attributes[index]
      if attribute.name.count > local.utf8CodeUnitCount, ends(attribute.name, local) {
        return try value(of: attribute)
      }
    }
    return nil
  }

  /// An attribute's value as text.
  func textValue(_ name: StaticString) throws(FileFault) -> String? {
    try value(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// An attribute's value with its references written out.
  func value(
    of attribute: Attribute
  ) throws(FileFault) -> UnsafeBufferPointer<UInt8> {
    let span = attribute.value
    return attribute.isPlain
      ? bytes(span) : try written(span.start, span.start + span.count, isValue: true)
  }

  /// Whether a name is `local`, or a prefix, a colon and `local`.
  @inline(__always)
  private func ends(_ name: Span, _ local: StaticString) -> Bool {
    let count = local.utf8CodeUnitCount
    guard name.count >= count else { return false }
    let start = name.start + name.count - count
    guard memcmp(base + start, local.utf8Start, count) == 0 else { return false }
    return name.count == count || base[start - 1] == UInt8(ascii: ":")
  }
}
