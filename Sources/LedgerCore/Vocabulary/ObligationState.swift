/// Where one obligation stands: the fold of its steps.
public enum ObligationState: UInt8, CaseIterable, Sendable {
  /// No step was ever posted.
  case none = 0
  /// Owed, not yet paid.
  case due = 1
  /// Discharged.
  case paid = 2
  /// Owed, and the money came back.
  case unclaimed = 3
  /// Void; it stays closed.
  case cancelled = 4
  /// The due was undone; it can become due anew.
  case reversed = 5
  /// Paid, and some of it is to be recovered.
  case overpaid = 6
  /// What was overpaid has come back.
  case recovered = 7
  /// Owed to the heirs.
  case inherited = 8

  /// Whether money is still open in it: to be paid out, or to be got back.
  public var isOpen: Bool {
    switch self {
    case .due, .unclaimed, .overpaid, .inherited: true
    case .none, .paid, .cancelled, .reversed, .recovered: false
    }
  }
}
