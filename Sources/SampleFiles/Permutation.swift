/// A scrambled one-to-one renumbering of `0..<count`.
///
/// Personal numbers and accounts must look random and yet never repeat among millions of persons of
/// whom no list is kept. Each round is one-to-one on `bits` bits, so the whole is; a result outside
/// the range is renumbered again until it is inside, which keeps it one-to-one ("cycle walking").
struct Permutation {
  private let mask: UInt64
  private let shift: UInt64
  private let count: UInt64
  private let factors: (UInt64, UInt64, UInt64)
  private let offset: UInt64

  init(count: Int, seed: UInt64, purpose: StaticString) {
    precondition(count > 1)
    let bits = UInt64(Int.bitWidth - (count - 1).leadingZeroBitCount)
    mask = (1 << bits) - 1
    shift = (bits + 1) / 2
    self.count = UInt64(count)
    var draws = Draws(seed: seed, purpose: purpose).at(0)
    factors = (draws.next() | 1, draws.next() | 1, draws.next() | 1)
    offset = draws.next()
  }

  /// The new number of an index that is below `count`.
  func callAsFunction(_ index: Int) -> Int {
    var number = UInt64(index)
    repeat { number = scramble(number) } while number >= count
    return Int(number)
  }

  private func scramble(_ number: UInt64) -> UInt64 {
    var bits = (number &+ offset) & mask
    // An odd factor has an inverse modulo a power of two, and a number xor its own upper half can
    // be undone: both steps are one-to-one.
    bits = (bits &* factors.0) & mask
    bits ^= bits >> shift
    bits = (bits &* factors.1) & mask
    bits ^= bits >> shift
    bits = (bits &* factors.2) & mask
    bits ^= bits >> shift
    return bits
  }
}
