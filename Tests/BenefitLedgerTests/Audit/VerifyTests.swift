import BenefitLedger
import Testing

@Suite struct VerifyTests {
  @Test func `a ledger that nobody touched is intact`() throws {
    try TamperedBooks.withCopy { path in
      let verification = try Ledger.open(path, readOnly: true).verify()
      #expect(verification.findings == [])
      #expect(verification.isIntact)
      #expect(verification.batches == 9)
      #expect(verification.lines == 11)
      #expect(verification.head != .zero)
    }
  }

  @Test func `an empty ledger is intact and its head is zeros`() throws {
    let books = try TestLedger()
    let verification = try books.ledger.verify()
    #expect(verification.isIntact)
    #expect(verification.batches == 0)
    #expect(verification.head == .zero)
  }

  /// What somebody does behind the program's back, and what verify calls it, at least.
  static let changes: [(sql: String, kinds: [Finding.Kind])] = [
    // Lines.
    (
      "UPDATE line SET amount = amount + 1 WHERE line_no = 1",
      [.lineChanged, .rootDiffers, .voucherSum]
    ),
    ("UPDATE line SET name = 'Nguyễn Văn Am' WHERE line_no = 1", [.rootDiffers]),
    ("UPDATE line SET account = '970436:0071000123457' WHERE line_no = 3", [.rootDiffers]),
    ("UPDATE line SET document = 'x' WHERE line_no = 6", [.rootDiffers]),
    ("UPDATE line SET file_line = 9 WHERE line_no = 2", [.rootDiffers]),
    ("UPDATE line SET person = person + 1 WHERE line_no = 2", [.lineChanged, .rootDiffers]),
    ("UPDATE line SET month = 202611 WHERE line_no = 2", [.lineVoucher, .rootDiffers]),
    ("UPDATE line SET occurrence = 2 WHERE line_no = 2", [.lineChanged, .rootDiffers]),
    ("UPDATE line SET unit_id = 8 WHERE line_no = 1", [.lineVoucher, .rootDiffers]),
    ("UPDATE line SET voucher_no = voucher_no + 1 WHERE line_no = 1", [.lineVoucher]),
    ("UPDATE line SET batch_no = 4 WHERE line_no = 1", [.lineVoucher]),
    ("DELETE FROM line WHERE line_no = 2", [.lineMissing, .rootDiffers, .voucherSum]),
    ("DELETE FROM line WHERE line_no = 11", [.lineMissing, .rootDiffers]),
    (
      """
      INSERT INTO line SELECT 12, batch_no, voucher_no, file_line, person + 1, month, benefit_id,
        occurrence, amount, unit_id, channel_id, fund_id, account, name, document, reason, NULL,
        NULL
      FROM line WHERE line_no = 1
      """, [.lineExtra]
    ),
    (
      """
      UPDATE line SET line_no = 99 WHERE line_no = 1;
      UPDATE line SET line_no = 1 WHERE line_no = 2;
      UPDATE line SET line_no = 2 WHERE line_no = 99
      """, [.rootDiffers, .lineChanged]
    ),
    // A line and its step alike, so that only the seal knows.
    (
      """
      UPDATE line SET person = person + 1 WHERE line_no = 5;
      UPDATE step SET person = person + 1 WHERE line_no = 5
      """, [.rootDiffers]
    ),
    // Steps.
    ("UPDATE step SET amount = amount + 1 WHERE line_no = 5", [.stepDiffers]),
    ("UPDATE step SET unit_id = 8 WHERE line_no = 3", [.stepDiffers]),
    ("UPDATE step SET line_no = 4 WHERE line_no = 5", [.stepMissing, .stepExtra]),
    ("UPDATE step SET event_id = 10, to_state_id = 3 WHERE line_no = 6", [.stepDiffers]),
    ("UPDATE step SET from_state_id = 3 WHERE line_no = 6", [.stepIllegal]),
    ("UPDATE step SET step_no = 7 WHERE line_no = 6", [.stepIllegal]),
    ("UPDATE step SET line_no = 99 WHERE line_no = 5", [.stepMissing, .stepExtra]),
    ("DELETE FROM step WHERE line_no = 3", [.stepMissing]),
    ("DELETE FROM step WHERE line_no = 7", [.stepMissing, .stepIllegal]),
    (
      """
      INSERT INTO step SELECT month, person + 1, benefit_id, occurrence, step_no, event_id,
        from_state_id, to_state_id, amount, unit_id, channel_id, fund_id, line_no,
        NULL, NULL
      FROM step WHERE line_no = 1
      """, [.stepExtra]
    ),
    (
      """
      INSERT INTO step SELECT 5, person, benefit_id, occurrence, step_no, event_id,
        from_state_id, to_state_id, amount, unit_id, channel_id, fund_id, line_no,
        NULL, NULL
      FROM step WHERE line_no = 1
      """, [.stepExtra]
    ),
    // Vouchers.
    (
      "UPDATE voucher SET amount = amount + 1 WHERE voucher_no = 4",
      [.voucherSum, .batchTotal, .balanceDiffers]
    ),
    ("UPDATE voucher SET line_count = 2 WHERE voucher_no = 5", [.voucherSum]),
    ("UPDATE voucher SET batch_no = 2 WHERE voucher_no = 4", [.voucherDiffers]),
    ("UPDATE voucher SET document = 'UNC 9' WHERE voucher_no = 2", [.rootDiffers]),
    ("UPDATE voucher SET document = 'x' WHERE voucher_no = 4", [.voucherDiffers]),
    ("UPDATE voucher SET channel_id = 3 WHERE voucher_no = 4", [.lineVoucher]),
    (
      "UPDATE voucher SET debit_account_id = credit_account_id, credit_account_id = debit_account_id "
        + "WHERE voucher_no = 8", [.voucherAccount, .balanceDiffers]
    ),
    (
      "UPDATE voucher SET debit_account_id = (SELECT debit_account_id FROM voucher "
        + "WHERE voucher_no = 3) WHERE voucher_no = 2",
      [.voucherDiffers, .balanceDiffers]
    ),
    ("DELETE FROM voucher WHERE voucher_no = 5", [.voucherMissing, .balanceDiffers]),
    (
      """
      INSERT INTO voucher (voucher_no, batch_no, debit_account_id, credit_account_id, fund_id,
        unit_id, amount, line_count, file_line)
      SELECT 99, batch_no, debit_account_id, credit_account_id, fund_id, unit_id, amount, 0, 9
      FROM voucher WHERE voucher_no = 2
      """, [.voucherExtra]
    ),
    // Balances, accounts, openings.
    (
      "UPDATE balance SET debit = debit + 1 WHERE account_id = 1",
      [.balanceDiffers, .fundUnbalanced]
    ),
    ("DELETE FROM balance WHERE account_id = 1", [.balanceDiffers]),
    ("INSERT INTO balance VALUES (1, 202611, 5, 5, 0, 0)", [.balanceDiffers]),
    ("UPDATE account SET unit_id = 8 WHERE unit_id = 5 AND chart_id = 2", [.voucherDiffers]),
    ("UPDATE account SET unit_id = 99 WHERE unit_id = 5 AND chart_id = 5", [.accountDiffers]),
    ("DELETE FROM opening", [.openingDiffers]),
    ("UPDATE opening SET voucher_no = 2", [.openingDiffers]),
    // Batches.
    ("UPDATE batch SET file_name = 'other.csv' WHERE batch_no = 3", [.sealDiffers]),
    ("UPDATE batch SET maker = 'nobody' WHERE batch_no = 3", [.sealDiffers]),
    ("UPDATE batch SET reference = 'R1' WHERE batch_no = 3", [.sealDiffers]),
    ("UPDATE batch SET period = 202611 WHERE batch_no = 9", [.sealDiffers, .balanceDiffers]),
    ("UPDATE batch SET business_date = 20261231 WHERE batch_no = 3", [.sealDiffers]),
    ("UPDATE batch SET total = total + 1 WHERE batch_no = 3", [.sealDiffers, .batchTotal]),
    ("UPDATE batch SET line_count = 4 WHERE batch_no = 3", [.sealDiffers, .batchNumbers]),
    (
      "UPDATE batch SET merkle_root = zeroblob(32) WHERE batch_no = 3",
      [.rootDiffers, .sealDiffers]
    ),
    (
      "UPDATE batch SET previous_seal = zeroblob(32) WHERE batch_no = 3",
      [.previousSealDiffers, .sealDiffers]
    ),
    ("UPDATE batch SET seal = zeroblob(32) WHERE batch_no = 9", [.sealDiffers]),
    (
      "UPDATE batch SET register_digest = zeroblob(32) WHERE batch_no = 9",
      [.batchRegister, .sealDiffers]
    ),
    ("UPDATE batch SET event_id = 9 WHERE batch_no = 5", [.sealDiffers, .stepDiffers]),
    ("DELETE FROM batch WHERE batch_no = 3", [.batchGap, .previousSealDiffers]),
    ("DELETE FROM batch WHERE batch_no = 9", [.voucherExtra, .balanceDiffers]),
    // The register of units and the terms.
    ("UPDATE unit_version SET name = 'Điểm chi trả số 3' WHERE code = '79-S1'", [.registerChanged]),
    (
      "UPDATE unit_version SET code = '79-S3' WHERE code = '79-S1'",
      [.registerChanged, .rootDiffers]
    ),
    ("UPDATE unit_version SET parent_unit_id = 3 WHERE code = '79-C01'", [.registerChanged]),
    ("UPDATE unit_version SET valid_to = NULL WHERE code = '79-OLD'", [.registerChanged]),
    ("UPDATE unit_version SET successor_unit_id = 5 WHERE code = '79-OLD'", [.registerChanged]),
    ("DELETE FROM unit_version WHERE code = '79-OLD'", [.registerChanged]),
    ("UPDATE record SET file_name = 'other.csv'", [.registerChanged]),
    ("UPDATE record SET maker = 'somebody'", [.registerChanged]),
    ("INSERT INTO hold VALUES (1, 1, 5, 1, 'x', 20260101, NULL, NULL)", [.registerChanged]),
    ("INSERT INTO person_link VALUES (1, 1, 5, 6, NULL)", [.registerChanged]),
    ("INSERT INTO user_key VALUES (1, 'x', 'clerk', randomblob(32))", [.registerChanged]),
    ("UPDATE unit_version SET record_no = 1 WHERE unit_id = 5", [.registerChanged]),
    ("UPDATE record SET rows_digest = zeroblob(32)", [.registerChanged]),
    ("DELETE FROM record", [.batchRegister, .referenceBroken]),
    ("INSERT INTO unit VALUES (10)", [.registerChanged]),
    ("UPDATE benefit SET code = 'pensions' WHERE benefit_id = 1", [.termChanged]),
    ("DELETE FROM transition WHERE event_id = 13", [.termChanged]),
    // The schema.
    ("DROP INDEX unit_version_by_code", [.schemaChanged]),
    ("DROP VIEW balances", [.schemaChanged]),
    ("CREATE TABLE mine (a)", [.schemaChanged]),
    ("DROP TABLE opening", [.schemaChanged, .ledgerDamaged]),
  ]

  @Test(arguments: changes.indices)
  func `a change behind the program's back is found`(_ index: Int) throws {
    let (sql, kinds) = Self.changes[index]
    let verification = try TamperedBooks.verify(after: sql)
    #expect(!verification.isIntact)
    #expect(
      verification.kinds.isSuperset(of: kinds), "\(sql)\n\(verification.findings.map(\.message))")
  }

  @Test func `a dropped trigger is found`() throws {
    try TamperedBooks.withCopy { path in
      try TamperedBooks.edit(path, "SELECT 1", keepsTriggers: false)
      let verification = try Ledger.open(path, readOnly: true).verify()
      #expect(verification.kinds == [.schemaChanged])
      #expect(verification.findings.contains { $0.message.contains("trigger line_no_update") })
    }
  }

  @Test func `the line that was changed is named, with its batch and voucher`() throws {
    let verification = try TamperedBooks.verify(
      after: "UPDATE line SET amount = 1 WHERE line_no = 4")
    let changed = try #require(verification.findings.first { $0.kind == .lineChanged })
    #expect(changed.line == 4 && changed.batch == 3 && changed.voucher != nil)
    #expect(verification.findings.contains { $0.kind == .rootDiffers && $0.batch == 3 })
  }

  @Test func `a name that was changed is told from a number that was changed`() throws {
    let verification = try TamperedBooks.verify(
      after: "UPDATE line SET name = 'x' WHERE line_no = 4")
    #expect(verification.kinds == [.rootDiffers])
    #expect(verification.findings.first?.message.contains("a name") == true)
  }

  @Test func `there is nothing to verify since a batch that is not there`() throws {
    let books = try TestLedger()
    try books.due([Person.an])
    #expect(try books.ledger.verify(since: 1).isIntact)
    let error = #expect(throws: LedgerError.self) { try books.ledger.verify(since: 2) }
    #expect(error?.code == .notFound)
  }

  @Test func `since leaves the rows of earlier batches out but not their seals`() throws {
    let early = "UPDATE line SET name = 'x' WHERE line_no = 1"
    #expect(try TamperedBooks.verify(after: early, since: 3).isIntact)
    #expect(try !TamperedBooks.verify(after: early, since: 2).isIntact)
    let header = "UPDATE batch SET maker = 'x' WHERE batch_no = 1"
    #expect(try TamperedBooks.verify(after: header, since: 8).kinds == [.sealDiffers])
    let late = "UPDATE step SET amount = amount + 1 WHERE line_no = 11"
    #expect(try !TamperedBooks.verify(after: late, since: 7).isIntact)
  }
}
