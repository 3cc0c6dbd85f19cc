import Glibc

/// Splits a line of a table into cells, eight bytes at a time.
enum CellSplitter {
  private static let every: UInt64 = 0x0101_0101_0101_0101

  /// Splits a line in which quotes stand around whole cells only.
  ///
  /// - Parameters:
  ///   - line: The line without its end.
  ///   - delimiter: What separates the cells.
  ///   - most: How many cells are kept.
  ///   - cells: Gets those that are not empty; their bytes are those of the line.
  /// - Returns: False if a quote is doubled, or stands or is closed elsewhere than at the edge of a cell,
  ///   so that the line has to be looked at byte by byte.
  static func split(
    _ line: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, atMost most: Int,
    _ cells: inout [TableRow.Cell]
  ) -> Bool {
    guard let base = line.baseAddress else { return true }
    let count = line.count
    var column = 1
    var from = 0
    while from < count {
      var end: Int
      var next: Int
      if base[from] == 0x22 {
        from += 1
        guard let found = memchr(base + from, 0x22, count - from) else { return false }
        end = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        guard end + 1 == count || base[end + 1] == delimiter else { return false }
        next = end + 2
      } else {
        end = mark(base, from, count, delimiter)
        guard end == count || base[end] == delimiter else { return false }
        next = end + 1
      }
      if end > from, column <= most {
        cells.append(.init(column: column, kind: .text, bytes: from..<end))
      }
      column += 1
      from = next
    }
    return true
  }

  /// The first delimiter or quote from a byte on; the end if there is none.
  @inline(__always)
  private static func mark(
    _ base: UnsafePointer<UInt8>, _ from: Int, _ count: Int, _ delimiter: UInt8
  ) -> Int {
    var at = from
    let delimiters = every &* UInt64(delimiter)
    let quotes = every &* 0x22
    while at + 8 <= count {
      let word = loadWord(base + at)
      let found = zeros(word ^ delimiters) | zeros(word ^ quotes)
      if found != 0 { return at + found.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < count, base[at] != delimiter, base[at] != 0x22 { at += 1 }
    return at
  }

  /// The high bit of each byte that is zero; only the lowest of them is to be relied on.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- every) & ~word & (every &* 0x80)
  }
}
