import BatchFiles
import LedgerCore
import LedgerStore

extension Ledger {
  /// Compares the bank's statements with the vouchers on the bank accounts of the funds.
  ///
  /// Each file must add up and go on where the account's statement before it ended; if one does not,
  /// nothing of any is recorded. What is recorded once is not recorded again. Then everything that is
  /// open, of this call or of earlier ones, is matched by the rules of ``MatchRule``; each match keeps
  /// its rule and what else it could have been. A booking that is matched with nothing becomes an
  /// exception, which stays until it is matched or a note closes it.
  ///
  /// - Parameter request: Which files, and how.
  /// - Returns: What was matched and what is open, or what is wrong with the files.
  /// - Throws: `LedgerError`: `outputExists`; `keyMissing`, `userUnknown`, `userRevoked`,
  ///   `roleNotAllowed`; `busy`, and what the disk did.
  public func reconcileBank(_ request: BankRequest) throws -> BankAnswer {
    var answer = BankAnswer()
    var read: [(path: String, file: StatementFile)] = []
    for path in request.files {
      do {
        let (file, diagnosis) = StatementReader.read(try BatchSource.file(path), request.reading)
        answer.diagnosis.append(diagnosis)
        if let file { read.append((path, file)) }
      } catch {
        answer.diagnosis.append(Diagnosis(error.diagnostic))
      }
    }
    guard answer.diagnosis.total == 0 else { return answer }
    return try asWriter(wait: request.wait) {
      do {
        return try store.write { try Self.reconcile(read, request, answer, $0) }
      } catch let refusal as StatementRefusal {
        answer.diagnosis.merge(Diagnosis(refusal.diagnostic))
        return answer
      }
    }
  }

  private static func reconcile(
    _ files: [(path: String, file: StatementFile)], _ request: BankRequest, _ before: BankAnswer,
    _ transaction: any LedgerTransaction
  ) throws -> BankAnswer {
    var answer = before
    let maker = try RecordMaker(
      request.key, otherwise: request.maker, toDo: "reconcile the bank", transaction
    ) { $0.mayReconcile }
    for (path, file) in files {
      answer.statements += try record(file, path, request, maker, transaction)
    }
    var round = MatchingRound(request, maker, known: try transaction.entriesWithExceptions())
    // Notices first, and recorded: what a report says was not executed explains a statement.
    try round.run(isNotice: true, transaction)
    try round.run(isNotice: false, transaction)
    answer.record = round.record
    answer.matched = tally(round.matches)
    answer.exceptions = try transaction.exceptions(on: request.date).filter { $0.state == .open }
    answer.outstanding = try transaction.outstanding(window: request.window)
    answer.returned = ReturnedList.payments(round.returned, answer.exceptions)
    if let path = request.returned, !answer.returned.isEmpty {
      let file = try OutputFile(path)
      try file.write(ReturnedList.bytes(answer.returned))
      try file.finish()
      answer.returnedFile = path
    }
    return answer
  }

  private static func tally(
    _ matches: [NewMatch]
  ) -> [(rule: MatchRule, count: Int64, amount: Int64)] {
    MatchRule.allCases.compactMap { rule in
      let entries = matches.filter { $0.rule == rule }.flatMap(\.entries)
      guard !entries.isEmpty else { return nil }
      let sum = entries.reduce(Int128(0)) { $0 + Int128($1.amount) }
      return (rule, Int64(entries.count), Int64(clamping: sum))
    }
  }

  // MARK: statements

  private static func record(
    _ file: StatementFile, _ path: String, _ request: BankRequest, _ maker: RecordMaker,
    _ transaction: any LedgerTransaction
  ) throws -> [StatementEntrySums] {
    if let record = try transaction.standingRecord(of: file.digest) {
      let known = try transaction.statements(of: record)
      return zip(file.statements, known).map { statement, known in
        var sums = StatementEntrySums(statement, known.number, known.fund, file.format, path)
        sums.account = known.account
        sums.isKnown = true
        return sums
      }
    }
    var accounts = try StatementAccounts(transaction)
    let places = try file.statements.map { try accounts.take($0, file.format, path, request) }
    let numbers = try transaction.appendStatements(
      file, named: path, places, maker, on: request.date)
    return zip(zip(file.statements, places), numbers).map { pair, number in
      var sums = StatementEntrySums(pair.0, number, pair.1.fund, file.format, path)
      sums.account = pair.1.account
      return sums
    }
  }
}

/// Matching all that is open, of notices or of statements, and recording what comes of it.
private struct MatchingRound {
  private let request: BankRequest
  private let maker: RecordMaker
  private let known: Set<Int64>
  private(set) var matches: [NewMatch] = []
  private(set) var returned: [Int64: ReturnedPayment] = [:]
  private(set) var record: Int64?

  init(_ request: BankRequest, _ maker: RecordMaker, known: Set<Int64>) {
    self.request = request
    self.maker = maker
    self.known = known
  }

  mutating func run(isNotice: Bool, _ transaction: any LedgerTransaction) throws {
    var found: [NewMatch] = []
    var exceptions: [(entry: Int64, kind: ExceptionKind, suggestion: String)] = []
    for fund in try transaction.fundsWithStatements() {
      let entries = try transaction.openEntries(of: fund, isNotice: isNotice)
      guard !entries.isEmpty else { continue }
      let book = try BankBook(of: fund, isNotice: isNotice, window: request.window, transaction)
      var matcher = BankMatcher(book, window: request.window)
      let open = try matcher.run(entries)
      found += matcher.matches
      for unmatched in open {
        let finding = try ExceptionFinding(unmatched, fund, transaction)
        if let payment = finding.returned { returned[unmatched.entry.number] = payment }
        guard !known.contains(unmatched.entry.number) else { continue }
        exceptions.append(
          (unmatched.entry.number, finding.kind, finding.suggestion.description))
      }
    }
    guard !found.isEmpty || !exceptions.isEmpty else { return }
    exceptions.sort { $0.entry < $1.entry }
    record = try transaction.appendMatches(
      found.map { ($0, isNotice) }, exceptions, maker: maker.name, date: request.date,
      sign: maker.sign)
    matches += found
  }
}

/// A statement that cannot be taken in after those before it.
struct StatementRefusal: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

extension StatementEntrySums {
  init(
    _ statement: BankStatement, _ number: Int64, _ fund: Fund, _ format: StatementFormat,
    _ file: String
  ) {
    self.init(file: file, number: number, format: format, id: statement.id, fund: fund)
    opening = statement.opening
    closing = statement.closing
    pending = Int64(statement.pending)
    for entry in statement.entries {
      entries += Int64(entry.payments.count)
      if entry.amount > 0 { credits &+= entry.amount } else { debits &+= entry.amount }
      guard entry.value != entry.booked else { continue }
      otherValueDate.count += 1
      otherValueDate.amount &+= entry.amount
    }
  }
}

extension LedgerSnapshot {
  /// The record of a file of statements of which none was withdrawn.
  fileprivate func standingRecord(of digest: Digest) throws -> Int64? {
    try integer(
      """
      SELECT record_no FROM record WHERE record_kind_id = ?1 AND file_sha256 = ?2
        AND record_no NOT IN (
          SELECT t.record_no FROM statement t JOIN statement_withdrawal USING (statement_no))
      """, [.integer(Int64(RecordKind.statement.rawValue)), .digest(digest)])
  }

  /// The statements of a record, in the order of the file.
  fileprivate func statements(
    of record: Int64
  ) throws -> [(number: Int64, fund: Fund, account: String)] {
    var found: [(number: Int64, fund: Fund, account: String)] = []
    try query(
      """
      SELECT statement_no, fund_id, account FROM statement WHERE record_no = ?1
      ORDER BY statement_no
      """, [.integer(record)]
    ) { row in
      found.append(
        (
          row.integer(0), try promised(Fund(rawValue: UInt8(clamping: row.integer(1))), "fund"),
          row.text(2)
        ))
    }
    return found
  }

  /// The bookings that have an exception already.
  fileprivate func entriesWithExceptions() throws -> Set<Int64> {
    var entries: Set<Int64> = []
    try query(
      """
      SELECT entry_no FROM bank_exception x
      WHERE NOT EXISTS (SELECT 1 FROM bank_match_side m WHERE m.entry_no = x.entry_no)
      """, []
    ) { entries.insert($0.integer(0)) }
    return entries
  }

  /// Batches on the bank accounts of the funds that have statements, with what no statement has.
  fileprivate func outstanding(window: Int) throws -> [OutstandingBatch] {
    var found: [OutstandingBatch] = []
    for fund in try fundsWithStatements() {
      var until: CivilDate?
      try query(
        """
        SELECT max(closing_date) FROM statement WHERE fund_id = ?1 AND closing IS NOT NULL
          AND statement_no NOT IN (SELECT statement_no FROM statement_withdrawal)
        """, [.integer(Int64(fund.rawValue))]
      ) { until = CivilDate(number: Int32(clamping: $0.integer(0))) }
      guard let until else { continue }
      let book = try BankBook(of: fund, isNotice: false, window: window, self)
      let batches = Dictionary(grouping: book.vouchers, by: \.batch).sorted { $0.key < $1.key }
      for (batch, vouchers) in batches {
        let sum = vouchers.reduce(Int128(0)) { $0 + Int128($1.amount) }
        let date = vouchers[0].date
        var event: Event?
        try query("SELECT event_id FROM batch WHERE batch_no = ?1", [.integer(batch)]) {
          event = Event(rawValue: UInt8(clamping: $0.integer(0)))
        }
        found.append(
          OutstandingBatch(
            fund: fund, batch: batch, event: try promised(event, "event"), date: date,
            amount: Int64(clamping: sum), isLate: until.days(since: date) > window))
      }
    }
    return found
  }
}
