/// Sums by packed key: a hash table for one thing, adding to millions of keys of sixteen bytes.
///
/// Vouchers of a batch often follow one another with the same key, so the last one is tried first.
struct GroupTable: Sendable {
  /// The keys, in the order they were first seen.
  private(set) var keys: ContiguousArray<UInt128> = []
  /// What each key adds up to.
  private(set) var sums: ContiguousArray<Sum> = []
  /// One more than the position of a key, or 0; open addressing, at most half full.
  private var slots = ContiguousArray<Int32>(repeating: 0, count: 1024)
  private var last = 0

  /// Adds to a key.
  @inline(__always)
  mutating func add(_ key: UInt128, count: Int64, amount: Int64) {
    if last >= keys.count || keys[last] != key { last = position(of: key) }
    sums[last].add(count: count, amount: amount)
  }

  /// Adds all that another table adds up to.
  mutating func merge(_ other: GroupTable) {
    for (key, sum) in zip(other.keys, other.sums) {
      let position = position(of: key)
      sums[position].count &+= sum.count
      sums[position].amount &+= sum.amount
    }
  }

  private mutating func position(of key: UInt128) -> Int {
    var slot = Self.home(of: key, slots.count)
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      if keys[position] == key { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
    keys.append(key)
    sums.append(Sum())
    slots[slot] = Int32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: 0, count: slots.count * 2)
    for (position, key) in keys.enumerated() {
      var slot = Self.home(of: key, slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(position + 1)
    }
  }

  /// Multiplies by odd constants with well-mixed bits and takes the top: neighbours are scattered.
  private static func home(of key: UInt128, _ count: Int) -> Int {
    let low = UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15
    let high = UInt64(truncatingIfNeeded: key >> 64) &* 0xC2B2_AE3D_27D4_EB4F
    let mixed = (low ^ (low >> 32) ^ high) &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }
}
