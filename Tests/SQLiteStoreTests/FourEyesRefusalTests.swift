import Testing

/// What the schema itself refuses under four eyes, whoever writes the file.
@Suite struct FourEyesRefusalTests {
  typealias Case = RefusalTests.Case

  private static let ledger = Result { try SmallLedger() }

  /// The next decision on the submission that `hoa` approved and `lan` made.
  private static func decision(_ changes: [String: String] = [:]) -> String {
    RefusalTests.row(
      "decision",
      [
        "record_no": "2", "submission_no": "1", "user_name": "'minh'", "outcome": "'posted'",
        "merkle_root": "zeroblob(32)",
      ], changes)
  }

  private static func submission(_ changes: [String: String] = [:]) -> String {
    RefusalTests.row(
      "submission",
      [
        "submission_no": "2", "record_no": "2", "maker": "'lan'", "event_id": "9",
        "file_name": "'x.csv'", "file_bytes": "9", "file_sha256": "randomblob(32)",
        "period": "202610", "business_date": "20261003", "row_count": "1", "total": "5",
        "is_correction": "0", "approvers_needed": "1", "merkle_root": "randomblob(32)",
      ], changes)
  }

  private static func user(_ changes: [String: String] = [:]) -> String {
    RefusalTests.row(
      "user_key",
      [
        "record_no": "2", "user_name": "'lan'", "role": "'clerk'", "public_key": "randomblob(32)",
      ], changes)
  }

  /// `minh`'s agreement to the release that `hoa` proposed.
  private static func agreement(_ changes: [String: String] = [:]) -> String {
    RefusalTests.row(
      "proposal",
      [
        "record_no": "2", "user_name": "'minh'", "subject": "'release'",
        "request_digest": "zeroblob(32)", "agrees_to_record_no": "1",
      ], changes)
  }

  static let open = "proposal: is not open, or of the same person"
  static let once = "decision: the maker, a second time, or closed already"

  static let cases = [
    Case("the maker approves", decision(["user_name": "'lan'"]), once),
    Case("somebody approves twice", decision(["user_name": "'hoa'"]), once),
    Case("a decision again", decision(["record_no": "1"]), once),
    Case("a decision replaced", RefusalTests.replacing(decision(["record_no": "1"])), once),
    Case("an approval of other lines", decision(["merkle_root": "randomblob(32)"]), once),
    Case("a decision nobody knows", decision(["outcome": "'maybe'"]), "CHECK"),
    Case("a decision on nothing", decision(["submission_no": "9"]), "FOREIGN KEY"),
    Case("a submission left out", submission(["submission_no": "3"]), "does not follow"),
    Case("a submission again", submission(["submission_no": "1"]), "does not follow"),
    Case("a record of two submissions", submission(["record_no": "1"]), "does not follow"),
    Case("a submission of nothing", submission(["total": "0"]), "CHECK"),
    Case("a submission nobody approves", submission(["approvers_needed": "0"]), "CHECK"),
    Case(
      "an undoing without a reason", submission(["is_correction": "1", "total": "-5"]), "CHECK"),
    Case(
      "an obligation again",
      "INSERT INTO reservation VALUES (202610, 40123456789, 1, 1, 2, 7)",
      "reservation: another submission has it"),
    Case(
      "an obligation replaced",
      "REPLACE INTO reservation VALUES (202610, 40123456789, 1, 1, 2, 7)",
      "reservation: another submission has it"),
    Case("occurrence 256", "INSERT INTO reservation VALUES (202610, 5, 1, 256, 1, 7)", "CHECK"),
    Case("a piece again", "INSERT INTO submission_chunk VALUES (1, 0, x'01')", "exists"),
    Case("a piece replaced", "REPLACE INTO submission_chunk VALUES (1, 0, x'01')", "exists"),
    Case("bytes of an open submission gone", "DELETE FROM submission_chunk", "never removed"),
    Case(
      "a reading again", "INSERT INTO submission_reading VALUES (1, NULL, 'Sheet1')",
      "submission_reading: exists"),
    Case(
      "a reading replaced", "REPLACE INTO submission_reading VALUES (1, NULL, 'Sheet1')",
      "submission_reading: exists"),
    Case("a reading gone", "DELETE FROM submission_reading", "never removed"),
    Case("a reading of nothing", "INSERT INTO submission_reading VALUES (2, NULL, NULL)", "CHECK"),
    Case("an open reservation gone", "DELETE FROM reservation", "never removed"),
    Case("a role there is not", user(["role": "'king'"]), "CHECK"),
    Case("a name with a comma", user(["user_name": "'a,b'"]), "CHECK"),
    Case("a short key", user(["public_key": "randomblob(31)"]), "CHECK"),
    Case(
      "a key of two users",
      user(["public_key": "(SELECT public_key FROM user_key WHERE record_no = 1)"]), "user_key:"),
    Case("a user's record again", user(["record_no": "1"]), "user_key: exists"),
    Case("an agreement with oneself", agreement(["user_name": "'hoa'"]), open),
    Case("an agreement to something else", agreement(["request_digest": "randomblob(32)"]), open),
    Case("an agreement to another subject", agreement(["subject": "'chart'"]), open),
    Case("an agreement to nothing", agreement(["agrees_to_record_no": "7"]), open),
    Case("a proposal again", agreement(["record_no": "1"]), open),
    Case("a proposal replaced", RefusalTests.replacing(agreement(["record_no": "1"])), open),
    Case("a subject there is not", agreement(["subject": "'pay'"]), open),
    Case(
      "a proposal of a subject there is not",
      agreement(["subject": "'pay'", "agrees_to_record_no": "NULL"]), "CHECK"),
    Case(
      "a short digest",
      agreement(["request_digest": "zeroblob(31)", "agrees_to_record_no": "NULL"]), "CHECK"),
  ]

  @Test(arguments: cases)
  func `the schema refuses`(_ refused: Case) throws {
    let refusal = try Self.ledger.get().refusal(of: refused.sql)
    #expect(refusal?.contains(refused.says) == true, "\(refusal ?? "accepted")")
  }

  @Test func `the rows the refused ones are made from are accepted`() throws {
    let ledger = try SmallLedger()
    // The record comes after its row, at the end of the transaction.
    for row in [Self.decision(), Self.submission(), Self.user(), Self.agreement()] {
      #expect(try ledger.refusal(of: row) == nil, "\(row)")
    }
  }

  @Test func `what is decided is not decided again, and what was kept for it can go`() throws {
    let ledger = try SmallLedger()
    try ledger.execute(RefusalTests.record() + ";" + Self.decision(["outcome": "'rejected'"]))
    #expect(try ledger.refusal(of: Self.decision(["record_no": "3"])) == Self.once)
    #expect(
      try ledger.refusal(of: "INSERT INTO submission_chunk VALUES (1, 1, x'00')")?
        .contains("closed") == true)
    try ledger.execute("DELETE FROM submission_chunk; DELETE FROM reservation")
    #expect(try ledger.strings("SELECT count(*) FROM reservation") == ["0"])
  }

  @Test func `an approval before the others that are needed posts nothing`() throws {
    let ledger = try SmallLedger()
    try ledger.execute(
      RefusalTests.record() + ";" + Self.submission(["approvers_needed": "2"]))
    let early = [
      "submission_no": "2", "record_no": "3",
      "merkle_root":
        "(SELECT merkle_root FROM submission WHERE submission_no = 2)",
    ]
    #expect(try ledger.refusal(of: Self.decision(early)) == Self.once)
  }

  @Test func `what was proposed is agreed to once`() throws {
    let ledger = try SmallLedger()
    try ledger.execute(RefusalTests.record() + ";" + Self.agreement())
    #expect(try ledger.refusal(of: Self.agreement(["record_no": "3"])) == Self.open)
    #expect(
      try ledger.refusal(of: Self.agreement(["record_no": "3", "agrees_to_record_no": "2"]))
        == Self.open)
  }

  @Test func `under four eyes somebody agrees right before a chart, a release and a year end`()
    throws
  {
    let ledger = try SmallLedger()
    try ledger.execute("DROP TRIGGER ledger_no_update; UPDATE ledger SET control = 'four-eyes'")
    let (release, chart) = (
      "INSERT INTO hold_release VALUES (6, 1, 20260601)", "INSERT INTO chart_file VALUES (6, 'x')"
    )
    #expect(try ledger.refusal(of: chart) == "chart_file: nobody agreed to this chart")
    #expect(
      try ledger.refusal(of: release) == "hold_release: nobody agreed to this release")
    #expect(
      try ledger.refusal(of: RefusalTests.batch(["event_id": "24"]))
        == "batch: nobody agreed to this year end or hand-over")
    let agreement = Self.agreement(["record_no": "5"])
    #expect(try ledger.refusal(of: "\(agreement); \(release)") == nil)
    #expect(
      try ledger.refusal(of: "\(agreement); \(chart)")
        == "chart_file: nobody agreed to this chart", "it was to a release")
    #expect(
      try ledger.refusal(of: "\(Self.agreement(["record_no": "4"])); \(release)")
        == "hold_release: nobody agreed to this release", "it was not the record before")
    // An undone year end is submitted like everything that corrects.
    #expect(
      try ledger.refusal(
        of: RefusalTests.batch(["event_id": "24", "is_correction": "1", "reason": "'x'"]))
        == "batch: is not what was submitted and approved")
  }

  @Test func `under four eyes somebody asks before a closed period is reopened`() throws {
    let ledger = try SmallLedger()
    func open(_ period: String) -> String {
      RefusalTests.period(["record_no": "7", "period": period, "state": "'open'"])
    }
    #expect(try ledger.refusal(of: open("202601")) == nil)
    try ledger.execute("DROP TRIGGER ledger_no_update; UPDATE ledger SET control = 'four-eyes'")
    let says = "period_change: nobody asked to reopen this period"
    // One that is closed, and one that is because a later one is.
    #expect(try ledger.refusal(of: open("202601")) == says)
    #expect(try ledger.refusal(of: open("202512")) == says)
    let asked = RefusalTests.period([
      "record_no": "6", "period": "202601", "state": "'reopen-requested'",
    ])
    #expect(try ledger.refusal(of: "\(asked); \(open("202601"))") == nil)
  }

  @Test func `under four eyes no batch is posted but what was submitted and approved`() throws {
    let ledger = try SmallLedger()
    try ledger.execute(
      "DROP TRIGGER ledger_no_update; UPDATE ledger SET control = 'four-eyes';"
        + RefusalTests.record() + ";")
    let approved = [
      "merkle_root": "zeroblob(32)", "maker": "'lan'", "declared_period": "NULL",
      "declared_date": "NULL",
      "file_sha256": "(SELECT file_sha256 FROM submission WHERE submission_no = 1)",
    ]
    let says = "batch: is not what was submitted and approved"
    func post(_ changes: [String: String]) throws -> String? {
      let row = RefusalTests.batch(approved.merging(changes) { $1 })
      let named = row.replacing("(batch_no,", with: "(submission_record_no, batch_no,")
        .replacing("SELECT 3,", with: "SELECT 1, 3,")
      return try ledger.refusal(of: named)
    }
    #expect(try ledger.refusal(of: RefusalTests.batch()) == says)
    #expect(try post([:]) == says, "it is not approved yet")
    try ledger.execute(Self.decision())
    #expect(try post([:]) == nil)
    for change in [
      ["merkle_root": "randomblob(32)"], ["file_sha256": "randomblob(32)"], ["total": "301"],
      ["row_count": "3", "line_count": "3"], ["maker": "'minh'"], ["event_id": "10"],
      ["business_date": "20261004"], ["period": "202611"],
    ] {
      #expect(try post(change) == says, "\(change)")
    }
  }
}
