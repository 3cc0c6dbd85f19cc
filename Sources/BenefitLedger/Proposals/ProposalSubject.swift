import LedgerCore

/// What two persons have to agree to in a ledger under four eyes, beside the lists.
public enum ProposalSubject: String, CaseIterable, Sendable {
  /// A chart that holds from now on: limits, thresholds, names.
  case chart
  /// The end of holds.
  case release
  /// The year end.
  case yearEnd = "year-end"
  /// What is left in the accounts of a closed site, moved to another site.
  case handover
  /// Numbers of one person, linked: that cannot be undone.
  case link

  /// What a batch of an event was agreed to as; nil for one that was submitted.
  init?(carriedOutBy event: Event) {
    switch event {
    case .yearEnd: self = .yearEnd
    case .handover: self = .handover
    default: return nil
    }
  }

  /// Whether it is carried out by a batch, and not by the next record.
  var isBatch: Bool { self == .yearEnd || self == .handover }

  /// Whether somebody may ask for it; in a ledger that one person controls, whether he may do it.
  func mayPropose(_ role: Role) -> Bool {
    switch self {
    case .chart: role == .controller || role == .approver || role == .administrator
    case .release: role.mayRegister
    case .yearEnd: role.mayClosePeriods
    case .handover: role.mayMake || mayAgree(role)
    case .link: role.mayRegister
    }
  }

  /// Whether somebody may agree to what another person asks for.
  func mayAgree(_ role: Role) -> Bool { role == .approver }

  /// What it is to do it, after "may not".
  var toDo: Message {
    switch self {
    case .chart: "change the chart"
    case .release: "release holds"
    case .yearEnd: "close a year"
    case .handover: "transfer the balances of a site"
    case .link: "link numbers"
    }
  }
}

extension Role {
  /// Whether he may write what restricts or describes: units, holds, linked numbers.
  var mayRegister: Bool { self != .auditor }
}
