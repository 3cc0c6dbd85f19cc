/// A stream of random numbers that depends on its start alone: SplitMix64.
///
/// The standard library's generators differ from run to run and their algorithms may change; these
/// files must not. The constants are Sebastiano Vigna's, <https://prng.di.unimi.it/splitmix64.c>.
struct SplitMix64 {
  private var state: UInt64

  init(state: UInt64) { self.state = state }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return mix(state)
  }

  /// A number from 0 to one less than the bound, taken from the upper half as the better mixed one.
  mutating func next(below bound: Int) -> Int {
    Int(((next() >> 32) * UInt64(bound)) >> 32)
  }

  /// Whether something that happens in so many of a thousand cases happens.
  mutating func happens(perMille: Int) -> Bool { next(below: 1000) < perMille }
}

/// Scatters the bits of a number; different numbers stay different.
func mix(_ number: UInt64) -> UInt64 {
  var bits = number
  bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
  bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
  return bits ^ (bits >> 31)
}

/// One random stream for each index, so that nothing drawn for a person has to be kept.
struct Draws {
  private let key: UInt64

  /// Streams of one purpose; two purposes share nothing.
  init(seed: UInt64, purpose: StaticString, variant: Int = 0) {
    var key = mix(seed)
    purpose.withUTF8Buffer { bytes in
      for byte in bytes { key = mix(key &+ UInt64(byte) &+ 1) }
    }
    self.key = mix(key &+ UInt64(variant))
  }

  /// The stream of an index, from its beginning.
  func at(_ index: Int) -> SplitMix64 { SplitMix64(state: mix(key &+ UInt64(index))) }
}
