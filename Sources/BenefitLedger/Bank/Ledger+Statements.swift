import BatchFiles
import LedgerCore
import LedgerStore

/// What taking statements back came to.
public struct WithdrawnStatements: Sendable, Equatable {
  /// The statements, as they are now.
  public var statements: [RecordedStatement]
  /// How many matches stand for nothing any more.
  public var matches: Int64
  /// How many exceptions the statements had, resolved or not; none of them is open any more.
  public var exceptions: Int64
  /// The record.
  public var record: Int64
}

extension Ledger {
  /// The bank's statements, notices and reports, in the order in which they were taken in.
  ///
  /// - Parameters:
  ///   - fund: Only those of this fund's accounts.
  ///   - includesWithdrawn: Whether those that were taken back are among them.
  /// - Returns: The statements.
  /// - Throws: What the store did.
  public func statements(
    of fund: Fund? = nil, includesWithdrawn: Bool = false
  ) throws -> [RecordedStatement] {
    try store.read { try $0.recordedStatements() }.filter { statement in
      (fund.map { statement.fund == $0 } ?? true)
        && (includesWithdrawn || statement.withdrawal == nil)
    }
  }

  /// Takes statements back, because they should not have been taken in.
  ///
  /// Nothing is erased: the statements stay, with their bookings, matches and exceptions, and stand for
  /// nothing from then on. What they were matched with is open again. The same file can be taken in
  /// again. All statements of a file are taken back together, the last of an account first.
  ///
  /// - Parameters:
  ///   - numbers: The statements.
  ///   - reason: Why.
  ///   - request: Who takes them back, and when.
  /// - Returns: What was taken back.
  /// - Throws: `LedgerError`: `notFound`, `statementNotWithdrawable`; `keyMissing`, `userUnknown`,
  ///   `userRevoked`, `roleNotAllowed`; `busy`, and what the disk did.
  @discardableResult
  public func withdraw(
    statements numbers: [Int64], reason: String, _ request: RecordRequest = RecordRequest()
  ) throws -> WithdrawnStatements {
    try asWriter(wait: request.wait) {
      try store.write { transaction in
        let maker = try RecordMaker(
          request.key, otherwise: request.maker, toDo: "withdraw a statement", transaction
        ) { $0.mayClosePeriods }
        let plan = try WithdrawalPlan(Set(numbers), transaction)
        let record = try transaction.appendRecord(
          .withdrawal, date: request.date, maker: maker.name, reason: reason, sign: maker.sign
        ) { record in
          for number in plan.numbers.sorted() {
            try transaction.execute(
              "INSERT INTO statement_withdrawal (statement_no, record_no) VALUES (?1, ?2)",
              [.integer(number), .integer(record)])
          }
        }
        let now = try transaction.recordedStatements().filter { plan.numbers.contains($0.number) }
        return WithdrawnStatements(
          statements: now, matches: plan.matches, exceptions: plan.exceptions, record: record)
      }
    }
  }
}

/// Whether statements can be taken back, and what goes with them.
private struct WithdrawalPlan {
  let numbers: Set<Int64>
  private(set) var matches: Int64 = 0
  private(set) var exceptions: Int64 = 0

  init(_ numbers: Set<Int64>, _ snapshot: any LedgerSnapshot) throws {
    self.numbers = numbers
    let all = try snapshot.recordedStatements()
    for number in numbers.sorted() {
      guard let statement = all.first(where: { $0.number == number }) else {
        throw LedgerError(
          .notFound, "There is no statement \(number).",
          help: "`benefit-ledger statements list --all` shows every statement.")
      }
      if let withdrawal = statement.withdrawal {
        throw LedgerError(
          .statementNotWithdrawable,
          "Statement \(number) is withdrawn already, by record \(withdrawal.record).",
          help: "`benefit-ledger statements list --all` says why.")
      }
      try checkFile(of: statement, all)
    }
    try checkLater(all, snapshot)
    for number in numbers.sorted() { try checkMatches(of: number, snapshot) }
  }

  /// A file is taken in whole and taken back whole, or its bytes could not be taken in again.
  private func checkFile(of statement: RecordedStatement, _ all: [RecordedStatement]) throws {
    let file = all.filter { $0.record == statement.record }.map(\.number)
    guard !numbers.isSuperset(of: file) else { return }
    throw LedgerError(
      .statementNotWithdrawable,
      "Statement \(statement.number) came in one file with others: \(Message.list(file)).",
      help: """
        A file is taken back whole: benefit-ledger statements withdraw \
        \(Message.list(numbers.union(file).sorted(), separator: " ")) --reason …
        """)
  }

  /// A later statement of the account rests on the balance of the one before it.
  private func checkLater(_ all: [RecordedStatement], _ snapshot: any LedgerSnapshot) throws {
    let chains = try StatementAccounts(snapshot)
    for statement in all where numbers.contains(statement.number) && statement.closing != nil {
      let later = all.filter { other in
        other.withdrawal == nil && other.closing != nil && !numbers.contains(other.number)
          && chains.isSame(statement, other)
          && (other.date?.number ?? 0, other.number)
            > (statement.date?.number ?? 0, statement.number)
      }.map(\.number)
      guard !later.isEmpty else { continue }
      throw LedgerError(
        .statementNotWithdrawable,
        "Later statements of the account go on from statement \(statement.number): \(Message.list(later)).",
        help: """
          The last is taken back first, or all of them together: benefit-ledger statements \
          withdraw \(Message.list(numbers.union(later).sorted(), separator: " ")) --reason …
          """)
    }
  }

  private mutating func checkMatches(
    of number: Int64, _ snapshot: any LedgerSnapshot
  ) throws {
    try checkVouchers(of: number, snapshot)
    try snapshot.query(
      """
      SELECT s.match_no, o.statement_no FROM bank_entry e
      JOIN bank_match_side s ON s.entry_no = e.entry_no
      JOIN bank_match_side x ON x.match_no = s.match_no
      JOIN bank_entry o ON o.entry_no = x.entry_no
      WHERE e.statement_no = ?1 AND o.statement_no <> ?1
      ORDER BY s.match_no, o.statement_no
      """, [.integer(number)]
    ) { row in
      let other = row.integer(1)
      guard !numbers.contains(other) else { return }
      throw LedgerError(
        .statementNotWithdrawable,
        "Match \(row.integer(0)) has bookings of statement \(number) and of statement \(other).",
        help: """
          They are taken back together: benefit-ledger statements withdraw \
          \(Message.list(numbers.union([other]).sorted(), separator: " ")) --reason …
          """)
    }
    matches +=
      try snapshot.integer(
        """
        SELECT count(DISTINCT s.match_no) FROM bank_entry e JOIN bank_match_side s USING (entry_no)
        WHERE e.statement_no = ?1
          AND NOT EXISTS (SELECT 1 FROM bank_match_side x JOIN bank_entry o USING (entry_no)
            WHERE x.match_no = s.match_no AND o.statement_no < ?1)
        """, [.integer(number)]) ?? 0
    exceptions +=
      try snapshot.integer(
        """
        SELECT count(*) FROM bank_entry e JOIN bank_exception x USING (entry_no)
        WHERE e.statement_no = ?1
        """, [.integer(number)]) ?? 0
  }

  /// What was posted for a booking would be left in the books without it.
  private func checkVouchers(of number: Int64, _ snapshot: any LedgerSnapshot) throws {
    try snapshot.query(
      """
      SELECT v.voucher_no, v.batch_no FROM bank_entry e
      JOIN bank_match_side s ON s.entry_no = e.entry_no
      JOIN bank_match m ON m.match_no = s.match_no AND m.rule = 'by-voucher'
      JOIN bank_match_side x ON x.match_no = s.match_no AND x.voucher_no IS NOT NULL
      JOIN voucher v ON v.voucher_no = x.voucher_no
      WHERE e.statement_no = ?1 AND v.amount <> -ifnull((SELECT sum(k.amount) FROM voucher k
        WHERE k.corrects_voucher_no = v.voucher_no), 0)
      ORDER BY v.voucher_no
      """, [.integer(number)]
    ) { row in
      throw LedgerError(
        .statementNotWithdrawable,
        """
        Voucher \(row.integer(0)) was posted for a booking of statement \(number), in batch \
        \(row.integer(1)).
        """,
        help: """
          Undo what was posted first: benefit-ledger batch reverse \(row.integer(1)) --reason …
          """)
    }
  }
}
