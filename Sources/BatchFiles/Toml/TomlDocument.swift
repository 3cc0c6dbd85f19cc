import LedgerCore

/// A TOML file that was read: its tables, and what could not be read.
struct TomlDocument {
  /// The largest file that is read, in bytes.
  static let largestFile: Int64 = 1 << 20
  /// The longest line that is read, in bytes.
  static let longestLine = 4_096
  /// How many keys a header may have, as in `[a.b.c.d]`.
  static let deepest = 4

  /// The bytes, for showing the lines at fault.
  let bytes: [UInt8]
  /// The keys before the first header, and every table below.
  let root: TomlTable
  /// What could not be read, in file order.
  let faults: [TomlFault]

  /// Reads a file that is held whole; lines that cannot be read are left out and told.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let text = TomlText.faults(in: bytes)
    guard text.isEmpty else {
      let start = TomlPosition(line: 1, column: 1, offset: 0)
      root = TomlTable(position: start, entries: [], isDamaged: true)
      faults = text
      return
    }
    var parser = TomlParser(TomlCursor(bytes))
    parser.read()
    root = parser.root.table
    faults = parser.faults
  }

  /// The line of a position as a diagnostic shows it.
  ///
  /// Amounts are shown whole; a run of digits that begins with a zero is masked like a person's.
  func excerpt(at position: TomlPosition) -> Excerpt {
    var first = min(position.offset, bytes.count)
    while first > 0, bytes[first - 1] != UInt8(ascii: "\n") { first -= 1 }
    let rest = bytes[first...].prefix(Self.longestLine)
    var line = Array(rest.prefix { $0 != UInt8(ascii: "\n") })
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    var offset = position.offset - first
    if first == 0, line.starts(with: TomlText.byteOrderMark) {
      line.removeFirst(3)
      offset -= 3
    }
    return line.withUnsafeBufferPointer { row in
      Excerpt(row: row, spans: Self.amounts(in: row), offset: max(0, min(offset, row.count)))
    }
  }

  private static func amounts(in row: UnsafeBufferPointer<UInt8>) -> [MaskSpan] {
    var spans: [MaskSpan] = []
    var at = 0
    while at < row.count {
      var end = at
      while end < row.count, isDigit(row[end]) { end += 1 }
      if end > at { spans.append(MaskSpan(range: at..<end, rule: .amount)) }
      at = max(end, at + 1)
    }
    return spans
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
