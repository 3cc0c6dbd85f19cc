/// The content of one field where it lies in the reader's buffer.
///
/// At least 16 bytes after the content may be read (not used), so that words can be loaded whole.
struct FieldBytes {
  let start: UnsafePointer<UInt8>
  let count: Int

  /// How many readable bytes follow the content of every field.
  static let slack = 16

  @inline(__always)
  init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 { start[index] }

  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  var text: String { String(decoding: buffer, as: UTF8.self) }

  /// Eight bytes from `offset`, the first in the lowest place.
  @inline(__always)
  func word(at offset: Int) -> UInt64 { loadWord(start + offset) }

  /// Content of at most 16 bytes in two words, zeros after it; nil if it is longer.
  ///
  /// A clean field holds no NUL, so different contents have different words.
  @inline(__always)
  var words: (UInt64, UInt64)? {
    guard count <= 16 else { return nil }
    let low = count >= 8 ? word(at: 0) : word(at: 0) & lowBytes(count)
    let high = count <= 8 ? 0 : count == 16 ? word(at: 8) : word(at: 8) & lowBytes(count - 8)
    return (low, high)
  }

  /// The value of `length` ASCII digits (1 to 8) from `offset`, or -1 if one is not a digit.
  @inline(__always)
  func digits(at offset: Int, length: Int) -> Int64 {
    let shift = UInt64(truncatingIfNeeded: 8 - length) &* 8
    // Shifted up and filled with zeros in front; by two steps, for a shift by 64 is not a shift.
    let filler = (0x3030_3030_3030_3030 &>> 8) &>> (56 &- shift)
    let padded = (word(at: offset) &<< shift) | (shift == 0 ? 0 : filler)
    return eightDigits(padded)
  }

  /// The value of 1 to 19 ASCII digits, or nil if there are others or it is over Int64.
  @inline(__always)
  var decimal: Int64? {
    if count <= 8 {
      guard count > 0 else { return nil }
      let value = digits(at: 0, length: count)
      return value < 0 ? nil : value
    }
    guard count <= 19 else { return nil }
    let low = digits(at: count - 8, length: 8)
    if count <= 16 {
      let high = digits(at: 0, length: count - 8)
      return high | low < 0 ? nil : high * 100_000_000 + low
    }
    let middle = digits(at: count - 16, length: 8)
    let high = digits(at: 0, length: count - 16)
    guard high | middle | low >= 0 else { return nil }
    let value = UInt64(high) * 10_000_000_000_000_000 + UInt64(middle) * 100_000_000 + UInt64(low)
    return Int64(exactly: value)
  }

  /// Whether every byte is an ASCII digit, and there is one.
  var isDigits: Bool { count > 0 && buffer.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
}

@inline(__always)
func loadWord(_ start: UnsafePointer<UInt8>) -> UInt64 {
  UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
}

/// The mask of the lowest 0 to 7 bytes.
@inline(__always)
func lowBytes(_ count: Int) -> UInt64 { (1 &<< (UInt64(truncatingIfNeeded: count) &* 8)) &- 1 }

/// The value of eight ASCII digits, the first in the lowest byte, or -1.
@inline(__always)
func eightDigits(_ word: UInt64) -> Int64 {
  let areDigits =
    word & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
    && (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
  guard areDigits else { return -1 }
  var value = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2_561) &>> 8
  value = ((value & 0x00FF_00FF_00FF_00FF) &* 6_553_601) &>> 16
  value = ((value & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) &>> 32
  return Int64(bitPattern: value)
}
