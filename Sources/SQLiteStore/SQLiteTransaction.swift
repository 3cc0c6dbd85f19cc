import Foundation
import GRDB
import LedgerCore
import LedgerStore

/// A posting transaction on the writer's connection.
final class SQLiteTransaction: SQLiteSnapshot, LedgerTransaction {
  private let accounts: AccountNumbers

  init(_ database: Database, accounts: AccountNumbers) {
    self.accounts = accounts
    super.init(database)
  }

  func insertBatch(_ header: BatchHeader, root: Digest, previousSeal: Digest, seal: Digest) throws {
    // Prepared once: many small files in a call are as many batches.
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO batch (batch_no, event_id, file_name, file_bytes, file_sha256, reference,
          declared_period, declared_date, period, business_date, maker, first_line_no, line_count,
          first_voucher_no, voucher_count, row_count, total, register_digest, merkle_root,
          previous_seal, seal, is_correction, reverses_batch_no, reason, submission_record_no,
          approvers, left_out)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
          ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)
        """)
    try statement.execute(
      arguments: [
        header.number, Int64(header.event.rawValue), header.fileName, header.fileBytes,
        Data(header.fileDigest.bytes), header.reference,
        header.declaredPeriod.map { Int64($0.number) },
        header.declaredDate.map { Int64($0.number) },
        Int64(header.period.number), Int64(header.date.number), header.maker, header.firstLine,
        header.lineCount, header.firstVoucher, header.voucherCount, header.rowCount, header.total,
        Data(header.registerDigest.bytes), Data(root.bytes), Data(previousSeal.bytes),
        Data(seal.bytes), header.control.isCorrection ? 1 : 0, header.control.reversesBatch,
        header.control.reason, header.control.submission, header.control.approvers,
        header.control.leftOut,
      ])
  }

  func insertVouchers(_ vouchers: [NewVoucher], batch: Int64, first: Int64) throws {
    let numbers = try vouchers.map {
      (debit: try accountNumber($0.debit), credit: try accountNumber($0.credit))
    }
    try withLoop(
      """
      INSERT INTO voucher (voucher_no, batch_no, debit_account_id, credit_account_id, fund_id,
        unit_id, benefit_id, channel_id, month, amount, line_count, file_line, document,
        corrects_voucher_no)
      VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, 0), nullif(?7, 0), nullif(?8, 0), nullif(?9, 0), ?10,
        ?11, nullif(?12, 0), ?13, nullif(?14, 0))
      """
    ) { loop in
      loop.bind(2, batch)
      for (index, voucher) in vouchers.enumerated() {
        loop.bind(1, first + Int64(index))
        loop.bind(3, numbers[index].debit)
        loop.bind(4, numbers[index].credit)
        loop.bind(5, Int64(voucher.debit.fund))
        loop.bind(6, Int64(voucher.unit))
        loop.bind(7, Int64(voucher.benefit))
        loop.bind(8, Int64(voucher.channel))
        loop.bind(9, Int64(voucher.month))
        loop.bind(10, voucher.amount)
        loop.bind(11, voucher.lineCount)
        loop.bind(12, Int64(voucher.fileLine))
        loop.bind(14, voucher.corrects)
        var document = voucher.document ?? ""
        let inserted = try document.withUTF8 { bytes in
          loop.bind(13, UnsafeRawBufferPointer(bytes))
          return try loop.insert()
        }
        guard inserted else {
          throw LedgerError(.internalFault, "Voucher \(first + Int64(index)) breaks a constraint.")
        }
      }
    }
  }

  func addToBalances(_ turnover: [AccountCounters], period: Month) throws -> AccountKey? {
    for entry in turnover {
      let account = try accountNumber(entry.account)
      let added = try withLoop(
        """
        UPDATE balance SET debit = debit + ?3, credit = credit + ?4,
          debit_reversed = debit_reversed + ?5, credit_reversed = credit_reversed + ?6
        WHERE account_id = ?1 AND period = ?2
          AND debit <= 9223372036854775807 - ?3 AND credit <= 9223372036854775807 - ?4
          AND debit_reversed <= 9223372036854775807 - ?5
          AND credit_reversed <= 9223372036854775807 - ?6
        """
      ) { try insert(entry, of: account, period, $0) }
      guard added else {
        throw LedgerError(.internalFault, "The counters of account \(account) cannot grow.")
      }
      if database.changesCount == 1 { continue }
      let made = try withLoop("INSERT INTO balance VALUES (?1, ?2, ?3, ?4, ?5, ?6)") {
        try insert(entry, of: account, period, $0)
      }
      // The row exists, so it was the bound that kept the update from it.
      if !made { return entry.account }
    }
    return nil
  }

  private func insert(
    _ entry: AccountCounters, of account: Int64, _ period: Month, _ loop: StatementLoop
  ) throws -> Bool {
    loop.bind(1, account)
    loop.bind(2, Int64(period.number))
    loop.bind(3, entry.debit)
    loop.bind(4, entry.credit)
    loop.bind(5, entry.debitReversed)
    loop.bind(6, entry.creditReversed)
    return try loop.insert()
  }

  func insertOpening(account: AccountKey, voucher: Int64) throws -> Bool {
    let number = try accountNumber(account)
    return try withLoop("INSERT INTO opening (account_id, voucher_no) VALUES (?1, ?2)") { loop in
      loop.bind(1, number)
      loop.bind(2, voucher)
      return try loop.insert()
    }
  }

  func execute(_ sql: StaticString, _ arguments: [BoundValue]) throws {
    let statement = try database.cachedStatement(sql: sql.description)
    try statement.execute(arguments: StatementArguments(arguments.map(\.databaseValue)))
  }

  func insertLedger(control: String) throws {
    try database.execute(
      sql: "INSERT INTO ledger (ledger_id, control) VALUES (1, ?1)", arguments: [control])
  }

  /// The number of an account, which is made if it is not there.
  private func accountNumber(_ key: AccountKey) throws -> Int64 {
    if let number = accounts[key] { return number }
    let arguments: [BoundValue] = [
      .integer(Int64(key.chart.rawValue)), .integer(Int64(key.fund)), .integer(Int64(key.unit)),
    ]
    let existing = try integer(
      "SELECT account_id FROM account WHERE chart_id = ?1 AND fund_id = ?2 AND unit_id = ?3",
      arguments)
    if let existing {
      accounts.remember(key, existing, isNew: false)
      return existing
    }
    let statement = try database.cachedStatement(
      sql: "INSERT INTO account (chart_id, fund_id, unit_id) VALUES (?1, ?2, ?3)")
    try statement.execute(arguments: StatementArguments(arguments.map(\.databaseValue)))
    let number = database.lastInsertedRowID
    accounts.remember(key, number, isNew: true)
    return number
  }
}
