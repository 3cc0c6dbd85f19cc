/// How a ledger is controlled.
public enum LedgerControl: UInt8, CaseIterable, Sendable {
  /// One person posts alone.
  case single = 1
  /// What one person submits, another approves before it is posted.
  case fourEyes = 2
}

extension LedgerControl: Coded {}
