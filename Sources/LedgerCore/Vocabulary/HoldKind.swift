/// Why a person is not payable.
public enum HoldKind: UInt8, CaseIterable, Sendable {
  /// The person died.
  case deceased = 1
  /// Payment is suspended (tạm dừng).
  case suspended = 2
  /// It is not verified who the person is, or that they live.
  case unverified = 3
  /// The entitlement is under inspection (thanh tra, kiểm tra).
  case inspection = 4
}
