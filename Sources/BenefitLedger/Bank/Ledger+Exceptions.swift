import LedgerCore
import LedgerStore

/// Which exceptions are asked for.
public struct ExceptionSelection: Sendable {
  /// Only those that are at least so many days old.
  public var age: Int?
  /// Also those that were matched or closed by a note.
  public var includesResolved = false
  /// Only those of this fund's account.
  public var fund: Fund?
  /// Only those that this person sees to.
  public var owner: String?

  /// All that are open.
  public init() {}
}

/// What becomes of an exception.
public enum ExceptionResolution: Sendable {
  /// A voucher was posted for it.
  case voucher(Int64, reason: String)
  /// It is these lines and vouchers together.
  case match(lines: [Int64], vouchers: [Int64], reason: String)
  /// Nothing is left to do.
  case note(String)
}

extension Ledger {
  /// Exceptions of the reconciliation with the bank.
  ///
  /// - Parameters:
  ///   - selection: Which.
  ///   - date: The day from which their age is counted.
  /// - Returns: The exceptions, in the order in which they were found.
  /// - Throws: What the store did.
  public func exceptions(
    _ selection: ExceptionSelection = ExceptionSelection(), on date: CivilDate
  ) throws -> [ExceptionEntry] {
    try store.read { try $0.exceptions(on: date) }.filter { exception in
      (selection.includesResolved || exception.state == .open)
        && (selection.age.map { exception.age >= $0 } ?? true)
        && (selection.fund.map { exception.fund == $0 } ?? true)
        && (selection.owner.map { exception.owner == $0 } ?? true)
    }
  }

  /// Names who sees to an exception.
  ///
  /// - Returns: The record.
  /// - Throws: `LedgerError`: `notFound`, `exceptionNotOpen`; `keyMissing`, `userUnknown`,
  ///   `userRevoked`, `roleNotAllowed`; `busy`, and what the disk did.
  @discardableResult
  public func assign(
    exception number: Int64, to owner: String, _ request: RecordRequest = RecordRequest()
  ) throws -> Int64 {
    try asWriter(wait: request.wait) {
      try store.write { transaction in
        let maker = try RecordMaker(
          request.key, otherwise: request.maker, toDo: "assign an exception", transaction
        ) { $0.mayReconcile }
        _ = try transaction.openException(number, on: request.date)
        return try transaction.appendRecord(
          .exception, date: request.date, maker: maker.name, sign: maker.sign
        ) { record in
          try transaction.execute(
            """
            INSERT INTO exception_step (record_no, exception_no, action, owner)
            VALUES (?1, ?2, 'assigned', ?3)
            """, [.integer(record), .integer(number), .text(owner)])
        }
      }
    }
  }

  /// Resolves exceptions: by a voucher that was posted for them, by a match, or by a note.
  ///
  /// What is matched must come to the same to the đồng, and be open.
  ///
  /// - Parameters:
  ///   - numbers: The exceptions; several if their bookings together are one thing.
  ///   - resolution: How.
  ///   - request: Who resolves, and when.
  /// - Returns: The records that were made.
  /// - Throws: `LedgerError`: `notFound`, `exceptionNotOpen`, `matchUnbalanced`; `keyMissing`,
  ///   `userUnknown`, `userRevoked`, `roleNotAllowed`; `busy`, and what the disk did.
  @discardableResult
  public func resolve(
    exceptions numbers: [Int64], by resolution: ExceptionResolution,
    _ request: RecordRequest = RecordRequest()
  ) throws -> [Int64] {
    try asWriter(wait: request.wait) {
      try store.write { transaction in
        let maker = try RecordMaker(
          request.key, otherwise: request.maker, toDo: "resolve an exception", transaction
        ) { $0.mayClosePeriods }
        let exceptions = try Set(numbers).sorted().map {
          try transaction.openException($0, on: request.date)
        }
        switch resolution {
        case .note(let note):
          return try exceptions.map { exception in
            try transaction.appendRecord(
              .exception, date: request.date, maker: maker.name, reason: note, sign: maker.sign
            ) { record in
              try transaction.execute(
                """
                INSERT INTO exception_step (record_no, exception_no, action, owner)
                VALUES (?1, ?2, 'noted', NULL)
                """, [.integer(record), .integer(exception.number)])
            }
          }
        case .voucher(let voucher, let reason):
          let match = HandMatch(.byVoucher, [], [voucher], reason)
          return [try match.record(exceptions, maker, request.date, transaction)]
        case .match(let lines, let vouchers, let reason):
          let match = HandMatch(.byHand, lines, vouchers, reason)
          return [try match.record(exceptions, maker, request.date, transaction)]
        }
      }
    }
  }
}

/// Bookings that somebody says are certain lines and vouchers.
private struct HandMatch {
  let rule: MatchRule
  let lines: [Int64]
  let vouchers: [Int64]
  let reason: String

  init(_ rule: MatchRule, _ lines: [Int64], _ vouchers: [Int64], _ reason: String) {
    self.rule = rule
    self.lines = Set(lines).sorted()
    self.vouchers = Set(vouchers).sorted()
    self.reason = reason
  }

  func record(
    _ exceptions: [ExceptionEntry], _ maker: RecordMaker, _ date: CivilDate,
    _ transaction: any LedgerTransaction
  ) throws -> Int64 {
    let fund = exceptions[0].fund
    var entries: [BankEntry] = []
    for isNotice in [false, true] {
      let numbers = Set(exceptions.map(\.entry))
      let found = try transaction.openEntries(of: fund, isNotice: isNotice)
        .filter { numbers.contains($0.number) }
      if !found.isEmpty, !entries.isEmpty { throw Self.mixed }
      entries += found
    }
    guard entries.count == exceptions.count, let first = entries.first else { throw Self.mixed }
    let book = try BankBook(of: fund, isNotice: first.isNotice, window: 0, transaction)
    var items: [BankItem] = []
    for number in vouchers {
      guard let voucher = book.vouchers.first(where: { $0.voucher == number }) else {
        throw LedgerError(
          .notFound, "Voucher \(number) has nothing open on bank/\(fund.code).",
          help: "`benefit-ledger reconcile bank` shows the batches that no statement has.")
      }
      items.append(voucher)
    }
    let open = Set(book.vouchers.map(\.voucher)).subtracting(vouchers)
    for number in lines {
      let line = try transaction.key(ofLine: number).flatMap { key in
        try book.lines(of: key).first {
          $0.line == number && !$0.isUsed && open.contains($0.voucher)
        }
      }
      guard let line else {
        throw LedgerError(
          .notFound, "Line \(number) is not open on bank/\(fund.code).",
          help: "A line that was matched or undone, or whose voucher is named too, is not open.")
      }
      items.append(line)
    }
    let ours = items.reduce(Int128(0)) { $0 + Int128($1.amount) }
    let theirs = entries.reduce(Int128(0)) { $0 + Int128($1.amount) }
    let saysNothing = entries.count == 1 && first.amount == 0 && items.count == 1
    guard ours == theirs || saysNothing else {
      throw LedgerError(
        .matchUnbalanced,
        "The bank has \(grouped(theirs)) đ, and what is named comes to \(grouped(ours)) đ.",
        help: "Name everything that it is: the two come to the same, to the đồng.")
    }
    var match = NewMatch(rule: rule, entries: entries, items: items)
    match.reason = reason
    return try transaction.appendMatches(
      [(match, first.isNotice)], [], maker: maker.name, date: date, sign: maker.sign)
  }

  private static let mixed = LedgerError(
    .usage,
    """
    Exceptions that are resolved together are of one account, and all of statements or all of \
    notices.
    """)
}

extension LedgerSnapshot {
  /// An exception that is still to be seen to.
  fileprivate func openException(_ number: Int64, on day: CivilDate) throws -> ExceptionEntry {
    guard let exception = try exceptions(on: day).first(where: { $0.number == number }) else {
      throw LedgerError(
        .notFound, "There is no exception \(number).",
        help: "`benefit-ledger exceptions list --all` shows every exception.")
    }
    if let withdrawal = exception.withdrawal {
      throw LedgerError(
        .exceptionNotOpen,
        """
        Exception \(number) is not open: its statement was withdrawn by record \
        \(withdrawal.record).
        """, help: "benefit-ledger exceptions show \(number)")
    }
    guard exception.state == .open else {
      throw LedgerError(
        .exceptionNotOpen,
        """
        Exception \(number) is not open: \
        \(exception.match.map { "match \($0) has its booking." } ?? "a note closed it.")
        """,
        help: "benefit-ledger exceptions show \(number)")
    }
    return exception
  }

  /// The obligation of a line.
  fileprivate func key(ofLine number: Int64) throws -> ObligationKey? {
    var key: ObligationKey?
    try query(
      "SELECT month, ifnull(obligor, person), benefit_id, occurrence FROM line WHERE line_no = ?1",
      [.integer(number)]
    ) { row in
      key = ObligationKey(
        month: try promised(Month(number: Int32(clamping: row.integer(0))), "month"),
        person: row.integer(1), benefit: UInt8(clamping: row.integer(2)),
        occurrence: UInt8(clamping: row.integer(3)))
    }
    return key
  }
}
