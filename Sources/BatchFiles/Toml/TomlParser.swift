/// Reads the part of TOML 1.0 that this program's files are written in, one line after another.
///
/// Tables, lists of tables, keys with text, whole numbers, true and false, dates, and lists of
/// these. What is left out is refused by name: it would be read by no one, or be read two ways.
struct TomlParser {
  var cursor: TomlCursor
  /// The table without a header.
  let root: TomlNode
  /// What could not be read so far.
  private(set) var faults: [TomlFault] = []
  /// The table that keys go to.
  private var current: TomlNode

  init(_ cursor: TomlCursor) {
    self.cursor = cursor
    root = TomlNode(at: cursor.position, hasHeader: true)
    current = root
  }

  /// Reads everything.
  mutating func read() {
    while !cursor.isAtEnd {
      let line = cursor.line
      do throws(TomlFault) {
        try readLine()
      } catch {
        faults.append(error)
        current.isDamaged = true
        recover(from: error, begunOn: line)
      }
    }
  }

  private mutating func readLine() throws(TomlFault) {
    cursor.skipBlanks()
    if cursor.next == UInt8(ascii: "[") {
      try readHeader()
    } else if !cursor.isAtLineEnd, cursor.next != UInt8(ascii: "#") {
      try readKeyAndValue()
    }
    try expectLineEnd()
    cursor.skipLine()
  }

  private mutating func expectLineEnd() throws(TomlFault) {
    cursor.skipBlanks()
    cursor.skipComment()
    guard !cursor.isAtLineEnd else { return }
    throw TomlFault(
      cursor.position, "Something stands after what the line says.",
      "Put it on a line of its own, or a comment after `#`.")
  }

  /// Finds the next line that can be read by itself, so that one mistake is told once.
  private mutating func recover(from fault: TomlFault, begunOn line: Int) {
    if cursor.line > line {
      cursor.returnToLineStart()
      if beginsStatement() { return }
    }
    cursor.skipLine()
    while !cursor.isAtEnd, !beginsStatement() { cursor.skipLine() }
  }

  /// Whether the line begins as a header, a key, a comment or nothing does.
  private func beginsStatement() -> Bool {
    var ahead = cursor
    ahead.skipBlanks()
    guard !ahead.isAtLineEnd, let byte = ahead.next else { return true }
    return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "#")
      || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private mutating func readKeyAndValue() throws(TomlFault) {
    let keyPosition = cursor.position
    let key = try readKey()
    cursor.skipBlanks()
    if cursor.next == UInt8(ascii: ".") {
      throw TomlFault(
        cursor.position, "A key with a point in it is not read here.",
        "Write a header such as [\(key)] above it, or put the key into quotes.")
    }
    guard cursor.next == UInt8(ascii: "=") else {
      throw TomlFault(
        cursor.position, "After a key there is an equals sign.", "Write: \(key) = value")
    }
    cursor.advance()
    cursor.skipBlanks()
    let item = try readItem()
    try expectLineEnd()
    if let earlier = current[key] {
      throw TomlFault(
        keyPosition, "The key \(Shown.plain(key)) is on line \(earlier.position.line) already.",
        "Keep one of them.")
    }
    current.add(key, at: keyPosition, .item(item))
  }

  private mutating func readHeader() throws(TomlFault) {
    let position = cursor.position
    let isList = cursor.sees("[[")
    // Until the header is read, keys below belong nowhere.
    current = TomlNode(at: position, hasHeader: true)
    cursor.advance(isList ? 2 : 1)
    var path: [(key: String, position: TomlPosition)] = []
    while true {
      cursor.skipBlanks()
      let keyPosition = cursor.position
      path.append((try readKey(), keyPosition))
      guard path.count <= TomlDocument.deepest else {
        throw TomlFault(
          keyPosition, "A header has at most \(TomlDocument.deepest) keys.", "Use fewer.")
      }
      cursor.skipBlanks()
      guard cursor.next == UInt8(ascii: ".") else { break }
      cursor.advance()
    }
    guard isList ? cursor.sees("]]") : cursor.next == UInt8(ascii: "]") else {
      throw TomlFault(
        cursor.position, "The header is not closed.", "End it with \(isList ? "]]" : "]").")
    }
    cursor.advance(isList ? 2 : 1)
    var parent = root
    for step in path.dropLast() { parent = try below(parent, step) }
    guard let last = path.last else { return }
    current = try open(last, in: parent, isList: isList, at: position)
  }

  /// The table that a header's next key is looked for in.
  private func below(
    _ parent: TomlNode, _ step: (key: String, position: TomlPosition)
  ) throws(TomlFault) -> TomlNode {
    switch parent[step.key]?.content {
    case nil:
      let node = TomlNode(at: step.position, hasHeader: false)
      parent.add(step.key, at: step.position, .table(node))
      return node
    case .table(let node): return node
    case .tables(let list):
      guard let last = list.nodes.last else { preconditionFailure("a list of tables has one") }
      return last
    case .item: throw Self.taken(step, parent)
    }
  }

  private func open(
    _ step: (key: String, position: TomlPosition), in parent: TomlNode, isList: Bool,
    at position: TomlPosition
  ) throws(TomlFault) -> TomlNode {
    switch parent[step.key]?.content {
    case nil:
      let node = TomlNode(at: position, hasHeader: true)
      if isList {
        let list = TomlNode.TomlNodeList()
        list.nodes = [node]
        parent.add(step.key, at: step.position, .tables(list))
      } else {
        parent.add(step.key, at: step.position, .table(node))
      }
      return node
    case .tables(let list) where isList:
      let node = TomlNode(at: position, hasHeader: true)
      list.nodes.append(node)
      return node
    case .table(let node) where !isList && !node.hasHeader:
      node.position = position
      node.hasHeader = true
      return node
    default: throw Self.taken(step, parent)
    }
  }

  private static func taken(
    _ step: (key: String, position: TomlPosition), _ parent: TomlNode
  ) -> TomlFault {
    let line = parent[step.key]?.position.line ?? step.position.line
    return TomlFault(
      step.position, "\(Shown.plain(step.key)) is on line \(line) already, as something else.",
      "A table has one header [\(step.key)]; a list of tables has [[\(step.key)]] for each.")
  }
}
