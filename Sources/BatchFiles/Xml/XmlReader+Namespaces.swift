import Glibc

extension XmlReader {
  /// What the prefix of the element's name stands for; empty if it is in no namespace.
  ///
  /// It is that of a start tag and of an end tag, until the next event.
  var namespace: String {
    String(decoding: namespaces.uri(of: prefix) ?? [], as: UTF8.self)
  }

  /// Whether the element has a name in a namespace.
  func isNamed(_ local: StaticString, in uri: StaticString) -> Bool {
    guard isNamed(local), let found = namespaces.uri(of: prefix) else { return false }
    return uri.withUTF8Buffer { found.elementsEqual($0) }
  }

  /// The element's prefix, without the colon.
  private var prefix: Slice<UnsafeBufferPointer<UInt8>> {
    let name = self.name
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return name[..<0] }
    return name[..<colon]
  }

  /// Takes up what a start tag declares, and checks that its own prefix is declared.
  func declareNamespaces() throws(FileFault) {
    for index in 0..<attributeCount {
      let name = attributes[index].name
      guard name.count >= 5, memcmp(base + name.start, "xmlns", 5) == 0 else { continue }
      let rest = bytes(name).dropFirst(5)
      guard let colon = rest.first else {
        try declare([], of: index)
        continue
      }
      guard colon == UInt8(ascii: ":") else { continue }
      let prefix = Array(rest.dropFirst())
      guard !prefix.isEmpty, !prefix.contains(UInt8(ascii: ":")),
        prefix != Array("xmlns".utf8), prefix != Array("xml".utf8)
      else { throw malformed("a prefix is declared that cannot be one") }
      try declare(prefix, of: index)
    }
    guard memchr(base + nameSpan.start, Int32(UInt8(ascii: ":")), nameSpan.count) != nil else {
      return
    }
    let name = self.name
    guard name.count(where: { $0 == UInt8(ascii: ":") }) == 1, !prefix.isEmpty,
      name.last != UInt8(ascii: ":")
    else { throw malformed("a name has a colon where none can be") }
    guard namespaces.uri(of: prefix) != nil else {
      throw malformed("the prefix of a name is not declared")
    }
  }

  private func declare(_ prefix: [UInt8], of index: Int) throws(FileFault) {
    let uri = Array(try value(of: attributes[index]))
    guard uri.count <= 1_024 else { throw malformed("the name of a namespace is too long") }
    guard prefix.isEmpty || !uri.isEmpty else {
      throw malformed("a prefix is declared to stand for nothing")
    }
    declaredDepth = depth
    guard namespaces.declare(prefix, uri, depth: depth) else {
      throw malformed("more than \(XmlNamespaces.most) prefixes are declared")
    }
  }
}
