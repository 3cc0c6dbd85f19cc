/// What the prefixes of a document stand for, where it is being read.
struct XmlNamespaces {
  private struct Binding {
    var prefix: [UInt8]
    var uri: [UInt8]
    /// The depth of the element that declares it.
    var depth: Int
  }

  /// The innermost last.
  private var bindings: [Binding] = []

  /// The most declarations that hold at one place.
  static let most = 128

  /// Forgets what elements declared that are left.
  ///
  /// - Parameter depth: How many elements are open.
  /// - Returns: The depth of the innermost element whose declarations still hold.
  mutating func leave(_ depth: Int) -> Int {
    while let last = bindings.last, last.depth > depth { bindings.removeLast() }
    return bindings.last?.depth ?? 0
  }

  /// Declares a prefix, or the default if it is empty; false if there are too many.
  mutating func declare(_ prefix: [UInt8], _ uri: [UInt8], depth: Int) -> Bool {
    bindings.append(Binding(prefix: prefix, uri: uri, depth: depth))
    return bindings.count <= Self.most
  }

  /// What a prefix stands for: nothing for the empty one if there is no default, nil if it is not
  /// declared.
  func uri(of prefix: some Collection<UInt8>) -> [UInt8]? {
    if let found = bindings.last(where: { $0.prefix.elementsEqual(prefix) }) { return found.uri }
    if prefix.isEmpty { return [] }
    return prefix.elementsEqual("xml".utf8)
      ? Array("http://www.w3.org/XML/1998/namespace".utf8) : nil
  }
}
