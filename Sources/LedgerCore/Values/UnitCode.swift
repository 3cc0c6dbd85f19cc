/// The code of a unit: 1 to 16 of `A-Z a-z 0-9 . _ -`, beginning with a letter or digit.
///
/// Packed into two words, because a national file looks one up on every line.
public struct UnitCode: Hashable, Sendable {
  /// The bytes, the first in the most significant place, zeros at the end.
  public let words: (UInt64, UInt64)

  /// Reads a code, or nil if it is not of the form.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 1, bytes.count <= 16 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
      case 0x2D, 0x2E, 0x5F: guard index > 0 else { return nil }
      default: return nil
      }
      if index < 8 {
        high |= UInt64(byte) << (56 - 8 * UInt64(index))
      } else {
        low |= UInt64(byte) << (56 - 8 * UInt64(index - 8))
      }
    }
    words = (high, low)
  }

  /// Reads a code, or nil if it is not of the form.
  public init?(_ text: String) {
    var text = text
    guard let code = text.withUTF8({ UnitCode($0) }) else { return nil }
    self = code
  }

  /// How many characters the code has.
  @inline(__always)
  public var count: Int {
    let empty =
      words.1 == 0 ? 8 + words.0.trailingZeroBitCount / 8 : words.1.trailingZeroBitCount / 8
    return 16 - empty
  }

  /// Calls `body` with the code's bytes.
  @inline(__always)
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(of: (words.0.bigEndian, words.1.bigEndian)) {
      body(UnsafeRawBufferPointer(rebasing: $0[0..<count]))
    }
  }

  /// The code as text.
  public var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// Whether two codes are the same, byte by byte.
  @inline(__always)
  public static func == (left: UnitCode, right: UnitCode) -> Bool {
    left.words.0 == right.words.0 && left.words.1 == right.words.1
  }

  /// Feeds the code into a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

extension UnitCode: CustomStringConvertible {
  /// The code as text.
  public var description: String { text }
}
