import LedgerCore
import LedgerStore

/// The lines of a list that pay into another bank account than was due.
///
/// Only a line that names an account is looked at, and only in a list that sends money: it costs a look
/// at the line by which the obligation became due.
struct OtherAccounts: Sendable {
  /// How many lines are named in the warning.
  private static let named = 5

  /// How many lines pay into another account.
  private(set) var count: Int64 = 0
  private var first: [UInt32] = []

  /// Whether a line of an event is to be looked at.
  static func concerns(_ line: PaymentLine, _ event: Event) -> Bool {
    line.accountLength > 0 && event.sendsMoney
  }

  /// Takes note of a line if it pays into another account.
  ///
  /// - Parameters:
  ///   - line: The line, one that is to be looked at.
  ///   - text: The texts of its chunk.
  ///   - last: The obligation's last step.
  ///   - snapshot: The ledger.
  /// - Returns: Whether it does.
  /// - Throws: What the store did.
  @discardableResult
  mutating func note(
    _ line: PaymentLine, in text: ContiguousArray<UInt8>, after last: StoredStep,
    _ snapshot: any LedgerSnapshot
  ) throws -> Bool {
    guard let due = try snapshot.accountDue(line.key, last) else { return false }
    let start = Int(line.textStart)
    guard !due.utf8.elementsEqual(text[start..<start + Int(line.accountLength)]) else {
      return false
    }
    count += 1
    if first.count < Self.named || line.fileLine < first[Self.named - 1] {
      first.append(line.fileLine)
      first.sort()
      first = Array(first.prefix(Self.named))
    }
    return true
  }

  /// One warning for the file, if there is anything to warn of.
  func warning(_ file: String) -> Diagnosis {
    guard count > 0 else { return Diagnosis() }
    let named = first.map { String($0) }.joined(separator: ", ")
    return Diagnosis(
      Diagnostic(
        file: file, code: .paysOtherAccount,
        message: """
          \(counted(count, "line pays", "lines pay")) into another account than was due: line \
          \(named)\(Int(count) > first.count ? " …" : "").
          """,
        help: "See who asked for another account, and by which document, before the money goes."))
  }
}

extension LedgerSnapshot {
  /// The bank account into which an obligation is due: that of the latest line by which it became due,
  /// or was transferred, and that still counts; nil if none names one.
  fileprivate func accountDue(_ key: ObligationKey, _ last: StoredStep) throws -> String? {
    var account: String?
    if last.event == Event.due.rawValue && last.corrects == 0 {
      try query("SELECT account FROM line WHERE line_no = ?1", [.integer(last.line)]) {
        account = $0.optionalText(0)
      }
      return account
    }
    try query(
      """
      SELECT l.account FROM step s JOIN line l USING (line_no)
      WHERE s.month = ?1 AND s.person = ?2 AND s.benefit_id = ?3 AND s.occurrence = ?4
        AND s.event_id IN (?5, ?6) AND s.corrects_step_no IS NULL AND l.account IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM step c WHERE c.month = s.month AND c.person = s.person
          AND c.benefit_id = s.benefit_id AND c.occurrence = s.occurrence
          AND c.corrects_step_no = s.step_no)
      ORDER BY s.step_no DESC LIMIT 1
      """,
      [
        .integer(Int64(key.month.number)), .integer(key.person), .integer(Int64(key.benefit)),
        .integer(Int64(key.occurrence)), .integer(Int64(Event.due.rawValue)),
        .integer(Int64(Event.transferred.rawValue)),
      ]
    ) { account = $0.optionalText(0) }
    return account
  }
}
