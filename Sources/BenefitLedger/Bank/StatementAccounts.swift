import BatchFiles
import LedgerCore
import LedgerStore

/// Which accounts the funds have at banks, by their statements that stand, and where each ended.
///
/// A fund's own account is the one that its first statement names. A further one takes somebody to say
/// so, or a statement that came to the wrong fund would pass wherever its balance happens to fit. A
/// statement that names no account is of the fund's own.
struct StatementAccounts {
  /// An account of a fund; `further` is nil of the fund's own, named or not.
  private struct Chain: Hashable {
    var fund: Fund
    var further: String?
  }

  /// What is known of a statement that stands.
  private struct Last {
    /// Its number; nil of one in the file that is being taken in.
    var number: Int64?
    /// The booked balance after it, in đồng.
    var closing: Int64
    /// The day of that balance as `YYYYMMDD`; 0 if nothing says it.
    var date: Int64
  }

  /// Whose account a statement is of.
  struct Place {
    var fund: Fund
    /// The account as it is recorded; empty if nothing names it.
    var account: String
    /// Whether it was said to be a further account of the fund.
    var isFurther: Bool
  }

  private var funds: [String: Fund] = [:]
  /// Accounts as they were first written, for people.
  private var written: [String: String] = [:]
  private var own: [Fund: String] = [:]
  private var further: [Fund: [String]] = [:]
  private var last: [Chain: Last] = [:]
  private var known: Set<Fund> = []

  init(_ snapshot: any LedgerSnapshot) throws {
    try snapshot.query(
      """
      SELECT statement_no, fund_id, account, other_account, closing, closing_date FROM statement
      WHERE statement_no NOT IN (SELECT statement_no FROM statement_withdrawal)
      ORDER BY statement_no
      """, []
    ) { row in
      let fund = try promised(Fund(rawValue: UInt8(clamping: row.integer(1))), "fund")
      let place = Place(fund: fund, account: row.text(2), isFurther: row.integer(3) != 0)
      note(
        place, number: row.integer(0), closing: row.optionalInteger(4),
        date: row.optionalInteger(5))
    }
  }

  /// Finds out whose account the next statement of a file is of, and whether it goes on there.
  ///
  /// - Throws: A `StatementRefusal`.
  mutating func take(
    _ statement: BankStatement, _ format: StatementFormat, _ path: String, _ request: BankRequest
  ) throws -> Place {
    func refusal(_ code: Code, _ message: Message, _ help: Message) -> StatementRefusal {
      StatementRefusal(
        Diagnostic(
          file: path, line: statement.line, code: code, message: message, help: help))
    }
    var place = Place(
      fund: try fund(of: statement, request, refusal), account: account(of: statement, request),
      isFurther: false)
    if let said = request.account, !statement.account.isEmpty,
      AccountNumber.plain(said) != AccountNumber.plain(statement.account)
    {
      throw refusal(
        .statementOtherAccount,
        """
        The statement is of account \(masked(statement.account)), and --account says \
        \(masked(said)).
        """, "Leave --account out; it is for files that do not name their account.")
    }
    let number = AccountNumber.plain(place.account)
    if place.account.isEmpty {
      let isUnclear = request.isAnotherAccount || further[place.fund] != nil
      if format.hasBalances, isUnclear {
        throw refusal(
          .statementOtherAccount,
          "Nothing says of which account of fund \(place.fund.code) the statement is.",
          "Say it with --account: the file does not name it.")
      }
    } else if funds[number] == nil, known.contains(place.fund) {
      place.isFurther = request.isAnotherAccount
      let named = (own[place.fund] ?? further[place.fund]?.first).map { written[$0] ?? $0 }
      if let named, !place.isFurther {
        throw refusal(
          .statementOtherAccount,
          """
          The statements of fund \(place.fund.code) are of account \(masked(named)); this one is \
          of \(masked(place.account)).
          """,
          """
          If it is of another fund, say which with --fund. If the fund has a second account, say \
          so once with --another-account. Nothing was taken in.
          """)
      }
    }
    if format.hasBalances { try check(statement, place, refusal) }
    note(
      place, number: nil, closing: statement.closing,
      date: statement.closingDate.map { Int64($0.number) })
    return place
  }

  /// The account a statement names, or the call names for it; empty if neither does.
  private func account(of statement: BankStatement, _ request: BankRequest) -> String {
    statement.account.isEmpty ? request.account ?? "" : statement.account
  }

  private func fund(
    of statement: BankStatement, _ request: BankRequest,
    _ refusal: (Code, Message, Message) -> StatementRefusal
  ) throws -> Fund {
    let account = account(of: statement, request)
    let known = account.isEmpty ? nil : funds[AccountNumber.plain(account)]
    if let known, let said = request.fund, said != known {
      throw refusal(
        .statementFundUnknown,
        "Statements of this account were of fund \(known.code), and --fund says \(said.code).",
        """
        Leave --fund out, or ask the bank whose account it is. If they were taken in under the \
        wrong fund, take them back: benefit-ledger statements list. Nothing was taken in.
        """)
    }
    if let fund = request.fund ?? known { return fund }
    let named = CollectionOfOne(statement.order) + statement.entries.map(\.details.order)
    if let order = named.lazy.compactMap({ $0.flatMap { OrderName($0) } }).first {
      return order.fund
    }
    throw refusal(
      .statementFundUnknown, "Nothing says which fund's account this is.",
      "Say it once with --fund; a statement of the same account is known from then on.")
  }

  /// A statement begins with the balance that the one before it of its account ended with.
  private func check(
    _ statement: BankStatement, _ place: Place,
    _ refusal: (Code, Message, Message) -> StatementRefusal
  ) throws {
    let chain = chain(of: place)
    guard let opening = statement.opening, let last = last[chain], last.closing != opening else {
      return
    }
    let day = (statement.openingDate ?? statement.closingDate).map { Int64($0.number) }
    let message: Message =
      further[place.fund] == nil
      ? """
      The statement begins with \(grouped(opening)) đ; the last one of fund \
      \(place.fund.code) ended with \(grouped(last.closing)) đ.
      """
      : """
      The statement begins with \(grouped(opening)) đ; the last one of its account, of fund \
      \(place.fund.code), ended with \(grouped(last.closing)) đ.
      """
    guard let number = last.number else {
      throw refusal(
        .statementNotContinued, message, "A statement between the two is missing: take it in first."
      )
    }
    throw refusal(
      .statementNotContinued, message,
      day.map { $0 < last.date } ?? false
        ? """
        It is of an earlier day than the last one: statements are taken in by their dates, each \
        once.
        """
        : """
        A statement between the two is missing: take it in first. If the last one was wrong, it \
        is taken back by: benefit-ledger statements withdraw \(number)
        """)
  }

  /// Whether two statements that stand are of one account.
  func isSame(_ one: RecordedStatement, _ other: RecordedStatement) -> Bool {
    func chain(of statement: RecordedStatement) -> Chain {
      self.chain(of: Place(fund: statement.fund, account: statement.account, isFurther: false))
    }
    return chain(of: one) == chain(of: other)
  }

  private func chain(of place: Place) -> Chain {
    let number = AccountNumber.plain(place.account)
    let isFurther =
      place.isFurther || further[place.fund]?.contains(number) == true
    return Chain(fund: place.fund, further: isFurther ? number : nil)
  }

  private mutating func note(_ place: Place, number: Int64?, closing: Int64?, date: Int64?) {
    let fund = place.fund
    known.insert(fund)
    if !place.account.isEmpty {
      let plain = AccountNumber.plain(place.account)
      if funds[plain] == nil {
        funds[plain] = fund
        written[plain] = place.account
        if place.isFurther { further[fund, default: []].append(plain) } else { own[fund] = plain }
      }
    }
    let chain = chain(of: place)
    let last = last[chain]
    // What comes later in a file is later, whatever its dates say.
    guard let closing, number == nil || (date ?? 0) >= last?.date ?? 0 else { return }
    self.last[chain] = Last(number: number, closing: closing, date: date ?? 0)
  }
}
