import Testing

/// What SQL can hold, SQL holds: every row here breaks one rule and is refused by name.
@Suite struct RefusalTests {
  /// A statement that must be refused, and a part of what SQLite says.
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let sql: String
    let says: String
    var testDescription: String { what }

    init(_ what: String, _ sql: String, _ says: String) {
      self.what = what
      self.sql = sql
      self.says = says
    }
  }

  /// One ledger for all: what is refused is rolled back.
  private static let ledger = Result { try SmallLedger() }

  @Test(
    arguments: batches + accounts + vouchers + linesAndSteps + balances + units + periods
      + cashCounts + archives)
  func `the schema refuses`(_ refused: Case) throws {
    let refusal = try Self.ledger.get().refusal(of: refused.sql)
    #expect(refusal?.contains(refused.says) == true, "\(refusal ?? "accepted")")
  }

  /// A code of unit 2, from 2020-01-01 until 2026-06-30, for unit 1: each row is what it says.
  @Test(arguments: [
    ("20200101", "20200131", false), ("20260630", "NULL", false), ("20260630", "20260630", false),
    ("20260701", "NULL", true), ("20191201", "20191231", true), ("20191201", "20200101", false),
  ])
  func `a code passes to another unit once it was given up`(
    from: String, to: String, isAccepted: Bool
  ) throws {
    for end in [
      Self.version(["code": "'40-S2'"]),
      Self.version(["valid_from": "20260630", "valid_to": "20260630"]),
    ] {
      let taking = Self.version([
        "unit_id": "1", "parent_unit_id": "NULL", "valid_from": from, "valid_to": to,
      ])
      let refusal = try Self.ledger.get().refusal(of: "\(end); \(taking)")
      #expect((refusal == nil) == isAccepted, "\(refusal ?? "accepted")")
    }
  }

  @Test func `the rows the refused ones are made from are accepted`() throws {
    let ledger = try SmallLedger()
    #expect(try ledger.refusal(of: Self.batch()) == nil)
    #expect(try ledger.refusal(of: Self.voucher()) == nil)
    #expect(try ledger.refusal(of: Self.step()) == nil)
    #expect(try ledger.refusal(of: Self.line()) == nil)
    #expect(try ledger.refusal(of: Self.undone()) == nil)
    #expect(try ledger.refusal(of: Self.record()) == nil)
    #expect(try ledger.refusal(of: Self.period()) == nil)
    #expect(try ledger.refusal(of: Self.hold()) == nil)
    #expect(
      try ledger.refusal(
        of: Self.voucher(["amount": "-300", "line_count": "-2", "corrects_voucher_no": "1"])) == nil
    )
  }

  @Test func `a version of a record there is not cannot be kept`() throws {
    // The record comes after its rows, so the reference is looked at when all is written.
    let ledger = try SmallLedger()
    #expect(throws: (any Error).self) { try ledger.execute(Self.version(["record_no": "9"])) }
    #expect(try ledger.strings("SELECT count(*) FROM unit_version") == ["2"])
    #expect(throws: (any Error).self) {
      try ledger.execute("INSERT INTO chart_file VALUES (9, 'x')")
    }
    #expect(try ledger.strings("SELECT count(*) FROM chart_file") == ["1"])
  }

  @Test func `a step is undone once`() throws {
    let ledger = try SmallLedger()
    try ledger.execute(Self.undone())
    let again = try ledger.refusal(of: Self.undone(["step_no": "3", "from_state_id": "5"]))
    #expect(again?.contains("step:") == true || again?.contains("CHECK") == true)
  }

  @Test func `a batch is reversed once`() throws {
    let ledger = try SmallLedger()
    let reversal = [
      "event_id": "8", "is_correction": "1", "total": "-300", "reason": "'x'",
      "reverses_batch_no": "1", "reference": "NULL",
    ]
    try ledger.execute(Self.batch(reversal))
    let second = [
      "batch_no": "4", "previous_seal": "(SELECT seal FROM batch WHERE batch_no = 3)",
      "first_line_no": "5", "first_voucher_no": "4",
    ]
    let refusal = try ledger.refusal(of: Self.batch(reversal.merging(second) { $1 }))
    #expect(refusal?.contains("batch: cannot be reversed, or is already") == true)
  }

  static let follows = "batch: does not follow the batch before it"

  static let batches = [
    Case("a batch number left out", batch(["batch_no": "4"]), follows),
    Case("a batch number again", batch(["batch_no": "2"]), follows),
    Case("a batch number replaced", replacing(batch(["batch_no": "2"])), follows),
    Case("a seal that is not the last one's", batch(["previous_seal": "randomblob(32)"]), follows),
    Case("lines left out", batch(["first_line_no": "4"]), follows),
    Case("vouchers left out", batch(["first_voucher_no": "9"]), follows),
    Case(
      "an identity again",
      batch(["event_id": "8", "reference": "'D-1'", "file_bytes": "100"]), "the identity or the"),
    Case(
      "an identity replaced",
      replacing(
        batch([
          "event_id": "1", "reference": "NULL", "file_bytes": "50", "declared_period": "NULL",
          "declared_date": "NULL",
          "file_sha256": "(SELECT file_sha256 FROM batch WHERE batch_no = 2)",
        ])),
      "the identity or the reference exists"),
    Case(
      "a reference replaced", replacing(batch(["event_id": "8", "reference": "'D-1'"])),
      "the identity or the reference exists"),
    Case("an event there is not", batch(["event_id": "99"]), "FOREIGN KEY"),
    Case("a month 13", batch(["period": "202613", "declared_period": "NULL"]), "CHECK"),
    Case("a period other than declared", batch(["declared_period": "202611"]), "CHECK"),
    Case("a date other than declared", batch(["declared_date": "20261004"]), "CHECK"),
    Case("nobody as maker", batch(["maker": "''"]), "CHECK"),
    Case("an empty reference", batch(["reference": "''"]), "CHECK"),
    Case("a long reference", batch(["reference": "hex(zeroblob(33))"]), "CHECK"),
    Case("a total of nothing", batch(["total": "0"]), "CHECK"),
    Case("no rows", batch(["row_count": "0", "line_count": "0"]), "CHECK"),
    Case("other lines than rows", batch(["line_count": "1"]), "CHECK"),
    Case("no vouchers", batch(["voucher_count": "0"]), "CHECK"),
    Case("a negative total that corrects nothing", batch(["total": "-300"]), "CHECK"),
    Case("a correction that adds", batch(["is_correction": "1", "reason": "'x'"]), "CHECK"),
    Case("a correction without a reason", batch(["is_correction": "1", "total": "-300"]), "CHECK"),
    Case(
      "a reversal of a batch there is not",
      batch([
        "is_correction": "1", "total": "-300", "reason": "'x'", "reverses_batch_no": "9",
      ]), "batch: cannot be reversed, or is already"),
    Case(
      "a reversal of another event",
      batch([
        "is_correction": "1", "total": "-300", "reason": "'x'", "reverses_batch_no": "1",
      ]), "batch: cannot be reversed, or is already"),
    Case(
      "a reversal of another sum",
      batch([
        "event_id": "8", "is_correction": "1", "total": "-301", "reason": "'x'",
        "reverses_batch_no": "1",
      ]), "batch: cannot be reversed, or is already"),
    Case("a short seal", batch(["seal": "randomblob(31)"]), "CHECK"),
    Case("a short root", batch(["merkle_root": "randomblob(31)"]), "CHECK"),
    Case("a short file digest", batch(["file_sha256": "randomblob(31)"]), "CHECK"),
    Case("a text where a number belongs", batch(["total": "'many'"]), "cannot store TEXT"),
    Case("another ledger row", "INSERT INTO ledger VALUES (2, 'single')", "ledger: exists"),
  ]

  static let accounts = [
    Case("an account again", "INSERT INTO account VALUES (9, 9, 3, 0)", "account: exists"),
    Case(
      "an account replaced", "REPLACE INTO account VALUES (9, 9, 3, 0)", "account: exists"),
    Case("a unit on a bank account", "INSERT INTO account VALUES (9, 1, 4, 2)", "CHECK"),
    Case("no unit on a payable", "INSERT INTO account VALUES (9, 5, 4, 0)", "CHECK"),
    Case("a unit there is not", "INSERT INTO account VALUES (9, 5, 4, 77)", "its unit does not"),
    Case("a chart code there is not", "INSERT INTO account VALUES (9, 99, 4, 0)", "FOREIGN KEY"),
    Case("a fund there is not", "INSERT INTO account VALUES (9, 1, 7, 0)", "FOREIGN KEY"),
    Case("an opening again", "INSERT INTO opening VALUES (1, 3)", "has its opening balance"),
    Case("an opening replaced", "REPLACE INTO opening VALUES (2, 1)", "has its opening balance"),
    Case("an opening of nothing", "INSERT INTO opening VALUES (1, 99)", "FOREIGN KEY"),
  ]

  static let vouchers = [
    Case("a voucher number left out", voucher(["voucher_no": "5"]), "voucher: does not follow"),
    Case("a voucher number again", voucher(["voucher_no": "2"]), "voucher: does not follow"),
    Case("a batch there is not", voucher(["batch_no": "9"]), "FOREIGN KEY"),
    Case("money of one fund in another", voucher(["debit_account_id": "5"]), "FOREIGN KEY"),
    Case("a fund that is not the accounts'", voucher(["fund_id": "1"]), "FOREIGN KEY"),
    Case("one account on both sides", voucher(["debit_account_id": "2"]), "CHECK"),
    Case("an amount of nothing", voucher(["amount": "0"]), "CHECK"),
    Case(
      "a negative amount that corrects nothing", voucher(["amount": "-1", "line_count": "-1"]),
      "CHECK"),
    Case("a correction with a positive amount", voucher(["corrects_voucher_no": "1"]), "CHECK"),
    Case(
      "a correction of nothing",
      voucher(["amount": "-1", "line_count": "-1", "corrects_voucher_no": "77"]),
      "voucher: is not that which it corrects"),
    Case(
      "a correction between other accounts",
      voucher([
        "amount": "-300", "line_count": "-2", "corrects_voucher_no": "1", "debit_account_id": "2",
        "credit_account_id": "1",
      ]), "voucher: is not that which it corrects"),
    Case(
      "a correction of more than there was",
      voucher(["amount": "-301", "line_count": "-2", "corrects_voucher_no": "1"]),
      "voucher: is not that which it corrects"),
    Case("negative lines of a positive amount", voucher(["line_count": "-2"]), "CHECK"),
    Case("neither lines nor a file line", voucher(["line_count": "0"]), "CHECK"),
    Case("both lines and a file line", voucher(["file_line": "2"]), "CHECK"),
    Case("a document where lines have theirs", voucher(["document": "'QD 1'"]), "CHECK"),
    Case("a benefit there is not", voucher(["benefit_id": "14"]), "FOREIGN KEY"),
    Case("a channel there is not", voucher(["channel_id": "5"]), "FOREIGN KEY"),
  ]

  static let linesAndSteps = [
    Case("a line number again", line(["line_no": "2"]), "line: exists"),
    Case("a line of nothing", line(["amount": "0"]), "CHECK"),
    Case(
      "the same due again",
      step([
        "step_no": "1", "event_id": "8", "from_state_id": "0",
        "to_state_id": "1",
      ]), "step: does not continue"),
    Case("a step left out", step(["step_no": "3"]), "step: does not continue"),
    Case("a step from another state", step(["from_state_id": "3"]), "step: does not continue"),
    Case("a step of nobody", step(["person": "777"]), "step: does not continue"),
    Case(
      "a first step that is not due", step(["person": "777", "step_no": "1"]),
      "step: does not continue"),
    Case("a negative step that undoes nothing", step(["amount": "-100"]), "CHECK"),
    Case(
      "an undone due that was none", undone(["corrects_step_no": "2", "step_no": "3"]), "step:"),
    Case("half a due undone", undone(["amount": "-50"]), "step: does not undo"),
    Case("a due undone as paid", undone(["event_id": "9"]), "step: does not undo"),
    Case("a due undone to nothing", undone(["to_state_id": "0"]), "step: does not undo"),
    Case("a line that is negative and undoes nothing", line(["amount": "-100"]), "CHECK"),
    Case("a line that undoes and is not negative", line(["corrects_line_no": "1"]), "CHECK"),
    Case("a transition there is not", step(["event_id": "12"]), "CHECK"),
    Case("an event that is no step", step(["event_id": "4"]), "CHECK"),
    Case("occurrence 0", first(["occurrence": "0"]), "CHECK"),
    Case("occurrence 256", first(["occurrence": "256"]), "CHECK"),
    Case("a person of 13 digits", first(["person": "1010000000000"]), "CHECK"),
    Case("a month before 1900", first(["month": "189912"]), "CHECK"),
    Case("benefit 16", first(["benefit_id": "16"]), "CHECK"),
    Case("channel 5", first(["channel_id": "5"]), "CHECK"),
    Case("fund 7", first(["fund_id": "7"]), "CHECK"),
    Case("no unit", first(["unit_id": "0"]), "CHECK"),
    Case("an amount of nothing owed", first(["amount": "0"]), "CHECK"),
  ]

  static let balances = [
    Case(
      "a balance again", "INSERT INTO balance VALUES (1, 202610, 0, 0, 0, 0)", "balance: exists"),
    Case("a negative debit", "INSERT INTO balance VALUES (3, 202610, -1, 0, 0, 0)", "CHECK"),
    Case("a negative credit", "INSERT INTO balance VALUES (3, 202610, 0, -1, 0, 0)", "CHECK"),
    Case(
      "less than nothing reversed of a debit",
      "INSERT INTO balance VALUES (3, 202610, 1, 0, -1, 0)", "CHECK"),
    Case(
      "less than nothing reversed of a credit",
      "INSERT INTO balance VALUES (3, 202610, 0, 1, 0, -1)", "CHECK"),
    Case(
      "an account there is not", "INSERT INTO balance VALUES (9, 202610, 0, 0, 0, 0)", "FOREIGN"),
    Case(
      "a counter beyond 64 bits",
      "UPDATE balance SET debit = debit + 9223372036854775807 WHERE account_id = 1",
      "cannot store REAL"),
  ]

  static let units = [
    Case("a unit left out", "INSERT INTO unit VALUES (4)", "unit: does not follow"),
    Case("a unit again", "REPLACE INTO unit VALUES (2)", "unit: does not follow"),
    Case("a version left out", version(["version_no": "3"]), "unit_version: does not follow"),
    Case("a version that is not later", version(["valid_from": "20200101"]), "does not follow"),
    Case("a code of another unit", version(["code": "'40'"]), "does not follow"),
    Case("its own parent", version(["parent_unit_id": "2"]), "CHECK"),
    Case("a parent there is not", version(["parent_unit_id": "9"]), "FOREIGN KEY"),
    Case("a kind there is not", version(["unit_kind_id": "9"]), "FOREIGN KEY"),
    Case("a code of 17 letters", version(["code": "'40-00000000000001'"]), "CHECK"),
    Case("no name", version(["name": "''"]), "CHECK"),
    Case(
      "its own successor", version(["successor_unit_id": "2", "valid_to": "20261231"]), "CHECK"),
    Case("a successor of a unit that goes on", version(["successor_unit_id": "1"]), "CHECK"),
    Case(
      "a successor there is not", version(["successor_unit_id": "9", "valid_to": "20261231"]),
      "FOREIGN KEY"),
    Case("an end before the beginning", version(["valid_to": "20251231"]), "CHECK"),
    Case("a hold left out", hold(["hold_no": "3"]), "hold: does not follow"),
    Case("a hold again", replacing(hold(["hold_no": "1"])), "hold: does not follow"),
    Case("a hold of a kind there is not", hold(["hold_kind_id": "9"]), "FOREIGN KEY"),
    Case("a hold without a reason", hold(["reason": "''"]), "CHECK"),
    Case("a hold that ends before it begins", hold(["valid_to": "20260101"]), "CHECK"),
    Case("a hold of 13 digits", hold(["person": "1010000000000"]), "CHECK"),
    Case(
      "a release that is not earlier", "INSERT INTO hold_release VALUES (5, 1, 20260901)",
      "hold_release: the hold is released by then"),
    Case(
      "a release replaced", "REPLACE INTO hold_release VALUES (3, 1, 20260901)",
      "hold_release: the hold is released by then"),
    Case(
      "a release of a hold there is not", "INSERT INTO hold_release VALUES (5, 7, 20260801)",
      "FOREIGN KEY"),
    Case(
      "a link left out", "INSERT INTO person_link VALUES (4, 3, 1, 2, NULL)",
      "person_link: does not follow"),
    Case(
      "a statement that does not add up",
      "INSERT INTO statement VALUES (3, 2, 3, 'mt940', '', '', 910, 920, NULL, NULL, 1, 11, 0)",
      "CHECK"),
    Case(
      "a statement left out",
      "INSERT INTO statement VALUES (4, 2, 3, 'mt940', '', '', 0, 0, NULL, NULL, 0, 0, 0)",
      "statement: does not follow"),
    Case(
      "an entry replaced", "REPLACE INTO bank_entry SELECT * FROM bank_entry WHERE entry_no = 1",
      "bank_entry: does not follow"),
    Case(
      "a rule there is not", "INSERT INTO bank_match VALUES (2, 3, 'guess', 0, NULL, NULL)",
      "CHECK"),
    Case(
      "a match by hand without a reason",
      "INSERT INTO bank_match VALUES (2, 3, 'by-hand', 0, NULL, NULL)", "CHECK"),
    Case(
      "an entry matched twice",
      "INSERT INTO bank_match_side VALUES (1, 3, 3, 1, NULL, NULL, 900)",
      "bank_match_side: matched before"),
    Case(
      "a side that is bank and books",
      "INSERT INTO bank_match_side VALUES (1, 3, 3, 2, 2, NULL, 10)", "CHECK"),
    Case(
      "an exception twice", "INSERT INTO bank_exception VALUES (2, 3, 2, 'unmatched', 'x')",
      "bank_exception: exists"),
    Case(
      "an exception assigned to nobody",
      "INSERT INTO exception_step VALUES (5, 1, 'assigned', NULL)",
      "CHECK"),
    Case(
      "an exception's step replaced",
      "REPLACE INTO exception_step VALUES (4, 1, 'noted', NULL)", "exception_step: does not follow"),
    Case(
      "a statement withdrawn twice", "INSERT INTO statement_withdrawal VALUES (2, 5)",
      "statement_withdrawal: the statement is withdrawn already"),
    Case(
      "a withdrawal replaced", "REPLACE INTO statement_withdrawal VALUES (2, 3)",
      "statement_withdrawal: the statement is withdrawn already"),
    Case(
      "a statement withdrawn that there is not", "INSERT INTO statement_withdrawal VALUES (9, 4)",
      "FOREIGN KEY"),
    Case(
      "a booking of a withdrawn statement matched",
      "INSERT INTO bank_match_side VALUES (1, 3, 3, 3, NULL, NULL, 10)",
      "bank_match_side: matched before, withdrawn"),
    Case(
      "a link replaced", "REPLACE INTO person_link VALUES (4, 1, 1, 2, NULL)",
      "person_link: does not follow"),
    Case(
      "a number linked to itself", "INSERT INTO person_link VALUES (4, 2, 1, 1, NULL)", "CHECK"),
    Case("a record left out", record(["record_no": "7"]), "record: does not follow"),
    Case("a record again", record(["record_no": "1"]), "record: does not follow"),
    Case("a kind of record there is not", record(["record_kind_id": "99"]), "FOREIGN KEY"),
    Case("a chart again", "INSERT INTO chart_file VALUES (1, 'x')", "chart_file: does not follow"),
    Case("an earlier chart", "INSERT INTO chart_file VALUES (0, 'x')", "chart_file: does not"),
    Case("a chart without content", "INSERT INTO chart_file VALUES (2, '')", "CHECK"),
    Case("a short signature", record(["signature": "randomblob(63)"]), "CHECK"),
    Case("a new fund", "INSERT INTO fund VALUES (7, 'own')", "terms come with the schema"),
    Case(
      "a new transition", "INSERT INTO transition VALUES (9, 4, 2)", "terms come with the schema"),
  ]

  // MARK: Rows that are accepted as they stand, with some columns changed

  static func row(
    _ table: String, _ columns: KeyValuePairs<String, String>, _ changes: [String: String]
  ) -> String {
    let values = columns.map { changes[$0.key] ?? $0.value }
    return "INSERT INTO \(table) (\(columns.map(\.key).joined(separator: ", "))) "
      + "SELECT \(values.joined(separator: ", "))"
  }

  static func replacing(_ sql: String) -> String { "REPLACE" + sql.dropFirst("INSERT".count) }

  static func batch(_ changes: [String: String] = [:]) -> String {
    row(
      "batch",
      [
        "batch_no": "3", "event_id": "9", "file_name": "'paid.csv'", "file_bytes": "70",
        "file_sha256": "randomblob(32)", "reference": "'P-1'", "declared_period": "202610",
        "declared_date": "20261003", "period": "202610", "business_date": "20261003",
        "maker": "'clerk'", "first_line_no": "3", "line_count": "2", "first_voucher_no": "3",
        "voucher_count": "1", "row_count": "2", "total": "300", "register_digest": "randomblob(32)",
        "merkle_root": "randomblob(32)",
        "previous_seal": "(SELECT seal FROM batch WHERE batch_no = 2)", "seal": "randomblob(32)",
        "is_correction": "0", "reverses_batch_no": "NULL", "reason": "NULL", "left_out": "0",
      ], changes)
  }

  static func voucher(_ changes: [String: String] = [:]) -> String {
    row(
      "voucher",
      [
        "voucher_no": "3", "batch_no": "2", "debit_account_id": "1", "credit_account_id": "2",
        "fund_id": "3", "unit_id": "2", "benefit_id": "1", "channel_id": "1", "month": "202610",
        "amount": "300", "line_count": "2", "corrects_voucher_no": "NULL", "file_line": "NULL",
        "document": "NULL",
      ], changes)
  }

  static func line(_ changes: [String: String] = [:]) -> String {
    row(
      "line",
      [
        "line_no": "3", "batch_no": "2", "voucher_no": "2", "file_line": "2", "person": "5",
        "month": "202610", "benefit_id": "1", "occurrence": "1", "amount": "100", "unit_id": "2",
        "channel_id": "1", "fund_id": "3", "corrects_line_no": "NULL",
      ], changes)
  }

  /// The payment of the first person.
  static func step(_ changes: [String: String] = [:]) -> String {
    row(
      "step",
      [
        "month": "202610", "person": "40123456789", "benefit_id": "1", "occurrence": "1",
        "step_no": "2", "event_id": "9", "from_state_id": "1", "to_state_id": "2", "amount": "100",
        "unit_id": "2", "channel_id": "1", "fund_id": "3", "line_no": "3",
      ], changes)
  }

  /// The due of the first person undone.
  static func undone(_ changes: [String: String] = [:]) -> String {
    row(
      "step",
      [
        "month": "202610", "person": "40123456789", "benefit_id": "1", "occurrence": "1",
        "step_no": "2", "event_id": "8", "from_state_id": "1", "to_state_id": "5",
        "amount": "-100", "unit_id": "2", "channel_id": "1", "fund_id": "3", "line_no": "3",
        "remainder": "0", "corrects_step_no": "1",
      ], changes)
  }

  static func record(_ changes: [String: String] = [:]) -> String {
    row(
      "record",
      [
        "record_no": "5", "record_kind_id": "1", "record_date": "20261002", "maker": "'clerk'",
        "reason": "NULL", "file_name": "'sites.csv'", "file_sha256": "randomblob(32)",
        "rows_digest": "randomblob(32)", "record_digest": "randomblob(32)", "signature": "NULL",
      ], changes)
  }

  static func hold(_ changes: [String: String] = [:]) -> String {
    row(
      "hold",
      [
        "hold_no": "2", "record_no": "2", "person": "555", "hold_kind_id": "1",
        "reason": "'list'", "valid_from": "20260210", "valid_to": "NULL", "file_line": "3",
      ], changes)
  }

  /// What is owed to a third person.
  static func first(_ changes: [String: String] = [:]) -> String {
    let due = [
      "person": "555", "step_no": "1", "event_id": "8", "from_state_id": "0", "to_state_id": "1",
    ]
    return step(due.merging(changes) { $1 })
  }

  static func version(_ changes: [String: String] = [:]) -> String {
    row(
      "unit_version",
      [
        "unit_id": "2", "version_no": "2", "code": "'40-00001'", "name": "'Điểm chi trả'",
        "unit_kind_id": "5", "parent_unit_id": "1", "valid_from": "20260701", "valid_to": "NULL",
        "successor_unit_id": "NULL", "record_no": "1",
      ], changes)
  }
}
