/// The number of a person: a 12-digit personal number or a 10-digit social insurance number.
///
/// The length is part of the value, so `0123456789` and `000123456789` are two persons. Printing
/// masks all but the last three digits: personal numbers do not belong in logs and messages.
public struct PersonNumber: Hashable, Sendable {
  /// The number itself if it has 12 digits, and 10¹² more than the number if it has 10.
  public let encoded: Int64

  /// What is added to a 10-digit number.
  public static let tenDigitOffset: Int64 = 1_000_000_000_000

  /// The values `encoded` may have.
  public static let encodedRange: Range<Int64> = 0..<(tenDigitOffset + 10_000_000_000)

  /// Makes a number from its encoded form.
  public init?(encoded: Int64) {
    guard Self.encodedRange.contains(encoded) else { return nil }
    self.encoded = encoded
  }

  /// Reads 10 or 12 ASCII digits that are not all equal.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || bytes.count == 12, let value = decimal(bytes[...]),
      bytes.contains(where: { $0 != bytes[0] })
    else { return nil }
    encoded = Int64(value) + (bytes.count == 10 ? Self.tenDigitOffset : 0)
  }

  /// All digits, leading zeros kept.
  ///
  /// For files and for the person's own statement only.
  public var digits: String {
    let isTen = encoded >= Self.tenDigitOffset
    let plain = String(isTen ? encoded - Self.tenDigitOffset : encoded)
    return String(repeating: "0", count: (isTen ? 10 : 12) - plain.utf8.count) + plain
  }
}

extension PersonNumber: CustomStringConvertible {
  /// The number masked to its last three digits.
  public var description: String { masked(digits) }
}

/// The text with all but its last three characters replaced by `*`.
public func masked(_ text: some StringProtocol) -> String {
  String(repeating: "*", count: max(0, text.count - 3)) + text.suffix(3)
}
