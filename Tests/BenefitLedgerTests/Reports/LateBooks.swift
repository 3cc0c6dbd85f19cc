import BenefitLedger
import Foundation
import GRDB
import Testing

/// The three months as they are when news comes late: business dates and periods in no order, and at
/// the end batches that take earlier ones back.
struct LateBooks {
  let story: ThreeMonths
  let test: TestLedger
  /// How many batches there are.
  let last: Int64

  var ledger: Ledger { test.ledger }

  private let seed: UInt64

  /// Posts the files, and takes some batches back: the counters of accounts do not know of that, so
  /// reports of now are not to be asked of such books.
  init(seed: UInt64, files: Int? = nil, corrections: Int = 0) throws {
    self.seed = seed
    story = try ThreeMonths(seed: seed)
    var random = SeededGenerator(seed)
    let envelopes = try story.files.map { _ in
      Envelope(period: try Self.date(&random).month, date: try Self.date(&random))
    }
    var posted = 0
    test = try story.ledger(files: files) { _ in
      defer { posted += 1 }
      return envelopes[posted]
    }
    let count = files ?? story.files.count
    for _ in 0..<corrections {
      try Self.takeBack(
        Int64.random(in: 1...Int64(count), using: &random), on: try Self.date(&random),
        in: test.folder + "/ledger.db")
    }
    last = Int64(count + corrections)
  }

  /// The books that stopped after a batch.
  func stopped(after batch: Int64) throws -> LateBooks {
    try LateBooks(seed: seed, files: Int(batch))
  }

  /// A business date within the three months, any of them.
  static func date(_ random: inout SeededGenerator) throws -> CivilDate {
    try #require(
      CivilDate(
        year: 2026, month: .random(in: 10...12, using: &random),
        day: .random(in: 1...28, using: &random)))
  }

  /// Two times at random: often a date, often a batch, sometimes beyond everything, never neither.
  func times(_ random: inout SeededGenerator) throws -> (asAt: CivilDate?, asKnownAt: Int64?) {
    let date = try Self.date(&random)
    let batch = Int64.random(in: 0...last + 2, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return (date, nil)
    case 1: return (nil, batch)
    default: return (date, batch)
    }
  }

  /// A period that is asked for or not.
  static func period(_ random: inout SeededGenerator) throws -> Month? {
    Bool.random(using: &random) ? try date(&random).month : nil
  }

  /// Adds a batch whose vouchers are those of an earlier one with the sign turned round.
  private static func takeBack(_ batch: Int64, on date: CivilDate, in path: String) throws {
    let whose = "batch_no = \(batch)"
    try TamperedBooks.edit(
      path,
      """
      CREATE TEMP TABLE b AS SELECT * FROM main.batch WHERE \(whose);
      CREATE TEMP TABLE v AS SELECT * FROM main.voucher WHERE \(whose);
      UPDATE b SET batch_no = (SELECT max(batch_no) + 1 FROM main.batch), reference = NULL,
        file_name = 'back-' || batch_no || '.csv', declared_date = NULL, declared_period = NULL,
        business_date = \(date.number), period = \(date.month.number),
        file_bytes = file_bytes + 1000000 * (SELECT count(*) FROM main.batch),
        first_voucher_no = (SELECT max(voucher_no) + 1 FROM main.voucher),
        first_line_no = (SELECT max(line_no) + 1 FROM main.line), line_count = 0,
        register_digest =
          (SELECT register_digest FROM main.batch ORDER BY batch_no DESC LIMIT 1);
      UPDATE v SET corrects_voucher_no = voucher_no, amount = -amount, line_count = -line_count,
        batch_no = (SELECT batch_no FROM b), voucher_no = voucher_no
          + (SELECT first_voucher_no FROM b) - (SELECT min(voucher_no) FROM v);
      INSERT INTO main.batch SELECT * FROM b;
      INSERT INTO main.voucher SELECT * FROM v;
      DROP TABLE b;
      DROP TABLE v;
      """)
  }

  // MARK: What the tables say

  /// The rows of a query that adds up from nothing; `:period` 0 is every period, and what is not
  /// asked for bounds nothing.
  func rows(
    _ sql: String, period: Month? = nil, asAt: CivilDate? = nil, asKnownAt: Int64? = nil,
    with arguments: [String: (any DatabaseValueConvertible)?] = [:]
  ) throws -> [Row] {
    var all = arguments
    all["period"] = Int64(period?.number ?? 0)
    all["date"] = Int64(asAt?.number ?? .max)
    all["last"] = asKnownAt ?? .max
    let used = all.filter { sql.contains(":" + $0.key) }
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: test.folder + "/ledger.db", configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { try Row.fetchAll($0, sql: sql, arguments: StatementArguments(used)) }
  }

  /// Opening, debit and credit of each account, by its written name.
  func accounts(
    period: Month?, asAt: CivilDate?, asKnownAt: Int64?
  ) throws -> [String: AccountSums] {
    let rows = try rows(
      """
      SELECT chart.code || '/' || fund.code || ifnull('/' || (SELECT code FROM unit_version
          WHERE unit_version.unit_id = account.unit_id ORDER BY version_no DESC LIMIT 1), ''),
        sum(CASE WHEN batch.period < :period THEN side.debit - side.credit ELSE 0 END),
        sum(CASE WHEN :period = 0 OR batch.period = :period THEN side.debit ELSE 0 END),
        sum(CASE WHEN :period = 0 OR batch.period = :period THEN side.credit ELSE 0 END)
      FROM (SELECT batch_no, debit_account_id AS account_id, amount AS debit, 0 AS credit
          FROM voucher UNION ALL SELECT batch_no, credit_account_id, 0, amount FROM voucher) AS side
        JOIN batch USING (batch_no) JOIN account USING (account_id) JOIN chart USING (chart_id)
        JOIN fund USING (fund_id)
      WHERE batch.business_date <= :date AND batch.batch_no <= :last GROUP BY account_id
      """, period: period, asAt: asAt, asKnownAt: asKnownAt)
    return Dictionary(
      uniqueKeysWithValues: rows.map {
        ($0[0], AccountSums(opening: $0[1], debit: $0[2], credit: $0[3]))
      })
  }
}

extension Row {
  /// The columns as text; a dash for none.
  var texts: [String] {
    databaseValues.map { value in
      switch value.storage {
      case .int64(let number): String(number)
      case .string(let text): text
      case .null, .double, .blob: "-"
      }
    }
  }
}

/// What an account's vouchers add up to.
struct AccountSums: Equatable {
  var opening: Int64 = 0
  var debit: Int64 = 0
  var credit: Int64 = 0
  var closing: Int64 { opening + debit - credit }
}
