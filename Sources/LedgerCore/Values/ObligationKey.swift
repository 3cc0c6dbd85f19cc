/// The natural key of an obligation, packed into one integer.
///
/// `(entitlement month, person, benefit, occurrence)` exists once, for ever. From the most
/// significant bit: 12 bits of months since 1900, 40 of the person, 4 of the benefit, 8 of the
/// occurrence. The order of the integers is the order of the rows in the `step` table, so a chunk
/// that is sorted by key is written and merged in one sweep.
public struct ObligationKey: Hashable, Comparable, Sendable {
  /// The packed key.
  public let packed: UInt64

  /// Packs the four parts, each already checked to be in range.
  @inlinable
  public init(month: Month, person: Int64, benefit: UInt8, occurrence: UInt8) {
    packed =
      UInt64(UInt32(bitPattern: month.ordinal)) << 52 | UInt64(bitPattern: person) << 12
      | UInt64(benefit) << 8 | UInt64(occurrence)
  }

  /// Wraps a packed key.
  @inlinable
  public init(packed: UInt64) { self.packed = packed }

  /// The first and the last key that an obligation of some months can have.
  public static func all(of months: ClosedRange<Month>) -> ClosedRange<ObligationKey> {
    let first = ObligationKey(month: months.lowerBound, person: 0, benefit: 0, occurrence: 0)
    let last = ObligationKey(
      month: months.upperBound, person: PersonNumber.encodedRange.upperBound - 1, benefit: 15,
      occurrence: 255)
    return first...last
  }

  /// The month of entitlement.
  public var month: Month {
    guard let month = Month(ordinal: Int32(packed >> 52)) else {
      preconditionFailure("a packed key holds a month")
    }
    return month
  }

  /// The person, encoded.
  public var person: Int64 { Int64(packed >> 12 & 0xFF_FFFF_FFFF) }

  /// The benefit's number.
  public var benefit: UInt8 { UInt8(packed >> 8 & 0xF) }

  /// Which of several such obligations in that month, from 1.
  public var occurrence: UInt8 { UInt8(packed & 0xFF) }

  /// Orders keys as the `step` table does.
  @inlinable
  public static func < (left: ObligationKey, right: ObligationKey) -> Bool {
    left.packed < right.packed
  }
}
