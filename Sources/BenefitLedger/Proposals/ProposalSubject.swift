import LedgerCore

/// What two persons have to agree to in a ledger under four eyes, beside the lists.
public enum ProposalSubject: String, CaseIterable, Sendable {
  /// A chart that holds from now on: limits, thresholds, names.
  case chart
  /// The end of holds.
  case release
  /// The year end.
  case yearEnd = "year-end"

  /// Whether somebody may ask for it; in a ledger that one person controls, whether he may do it.
  func mayPropose(_ role: Role) -> Bool {
    switch self {
    case .chart: role == .controller || role == .approver || role == .administrator
    case .release: role.mayRegister
    case .yearEnd: role.mayClosePeriods
    }
  }

  /// Whether somebody may agree to what another person asks for.
  func mayAgree(_ role: Role) -> Bool { role == .approver }

  /// What it is to do it, after "may not".
  var toDo: String {
    switch self {
    case .chart: "change the chart"
    case .release: "release holds"
    case .yearEnd: "close a year"
    }
  }
}

extension Role {
  /// Whether he may write what restricts or describes: units, holds, linked numbers.
  var mayRegister: Bool { self != .auditor }
}
