import LedgerCore

/// Sorting a chunk's lines by obligation, so that steps are written in the order of their table.
enum KeyOrder {
  /// The lines' packed keys and positions, ascending by key; lines of the same key stay in file
  /// order.
  ///
  /// A radix sort by bytes that skips the bytes in which all keys agree: the month, mostly.
  static func sorted(_ lines: ContiguousArray<PaymentLine>) -> (keys: [UInt64], order: [UInt32]) {
    let count = lines.count
    return sorted(
      keys: [UInt64](unsafeUninitializedCapacity: count) { buffer, initialized in
        for index in 0..<count { buffer[index] = lines[index].key.packed }
        initialized = count
      })
  }

  /// Packed keys ascending, each with its position before; equal keys stay in order.
  static func sorted(keys unsorted: [UInt64]) -> (keys: [UInt64], order: [UInt32]) {
    var keys = unsorted
    let count = keys.count
    var order = [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in 0..<count { buffer[index] = UInt32(index) }
      initialized = count
    }
    var otherKeys = [UInt64](repeating: 0, count: count)
    var otherOrder = [UInt32](repeating: 0, count: count)
    var counts = [Int](repeating: 0, count: 8 * 256)
    for key in keys {
      for digit in 0..<8 { counts[digit << 8 | Int(key >> UInt64(digit * 8) & 0xFF)] += 1 }
    }
    for digit in 0..<8 {
      let base = digit << 8
      if (0..<256).contains(where: { counts[base + $0] == count }) { continue }
      var next = 0
      for value in 0..<256 {
        let here = counts[base + value]
        counts[base + value] = next
        next += here
      }
      let shift = UInt64(digit * 8)
      for index in 0..<count {
        let key = keys[index]
        let bucket = base + Int(key >> shift & 0xFF)
        let place = counts[bucket]
        counts[bucket] = place + 1
        otherKeys[place] = key
        otherOrder[place] = order[index]
      }
      swap(&keys, &otherKeys)
      swap(&order, &otherOrder)
    }
    return (keys, order)
  }
}
