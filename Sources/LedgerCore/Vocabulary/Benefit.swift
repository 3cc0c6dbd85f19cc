/// A kind of benefit (chế độ) that a payment list can carry.
public enum Benefit: UInt8, CaseIterable, Sendable {
  /// Monthly pension (lương hưu).
  case pension = 1
  /// Survivor's allowance (tuất).
  case survivor = 2
  /// Old loss-of-capacity allowance (mất sức lao động), paid by the state budget.
  case disability = 3
  /// Occupational accident or disease allowance.
  case accident = 4
  /// Sickness benefit (ốm đau).
  case sickness = 5
  /// Maternity benefit (thai sản).
  case maternity = 6
  /// Convalescence and health rehabilitation (dưỡng sức, phục hồi sức khoẻ).
  case convalescence = 7
  /// One-off social insurance payment (BHXH một lần).
  case lumpSum = 8
  /// Funeral grant (mai táng phí).
  case funeral = 9
  /// Unemployment benefit (trợ cấp thất nghiệp).
  case unemployment = 10
  /// Vocational training support (hỗ trợ học nghề).
  case training = 11
  /// Directly claimed medical cost (chi phí khám chữa bệnh).
  case medical = 12
  /// One-off support, such as that of Resolution 116/NQ-CP.
  case support = 13

  /// The fund that pays this benefit unless a payment list says otherwise.
  public var fund: Fund {
    switch self {
    case .pension, .survivor, .lumpSum, .funeral: .retirement
    case .disability: .budget
    case .accident: .accident
    case .sickness, .maternity, .convalescence: .sickness
    case .unemployment, .training, .support: .unemployment
    case .medical: .health
    }
  }
}
