import BenefitLedger
import GRDB
import Testing

/// `reconcile totals` as at a date and as known at a batch.
struct ReconcileAsOfTests {
  /// The other side's totals as a program would send them that knows what we knew.
  private static let theirs = """
    SELECT (SELECT code FROM unit_version WHERE unit_version.unit_id = voucher.unit_id
        ORDER BY version_no DESC LIMIT 1), benefit.code,
      CASE WHEN month IS NOT NULL THEN (month / 100) || '-' || substr(month, 5) END, event.code,
      sum(iif(voucher.line_count <> 0, voucher.line_count, sign(amount))), sum(amount)
    FROM voucher JOIN batch USING (batch_no) JOIN event USING (event_id)
      LEFT JOIN benefit USING (benefit_id)
    WHERE business_date <= :date AND batch_no <= :last AND (:period = 0 OR period = :period)
    GROUP BY 1, 2, 3, 4
    """

  private func file(_ rows: [Row]) throws -> TheirTotals {
    let text = rows.map { row in
      row.texts.map { $0 == "-" ? "" : $0 }.joined(separator: ",") + "\n"
    }
    return try TheirTotals.read(
      name: "theirs.csv",
      bytes: Array(("site,benefit,month,event,count,amount\n" + text.joined()).utf8)
    ).get()
  }

  @Test(arguments: [3, 42, 99] as [UInt64])
  func `what is compared and found is what the vouchers by then say`(seed: UInt64) throws {
    let books = try LateBooks(seed: seed)
    var random = SeededGenerator(seed)
    for _ in 0..<15 {
      let (asAt, asKnownAt) = try books.times(&random)
      let period = try LateBooks.period(&random)
      let times: Comment =
        "\(asAt?.description ?? "-") \(asKnownAt ?? -1) \(period?.description ?? "-")"
      let theirs = try books.rows(
        Self.theirs, period: period, asAt: asAt, asKnownAt: asKnownAt)
      let result = try books.ledger.reconcileTotals(
        period: period, asAt: asAt, asKnownAt: asKnownAt,
        against: theirs.isEmpty ? nil : try file(theirs))
      let counted = try #require(
        try books.rows(
          """
          SELECT count(*), ifnull(sum(line_count), 0) FROM batch
          WHERE business_date <= :date AND batch_no <= :last AND (:period = 0 OR period = :period)
          """, period: period, asAt: asAt, asKnownAt: asKnownAt
        ).first)
      #expect(result.batches == counted[0] && result.lines == counted[1], times)
      // Accounts out of which more was taken than was put in are all that is found: the cash that a
      // site paid out without having it, and by a day what was paid on it and due on a later one.
      let overdrawn = try books.accounts(period: period, asAt: asAt, asKnownAt: asKnownAt)
        .filter { Self.isWrong($0.key, $0.value.closing) }
      for difference in result.differences {
        let isCash = difference.account?.hasPrefix("advance/") == true
        #expect(difference.kind == (isCash ? .cashNegative : .wrongSide), times)
      }
      let found = result.differences.map { "\($0.account ?? "") \($0.ours?.amount ?? 0)" }
      #expect(found.sorted() == overdrawn.map { "\($0.key) \($0.value.closing)" }.sorted(), times)
      #expect(result.notCompared == [.debit, .credit])
    }
  }

  /// Whether debit less credit of an account is on the side on which it cannot be.
  private static func isWrong(_ account: String, _ balance: Int64) -> Bool {
    switch account.prefix(while: { $0 != "/" }) {
    case "advance", "shortage", "receivable", "due-from": balance < 0
    case "payable", "unclaimed", "withheld", "heirs", "due-to": balance > 0
    default: false
    }
  }

  @Test func `totals that the other side learned later differ`() throws {
    let books = try LateBooks(seed: 12)
    let known = try file(try books.rows(Self.theirs, asKnownAt: books.last))
    let then = try books.ledger.reconcileTotals(asKnownAt: books.last / 2, against: known)
    #expect(then.differences.contains { $0.kind == .missingHere })
    let now = try books.ledger.reconcileTotals(against: known)
    #expect(now.differences.allSatisfy { $0.kind == .cashNegative } && now.notCompared.isEmpty)
  }

  @Test func `lines, steps and envelopes are compared of the batches by then, counters of none`()
    throws
  {
    for (sql, kind) in [
      ("UPDATE line SET amount = amount + 1 WHERE batch_no = 5", TotalsDifference.Kind.lines),
      (
        """
        UPDATE step SET amount = amount + 1
        WHERE line_no IN (SELECT line_no FROM line WHERE batch_no = 5)
        """,
        .steps
      ),
      ("UPDATE batch SET total = total + 1 WHERE batch_no = 5", .envelope),
    ] {
      try TamperedBooks.withCopy { path in
        try TamperedBooks.edit(path, sql)
        let ledger = try Ledger.open(path, readOnly: true)
        #expect(try ledger.reconcileTotals(asKnownAt: 4).agrees, "\(sql)")
        let found = try ledger.reconcileTotals(asKnownAt: 5)
        #expect(found.differences.contains { $0.kind == kind && $0.batch == 5 }, "\(sql)")
        #expect(try ledger.reconcileTotals(asAt: CivilDate("2026-10-04")).agrees, "\(sql)")
        #expect(try !ledger.reconcileTotals(asAt: CivilDate("2026-10-05")).agrees, "\(sql)")
      }
    }
    try TamperedBooks.withCopy { path in
      try TamperedBooks.edit(path, "UPDATE balance SET debit = debit + 1 WHERE account_id = 1")
      let ledger = try Ledger.open(path, readOnly: true)
      #expect(try !ledger.reconcileTotals().agrees)
      #expect(try ledger.reconcileTotals(asKnownAt: 9).agrees)
    }
  }
}
