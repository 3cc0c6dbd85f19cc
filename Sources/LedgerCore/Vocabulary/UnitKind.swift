/// The kinds of units of the organisation.
public enum UnitKind: UInt8, CaseIterable, Sendable {
  /// The whole country.
  case nation = 1
  /// A province or centrally run city (tỉnh, thành phố).
  case province = 2
  /// A district (huyện), abolished on 2025-07-01.
  case district = 3
  /// A commune (xã, phường).
  case commune = 4
  /// A payment site (điểm chi trả).
  case site = 5
  /// An office of the agency that pays at its own counter.
  case agency = 6

  /// Whether cash is paid out at a unit of this kind.
  public var paysOut: Bool { self == .site || self == .agency }
}
