/// What an accounting period takes.
public enum PeriodState: String, CaseIterable, Sendable {
  /// It takes every batch.
  case open
  /// It takes corrections and the year end.
  case softClosed = "soft-closed"
  /// It takes nothing.
  case closed
  /// It is closed; somebody asked to reopen it, and another person has to agree.
  case reopenRequested = "reopen-requested"

  /// Whether nothing is posted in it.
  public var isClosed: Bool { self == .closed || self == .reopenRequested }
}
