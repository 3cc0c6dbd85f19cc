/// A component fund (quỹ thành phần): the money of one fund may not pay the benefits of another.
///
/// Every voucher lies inside one fund, so each fund balances by itself.
public enum Fund: UInt8, CaseIterable, Sendable {
  /// Sickness and maternity (ốm đau và thai sản).
  case sickness = 1
  /// Occupational accident and disease (tai nạn lao động, bệnh nghề nghiệp).
  case accident = 2
  /// Retirement and survivorship (hưu trí và tử tuất).
  case retirement = 3
  /// Unemployment insurance (bảo hiểm thất nghiệp).
  case unemployment = 4
  /// Health insurance (bảo hiểm y tế).
  case health = 5
  /// State budget (ngân sách nhà nước).
  case budget = 6
}
