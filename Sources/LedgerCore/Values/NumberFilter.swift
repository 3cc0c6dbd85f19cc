/// Says of a number that it is not in a set, mostly, for the cost of one look into memory.
///
/// A bit for each number in a table of at least sixteen times as many bits: of the numbers that are
/// not in the set, one in sixteen is taken for one that may be.
public struct NumberFilter: Sendable {
  private var words: ContiguousArray<UInt64> = []
  private var shift: UInt64 = 64

  /// A filter of no numbers.
  public init() {}

  /// A filter for so many numbers.
  public init(count: Int) {
    guard count > 0 else { return }
    var bits: UInt64 = 10
    while 1 << bits < count * 16 { bits += 1 }
    shift = 64 - bits
    words = ContiguousArray(repeating: 0, count: 1 << Int(bits - 6))
  }

  /// Puts a number into the set.
  public mutating func insert(_ number: Int64) {
    let place = place(number)
    words[Int(place >> 6)] |= 1 << (place & 63)
  }

  /// Whether a number may be in the set; false if it is not.
  @inline(__always)
  public func mayContain(_ number: Int64) -> Bool {
    guard !words.isEmpty else { return false }
    let place = place(number)
    return words[Int(place >> 6)] >> (place & 63) & 1 != 0
  }

  /// Knuth's multiplicative hash: the high bits of a product with the golden ratio.
  @inline(__always)
  private func place(_ number: Int64) -> UInt64 {
    (UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15) >> shift
  }
}
