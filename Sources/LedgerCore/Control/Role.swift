/// What a person of the agency may do.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Makes lists: submits them, and withdraws his own.
  case clerk = 1
  /// Makes lists, rejects those of others, and agrees first where two must agree.
  case controller = 2
  /// Approves and rejects the lists of others.
  case approver = 3
  /// Reads.
  case auditor = 4
  /// Adds and revokes users, and touches no money.
  case administrator = 5
}

extension Role: Coded {}

extension Role {
  /// Whether he may post, or submit what others approve.
  public var mayMake: Bool { self == .clerk || self == .controller }

  /// Whether he may agree to what another made.
  ///
  /// - Parameter isLast: Whether his agreement is the last that is needed.
  /// - Returns: True for an approver, and for a controller if somebody agrees after him.
  public func mayApprove(isLast: Bool) -> Bool {
    self == .approver || self == .controller && !isLast
  }

  /// Whether he may refuse what another made.
  public var mayReject: Bool { self == .approver || self == .controller }
}
