import BenefitLedger
import Testing

extension TestLedger {
  /// Changes a period, long after it ended unless a date is given.
  @discardableResult
  func change(
    _ change: PeriodRequest.Change, _ period: String, reason: String? = nil,
    maker: String = "clerk", date: String = "2027-02-01"
  ) throws -> PeriodAnswer {
    try ledger.change(
      PeriodRequest(
        change, try #require(Month(period)), reason: reason, maker: maker,
        date: try #require(CivilDate(date))))
  }

  /// Changes a period and says the code of what forbids it.
  func refusal(
    _ change: PeriodRequest.Change, _ period: String, reason: String? = nil,
    maker: String = "clerk", date: String = "2027-02-01"
  ) throws -> LedgerError? {
    do {
      _ = try self.change(change, period, reason: reason, maker: maker, date: date)
      return nil
    } catch let error as LedgerError {
      return error
    }
  }

  /// Closes a year, long after it ended unless a date is given.
  @discardableResult
  func closeYear(_ year: Int, date: String? = nil, today: String = "2027-02-01") throws
    -> YearEndAnswer
  {
    try ledger.closeYear(
      YearEndRequest(
        year: year, maker: "clerk", date: date.flatMap { CivilDate($0) },
        today: try #require(CivilDate(today))))
  }

  /// Closes a year and says what forbids it.
  func refusalToClose(_ year: Int, date: String? = nil, today: String = "2027-02-01") throws
    -> LedgerError?
  {
    do {
      _ = try closeYear(year, date: date, today: today)
      return nil
    } catch let error as LedgerError {
      return error
    }
  }

  /// Undoes a batch.
  @discardableResult
  func undo(
    _ batch: Int64, period: String? = nil, date: String = "2026-12-01", dryRun: Bool = false
  ) throws -> Receipt {
    var request = ReversalRequest(
      batch: batch, reason: "wrong", maker: "clerk", date: try #require(CivilDate(date)))
    request.period = period.flatMap { Month($0) }
    request.isDryRun = dryRun
    return try #require(try ledger.reverse(request).receipts.first)
  }

  /// Puts cash into the hands of both sites, from money that was there.
  func fund(on date: String) throws {
    let opening = try post(
      .opening, "account,unit,fund,amount\nbank,,retirement,900\n", today: date)
    let advance = try post(
      .advance, "unit,fund,amount\n79-S1,retirement,500\n79-S2,retirement,400\n", today: date)
    #expect(opening.state == .posted && advance.state == .posted)
  }

  /// Posts pensions of a month that become due at site 79-S1 in cash.
  @discardableResult
  func pensions(_ amounts: KeyValuePairs<String, Int64>, month: String, on date: String) throws
    -> Receipt
  {
    let rows = amounts.map { "\($0.key),pension,\(month),\($0.value),79-S1,cash\n" }
    return try post(
      .due, "person,benefit,month,amount,site,channel\n" + rows.joined(), name: "due.csv",
      today: date)
  }

  /// Posts a later step of one pension.
  @discardableResult
  func step(
    _ event: Event, _ person: String, _ amount: Int64, month: String, on date: String,
    period: String? = nil, reference: String? = nil
  ) throws -> Receipt {
    try post(
      event, "person,benefit,month,amount\n\(person),pension,\(month),\(amount)\n",
      envelope: Envelope(reference: reference, period: period.flatMap { Month($0) }), today: date)
  }

  /// Debit less credit of an account at the end of a period; 0 if nothing was posted to it.
  func balance(_ account: String, at period: String? = nil) throws -> Int64 {
    try ledger.trialBalance(period: period.flatMap { Month($0) }).rows
      .first { $0.account == account }.map { Int64($0.balance) } ?? 0
  }
}
