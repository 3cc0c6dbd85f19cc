import LedgerCore
import LedgerStore

/// Which obligations open submissions have.
struct Reservations {
  private let snapshot: any LedgerSnapshot
  private let except: Int64
  /// Whether no submission has any, not even the one that does not count.
  let isEmpty: Bool

  /// Looks at a ledger.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - submission: A submission whose own reservations do not count.
  /// - Throws: `LedgerError` for what the database did.
  init(_ snapshot: any LedgerSnapshot, except submission: Int64?) throws {
    self.snapshot = snapshot
    except = submission ?? 0
    isEmpty = try snapshot.integer("SELECT 1 FROM reservation LIMIT 1") == nil
  }

  /// The submission that has an obligation, and the line of its file; nil if none has it.
  func holder(of key: ObligationKey) throws -> (submission: Int64, fileLine: Int64)? {
    guard !isEmpty else { return nil }
    var holder: (submission: Int64, fileLine: Int64)?
    try snapshot.query(
      """
      SELECT submission_no, file_line FROM reservation
      WHERE month = ?1 AND person = ?2 AND benefit_id = ?3 AND occurrence = ?4
        AND submission_no <> ?5
      """,
      [
        .integer(Int64(key.month.number)), .integer(key.person), .integer(Int64(key.benefit)),
        .integer(Int64(key.occurrence)), .integer(except),
      ]
    ) { holder = ($0.integer(0), $0.integer(1)) }
    return holder
  }

  /// Says which submission has an obligation, for a diagnostic.
  func words(_ name: Message, _ key: ObligationKey) throws -> (message: Message, help: Message) {
    guard let holder = try holder(of: key) else {
      return ("\(name) waits for approval in another submission.", "")
    }
    let submission = try snapshot.submission(holder.submission)
    return (
      """
      \(name) waits for approval in submission \(submission.number), file \(maskedDigits(submission.fileName)), \
      line \(holder.fileLine).
      """,
      "Remove the row, or have submission \(submission.number) rejected first."
    )
  }
}

extension FaultWords {
  /// One sentence for a list of which one open submission has every payment: the same list saved again,
  /// most likely.
  func allReserved(_ found: FirstFaults, _ index: Int, rowCount: Int64) throws -> Diagnosis? {
    let faults = found.first
    guard rowCount > 1, let first = faults.first, let last = faults.last,
      found.counts == [.reservedBySubmission: Int(clamping: rowCount)]
    else { return nil }
    return try store.read { snapshot in
      let reservations = try Reservations(snapshot, except: request.stage.approved)
      guard let holder = try reservations.holder(of: first.key),
        try reservations.holder(of: last.key)?.submission == holder.submission
      else { return nil }
      let submission = try snapshot.submission(holder.submission)
      return Diagnosis(
        Diagnostic(
          file: request.inputs[index].name, code: .reservedBySubmission,
          message: """
            All \(grouped(rowCount)) payments of this file wait for approval in submission \
            \(submission.number), file \(maskedDigits(submission.fileName)).
            """,
          help:
            """
            It looks like the same list saved again. If it takes the place of that submission, \
            have that rejected first.
            """))
    }
  }
}
