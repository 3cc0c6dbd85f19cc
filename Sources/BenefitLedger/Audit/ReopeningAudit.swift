import LedgerCore
import LedgerStore

/// Checks that under four eyes every closed period was opened by two persons.
///
/// One asks to reopen it and another does, or somebody's order to undo its year end was approved: then
/// December is soft-closed by a record that nobody signs, right before the approval, which covers it.
struct ReopeningAudit {
  /// The periods whose year end an approval undid, by the record before the approval.
  private var undone: [Int64: Int32] = [:]
  /// The soft closes that nobody signed.
  private var unsigned: Set<Int64> = []
  /// The keys that were made and taken out of use: who, and by which record.
  private var keys: [(user: String, record: Int64)] = []
  private var book = PeriodBook()

  /// Goes over all changes of periods.
  static func run(_ snapshot: any LedgerSnapshot, _ findings: inout FindingList) throws {
    var isFourEyes = false
    try snapshot.query("SELECT control FROM ledger", []) {
      isFourEyes = $0.text(0) == LedgerControl.fourEyes.code
    }
    guard isFourEyes else { return }
    var audit = ReopeningAudit()
    try audit.read(snapshot)
    try snapshot.scanPeriodChanges { change in
      guard let wrong = audit.wrong(change) else { return }
      findings.add(
        Finding(.roleViolated, "Record \(change.record) of the register \(wrong)."))
    }
  }

  private mutating func read(_ snapshot: any LedgerSnapshot) throws {
    try snapshot.query(
      """
      SELECT d.record_no - 1, s.period FROM decision d JOIN submission s USING (submission_no)
      WHERE d.outcome = 'posted' AND s.event_id = ?1 AND s.reverses_batch_no IS NOT NULL
      """, [.integer(Int64(Event.yearEnd.rawValue))]
    ) { undone[$0.integer(0)] = Int32(exactly: $0.integer(1)) }
    try snapshot.query(
      """
      SELECT record_no FROM period_change JOIN record USING (record_no)
      WHERE state = 'soft-closed' AND signature IS NULL
      """, []
    ) { unsigned.insert($0.integer(0)) }
    try snapshot.query("SELECT user_name, record_no FROM user_key", []) {
      keys.append(($0.text(0), $0.integer(1)))
    }
  }

  /// Whether the key of who asked was taken out of use before a record.
  private func hasLapsed(_ request: PeriodChange, before record: Int64) -> Bool {
    keys.contains {
      $0.user == request.maker && $0.record > request.record && $0.record < record
    }
  }

  /// What is wrong with a change, or nil; takes it over.
  private mutating func wrong(_ change: PeriodChange) -> Message? {
    let (before, state) = (book.change(of: change.period), book.state(of: change.period))
    book.add(change)
    switch change.state {
    case .open where state == .reopenRequested:
      if let before, hasLapsed(before, before: change.record) {
        return "reopens period \(change.period), and who had asked for it was revoked by then"
      }
      return before?.maker == change.maker
        ? "reopens period \(change.period), which the same person asked for" : nil
    case .open where state == .closed:
      return "reopens period \(change.period), which nobody had asked for"
    case .softClosed where state.isClosed || unsigned.contains(change.record):
      return undone[change.record] == change.period.number
        ? nil : "soft-closes period \(change.period) without an approved undoing of its year end"
    case .open, .softClosed, .closed, .reopenRequested: return nil
    }
  }
}
