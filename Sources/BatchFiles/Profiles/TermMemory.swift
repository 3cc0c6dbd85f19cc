import Glibc

/// The first few values of a column and what they are written as, so that most cells are written
/// without looking anything up.
struct TermMemory {
  private struct Entry {
    var from: Range<Int>
    var to: Range<Int>
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  /// So many are compared before a look-up is cheaper.
  private static let limit = 12

  /// Keeps a value, if there is room and it needs no quotes.
  mutating func keep(_ from: ArraySlice<UInt8>, as to: [UInt8]) {
    guard entries.count < Self.limit, !to.contains(where: { $0 == 0x2C || $0 == 0x22 }) else {
      return
    }
    let start = bytes.count
    bytes += from
    let middle = bytes.count
    bytes += to
    entries.append(Entry(from: start..<middle, to: middle..<bytes.count))
  }

  /// Writes what a cell is written as; false if it is not kept.
  func write(_ cell: UnsafeBufferPointer<UInt8>, to line: inout [UInt8]) -> Bool {
    guard let start = cell.baseAddress else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      for entry in entries where entry.from.count == cell.count {
        guard memcmp(base + entry.from.lowerBound, start, cell.count) == 0 else { continue }
        line.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[entry.to]))
        return true
      }
      return false
    }
  }
}
